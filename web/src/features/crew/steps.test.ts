import { expect, test } from 'vitest';
import type { Step } from '../../api/types';
import { nextStep, otherSteps, rank, STEP_ORDER } from './steps';

function walk(agency: string): Step[] {
  const taken: Step[] = [];
  for (let step = nextStep(agency, 'dispatched'); step; step = nextStep(agency, step)) taken.push(step);
  return taken;
}

test('an ambulance goes through patient and hospital', () => {
  expect(walk('medical')).toEqual([
    'acknowledged',
    'en-route',
    'on-scene',
    'at-patient',
    'transporting',
    'at-destination',
    'cleared',
  ]);
});

test.each(['fire', 'police', 'gas', 'traffic'])('%s goes from the scene to cleared', (agency) => {
  expect(walk(agency)).toEqual(['acknowledged', 'en-route', 'on-scene', 'cleared']);
});

test('a patrol that brings somebody in arrives there before it clears', () => {
  expect(nextStep('police', 'transporting')).toBe('at-destination');
  expect(nextStep('police', 'at-destination')).toBe('cleared');
});

test('a staged crew goes to the scene next', () => {
  expect(nextStep('fire', 'staged')).toBe('on-scene');
});

test('a reserved, cleared or cancelled unit has nothing to report', () => {
  for (const step of ['reserved', 'cleared', 'cancelled'] as const) {
    expect(nextStep('fire', step)).toBeNull();
    expect(otherSteps('fire', step)).toEqual([]);
  }
});

test('the list offers every later step but the one on the big button, and never an earlier one', () => {
  for (const agency of ['fire', 'medical']) {
    for (const step of STEP_ORDER.slice(1, -1)) {
      const others = otherSteps(agency, step);
      const next = nextStep(agency, step);
      expect(others).not.toContain(next);
      expect([...others, next].every((s) => s !== null && rank(s) > rank(step))).toBe(true);
      expect(others.length + 1).toBe(STEP_ORDER.length - 1 - rank(step));
    }
  }
});
