/** Mean radius of the earth in metres (IUGG). */
const RADIUS_METRES = 6_371_008.8;

interface Place {
  lat: number;
  lon: number;
}

/** Great-circle distance by the haversine formula. */
export function metresBetween(a: Place, b: Place): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const dLat = radians(b.lat - a.lat);
  const dLon = radians(b.lon - a.lon);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}
