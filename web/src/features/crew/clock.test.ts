import { expect, test } from 'vitest';
import { ServerClock } from './clock';

const NOON = Date.parse('2026-05-01T12:00:00Z');

test('a right clock stays untouched by rounding and a slow answer', () => {
  const clock = new ServerClock(0, () => NOON);
  expect(clock.learn(new Date(NOON - 900).toUTCString(), NOON - 2000, NOON + 400)).toBe(false);
  expect(clock.stamp()).toBe('2026-05-01T12:00:00.000Z');
});

test('a clock that is wrong by a year is put right', () => {
  const clock = new ServerClock(0, () => NOON - 365 * 86_400_000);
  const asked = NOON - 365 * 86_400_000;
  expect(clock.learn(new Date(NOON).toUTCString(), asked - 50, asked + 50)).toBe(true);
  expect(Math.abs(clock.time() - NOON)).toBeLessThan(1000);
  expect(Math.abs(Date.parse(clock.stampOf(asked)) - NOON)).toBeLessThan(1000);
});

test('a clock that was set right meanwhile loses its offset', () => {
  const clock = new ServerClock(60_000, () => NOON);
  expect(clock.learn(new Date(NOON).toUTCString(), NOON - 20, NOON + 20)).toBe(true);
  expect(clock.offsetMs).toBe(0);
});

test('an answer without a time teaches nothing', () => {
  const clock = new ServerClock(5000, () => NOON);
  expect(clock.learn(null, NOON, NOON)).toBe(false);
  expect(clock.learn('rubbish', NOON, NOON)).toBe(false);
  expect(clock.offsetMs).toBe(5000);
});
