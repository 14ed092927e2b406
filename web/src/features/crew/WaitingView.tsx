import { useState } from 'react';
import type { UnitStatus } from '../../api/types';
import { useField } from '../../i18n/field';
import { nameIn, useLanguage } from '../../i18n/language';
import { timeText } from '../../state/time';
import { presentStatus } from './crewState';
import { OnViewSheet } from './OnViewSheet';
import { TextSheet } from './TextSheet';
import { useCrew, useCrewStore, useNow, useT } from './useCrew';

const CHOICES: UnitStatus[] = ['available-in-quarters', 'available-mobile', 'delayed', 'out-of-service', 'off-duty'];

/** Between two assignments: the unit's status, and a way to start an incident that the crew meets. */
export function WaitingView() {
  const state = useCrew();
  const store = useCrewStore();
  const t = useT();
  const [sheet, setSheet] = useState<'on-view' | 'out-of-service' | null>(null);
  const present = presentStatus(state);
  const unit = state.current?.unit;
  return (
    <>
      <section className="card calm">
        <h1>{t('noAssignment')}</h1>
        <p>{unit?.boundByCrew ? t('boundByCrew') : t('noAssignmentText')}</p>
      </section>
      <StatusChoice
        present={present}
        onChoose={(status) => (status === 'out-of-service' ? setSheet(status) : void store.unitStatus(status))}
      />
      <button type="button" className="wide" onClick={() => setSheet('on-view')}>
        {t('onView')}
      </button>
      {sheet === 'on-view' && <OnViewSheet onClose={() => setSheet(null)} />}
      {sheet === 'out-of-service' && <OutOfServiceSheet onClose={() => setSheet(null)} />}
    </>
  );
}

function StatusChoice(props: { present: ReturnType<typeof presentStatus>; onChoose: (status: UnitStatus) => void }) {
  const { current } = useCrew();
  const f = useField();
  const now = useNow();
  const t = useT();
  const { present } = props;
  return (
    <section className="card">
      <h2>{t('yourStatus')}</h2>
      <div className="statuses">
        {CHOICES.map((status) => (
          <button
            key={status}
            type="button"
            aria-pressed={present?.status === status}
            onClick={() => present?.status !== status && props.onChoose(status)}
          >
            {f(`status.${status}`)}
            {present?.status === status && (
              <small>
                {present.waiting
                  ? t('waitingToSend')
                  : [t('since', { time: timeText(current?.unit.statusSince, now) }), current?.unit.statusReason]
                      .filter(Boolean)
                      .join(' · ')}
              </small>
            )}
          </button>
        ))}
      </div>
    </section>
  );
}

function OutOfServiceSheet({ onClose }: { onClose: () => void }) {
  const { config } = useCrew();
  const store = useCrewStore();
  const language = useLanguage();
  const t = useT();
  const send = (reason: string): void => {
    void store.unitStatus('out-of-service', reason);
    onClose();
  };
  return (
    <TextSheet
      title={t('outOfServiceTitle')}
      label={t('reason')}
      button={t('send')}
      maxLength={200}
      onSend={send}
      onClose={onClose}
    >
      <div className="chips">
        {config?.outOfServiceReasons?.map((reason) => (
          <button key={reason.code} type="button" onClick={() => send(reason.code ?? nameIn(reason.name, 'en'))}>
            {nameIn(reason.name, language)}
          </button>
        ))}
      </div>
    </TextSheet>
  );
}
