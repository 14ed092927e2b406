import type { Assignment, Step } from '../../api/types';

/** The usual next step of a crew; ambulances go on to the patient and the hospital. */
export function nextStep(step: Step, agency: string): Step | null {
  const medical = agency === 'medical';
  switch (step) {
    case 'reserved':
      return 'dispatched';
    case 'dispatched':
      return 'acknowledged';
    case 'acknowledged':
      return 'en-route';
    case 'en-route':
    case 'staged':
      return 'on-scene';
    case 'on-scene':
      return medical ? 'at-patient' : 'cleared';
    case 'at-patient':
      return 'transporting';
    case 'transporting':
      return 'at-destination';
    case 'at-destination':
      return 'cleared';
    case 'cleared':
    case 'cancelled':
      return null;
  }
}

const ORDER: readonly Step[] = [
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
];

/** All steps that may still come (steps may be skipped), and cancelling. */
export function laterSteps(step: Step, agency: string): Step[] {
  if (step === 'cleared' || step === 'cancelled') return [];
  const later = ORDER.slice(ORDER.indexOf(step) + 1);
  const fits = agency === 'medical' ? later : later.filter((each) => !MEDICAL.has(each));
  return [...fits, 'cancelled'];
}

const MEDICAL: ReadonlySet<Step> = new Set(['at-patient', 'transporting', 'at-destination']);

export function sinceStep(assignment: Assignment): string | undefined {
  return assignment.stamps.findLast((each) => each.step === assignment.step)?.at;
}
