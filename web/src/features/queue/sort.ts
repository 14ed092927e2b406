import type { IncidentSummary } from '../../api/types';

/** A crew's emergency stands above everything. */
export function hasEmergency(incident: IncidentSummary): boolean {
  return incident.warnings.some((warning) => warning.kind === 'emergency');
}

/**
 * Emergencies, then by priority, then those that nobody is sent to yet, then the oldest first.
 * The id decides at last, so that the order never depends on the order of arrival here.
 */
export function byUrgency(a: IncidentSummary, b: IncidentSummary): number {
  return (
    Number(hasEmergency(b)) - Number(hasEmergency(a)) ||
    a.priority - b.priority ||
    Number(isWaiting(b)) - Number(isWaiting(a)) ||
    Date.parse(a.receivedAt) - Date.parse(b.receivedAt) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

export function isWaiting(incident: IncidentSummary): boolean {
  return incident.state === 'pending' || incident.state === 'received';
}

export function sortQueue(incidents: Iterable<IncidentSummary>, agency: string | null): IncidentSummary[] {
  const chosen = [...incidents].filter(
    (incident) => agency === null || hasEmergency(incident) || concerns(incident, agency),
  );
  return chosen.sort(byUrgency);
}

/** Whether the agency still has work in it. */
function concerns(incident: IncidentSummary, agency: string): boolean {
  return incident.parts.some((part) => part.agency === agency && part.state !== 'closed');
}

export interface HeldRows {
  rows: readonly IncidentSummary[];
  /** Rows that would be new in the list if it were not held still. */
  fresh: readonly IncidentSummary[];
}

/**
 * The rows while somebody points into the list: each keeps its place, those that left stay (as closed) until the hold
 * ends, new ones wait.
 */
export function holdRows(
  shown: readonly IncidentSummary[],
  sorted: readonly IncidentSummary[],
  incidents: ReadonlyMap<string, IncidentSummary>,
): HeldRows {
  const held = new Set(shown.map((incident) => incident.id));
  return {
    rows: shown.map((incident) => incidents.get(incident.id) ?? { ...incident, state: 'closed', warnings: [] }),
    fresh: sorted.filter((incident) => !held.has(incident.id)),
  };
}
