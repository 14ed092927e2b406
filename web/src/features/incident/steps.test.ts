import { expect, test } from 'vitest';
import { laterSteps, nextStep } from './steps';

test('an ambulance goes to the patient and the hospital, an engine does not', () => {
  expect(nextStep('on-scene', 'medical')).toBe('at-patient');
  expect(nextStep('on-scene', 'fire')).toBe('cleared');
  expect(laterSteps('on-scene', 'fire')).toEqual(['cleared', 'cancelled']);
  expect(laterSteps('at-patient', 'medical')).toEqual(['transporting', 'at-destination', 'cleared', 'cancelled']);
  expect(laterSteps('cleared', 'medical')).toEqual([]);
});
