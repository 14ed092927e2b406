package uz.chorsu.roads.osm;

/// The three kinds of OpenStreetMap elements.
public enum ElementType {
  NODE,
  WAY,
  RELATION
}
