import { dispatch, stampAssignment, type StampBody } from '../../api/desk';
import type { DispatchOutcome, UnitOutcome } from '../../api/types';
import type { Result } from '../../api/client';
import { outcomeText, problemText } from '../../i18n/field';
import { say } from '../../i18n/language';
import { toast } from '../../ui/toasts';
import { incidentWords } from './words';

/** Sends units and says who goes and who does not. True when at least one goes. */
export async function send(incidentId: string, unitIds: string[], takeFrom: string[] = []): Promise<boolean> {
  if (unitIds.length === 0) return false;
  const result: Result<DispatchOutcome> = await dispatch(incidentId, unitIds, takeFrom);
  if (!result.ok) {
    toast('bad', problemText(result.problem));
    return false;
  }
  tell(result.value.outcomes);
  return true;
}

function tell(outcomes: readonly UnitOutcome[]): void {
  const going = outcomes.filter((o) => o.outcome === 'dispatched' || o.outcome === 'reserved');
  const not = outcomes.filter((o) => o.outcome === 'conflict' || o.outcome === 'refused');
  if (going.length > 0) {
    toast('good', say(incidentWords, 'sent', { units: going.map((o) => o.callSign ?? '').join(', ') }));
  }
  if (not.length > 0) toast('bad', say(incidentWords, 'conflicts', { what: not.map(outcomeText).join('; ') }));
}

export async function stamp(assignmentId: string, body: StampBody): Promise<boolean> {
  return done(await stampAssignment(assignmentId, body));
}

/** Tells a refusal; true when it went well. */
export function done<T>(result: Result<T>): result is Extract<Result<T>, { ok: true }> {
  if (!result.ok) toast('bad', problemText(result.problem));
  return result.ok;
}
