import { useState } from 'react';
import { useCrew, useCrewStore, useT } from './useCrew';

/** Signing off asks once more, because it ends the alerts of this phone. */
export function SignOffButton({ onDone }: { onDone: () => void }) {
  const { signon, reports } = useCrew();
  const store = useCrewStore();
  const [asking, setAsking] = useState(false);
  const t = useT();
  if (!signon) return null;
  if (!asking) {
    return (
      <button type="button" className="wide" onClick={() => setAsking(true)}>
        {t('signOff')}
      </button>
    );
  }
  return (
    <section className="asking">
      <h3>{t('signOffTitle', { unit: signon.callSign })}</h3>
      <p>{t('signOffText')}</p>
      {reports.length > 0 && <p>{t('signOffWaiting', { n: reports.length })}</p>}
      <button
        type="button"
        className="wide primary"
        onClick={() => {
          onDone();
          void store.signOff();
        }}
      >
        {t('signOff')}
      </button>
    </section>
  );
}
