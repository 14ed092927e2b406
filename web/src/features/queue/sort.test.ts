import { expect, test } from 'vitest';
import type { IncidentSummary } from '../../api/types';
import { byUrgency, holdRows, sortQueue } from './sort';

let count = 0;
function incident(change: Partial<IncidentSummary>): IncidentSummary {
  const id = `id-${String(++count).padStart(4, '0')}`;
  return {
    id,
    number: `2026-${count}`,
    typeCode: 'FIRE',
    priority: 3,
    alarmLevel: 1,
    state: 'on-scene',
    stateSince: '2026-01-01T10:00:00Z',
    receivedAt: '2026-01-01T10:00:00Z',
    parts: [{ agency: 'fire', priority: 3, state: 'on-scene' }],
    assigned: [],
    warnings: [],
    callCount: 1,
    version: 1,
    ...change,
  };
}

test('a crew in danger, then urgency, then who waits, then age', () => {
  const danger = incident({ priority: 5, warnings: [{ kind: 'emergency', since: '2026-01-01T10:00:00Z' }] });
  const top = incident({ priority: 1, receivedAt: '2026-01-01T11:00:00Z' });
  const waiting = incident({ priority: 2, state: 'pending', receivedAt: '2026-01-01T10:30:00Z' });
  const older = incident({ priority: 2, receivedAt: '2026-01-01T10:10:00Z' });
  const newer = incident({ priority: 2, receivedAt: '2026-01-01T10:20:00Z' });
  const all = [newer, older, waiting, top, danger];
  expect(sortQueue(all, null)).toEqual([danger, top, waiting, older, newer]);
});

test('the order does not depend on the order of arrival', () => {
  const seed = 20260101;
  let state = seed;
  const random = () => (state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
  const all = Array.from({ length: 300 }, () =>
    incident({
      priority: 1 + Math.floor(random() * 5),
      state: random() < 0.5 ? 'pending' : 'dispatched',
      receivedAt: new Date(Math.floor(random() * 5) * 60_000).toISOString(),
    }),
  );
  const shuffled = [...all].sort(() => random() - 0.5);
  expect(sortQueue(shuffled, null), `seed ${seed}`).toEqual(sortQueue(all, null));
  const sorted = sortQueue(all, null);
  sorted.slice(1).forEach((each, i) => {
    const before = sorted[i];
    if (before) expect(byUrgency(before, each), `seed ${seed}, row ${i}`).toBeLessThan(0);
  });
});

test('an agency sees its open parts, and every crew in danger', () => {
  const fire = incident({});
  const medical = incident({ parts: [{ agency: 'medical', priority: 2, state: 'pending' }] });
  const over = incident({ parts: [{ agency: 'medical', priority: 2, state: 'closed' }] });
  const danger = incident({ warnings: [{ kind: 'emergency', since: '2026-01-01T10:00:00Z' }] });
  expect(sortQueue([fire, medical, over, danger], 'medical')).toEqual([danger, medical]);
});

test('held still: rows keep their places, closed ones stay, new ones wait', () => {
  const [a, b, c] = [incident({}), incident({}), incident({ priority: 1 })];
  const changed = { ...b, priority: 1 };
  const now = new Map([changed, c].map((each) => [each.id, each]));
  const held = holdRows([a, b], sortQueue(now.values(), null), now);
  expect(held.rows.map((row) => [row.id, row.state])).toEqual([
    [a.id, 'closed'],
    [b.id, 'on-scene'],
  ]);
  expect(held.rows[1]).toBe(changed);
  expect(held.fresh).toEqual([c]);
});
