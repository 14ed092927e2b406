import type { SubmitEvent } from 'react';
import type { Step } from '../../api/types';
import { useField } from '../../i18n/field';
import { useWords } from '../../i18n/language';
import { nowMs } from '../../state/clock';
import { entered } from '../../ui/form';
import { incidentWords } from './words';

interface StepFormProps {
  steps: Step[];
  busy: boolean;
  onStamp: (step: Step, extra: { at?: string; destination?: string }) => void;
}

/** Any later step, also with the time at which it happened. */
export function StepForm({ steps, busy, onStamp }: StepFormProps) {
  const t = useWords(incidentWords);
  const f = useField();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const at = entered(data, 'at');
    const destination = entered(data, 'destination');
    onStamp(data.get('step') as Step, {
      ...(at ? { at: lateTime(at) } : {}),
      ...(destination ? { destination } : {}),
    });
  };
  return (
    <form className="step-form" onSubmit={submit}>
      <select name="step" aria-label={t('moreSteps')}>
        {steps.map((step) => (
          <option key={step} value={step}>
            {f(`step.${step}`)}
          </option>
        ))}
      </select>
      <input name="at" type="time" step={1} aria-label={t('at')} title={t('at')} />
      {steps.includes('transporting') && (
        <input name="destination" placeholder={t('destination')} aria-label={t('destination')} maxLength={200} />
      )}
      <button type="submit" className="button small" disabled={busy}>
        {t('stamp')}
      </button>
    </form>
  );
}

/** A time of day that was entered late means the last time it was that time. */
export function lateTime(clock: string, now = nowMs()): string {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  const at = new Date(now);
  at.setHours(hours, minutes, seconds, 0);
  if (at.getTime() > now) at.setDate(at.getDate() - 1);
  return at.toISOString();
}
