package uz.chorsu.sim.city;

/// What something is called in the three languages of the desk. Uzbek is written in Latin letters
/// with the turned comma (U+02BB) of the official alphabet.
record Name(String uzbek, String russian, String english) {
  /// For OpenStreetMap: `name` is what stands on the sign, Uzbek here.
  String[] tags() {
    return new String[] {"name", uzbek, "name:uz", uzbek, "name:ru", russian, "name:en", english};
  }
}
