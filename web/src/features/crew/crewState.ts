import type { Assignment, City, Config, Incident, Route, Station, Step, Unit } from '../../api/types';
import type { Report } from './outbox';
import type { Fix, GpsState } from './positions';
import { hasEnded, rank } from './steps';

/** Who holds this phone, for which unit. */
export interface CrewSignon {
  id: string;
  name: string;
  unitId: string;
  callSign: string;
  agency: string;
}

/** What `GET /units/{id}/current` answers. */
export interface Current {
  unit: Unit;
  assignment: Assignment | null;
  incident: Incident | null;
  route: Route | null;
}

export interface CrewState {
  /** Nothing is known before the phone's own store has been read. */
  opened: boolean;
  /** False where the browser keeps nothing: reports are lost when the page closes, and the page says so. */
  lasting: boolean;
  signon: CrewSignon | null;
  config: Config | null;
  city: City | null;
  stations: Station[];
  current: Current | null;
  online: boolean;
  reports: readonly Report[];
  gps: GpsState;
  fix: Fix | null;
  /** The number of an incident whose assignment the desk ended, until the crew has seen it. */
  ended: string | null;
  /** The assignment that the phone rings for. */
  ringingFor: string | null;
}

export const FIRST_STATE: CrewState = {
  opened: false,
  lasting: true,
  signon: null,
  config: null,
  city: null,
  stations: [],
  current: null,
  online: true,
  reports: [],
  gps: 'off',
  fix: null,
  ended: null,
  ringingFor: null,
};

/** The assignment as the crew sees it: the server's word with the crew's own waiting reports laid over it. */
export interface PresentAssignment {
  assignment: Assignment;
  incident: Incident;
  route: Route | null;
  step: Step;
  /** True while the last step is not yet with the server. */
  waiting: boolean;
}

export function presentStep(assignment: Assignment, reports: readonly Report[]): { step: Step; waiting: boolean } {
  const steps = reports.filter(
    (report) => report.kind === 'step' && report.assignmentId === assignment.id && !report.refusal && report.step,
  );
  const furthest = steps.reduce<Step>(
    (step, report) => (report.step && rank(report.step) > rank(step) ? report.step : step),
    assignment.step,
  );
  return { step: furthest, waiting: furthest !== assignment.step };
}

export function presentAssignment(state: CrewState): PresentAssignment | null {
  const { assignment, incident, route } = state.current ?? { assignment: null, incident: null, route: null };
  if (!assignment?.open || !incident) return null;
  const { step, waiting } = presentStep(assignment, state.reports);
  if (hasEnded(step)) return null;
  return { assignment, incident, route, step, waiting };
}

export interface PresentEmergency {
  since: string;
  /** False while the server does not know of it. */
  sent: boolean;
  /** A crew that has given its reason sees the end at once, sent or not. */
  ending: boolean;
}

export function presentEmergency(state: CrewState): PresentEmergency | null {
  const waiting = state.reports.filter((report) => !report.refusal);
  const raised = waiting.findLast((report) => report.kind === 'emergency');
  const ended = waiting.findLast((report) => report.kind === 'emergency-end');
  const known = state.current?.unit.emergency ?? null;
  const ending = ended !== undefined && (raised === undefined || ended.id > raised.id);
  if (known) return { since: known.since, sent: true, ending };
  return raised ? { since: raised.at, sent: false, ending } : null;
}

/** The unit's status with a waiting change laid over it. */
export function presentStatus(state: CrewState): { status: Unit['status']; waiting: boolean } | null {
  // Without coverage since the page was opened, what waits here is all that is known.
  const change = state.reports.findLast((report) => report.kind === 'unit-status' && !report.refusal);
  const status = change?.body['status'] as Unit['status'] | undefined;
  if (status) return { status, waiting: true };
  const unit = state.current?.unit;
  return unit ? { status: unit.status, waiting: false } : null;
}

/** What came out of the answer to a step: the server's new word, taken at once and not only with the next poll. */
export function withAssignment(current: Current | null, assignment: Assignment): Current | null {
  if (current?.assignment?.id !== assignment.id) return current;
  return { ...current, assignment };
}
