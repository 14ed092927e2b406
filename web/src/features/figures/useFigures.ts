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

export interface Reading {
  /** True until the answer for what is chosen now is here; what was shown before stays meanwhile. */
  busy: boolean;
  data: FiguresData | null;
  problem: Problem | null;
}

/** The choice lives in the address, so that a link opens the same figures for a colleague. */
export function useChoice(): [Choice, (next: Choice) => void] {
  const [today] = useState(() => dayOf(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone));
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
  const [held, setHeld] = useState<{ key: string; answer: Answer } | null>(null);
  const [round, setRound] = useState(0);
  const { range, since, until } = choice;
  const key = [range, since, until, round].join(' ');
  useEffect(() => {
    const stop = new AbortController();
    void read({ range, since, until }, stop.signal).then((answer) => {
      if (!stop.signal.aborted) setHeld({ key, answer });
    });
    return () => stop.abort();
  }, [range, since, until, key]);
  const reading: Reading = {
    busy: held?.key !== key,
    data: held?.answer.ok ? held.answer.data : null,
    problem: held && !held.answer.ok ? held.answer.problem : null,
  };
  return [reading, useCallback(() => setRound((n) => n + 1), [])];
}

type Answer = { ok: true; data: FiguresData } | { ok: false; problem: Problem };

async function read(choice: Choice, signal: AbortSignal): Promise<Answer> {
  const config = await request<Config>('GET', '/config', { signal });
  if (!config.ok) return { ok: false, problem: config.problem };
  const countedAt = Date.now();
  const query = { ...queryOf(choice, config.value.timeZone, countedAt) };
  // A year of history takes its time.
  const asking = { signal, timeoutMs: 60_000, query };
  const [kpi, imports] = await Promise.all([
    request<Kpi>('GET', '/kpi', asking),
    request<{ items: HistoryImport[] }>('GET', '/history/imports', { signal }),
  ]);
  if (!kpi.ok) return { ok: false, problem: kpi.problem };
  if (!imports.ok) return { ok: false, problem: imports.problem };
  return { ok: true, data: { config: config.value, kpi: kpi.value, imports: imports.value.items, countedAt } };
}
