package org.geotools.api.referencing.operation;

/// Stands in for the GeoTools type of the same name. `Planetiler` names it in the signatures of its
/// shapefile readers, which Chorsu never calls; without a type of this name the class does not
/// load. GeoTools itself is not on Maven Central.
public interface MathTransform {}
