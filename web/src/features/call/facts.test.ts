import { expect, test } from 'vitest';
import { changes, isWorthSaving, newCall, NO_FACTS, type Facts } from './facts';

const facts = (part: Partial<Facts>): Facts => ({ ...NO_FACTS, ...part });

test('a phone number alone makes no incident, a place or a type does', () => {
  expect(isWorthSaving(facts({ callerPhone: '+998901234567' }))).toBe(false);
  expect(isWorthSaving(facts({ address: '  ' }))).toBe(false);
  expect(isWorthSaving(facts({ typeCode: 'FIRE' }))).toBe(true);
  expect(isWorthSaving(facts({ lat: 0, lon: 0 }))).toBe(true);
});

test('only what is known is sent', () => {
  expect(newCall(facts({ typeCode: 'FIRE', address: ' Navoi 12 ' }), '2026-01-01T10:00:00Z')).toEqual({
    kind: 'voice',
    receivedAt: '2026-01-01T10:00:00Z',
    typeCode: 'FIRE',
    address: 'Navoi 12',
  });
});

test('later only what changed; a place travels whole', () => {
  const saved = facts({ typeCode: 'FIRE', address: 'Navoi' });
  const location = { method: 'address' as const };
  expect(changes(saved, { ...saved, callerPhone: '101' })).toEqual({ callerPhone: '101' });
  expect(changes(saved, { ...saved, address: '' })).toEqual({ address: null });
  expect(changes(saved, { ...saved, lat: 41, lon: 69, location })).toEqual({ lat: 41, lon: 69, location });
  expect(changes(saved, saved)).toEqual({});
});

test('free text is appended on the server: only the new end of it is sent', () => {
  const saved = facts({ description: 'Smoke.' });
  expect(changes(saved, facts({ description: 'Smoke. Third floor.' }))).toEqual({ description: 'Third floor.' });
  expect(changes(saved, facts({ description: 'No smoke.' }))).toEqual({ description: 'No smoke.' });
  expect(changes(saved, facts({ description: '' }))).toEqual({});
});
