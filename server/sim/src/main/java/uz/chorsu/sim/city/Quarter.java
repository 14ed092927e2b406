package uz.chorsu.sim.city;

/// A mahalla: one neighbourhood with its own character.
///
/// @param centre where its label stands
/// @param areaM2 of all its blocks and streets
record Quarter(int number, Fabric fabric, Point centre, int district, double areaM2) {
  /// How a neighbourhood is built.
  enum Fabric {
    /// Small crooked lanes and courtyards.
    OLD_TOWN,
    /// Offices and shops in the middle.
    DOWNTOWN,
    /// Slabs of flats around courtyards.
    FLATS,
    /// Houses with gardens.
    HOUSES,
    FIELDS
  }
}
