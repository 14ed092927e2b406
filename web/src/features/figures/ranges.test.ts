import { expect, test } from 'vitest';
import { choiceOf, dayOf, offsetMinutes, queryOf, searchOf, startOfDay } from './ranges';

const iso = (at: number): string => new Date(at).toISOString();

test('a day begins at the city’s midnight', () => {
  expect(iso(startOfDay('2026-05-01', 'Asia/Tashkent'))).toBe('2026-04-30T19:00:00.000Z');
  expect(iso(startOfDay('2026-05-01', 'UTC'))).toBe('2026-05-01T00:00:00.000Z');
});

test('the days when the clock changes have 23 and 25 hours', () => {
  const zone = 'America/Los_Angeles';
  const hours = (day: string, next: string): number => (startOfDay(next, zone) - startOfDay(day, zone)) / 3_600_000;
  expect(hours('2019-03-10', '2019-03-11')).toBe(23);
  expect(hours('2019-11-03', '2019-11-04')).toBe(25);
  expect(hours('2019-06-03', '2019-06-04')).toBe(24);
});

test('where midnight does not exist the day begins an hour later', () => {
  const at = startOfDay('2022-09-11', 'America/Santiago');
  expect(dayOf(at, 'America/Santiago')).toBe('2022-09-11');
  expect(dayOf(at - 1000, 'America/Santiago')).toBe('2022-09-10');
});

test('all over ten years: the start of its day is not after it, and in the same day', () => {
  for (const zone of ['Asia/Tashkent', 'America/Los_Angeles', 'Europe/Berlin', 'Australia/Lord_Howe']) {
    for (let at = Date.parse('2015-01-01T00:30:00Z'); at < Date.parse('2025-01-01'); at += 251 * 3_600_000) {
      const start = startOfDay(dayOf(at, zone), zone);
      expect(start <= at && dayOf(start, zone) === dayOf(at, zone), `${zone} ${iso(at)}`).toBe(true);
    }
  }
});

test('offset of a zone', () => {
  expect(offsetMinutes('Asia/Tashkent', 0)).toBe(360);
  expect(offsetMinutes('Asia/Tashkent', Date.parse('2026-01-01'))).toBe(300);
});

test('what the page asks for', () => {
  const now = Date.parse('2026-05-01T20:00:00Z');
  const usual = { since: '', until: '' };
  expect(queryOf({ range: 'today', ...usual }, 'Asia/Tashkent', now)).toEqual({
    from: '2026-05-01T19:00:00.000Z',
    to: '2026-05-02T19:00:00.000Z',
    source: 'all',
  });
  expect(queryOf({ range: 'week', ...usual }, 'Asia/Tashkent', now).from).toBe('2026-04-25T19:00:00.000Z');
  expect(queryOf({ range: 'imported', ...usual }, 'Asia/Tashkent', now)).toEqual({ source: 'imported' });
  expect(queryOf({ range: 'custom', since: '2019-01-01', until: '2019-01-31' }, 'UTC', now)).toEqual({
    from: '2019-01-01T00:00:00.000Z',
    to: '2019-02-01T00:00:00.000Z',
    source: 'all',
  });
});

test('the address holds the choice, and a strange one means today', () => {
  for (const choice of [
    choiceOf('', '2026-05-01'),
    choiceOf('?range=week', '2026-05-01'),
    choiceOf('?range=imported', '2026-05-01'),
    choiceOf('?range=custom&since=2019-01-01&until=2019-02-01', '2026-05-01'),
  ]) {
    expect(choiceOf(searchOf(choice), '2026-05-01')).toEqual(choice);
  }
  for (const strange of [
    '?range=custom',
    '?range=custom&since=2019-99-01&until=x',
    '?range=%00',
    '?range=custom&since=2020-01-02&until=2020-01-01',
  ]) {
    expect(choiceOf(strange, '2026-05-01').range).toBe('today');
  }
});
