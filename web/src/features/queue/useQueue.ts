import { useMemo, useState } from 'react';
import type { IncidentSummary } from '../../api/types';
import { live } from '../../state/picture';
import { useStore } from '../../state/store';
import { view } from '../../state/view';
import { holdRows, sortQueue } from './sort';

export interface Queue {
  rows: readonly IncidentSummary[];
  /** Rows that wait because the list is held still. */
  fresh: readonly IncidentSummary[];
  ready: boolean;
  failed: boolean;
  /** Counts of open incidents by agency, and of all under the empty string. */
  counts: ReadonlyMap<string, number>;
  /** Holds the rows where they are: somebody points at them. */
  hold: () => void;
  release: () => void;
  /** Takes over the new order and goes on holding. */
  refresh: () => void;
}

interface Hold {
  agency: string | null;
  rows: readonly IncidentSummary[];
}

/** The queue in its order. While held, rows keep their places and new ones wait. */
export function useQueue(): Queue {
  const incidents = useStore(live.picture, (picture) => picture.incidents);
  const ready = useStore(live.picture, (picture) => picture.ready);
  const failed = useStore(live.picture, (picture) => picture.problem !== null);
  const agency = useStore(view, (v) => v.agency);
  const [hold, setHold] = useState<Hold | null>(null);

  const sorted = useMemo(() => sortQueue(incidents.values(), agency), [incidents, agency]);
  const { rows, fresh } = useMemo(
    () => (hold?.agency === agency ? holdRows(hold.rows, sorted, incidents) : { rows: sorted, fresh: [] }),
    [hold, agency, sorted, incidents],
  );
  const counts = useMemo(() => countByAgency(incidents), [incidents]);
  return {
    rows,
    fresh,
    ready,
    failed,
    counts,
    hold: () => setHold((held) => (held?.agency === agency ? held : { agency, rows: sorted })),
    release: () => setHold(null),
    refresh: () => setHold({ agency, rows: sorted }),
  };
}

function countByAgency(incidents: ReadonlyMap<string, IncidentSummary>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>([['', incidents.size]]);
  for (const incident of incidents.values()) {
    for (const part of incident.parts) {
      if (part.state !== 'closed') counts.set(part.agency, (counts.get(part.agency) ?? 0) + 1);
    }
  }
  return counts;
}
