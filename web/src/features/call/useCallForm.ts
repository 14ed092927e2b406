import { useCallback, useEffect, useRef, useState } from 'react';
import { editCall, getCall, takeCall, type TakenCall } from '../../api/desk';
import { newKey } from '../../api/client';
import type { Problem } from '../../api/types';
import { nowMs } from '../../state/clock';
import { look } from '../../state/view';
import { changes, isWorthSaving, newCall, NO_FACTS, type Facts } from './facts';

/** How long to wait for more before saving. Free text is appended for good, so it waits for a whole thought. */
const PAUSE_MS = { now: 0, soon: 1200, thought: 4000 } as const;

export type When = keyof typeof PAUSE_MS;

export type Saving =
  { state: 'new' } | { state: 'saving' } | { state: 'saved' } | { state: 'failed'; problem: Problem };

export interface CallForm {
  facts: Facts;
  receivedAt: string;
  taken: TakenCall | null;
  saving: Saving;
  /** Changes facts; they are saved after a short pause, or at once. */
  set: (change: Partial<Facts>, when?: When) => void;
  saveNow: () => Promise<boolean>;
}

/**
 * A call while it is taken: saved with the first fact that helps, so that units can be sent while the caller still
 * speaks; each later fact is sent after it. One save runs at a time; what changes meanwhile goes with the next.
 */
export function useCallForm(start: Partial<Facts>): CallForm {
  const [facts, setFacts] = useState<Facts>({ ...NO_FACTS, ...start });
  const [taken, setTaken] = useState<TakenCall | null>(null);
  const [saving, setSaving] = useState<Saving>({ state: 'new' });
  const [receivedAt] = useState(() => new Date(nowMs()).toISOString());
  const [key] = useState(newKey);
  const held = useRef({ facts, saved: NO_FACTS, taken: null as TakenCall | null, etag: null as string | null });
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const now = held.current.facts;
    if (!isWorthSaving(now) && held.current.taken === null) return true;
    if (held.current.taken === null) {
      setSaving({ state: 'saving' });
      const result = await takeCall(newCall(now, receivedAt), key);
      if (!result.ok) return failed(result.problem);
      held.current.taken = result.value;
      setTaken(result.value);
      look({ incidentId: result.value.incidentId });
    } else {
      const edit = changes(held.current.saved, now);
      if (Object.keys(edit).length === 0) return true;
      setSaving({ state: 'saving' });
      const result = await edited(held.current.taken.callId, edit);
      if (!result.ok) return failed(result.problem);
      held.current.etag = result.etag;
    }
    held.current.saved = now;
    setSaving({ state: 'saved' });
    return true;

    async function edited(callId: string, edit: ReturnType<typeof changes>) {
      const first = await editCall(callId, held.current.etag ?? (await etagOf(callId)), edit);
      // Somebody else (or a lost answer of ours) was faster: these are additions, they go on top.
      if (!first.ok && first.problem.status === 412) return editCall(callId, await etagOf(callId), edit);
      return first;
    }

    function failed(problem: Problem): boolean {
      setSaving({ state: 'failed', problem });
      // A refusal stands until the person changes something; a lost connection heals by itself.
      if (problem.status === 0 || problem.status >= 500) timer.current = setTimeout(() => void saveRef.current(), 3000);
      return false;
    }
  }, [key, receivedAt]);

  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    while (running.current) await running.current;
    running.current = saveOnce();
    const good = await running.current;
    running.current = null;
    return good;
  }, [saveOnce]);
  const saveRef = useRef(save);
  useEffect(() => {
    saveRef.current = save;
  }, [save]);

  const set = useCallback((change: Partial<Facts>, when: When = 'soon') => {
    held.current.facts = { ...held.current.facts, ...change };
    setFacts(held.current.facts);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void saveRef.current(), PAUSE_MS[when]);
  }, []);

  useEffect(() => () => clearTimeout(timer.current), []);
  return { facts, receivedAt, taken, saving, set, saveNow: save };
}

async function etagOf(callId: string): Promise<string | null> {
  const call = await getCall(callId);
  return call.ok ? call.etag : null;
}
