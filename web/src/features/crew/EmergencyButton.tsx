import { useRef, useState, type PointerEvent } from 'react';
import { Sheet } from './Sheet';
import { useCrewStore, useT } from './useCrew';

const HOLD_MS = 2000;

/** Held for two seconds it raises at once; a short press, a keyboard or a screen reader gets a question instead. */
export function EmergencyButton() {
  const store = useCrewStore();
  const t = useT();
  const [holding, setHolding] = useState(false);
  const [asking, setAsking] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const raised = useRef(false);

  function hold(event: PointerEvent): void {
    if (event.button !== 0) return;
    raised.current = false;
    setHolding(true);
    timer.current = setTimeout(() => {
      raised.current = true;
      setHolding(false);
      void store.emergency();
    }, HOLD_MS);
  }

  function release(): void {
    clearTimeout(timer.current);
    setHolding(false);
  }

  return (
    <>
      <button
        type="button"
        className={holding ? 'emergency holding' : 'emergency'}
        onPointerDown={hold}
        onPointerUp={release}
        onPointerLeave={release}
        onPointerCancel={release}
        onContextMenu={(event) => event.preventDefault()}
        onClick={() => {
          if (!raised.current) setAsking(true);
        }}
      >
        <span aria-hidden="true">⚠</span> {t('emergency')} <small>{t('emergencyHold')}</small>
      </button>
      {asking && (
        <Sheet title={t('emergencyTitle')} onClose={() => setAsking(false)}>
          <p>{t('emergencyText')}</p>
          <button
            type="button"
            className="wide danger big"
            onClick={() => {
              setAsking(false);
              void store.emergency();
            }}
          >
            {t('emergencyRaise')}
          </button>
          <button type="button" className="wide" onClick={() => setAsking(false)}>
            {t('cancel')}
          </button>
        </Sheet>
      )}
    </>
  );
}
