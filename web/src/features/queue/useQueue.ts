import { useMemo, useRef, useState } from 'react';
import type { IncidentSummary } from '../../api/types';
import { live } from '../../state/picture';
import { useStore } from '../../state/store';
import { view } from '../../state/view';
import { holdOrder, sortQueue } from './sort';

export interface Queue {
  rows: readonly IncidentSummary[];
  fresh: number;
  ready: boolean;
  failed: boolean;
  /** Counts of open incidents by agency, and of all under the empty string. */
  counts: ReadonlyMap<string, number>;
  release(): void;
}

/** The queue in its order. While `held`, rows keep their places and new ones wait. */
export function useQueue(held: boolean): Queue {
  const incidents = useStore(live.picture, (picture) => picture.incidents);
  const ready = useStore(live.picture, (picture) => picture.ready);
  const failed = useStore(live.picture, (picture) => picture.problem !== null);
  const agency = useStore(view, (v) => v.agency);
  const [released, setReleased] = useState(0);
  const shown = useRef<{ key: string; order: readonly string[]; known: Map<string, IncidentSummary> }>({
    key: '',
    order: [],
    known: new Map(),
  });

  const rows = useMemo(() => {
    const sorted = sortQueue(incidents.values(), agency);
    const key = `${agency ?? ''} ${released}`;
    const before = shown.current;
    const ids = sorted.map((incident) => incident.id);
    const frozen = held && before.key === key ? holdOrder(before.order, ids) : { order: ids, fresh: [] };
    const known = new Map<string, IncidentSummary>();
    for (const id of frozen.order) {
      const left = before.known.get(id);
      const row = incidents.get(id) ?? (left && { ...left, state: 'closed' as const, warnings: [] });
      if (row) known.set(id, row);
    }
    shown.current = { key, order: frozen.order, known };
    return { list: [...known.values()], fresh: frozen.fresh.length };
  }, [incidents, agency, held, released]);

  const counts = useMemo(() => {
    const by = new Map<string, number>([['', incidents.size]]);
    for (const incident of incidents.values()) {
      for (const part of incident.parts) {
        if (part.state !== 'closed') by.set(part.agency, (by.get(part.agency) ?? 0) + 1);
      }
    }
    return by;
  }, [incidents]);

  return {
    rows: rows.list,
    fresh: rows.fresh,
    ready,
    failed,
    counts,
    release: () => setReleased((n) => n + 1),
  };
}
