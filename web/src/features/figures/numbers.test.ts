import { expect, test } from 'vitest';
import { axisTop, count, hourText, percent, verdictOf } from './numbers';

test('counts by language', () => {
  expect(count(12345, 'en')).toBe('12,345');
  expect(count(12345, 'ru').replaceAll(/\s/g, ' ')).toBe('12 345');
  expect(count(12345, 'uz')).toBe(count(12345, 'ru'));
});

test('a share below the target is not rounded up to it', () => {
  expect(percent(0.8996, 'en')).toBe('89.9 %');
  expect(percent(0.9, 'en')).toBe('90 %');
  expect(percent(0.29, 'en')).toBe('29 %');
  expect(percent(1, 'en')).toBe('100 %');
  expect(percent(0.125, 'ru')).toBe('12,5 %');
});

test('met, not met, and nothing to say', () => {
  const base = { n: 10, p50Seconds: 1, p90Seconds: 2, targetSeconds: 60, targetShare: 0.9 };
  expect(verdictOf({ ...base, withinTarget: 0.9 })).toEqual({ kind: 'met', within: 0.9 });
  expect(verdictOf({ ...base, withinTarget: 0.89 })).toEqual({ kind: 'not-met', within: 0.89 });
  expect(verdictOf({ ...base, withinTarget: null })).toEqual({ kind: 'none' });
  expect(verdictOf({ ...base, n: 0, withinTarget: 0 })).toEqual({ kind: 'none' });
  expect(verdictOf({ n: 3, p50Seconds: 1, p90Seconds: 2 })).toEqual({ kind: 'none' });
});

test('the axis ends at a round number not below the largest value, with whole quarters or fifths', () => {
  for (let most = 0; most <= 5000; most++) {
    const top = axisTop(most);
    expect(top).toBeGreaterThanOrEqual(most);
    expect(top % 2, String(most)).toBe(0);
    expect(top, String(most)).toBeLessThanOrEqual(Math.max(4, most * 2));
  }
});

test('hours', () => {
  expect(hourText(7)).toBe('07:00');
});
