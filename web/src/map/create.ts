import {
  addProtocol,
  AttributionControl,
  Map as MapLibre,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { Protocol } from 'pmtiles';
import type { City } from '../api/types';
import type { Language } from '../i18n/words';
import { cityStyle, type Theme } from './style';

setWorkerUrl(workerUrl);
addProtocol('pmtiles', new Protocol().tile);

/** PMTiles wants an absolute address. */
export function baseMapAddress(city: City): string | null {
  return city.hasBaseMap && city.baseMapUrl ? new URL(city.baseMapUrl, location.origin).href : null;
}

/** The fonts that the labels are drawn with have to be here first: there is no glyph server. */
async function loadFonts(): Promise<void> {
  const samples = ['Ko‘cha Oʻzbekiston', 'Улица Навои', 'Street'];
  await Promise.all(samples.map((sample) => document.fonts.load("400 14px 'Noto Sans'", sample)));
}

export interface MapOptions {
  city: City;
  theme: Theme;
  language: Language;
  start: readonly [number, number, number] | null;
}

export async function createMap(container: HTMLElement, options: MapOptions): Promise<MapLibre> {
  await loadFonts();
  const { city, start } = options;
  const [west, south, east, north] = city.bbox;
  const map = new MapLibre({
    container,
    style: cityStyle(baseMapAddress(city), options.theme, options.language),
    ...(start
      ? { center: [start[0], start[1]], zoom: start[2] }
      : {
          bounds: [
            [west, south],
            [east, north],
          ],
          fitBoundsOptions: { padding: 10 },
        }),
    // The desk's map never turns: north is up on every screen of the room.
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    minZoom: 6,
    maxZoom: 19,
    fadeDuration: 0,
    attributionControl: false,
    renderWorldCopies: false,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new AttributionControl({ compact: true }), 'bottom-right');
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
  return map;
}
