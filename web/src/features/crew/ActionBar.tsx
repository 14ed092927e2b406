import { useState } from 'react';
import type { Step } from '../../api/types';
import type { PresentAssignment } from './crewState';
import { DestinationSheet } from './DestinationSheet';
import { EmergencyButton } from './EmergencyButton';
import { Sheet } from './Sheet';
import { nextStep, otherSteps } from './steps';
import { TextSheet } from './TextSheet';
import { useAfterTap } from './useAfterTap';
import { useCrewStore, useT } from './useCrew';
import { stepButtonWord } from './wording';

type Open = 'steps' | 'note' | 'destination' | null;

/** The lower edge: one big button for the next step, the rest small beside it. */
export function ActionBar({ present }: { present: PresentAssignment | null }) {
  const store = useCrewStore();
  const t = useT();
  const [open, setOpen] = useState<Open>(null);
  const [settled, tapped] = useAfterTap();
  const agency = present?.assignment.agency ?? '';
  const next = present ? nextStep(agency, present.step) : null;
  const others = present ? otherSteps(agency, present.step) : [];

  function take(step: Step): void {
    if (!settled) return;
    tapped();
    if (step === 'transporting') {
      setOpen('destination');
      return;
    }
    setOpen(null);
    void store.step(step);
  }

  const close = (): void => setOpen(null);
  return (
    <div className="actions" role="group" aria-label={t('menu')}>
      {next && (
        <button type="button" className="next" aria-disabled={!settled} onClick={() => take(next)}>
          {t(stepButtonWord(next))}
        </button>
      )}
      <div className="row">
        {present && (
          <button type="button" onClick={() => setOpen('note')}>
            {t('note')}
          </button>
        )}
        {others.length > 0 && (
          <button type="button" onClick={() => setOpen('steps')}>
            {t('otherSteps')}
          </button>
        )}
        <EmergencyButton />
      </div>
      {open === 'steps' && (
        <Sheet title={t('otherStepsTitle')} onClose={close}>
          {others.map((step) => (
            <button key={step} type="button" className="wide" onClick={() => take(step)}>
              {t(stepButtonWord(step))}
            </button>
          ))}
        </Sheet>
      )}
      {open === 'destination' && (
        <DestinationSheet
          onClose={close}
          onChoose={(destination) => {
            close();
            void store.step('transporting', destination);
          }}
        />
      )}
      {open === 'note' && (
        <TextSheet
          title={t('noteTitle')}
          label={t('noteText')}
          button={t('send')}
          maxLength={4000}
          onClose={close}
          onSend={(text) => {
            close();
            void store.note(text);
          }}
        />
      )}
    </div>
  );
}
