import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Map as MapLibre } from 'maplibre-gl';
import { describePlace, moveWindow } from '../api/desk';
import type { City } from '../api/types';
import { language, useLanguage } from '../i18n/language';
import { chooseUnit, deskUi, point } from '../state/desk';
import { live } from '../state/picture';
import { preferences } from '../state/preferences';
import { useStore } from '../state/store';
import { look, view } from '../state/view';
import { holdMap } from './camera';
import { Overlay } from './overlay';
import { cityStyle } from './style';

export type MapState = 'loading' | 'ready' | 'failed';

type Held<T> = RefObject<T | null>;

export interface MapElements {
  box: Held<HTMLElement>;
  below: Held<HTMLCanvasElement>;
  above: Held<HTMLCanvasElement>;
}

/** Makes the map once for a city and keeps it in step with theme, language and view. */
export function useCityMap({ box, below, above }: MapElements, city: City | null) {
  const [state, setState] = useState<MapState>('loading');
  const [map, setMap] = useState<MapLibre | null>(null);
  const theme = useStore(preferences, (p) => p.theme);
  const chosen = useLanguage();
  const styled = useRef('');

  useEffect(() => {
    const container = box.current;
    const canvases = { below: below.current, above: above.current };
    if (!city || !container || !canvases.below || !canvases.above) return;
    let gone = false;
    let undo = () => {};
    make(container, { below: canvases.below, above: canvases.above }, city).then(
      (made) => {
        if (gone) return made.destroy();
        undo = () => made.destroy();
        styled.current = made.styled;
        setMap(made.map);
        setState('ready');
      },
      () => setState('failed'),
    );
    return () => {
      gone = true;
      undo();
      setMap(null);
    };
  }, [box, below, above, city]);

  useEffect(() => {
    if (!map || !city) return;
    if (styled.current === `${theme} ${chosen}`) return;
    styled.current = `${theme} ${chosen}`;
    void import('./create').then(({ baseMapAddress }) => map.setStyle(cityStyle(baseMapAddress(city), theme, chosen)));
  }, [map, city, theme, chosen]);

  return state;
}

async function make(
  container: HTMLElement,
  canvases: { below: HTMLCanvasElement; above: HTMLCanvasElement },
  city: City,
) {
  const { createMap } = await import('./create');
  const { theme } = preferences.get();
  const map = await createMap(container, { city, theme, language: language(), start: view.get().map });
  const overlay = new Overlay(map, canvases);
  holdMap(map);
  map.on('moveend', () => moved(map));
  map.on('click', (event) => clicked(overlay, event.point.x, event.point.y, event.lngLat.lng, event.lngLat.lat));
  map.on('mousemove', (event) => {
    map.getCanvas().style.cursor = overlay.hit(event.point.x, event.point.y) ? 'pointer' : '';
  });
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    const { lng, lat } = map.getCenter();
    pointAt(lng, lat);
  });
  moved(map);
  return {
    map,
    styled: `${theme} ${language()}`,
    destroy() {
      overlay.destroy();
      holdMap(null);
      map.remove();
    },
  };
}

let windowTimer: ReturnType<typeof setTimeout> | undefined;

/** The URL follows the camera, and the server sends positions of what can be seen. */
function moved(map: MapLibre): void {
  const { lng, lat } = map.getCenter();
  look({ map: [lng, lat, map.getZoom()] });
  const bounds = map.getBounds();
  const bbox = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  live.feed.setWindow(bbox);
  clearTimeout(windowTimer);
  windowTimer = setTimeout(() => {
    if (live.viewerId !== null) void moveWindow(live.viewerId, bbox);
  }, 250);
}

function clicked(overlay: Overlay, x: number, y: number, lon: number, lat: number): void {
  const hit = deskUi.get().callForm === null ? overlay.hit(x, y) : null;
  if (hit && 'incident' in hit) return look({ incidentId: hit.incident.id });
  if (hit) {
    chooseUnit(hit.unit.id);
    if (hit.unit.assignment) look({ incidentId: hit.unit.assignment.incidentId });
    return;
  }
  pointAt(lon, lat);
}

export function pointAt(lon: number, lat: number): void {
  point({ lon, lat, place: undefined });
  void describePlace(lat, lon).then((result) => {
    const held = deskUi.get().pointed;
    if (held?.lon !== lon || held.lat !== lat) return;
    point({ lon, lat, place: result.ok ? result.value.place : null });
  });
}
