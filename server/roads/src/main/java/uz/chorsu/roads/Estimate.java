package uz.chorsu.roads;

/// How a travel time was found. Every place that shows a time shows this too.
public enum Estimate {
  /// Along the road network, with one-ways, turn restrictions and closures.
  ROAD,
  /// By air, because one end is off the network or no open road leads there; see {@link Travel}.
  STRAIGHT_LINE
}
