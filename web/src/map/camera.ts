import type { Map as MapLibre } from 'maplibre-gl';

/** The one map of the page, for those who want to steer it from elsewhere (keys, search, commands). */
let current: MapLibre | null = null;

export function holdMap(map: MapLibre | null): void {
  current = map;
}

function still(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Brings a place into view; a place that is well in view already is left where it is. */
export function show(lon: number, lat: number, zoom = 15): void {
  if (!current) return;
  const here = current.project([lon, lat]);
  const box = current.getContainer();
  const inside = here.x > 60 && here.y > 60 && here.x < box.clientWidth - 60 && here.y < box.clientHeight - 60;
  if (inside && current.getZoom() >= zoom - 2) return;
  current.easeTo({ center: [lon, lat], zoom: Math.max(zoom, current.getZoom()), duration: still() ? 0 : 350 });
}

export function centre(lon: number, lat: number, zoom = 16): void {
  current?.easeTo({ center: [lon, lat], zoom: Math.max(zoom, current.getZoom()), duration: still() ? 0 : 350 });
}

export function showBounds(bbox: readonly [number, number, number, number]): void {
  const [west, south, east, north] = bbox;
  current?.fitBounds(
    [
      [west, south],
      [east, north],
    ],
    { padding: 20, duration: still() ? 0 : 400 },
  );
}

export function focusMap(): void {
  current?.getCanvas().focus();
}

export function middle(): { lon: number; lat: number } | null {
  const at = current?.getCenter();
  return at ? { lon: at.lng, lat: at.lat } : null;
}
