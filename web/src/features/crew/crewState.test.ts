import { expect, test } from 'vitest';
import type { Assignment, Step, Unit } from '../../api/types';
import { FIRST_STATE, presentAssignment, presentEmergency, presentStatus, withAssignment } from './crewState';
import type { CrewState, Current } from './crewState';
import type { Report, ReportKind } from './outbox';

let ids = 0;

function report(kind: ReportKind, more: Partial<Report> = {}): Report {
  const at = '2026-05-01T08:00:00Z';
  const common = { path: '/x', body: {}, at, unitId: 'u', callSign: 'A1', signonId: 's', assignmentId: 'a' };
  return { ...common, kind, id: ++ids, key: `k${ids}`, ...more };
}

const step = (step: Step, more: Partial<Report> = {}): Report => report('step', { step, ...more });
const refusal = { type: 'about:blank', title: 'no', status: 409, code: 'conflict' };

const unit: Unit = {
  id: 'u',
  callSign: 'A1',
  agency: 'medical',
  kind: 'ambulance',
  skills: [],
  status: 'on-assignment',
  statusSince: '2026-05-01T07:00:00Z',
  emergency: null,
  version: 1,
};

function state(known: Step, reports: Report[], more: Partial<Unit> = {}): CrewState {
  const assignment = { id: 'a', step: known, open: known !== 'cleared' } as Assignment;
  const current = { unit: { ...unit, ...more }, assignment, incident: { id: 'i' }, route: null } as Current;
  return { ...FIRST_STATE, current, reports };
}

test('waiting steps lie over what the server knows, the furthest counts', () => {
  const shown = presentAssignment(state('en-route', [step('on-scene'), step('at-patient')]));
  expect(shown).toMatchObject({ step: 'at-patient', waiting: true });
  expect(presentAssignment(state('on-scene', []))).toMatchObject({ step: 'on-scene', waiting: false });
});

test('a step that the desk entered meanwhile is not taken back by an older waiting one', () => {
  expect(presentAssignment(state('on-scene', [step('en-route')]))).toMatchObject({ step: 'on-scene', waiting: false });
});

test('refused steps and those of another assignment do not count', () => {
  const reports = [step('on-scene', { refusal }), step('cleared', { assignmentId: 'other' })];
  expect(presentAssignment(state('en-route', reports))?.step).toBe('en-route');
});

test('a cleared crew has no assignment, also before the server knows', () => {
  expect(presentAssignment(state('on-scene', [step('cleared')]))).toBeNull();
  expect(presentAssignment(state('cleared', []))).toBeNull();
});

test('an emergency shows from the press on, says whether it is sent, and ends with its reason', () => {
  expect(presentEmergency(state('on-scene', []))).toBeNull();
  expect(presentEmergency(state('on-scene', [report('emergency')]))).toMatchObject({ sent: false, ending: false });
  const known = { emergency: { since: '2026-05-01T08:00:00Z' } };
  expect(presentEmergency(state('on-scene', [], known))).toMatchObject({ sent: true, ending: false });
  expect(presentEmergency(state('on-scene', [report('emergency-end')], known))).toMatchObject({ ending: true });
  const again = [report('emergency-end'), report('emergency')];
  expect(presentEmergency(state('on-scene', again))).toMatchObject({ sent: false, ending: false });
});

test('a waiting status shows at once', () => {
  const waiting = report('unit-status', { body: { status: 'delayed' } });
  expect(presentStatus(state('cleared', [waiting]))).toEqual({ status: 'delayed', waiting: true });
  expect(presentStatus(state('cleared', []))).toEqual({ status: 'on-assignment', waiting: false });
});

test('the answer to a step is shown only on its own assignment', () => {
  const { current } = state('en-route', []);
  expect(withAssignment(current, { id: 'a', step: 'on-scene' } as Assignment)?.assignment?.step).toBe('on-scene');
  expect(withAssignment(current, { id: 'b', step: 'on-scene' } as Assignment)?.assignment?.step).toBe('en-route');
});
