package org.geotools.referencing.operation.transform;

import org.geotools.api.referencing.operation.MathTransform;

/// Stands in for the GeoTools type of the same name, so that `Planetiler` loads without GeoTools;
/// see [MathTransform].
public class AffineTransform2D implements MathTransform {}
