package org.geotools.api.referencing;

/// Stands in for the GeoTools type of the same name, so that `Planetiler` loads without GeoTools;
/// see [org.geotools.api.referencing.operation.MathTransform].
public class FactoryException extends Exception {
  private static final long serialVersionUID = 1L;
}
