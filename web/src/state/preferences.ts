import { createStore } from './store';

/** What this browser remembers of its person's wishes. */
export interface Preferences {
  theme: 'dark' | 'light';
  sound: boolean;
  /** Single-letter keys; somebody who dictates by voice wants them off (WCAG 2.1.4). */
  letterKeys: boolean;
}

const KEY = 'chorsu.preferences';
const DEFAULTS: Preferences = { theme: 'dark', sound: true, letterKeys: true };

export const preferences = createStore<Preferences>(held());
apply(preferences.get());

function held(): Preferences {
  if (typeof localStorage === 'undefined') return DEFAULTS;
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) };
  } catch {
    return DEFAULTS;
  }
}

function apply(chosen: Preferences): void {
  if (typeof document !== 'undefined') document.documentElement.dataset['theme'] = chosen.theme;
}

export function prefer(change: Partial<Preferences>): void {
  preferences.set((before) => ({ ...before, ...change }));
  localStorage.setItem(KEY, JSON.stringify(preferences.get()));
  apply(preferences.get());
}
