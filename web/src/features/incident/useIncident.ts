import { useCallback, useEffect, useRef, useState } from 'react';
import { getIncident } from '../../api/desk';
import type { Incident, Problem } from '../../api/types';
import { CANCELLED } from '../../api/client';
import { live } from '../../state/picture';

const REST_MS = 60;

export type Loaded =
  | { state: 'loading' }
  | { state: 'failed'; problem: Problem }
  | { state: 'here'; incident: Incident; etag: string | null };

export interface ChosenIncident {
  loaded: Loaded;
  reload: () => void;
}

/** The chosen incident in full; read again whenever the live feed says that something happened to it. */
export function useIncident(incidentId: string): ChosenIncident {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  const running = useRef<AbortController | null>(null);

  const reload = useCallback(() => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    void getIncident(incidentId, controller.signal).then((result) => {
      if (controller.signal.aborted) return;
      if (result.ok) {
        live.hold(result.value.state === 'closed' ? null : result.value);
        setLoaded({ state: 'here', incident: result.value, etag: result.etag });
      } else if (result.problem.code !== CANCELLED) {
        const problem = result.problem;
        setLoaded((held) => (held.state === 'here' ? held : { state: 'failed', problem }));
      }
    });
  }, [incidentId]);

  useEffect(() => {
    // Somebody who leafs through the queue passes most incidents: ask only where he rests.
    let timer = setTimeout(reload, REST_MS);
    const off = live.onChanges((changes) => {
      if (!changes.some((change) => change.incidentId === incidentId)) return;
      clearTimeout(timer);
      timer = setTimeout(reload, 80);
    });
    const offConnection = live.feed.connection.subscribe(() => {
      if (live.feed.connection.get().state === 'live') reload();
    });
    return () => {
      off();
      offConnection();
      clearTimeout(timer);
      running.current?.abort();
    };
  }, [incidentId, reload]);

  return { loaded, reload };
}
