package org.geotools.api.referencing.crs;

/// Stands in for the GeoTools type of the same name, so that `Planetiler` loads without GeoTools;
/// see [org.geotools.api.referencing.operation.MathTransform].
public interface CoordinateReferenceSystem {}
