import { LngLatBounds, Map as MapLibre, Marker, type GeoJSONSource, type StyleSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Route } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { prepareMaps } from './mapSetup';
import { cityStyle } from '../../map/style';
import { useCrew } from './useCrew';
import type { Fix } from './positions';

type LonLat = [number, number];

const WAY = 'way';
const PADDING = { top: 34, bottom: 24, left: 34, right: 34 };

/** Keeps a map in the frame: the place, the way to it and where the phone is. */
export function useRouteMap(
  place: LonLat,
  route: Route | null,
  moves: boolean,
): { frame: RefObject<HTMLDivElement | null>; failed: boolean } {
  const { city, fix, online } = useCrew();
  const language = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const [failed, setFailed] = useState(false);
  const known = city !== null;
  // PMTiles wants an absolute address.
  const baseMap = city?.hasBaseMap && city.baseMapUrl ? new URL(city.baseMapUrl, location.origin).href : null;

  useEffect(() => {
    if (!frame.current || !known) return;
    const container = frame.current;
    let gone = false;
    void prepareMaps().then(() => {
      if (gone) return;
      try {
        drawn.current = new Drawn(container, cityStyle(baseMap, 'light', language), place, moves);
        drawn.current.show(route, fix);
      } catch {
        // No WebGL: the address and the words of the way remain.
        setFailed(true);
      }
    });
    return () => {
      gone = true;
      drawn.current?.remove();
      drawn.current = null;
    };
    // A moved place or a new route changes the map that is there; only these make another.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [known, baseMap, language, moves, place[0], place[1]]);

  useEffect(() => drawn.current?.show(route, fix), [route, fix]);
  useEffect(() => {
    if (online) drawn.current?.mend();
  }, [online]);
  return { frame, failed };
}

class Drawn {
  readonly #map: MapLibre;
  readonly #here: Marker;
  #fitted: Route | null | undefined = undefined;
  #loaded = false;
  #broken = false;
  #shown: { route: Route | null; fix: Fix | null } = { route: null, fix: null };

  constructor(
    container: HTMLElement,
    private readonly style: StyleSpecification,
    private readonly place: LonLat,
    moves: boolean,
  ) {
    this.#map = new MapLibre({
      container,
      style,
      center: place,
      zoom: 14.5,
      interactive: moves,
      attributionControl: moves ? { compact: true } : false,
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
    });
    new Marker({ element: mark('place-mark'), anchor: 'bottom' }).setLngLat(place).addTo(this.#map);
    this.#here = new Marker({ element: mark('here-mark') });
    // Not `load`, which waits for the base map: the way is drawn without coverage too.
    this.#map.on('style.load', () => {
      this.#loaded = true;
      this.#addWay();
      this.show(this.#shown.route, this.#shown.fix);
    });
    // Without coverage pieces of the base map are missing: no news, and no reason to fill the console.
    this.#map.on('error', () => {
      this.#broken = true;
    });
  }

  /** Reads the base map again after a time without coverage. */
  mend(): void {
    if (!this.#broken) return;
    this.#broken = false;
    this.#loaded = false;
    this.#map.setStyle(this.style, { diff: false });
  }

  show(route: Route | null, fix: Fix | null): void {
    this.#shown = { route, fix };
    if (!this.#loaded) return;
    const points = route?.points ?? [];
    const feature = {
      type: 'Feature' as const,
      properties: {},
      geometry: { type: 'LineString' as const, coordinates: points },
    };
    void this.#map.getSource<GeoJSONSource>(WAY)?.setData(feature);
    const straight = route?.estimate === 'straight-line';
    this.#map.setPaintProperty(WAY, 'line-dasharray', straight ? [1, 2] : [1, 0]);
    if (fix) this.#here.setLngLat([fix.lon, fix.lat]).addTo(this.#map);
    else this.#here.remove();
    if (this.#fitted !== undefined && (this.#fitted === null) === (route === null)) return;
    this.#fitted = route;
    this.#fit(points);
  }

  remove(): void {
    this.#map.remove();
  }

  #addWay(): void {
    this.#map.addSource(WAY, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
    const layout = { 'line-cap': 'butt', 'line-join': 'round' } as const;
    this.#map.addLayer({
      id: `${WAY}-edge`,
      type: 'line',
      source: WAY,
      layout,
      paint: { 'line-color': '#ffffff', 'line-width': 9 },
    });
    this.#map.addLayer({
      id: WAY,
      type: 'line',
      source: WAY,
      layout,
      paint: { 'line-color': '#0b4f9e', 'line-width': 5 },
    });
  }

  #fit(points: LonLat[]): void {
    if (points.length < 2) return void this.#map.jumpTo({ center: this.place, zoom: 15.5 });
    const bounds = new LngLatBounds(this.place, this.place);
    points.forEach((point) => bounds.extend(point));
    this.#map.fitBounds(bounds, { padding: PADDING, maxZoom: 16.5, animate: false });
  }
}

function mark(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}
