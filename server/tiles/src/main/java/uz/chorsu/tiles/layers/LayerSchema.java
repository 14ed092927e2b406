package uz.chorsu.tiles.layers;

import java.util.List;

/// What a style may rely on.
///
/// @param name of the layer
/// @param geometry `point`, `line`, `polygon` or several of them
/// @param minZoom the lowest zoom at which anything of it shows; all layers go up to 14
/// @param attributes that a feature may have
/// @param classes the values of the attribute `class`; empty if there is no such attribute
public record LayerSchema(
    String name, String geometry, int minZoom, List<String> attributes, List<String> classes) {}
