import { useCallback } from 'react';
import type { Problem, UnitOutcome } from '../api/types';
import { CANCELLED, OFFLINE } from '../api/client';
import { fieldWords, isFieldKey } from './field.words';
import { language, useLanguage } from './language';
import { fill, type Language, type Values } from './words';

export type FieldTranslate = (key: string, values?: Values) => string;

function fieldText(chosen: Language, key: string, values?: Values): string {
  return isFieldKey(key) ? fill(chosen, fieldWords[chosen][key], values) : key.slice(key.indexOf('.') + 1);
}

/** Words of the field by `group.code`; a code that this page does not know is shown as the server sent it. */
export function useField(): FieldTranslate {
  const chosen = useLanguage();
  return useCallback((key: string, values?: Values) => fieldText(chosen, key, values), [chosen]);
}

export function sayField(key: string, values?: Values): string {
  return fieldText(language(), key, values);
}

/** One sentence for a person about a refusal. */
export function problemText(problem: Problem): string {
  if (problem.code === OFFLINE) return sayField('offline');
  if (problem.code === CANCELLED) return '';
  const outcomes = (problem.outcomes ?? []).filter((o) => o.outcome === 'conflict' || o.outcome === 'refused');
  if (outcomes.length > 0) return outcomes.map(outcomeText).join('; ');
  const known = `problem.${problem.code}`;
  if (isFieldKey(known)) return sayField(known);
  const field = problem.field ? ` (${problem.field})` : '';
  return sayField('problem.other', { detail: (problem.detail ?? problem.title) + field });
}

export function outcomeText(outcome: UnitOutcome): string {
  const key = `rule.${outcome.rule ?? ''}`;
  if (isFieldKey(key)) return sayField(key, { callSign: outcome.callSign ?? '' });
  return outcome.reason ?? outcome.rule ?? outcome.outcome;
}
