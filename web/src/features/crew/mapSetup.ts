import { addProtocol, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { Protocol } from 'pmtiles';

let prepared: Promise<void> | null = null;

/** MapLibre's worker, the PMTiles reader, and the fonts that labels are drawn with: once for all maps of a page. */
export function prepareMaps(): Promise<void> {
  prepared ??= prepare();
  return prepared;
}

async function prepare(): Promise<void> {
  // A worker that is loaded by its address belongs to no service worker whose scope is /crew and would need coverage;
  // one that begins as a blob belongs to the page's, and so does what it imports.
  const start = `import ${JSON.stringify(new URL(workerUrl, location.href).href)};`;
  setWorkerUrl(URL.createObjectURL(new Blob([start], { type: 'text/javascript' })));
  addProtocol('pmtiles', new Protocol().tile);
  await Promise.all(['A', 'Ж', 'ʻ'].map((sample) => document.fonts.load('400 16px "Noto Sans"', sample)));
}
