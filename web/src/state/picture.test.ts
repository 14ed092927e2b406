import { expect, test } from 'vitest';
import type { IncidentSummary, Unit } from '../api/types';
import { applyChanges, type Change, type Picture } from './picture';

const EMPTY: Picture = {
  incidents: new Map(),
  units: new Map(),
  closures: [],
  figures: null,
  ready: true,
  problem: null,
};

const incident = (id: string, version: number, state: IncidentSummary['state'] = 'pending') =>
  ({ id, version, state, number: id }) as IncidentSummary;
const unit = (id: string, version: number, status: Unit['status'] = 'available-mobile') =>
  ({ id, version, status, callSign: id }) as Unit;
const change = (part: Partial<Change>): Change => ({
  seq: 1,
  at: '2026-01-01T10:00:00Z',
  kind: 'x',
  actor: '',
  ...part,
});

test('changes are applied, closed incidents leave', () => {
  const first = applyChanges(EMPTY, [
    change({ incident: incident('a', 1) }),
    change({ incident: incident('b', 1), units: [unit('E1', 3)] }),
  ]);
  expect([...first.incidents.keys()]).toEqual(['a', 'b']);
  const second = applyChanges(first, [change({ incident: incident('a', 2, 'closed') })]);
  expect([...second.incidents.keys()]).toEqual(['b']);
  expect(second.units.get('E1')?.version).toBe(3);
});

test('what is older than the held version changes nothing', () => {
  const held = applyChanges(EMPTY, [
    change({ incident: incident('a', 5, 'on-scene'), units: [unit('E1', 9, 'on-assignment')] }),
  ]);
  const after = applyChanges(held, [change({ incident: incident('a', 4), units: [unit('E1', 8)] })]);
  expect(after.incidents.get('a')?.state).toBe('on-scene');
  expect(after.units.get('E1')?.status).toBe('on-assignment');
});

test('the held picture itself is never changed', () => {
  const held = applyChanges(EMPTY, [change({ incident: incident('a', 1) })]);
  applyChanges(held, [change({ incident: incident('a', 2, 'closed') }), change({ incident: incident('b', 1) })]);
  expect([...held.incidents.keys()]).toEqual(['a']);
});

test('a retired unit leaves', () => {
  const held = applyChanges(EMPTY, [change({ units: [unit('E1', 1)] })]);
  expect(applyChanges(held, [change({ kind: 'unit-retired', unitId: 'E1' })]).units.size).toBe(0);
});
