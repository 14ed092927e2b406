import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useField } from '../../i18n/field';
import { useWords, type Translate } from '../../i18n/language';
import type { CrewState } from './crewState';
import type { CrewStore } from './crewStore';
import { crewWords, type CrewWord } from './words';

export const CrewContext = createContext<CrewStore | null>(null);

/** What to call when the crew does something. */
export function useCrewStore(): CrewStore {
  const store = useContext(CrewContext);
  if (!store) throw new Error('no CrewContext around this component');
  return store;
}

export function useCrew(): CrewState {
  const store = useCrewStore();
  return useSyncExternalStore(store.subscribe, store.state);
}

export function useT(): Translate<CrewWord> {
  return useWords(crewWords);
}

/** Units of measure in the chosen language. */
export function useUnitWords(): Record<'min' | 's' | 'h' | 'm' | 'km', string> {
  const f = useField();
  return { min: f('unit.min'), s: f('unit.s'), h: f('unit.h'), m: f('unit.m'), km: f('unit.km') };
}

/** Milliseconds since 1970 by the server's clock; renders again each second. */
export function useNow(): number {
  const store = useCrewStore();
  const [now, setNow] = useState(() => store.time());
  useEffect(() => {
    const timer = setInterval(() => setNow(store.time()), 1000);
    return () => clearInterval(timer);
  }, [store]);
  return now;
}
