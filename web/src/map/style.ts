import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Language } from '../i18n/words';

export type Theme = 'dark' | 'light';

/** Our own quiet base map: the city is the ground, incidents and units are the figure. */
const COLOURS = {
  dark: {
    ground: '#10161d',
    residential: '#131a22',
    green: '#13221c',
    industrial: '#171b22',
    school: '#181d29',
    square: '#1a222c',
    water: '#0e2740',
    building: '#1b242f',
    buildingLine: '#25313f',
    path: '#2a3542',
    minor: '#2b3744',
    tertiary: '#364555',
    primary: '#46586c',
    motorway: '#5a6a78',
    casing: '#0c1117',
    rail: '#3a4654',
    boundary: '#5b6c80',
    text: '#a9b8c8',
    textQuiet: '#8797a8',
    textWater: '#6d97bd',
    halo: '#0d1319',
    place: '#d5dfe9',
    poi: '#93a3b5',
  },
  light: {
    ground: '#f1f3f1',
    residential: '#eceeec',
    green: '#d9ebd5',
    industrial: '#e6e4e6',
    school: '#efe9dc',
    square: '#e9e9e6',
    water: '#a9cfe8',
    building: '#dcdad6',
    buildingLine: '#c9c6c0',
    path: '#d2d2cc',
    minor: '#ffffff',
    tertiary: '#ffffff',
    primary: '#fdf3d0',
    motorway: '#f7d79a',
    casing: '#c3c8cc',
    rail: '#b0b4b8',
    boundary: '#9a8fa8',
    text: '#3f4b57',
    textQuiet: '#5b6772',
    textWater: '#2d6690',
    halo: '#ffffff',
    place: '#1c252e',
    poi: '#54616e',
  },
} as const;

const FONT = ['Noto Sans'];

export function cityStyle(baseMapUrl: string | null, theme: Theme, language: Language): StyleSpecification {
  const ground: LayerSpecification = {
    id: 'ground',
    type: 'background',
    paint: { 'background-color': COLOURS[theme].ground },
  };
  if (baseMapUrl === null) return { version: 8, sources: {}, layers: [ground] };
  return {
    version: 8,
    sources: { city: { type: 'vector', url: `pmtiles://${baseMapUrl}`, attribution: '© OpenStreetMap contributors' } },
    layers: [ground, ...areas(theme), ...lines(theme), ...labels(theme, language)],
  };
}

function isClass(...classes: string[]): ExpressionSpecification {
  return ['match', ['get', 'class'], classes, true, false];
}

/** Widths that double with the scale, so that roads keep their share of the street. */
function width(...stops: [number, number][]): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.5], ['zoom'], ...stops.flat()];
}

function area(id: string, layer: string, filter: ExpressionSpecification | null, colour: string): LayerSpecification {
  return {
    id,
    type: 'fill',
    source: 'city',
    'source-layer': layer,
    filter: filter ? ['all', ['==', ['geometry-type'], 'Polygon'], filter] : ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': colour, 'fill-antialias': layer === 'buildings' },
  };
}

function areas(theme: Theme): LayerSpecification[] {
  const c = COLOURS[theme];
  return [
    area('residential', 'landuse', isClass('residential', 'commercial'), c.residential),
    area('industrial', 'landuse', isClass('industrial', 'railway', 'military', 'airfield', 'parking'), c.industrial),
    area('green', 'landuse', isClass('park', 'forest', 'grass', 'cemetery', 'sport', 'farmland', 'wetland'), c.green),
    area('school', 'landuse', isClass('school', 'hospital'), c.school),
    area('square', 'landuse', isClass('square'), c.square),
    area('water', 'water', null, c.water),
    {
      id: 'streams',
      type: 'line',
      source: 'city',
      'source-layer': 'water',
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': c.water, 'line-width': width([9, 0.6], [14, 2.5], [18, 10]) },
    },
    {
      ...area('buildings', 'buildings', null, c.building),
      minzoom: 13.5,
      paint: { 'fill-color': c.building, 'fill-outline-color': c.buildingLine },
    } as LayerSpecification,
  ];
}

function road(
  id: string,
  filter: ExpressionSpecification,
  colour: string,
  lineWidth: ExpressionSpecification,
  extra: object = {},
): LayerSpecification {
  return {
    id,
    type: 'line',
    source: 'city',
    'source-layer': 'roads',
    filter,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': lineWidth, ...extra },
  };
}

function lines(theme: Theme): LayerSpecification[] {
  const c = COLOURS[theme];
  const major = isClass('motorway', 'trunk', 'primary');
  const middle = isClass('secondary', 'tertiary');
  const small = isClass('minor', 'service');
  return [
    road('paths', isClass('path'), c.path, width([14, 0.6], [18, 2.5]), { 'line-dasharray': [2, 2] }),
    road('rails', isClass('rail'), c.rail, width([10, 0.6], [18, 2.5])),
    { ...road('small-casing', small, c.casing, width([12, 1.2], [15, 4.5], [18, 20])), minzoom: 13 },
    { ...road('middle-casing', middle, c.casing, width([10, 1.4], [14, 5.5], [18, 28])), minzoom: 11 },
    road('major-casing', major, c.casing, width([8, 1.4], [14, 8], [18, 36])),
    road('small', small, c.minor, width([12, 0.5], [15, 3], [18, 16])),
    road('middle', middle, c.tertiary, width([9, 0.6], [14, 4], [18, 24])),
    road('major', isClass('primary'), c.primary, width([8, 0.8], [14, 5.5], [18, 30])),
    road('motorway', isClass('motorway', 'trunk'), c.motorway, width([6, 0.8], [14, 6], [18, 32])),
    {
      id: 'boundaries',
      type: 'line',
      source: 'city',
      'source-layer': 'boundaries',
      paint: { 'line-color': c.boundary, 'line-width': 1, 'line-opacity': 0.5, 'line-dasharray': [4, 3] },
    },
  ];
}

function nameIn(language: Language): ExpressionSpecification {
  return ['coalesce', ['get', `name_${language}`], ['get', 'name']];
}

function labels(theme: Theme, language: Language): LayerSpecification[] {
  const c = COLOURS[theme];
  const text = (colour: string) => ({ 'text-color': colour, 'text-halo-color': c.halo, 'text-halo-width': 1.4 });
  const streets: LayerSpecification = {
    id: 'street-names',
    type: 'symbol',
    source: 'city',
    'source-layer': 'roads',
    minzoom: 12,
    filter: isClass('motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'minor', 'service', 'path'),
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 350,
      'text-field': nameIn(language),
      'text-font': FONT,
      'text-size': width([12, 10.5], [16, 13], [18, 15]),
      'text-padding': 6,
    },
    paint: text(c.text),
  };
  return [
    {
      id: 'house-numbers',
      type: 'symbol',
      source: 'city',
      'source-layer': 'housenumbers',
      minzoom: 16,
      layout: { 'text-field': ['get', 'housenumber'], 'text-font': FONT, 'text-size': 10.5, 'text-padding': 3 },
      paint: text(c.textQuiet),
    },
    streets,
    {
      id: 'water-names',
      type: 'symbol',
      source: 'city',
      'source-layer': 'water',
      minzoom: 11,
      filter: ['==', ['geometry-type'], 'Polygon'],
      layout: { 'text-field': nameIn(language), 'text-font': FONT, 'text-size': 11.5, 'text-max-width': 7 },
      paint: text(c.textWater),
    },
    {
      id: 'poi-names',
      type: 'symbol',
      source: 'city',
      'source-layer': 'pois',
      minzoom: 14,
      filter: ['!', isClass('hydrant', 'stop', 'defibrillator')],
      layout: {
        'text-field': nameIn(language),
        'text-font': FONT,
        'text-size': 11,
        'text-max-width': 8,
        'text-padding': 8,
      },
      paint: text(c.poi),
    },
    {
      id: 'districts',
      type: 'symbol',
      source: 'city',
      'source-layer': 'places',
      minzoom: 10,
      maxzoom: 15.5,
      filter: isClass('district', 'village', 'hamlet'),
      layout: {
        'text-field': nameIn(language),
        'text-font': FONT,
        'text-size': 12.5,
        'text-letter-spacing': 0.08,
        'text-max-width': 7,
      },
      paint: text(c.textQuiet),
    },
    {
      id: 'neighbourhoods',
      type: 'symbol',
      source: 'city',
      'source-layer': 'places',
      minzoom: 13.2,
      maxzoom: 16,
      filter: isClass('neighbourhood'),
      layout: {
        'text-field': nameIn(language),
        'text-font': FONT,
        'text-size': 12.5,
        'text-letter-spacing': 0.08,
        'text-max-width': 7,
      },
      paint: text(c.textQuiet),
    },
    {
      id: 'cities',
      type: 'symbol',
      source: 'city',
      'source-layer': 'places',
      maxzoom: 13,
      filter: isClass('city', 'town'),
      layout: { 'text-field': nameIn(language), 'text-font': FONT, 'text-size': width([6, 12], [12, 19]) },
      paint: text(c.place),
    },
  ];
}
