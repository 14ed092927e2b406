import { expect, test } from 'vitest';
import { clockText, distanceText, isoDuration, setTimeZone, timeText, travelText } from './time';

const UNITS = { min: 'min', s: 's', h: 'h' };

test('running clocks', () => {
  expect([-3, 0, 7, 754, 3723, 172_800 + 4 * 3600].map(clockText)).toEqual([
    '0:00',
    '0:00',
    '0:07',
    '12:34',
    '1:02:03',
    '2d 4h',
  ]);
  expect(isoDuration(-1)).toBe('PT0S');
});

test('times of day are those of the city, other days carry their date', () => {
  setTimeZone('Asia/Tashkent');
  const now = Date.parse('2026-01-02T20:00:00Z');
  expect(timeText('2026-01-02T19:30:05Z', now)).toBe('00:30:05');
  expect(timeText('2026-01-02T18:30:05Z', now)).toBe('2026-01-02 23:30:05');
  expect(timeText(null, now)).toBe('');
  expect(timeText('nonsense', now)).toBe('');
  setTimeZone('Nowhere/Land');
  expect(timeText('2026-01-02T19:30:05Z', now)).toBe('00:30:05');
});

test('travel times and distances as they are spoken', () => {
  expect([null, 0, 45, 240, 250, 5400].map((s) => travelText(s, UNITS))).toEqual([
    '–',
    '0 s',
    '45 s',
    '4 min',
    '4 min 10 s',
    '1 h 30 min',
  ]);
  expect([null, 4, 346, 994, 995, 12_340].map((m) => distanceText(m, { m: 'm', km: 'km' }))).toEqual([
    '–',
    '0 m',
    '350 m',
    '990 m',
    '1.0 km',
    '12.3 km',
  ]);
});
