import { useEffect, useState } from 'react';
import type { Unit } from '../../api/types';
import { listUnits } from './crewApi';

const PAUSE_MS = 200;

/** The units whose call sign starts so; null before the first answer. Asks again by itself while there is none. */
export function useUnits(start: string): Unit[] | null {
  const [units, setUnits] = useState<Unit[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async (): Promise<void> => {
      const result = await listUnits(start.trim(), stop.signal);
      if (stop.signal.aborted) return;
      if (result.ok) setUnits(result.value);
      else timer = setTimeout(() => void ask(), 3000);
    };
    timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [start]);
  return units;
}
