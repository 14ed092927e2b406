import type { Step } from '../../api/types';

/** The steps of an assignment in their order; `cancelled` is the desk's word and no step of a crew. */
export const STEP_ORDER = [
  'reserved',
  'dispatched',
  'acknowledged',
  'en-route',
  'staged',
  'on-scene',
  'at-patient',
  'transporting',
  'at-destination',
  'cleared',
] as const satisfies readonly Step[];

const COMMON: readonly Step[] = ['acknowledged', 'en-route', 'on-scene', 'cleared'];
const MEDICAL: readonly Step[] = [
  'acknowledged',
  'en-route',
  'on-scene',
  'at-patient',
  'transporting',
  'at-destination',
  'cleared',
];

/** The steps that a crew of this agency takes as a rule. */
function usualSteps(agency: string): readonly Step[] {
  return agency === 'medical' ? MEDICAL : COMMON;
}

export function rank(step: Step): number {
  return STEP_ORDER.indexOf(step as (typeof STEP_ORDER)[number]);
}

export function hasEnded(step: Step): boolean {
  return step === 'cleared' || step === 'cancelled';
}

/** The step for the one big button; null while a unit is only reserved and when the assignment has ended. */
export function nextStep(agency: string, step: Step): Step | null {
  if (step === 'reserved' || hasEnded(step)) return null;
  if (step === 'transporting') return 'at-destination';
  return usualSteps(agency).find((candidate) => rank(candidate) > rank(step)) ?? null;
}

/** What else the crew may report now: steps may be skipped, so every later step except the one on the big button. */
export function otherSteps(agency: string, step: Step): Step[] {
  if (step === 'reserved' || hasEnded(step)) return [];
  const next = nextStep(agency, step);
  return STEP_ORDER.filter((candidate) => rank(candidate) > rank(step) && candidate !== next);
}
