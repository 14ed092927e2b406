import { useEffect, useState } from 'react';
import { recommend } from '../../api/desk';
import type { Incident, Recommendation } from '../../api/types';
import { live } from '../../state/picture';

const REFRESH_MS = 15_000;

/** Whom to send, fresh when the incident changes, and every 15 s because crews move. */
export function useRecommendation(incident: Incident, wanted: boolean) {
  const [held, setHeld] = useState<{ id: string; recommendation: Recommendation } | null>(null);
  const id = incident.id;
  const version = incident.version;
  useEffect(() => {
    if (!wanted) return;
    const controller = new AbortController();
    const read = () =>
      void recommend(id, controller.signal).then((result) => {
        if (result.ok) setHeld({ id, recommendation: result.value });
      });
    read();
    const timer = setInterval(read, REFRESH_MS);
    // A recommended unit that was sent elsewhere must not stay on the list until the next refresh.
    const off = live.onChanges((changes) => {
      const gone = new Set(changes.flatMap((change) => change.units ?? []).map((unit) => unit.id));
      setHeld((now) => {
        if (now?.recommendation.units.some((unit) => gone.has(unit.unitId))) queueMicrotask(read);
        return now;
      });
    });
    return () => {
      controller.abort();
      clearInterval(timer);
      off();
    };
  }, [id, version, wanted]);
  return held?.id === id ? held.recommendation : null;
}
