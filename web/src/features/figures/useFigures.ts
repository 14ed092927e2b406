import { useCallback, useEffect, useState } from 'react';
import { request } from '../../api/client';
import type { Config, HistoryImport, Kpi, Problem } from '../../api/types';
import { choiceOf, dayOf, queryOf, searchOf, type Choice } from './ranges';

export interface FiguresData {
  config: Config;
  kpi: Kpi;
  imports: HistoryImport[];
  countedAt: number;
}

export type Reading =
  | { state: 'loading'; before: FiguresData | null }
  | { state: 'ready'; data: FiguresData }
  | { state: 'failed'; problem: Problem };

/** The choice lives in the address, so that a link opens the same figures for a colleague. */
export function useChoice(): [Choice, (next: Choice) => void] {
  const today = dayOf(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [choice, setChoice] = useState(() => choiceOf(location.search, today));
  useEffect(() => {
    const back = (): void => setChoice(choiceOf(location.search, today));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, [today]);
  const choose = useCallback((next: Choice) => {
    history.pushState(null, '', location.pathname + searchOf(next));
    setChoice(next);
  }, []);
  return [choice, choose];
}

export function useFigures(choice: Choice): [Reading, () => void] {
  const [reading, setReading] = useState<Reading>({ state: 'loading', before: null });
  const [round, setRound] = useState(0);
  const { range, since, until } = choice;
  useEffect(() => {
    const stop = new AbortController();
    setReading((old) => ({ state: 'loading', before: old.state === 'ready' ? old.data : null }));
    void read({ range, since, until }, stop.signal).then((next) => {
      if (!stop.signal.aborted) setReading(next);
    });
    return () => stop.abort();
  }, [range, since, until, round]);
  return [reading, useCallback(() => setRound((n) => n + 1), [])];
}

async function read(choice: Choice, signal: AbortSignal): Promise<Reading> {
  const config = await request<Config>('GET', '/config', { signal });
  if (!config.ok) return { state: 'failed', problem: config.problem };
  const countedAt = Date.now();
  const query = { ...queryOf(choice, config.value.timeZone, countedAt) };
  // A year of history takes its time.
  const asking = { signal, timeoutMs: 60_000, query };
  const [kpi, imports] = await Promise.all([
    request<Kpi>('GET', '/kpi', asking),
    request<{ items: HistoryImport[] }>('GET', '/history/imports', { signal }),
  ]);
  if (!kpi.ok) return { state: 'failed', problem: kpi.problem };
  if (!imports.ok) return { state: 'failed', problem: imports.problem };
  return { state: 'ready', data: { config: config.value, kpi: kpi.value, imports: imports.value.items, countedAt } };
}
