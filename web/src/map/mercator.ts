/** Web Mercator in world units: 0…1 from west to east and from north to south (as MapLibre's camera counts). */
export function mercatorX(lon: number): number {
  return (180 + lon) / 360;
}

export function mercatorY(lat: number): number {
  return (180 - (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))) / 360;
}

/** The camera as a linear map from world units to pixels of the canvas; the desk's map never turns or tilts. */
export interface Camera {
  /** Pixels for one world. */
  scale: number;
  originX: number;
  originY: number;
  width: number;
  height: number;
  zoom: number;
}

export function cameraAt(lon: number, lat: number, zoom: number, width: number, height: number): Camera {
  const scale = 512 * 2 ** zoom;
  return {
    scale,
    originX: mercatorX(lon) * scale - width / 2,
    originY: mercatorY(lat) * scale - height / 2,
    width,
    height,
    zoom,
  };
}

/** Metres for one pixel at a latitude. */
export function metresPerPixel(lat: number, scale: number): number {
  return (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / scale;
}
