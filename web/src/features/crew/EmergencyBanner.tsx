import { useState } from 'react';
import { wallClock } from '../../state/time';
import { presentEmergency } from './crewState';
import { TextSheet } from './TextSheet';
import { useCrew, useCrewStore, useT } from './useCrew';

/** While an emergency is on: whether the desk has it, and the end, which needs a reason. */
export function EmergencyBanner() {
  const state = useCrew();
  const store = useCrewStore();
  const t = useT();
  const [ending, setEnding] = useState(false);
  const emergency = presentEmergency(state);
  if (!emergency) return null;
  const { since, sent } = emergency;
  const time = wallClock(Date.parse(since));
  return (
    <section className="emergency-on" role="alert">
      <h2>
        <span aria-hidden="true">⚠</span> {t('emergencyOn')}
      </h2>
      <p>{sent ? t(state.online ? 'emergencySent' : 'emergencySentOffline', { time }) : t('emergencyNotSent')}</p>
      {emergency.ending ? (
        <p>{t('emergencyEnding')}</p>
      ) : (
        <button type="button" className="wide" onClick={() => setEnding(true)}>
          {t('emergencyEnd')}
        </button>
      )}
      {ending && (
        <TextSheet
          title={t('emergencyEndTitle')}
          label={t('reason')}
          button={t('emergencyEndSend')}
          maxLength={400}
          onClose={() => setEnding(false)}
          onSend={(reason) => {
            setEnding(false);
            void store.endEmergency(reason);
          }}
        />
      )}
    </section>
  );
}
