import { createStore } from './store';

export type Mode = 'desk' | 'settings';

/** What this person looks at. The URL holds it, so that a link opens the same view for a colleague. */
export interface View {
  mode: Mode;
  incidentId: string | null;
  agency: string | null;
  /** lon, lat, zoom */
  map: readonly [number, number, number] | null;
}

export function parseView(search: string): View {
  const query = new URLSearchParams(search);
  const map = (query.get('map') ?? '').split(',').map(Number);
  const [lon, lat, zoom] = map;
  const valid = map.length === 3 && map.every(Number.isFinite);
  return {
    mode: query.get('mode') === 'settings' ? 'settings' : 'desk',
    incidentId: query.get('incident'),
    agency: query.get('agency'),
    map: valid ? [lon ?? 0, lat ?? 0, zoom ?? 0] : null,
  };
}

export function formatView(view: View): string {
  const query = new URLSearchParams();
  if (view.mode !== 'desk') query.set('mode', view.mode);
  if (view.incidentId) query.set('incident', view.incidentId);
  if (view.agency) query.set('agency', view.agency);
  if (view.map) query.set('map', `${view.map[0].toFixed(5)},${view.map[1].toFixed(5)},${view.map[2].toFixed(2)}`);
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

export const view = createStore<View>(parseView(typeof location === 'undefined' ? '' : location.search));

/** Changes the view. Steps that a person would want to go back from make a history entry; map moves do not. */
export function look(change: Partial<View>): void {
  const before = view.get();
  const next = { ...before, ...change };
  view.set(next);
  const url = location.pathname + formatView(next);
  const step = next.mode !== before.mode || next.incidentId !== before.incidentId;
  const now = Date.now();
  if (step && now - lastStep > QUICK_MS) history.pushState(null, '', url);
  else history.replaceState(null, '', url);
  if (step) lastStep = now;
}

/** Who leafs through the queue does not want to go back through every page of it. */
const QUICK_MS = 1_500;
let lastStep = 0;

if (typeof window !== 'undefined') {
  window.addEventListener('popstate', () => view.set(parseView(location.search)));
}
