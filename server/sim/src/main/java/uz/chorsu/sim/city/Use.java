package uz.chorsu.sim.city;

/// What a block is used for.
enum Use {
  OLD_TOWN,
  DOWNTOWN,
  FLATS,
  HOUSES,
  FIELDS,
  PARK,
  SQUARE,
  INDUSTRY,
  CEMETERY,
  STADIUM,
  UNIVERSITY,
  BAZAAR,
  BUS_STATION,
  RAILWAY_STATION,
  TOWN_HALL,
  HOSPITAL,
  CLINIC,
  SCHOOL,
  KINDERGARTEN,
  FIRE_STATION,
  POLICE,
  AMBULANCE_STATION,
  GAS_SERVICE,
  GREEN;

  boolean isLivedIn() {
    return compareTo(HOUSES) <= 0;
  }
}
