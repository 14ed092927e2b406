import { useCallback, useSyncExternalStore } from 'react';
import type { Names } from '../api/types';
import { fill, LANGUAGES, type Language, type Values, type Words } from './words';

const KEY = 'chorsu.language';
const listeners = new Set<() => void>();
let current: Language = initial();

function initial(): Language {
  if (typeof localStorage === 'undefined') return 'en';
  const wanted = [localStorage.getItem(KEY), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.map((tag) => LANGUAGES.find((language) => language === tag)).find((l) => l !== undefined) ?? 'en';
}

export function language(): Language {
  return current;
}

export function setLanguage(next: Language): void {
  current = next;
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language);
}

export type Translate<K extends string> = (key: K, values?: Values) => string;

/** The words of one feature in the chosen language: `const t = useWords(words); t('send', { n: 3 })`. */
export function useWords<K extends string>(words: Words<K>): Translate<K> {
  const chosen = useLanguage();
  return useCallback((key: K, values?: Values) => fill(chosen, words[chosen][key], values), [chosen, words]);
}

/** The same outside of components. */
export function say<K extends string>(words: Words<K>, key: K, values?: Values): string {
  return fill(current, words[current][key], values);
}

/** A name of the configuration in the chosen language; English stands in when a translation is missing. */
export function nameIn(names: Names | undefined | null, chosen: Language): string {
  return names?.[chosen] ?? names?.en ?? '';
}
