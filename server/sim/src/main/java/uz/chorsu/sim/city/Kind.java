package uz.chorsu.sim.city;

/// What an edge of the plan is, from the widest road down, then what is no road at all.
enum Kind {
  TRUNK("trunk", 32, 80),
  PRIMARY("primary", 20, 70),
  SECONDARY("secondary", 16, 60),
  TERTIARY("tertiary", 12, 60),
  RESIDENTIAL("residential", 8, 40),
  LANE("living_street", 5, 20),
  SERVICE("service", 4, 20),
  RIVER("", 42, 0),
  CANAL("", 16, 0),
  RAIL("", 18, 0),
  /// Where the city ends.
  EDGE("", 4, 0);

  private final String highway;
  private final double halfWidthMetres;
  private final int speedLimitKmh;

  Kind(String highway, double halfWidthMetres, int speedLimitKmh) {
    this.highway = highway;
    this.halfWidthMetres = halfWidthMetres;
    this.speedLimitKmh = speedLimitKmh;
  }

  /// The value of OpenStreetMap's `highway`; empty if this is no road.
  String highway() {
    return highway;
  }

  /// From the middle of the road to where plots begin.
  double halfWidthMetres() {
    return halfWidthMetres;
  }

  int speedLimitKmh() {
    return speedLimitKmh;
  }

  boolean isRoad() {
    return !highway.isEmpty();
  }

  boolean isArterial() {
    return compareTo(TERTIARY) < 0;
  }
}
