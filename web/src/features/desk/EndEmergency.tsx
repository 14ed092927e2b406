import { useState, type SubmitEvent } from 'react';
import { useWords } from '../../i18n/language';
import { deskWords } from './words';
import { entered } from '../../ui/form';

/** An emergency ends with a reason, never with one click. */
export function EndEmergency({ onEnd }: { onEnd: (reason: string) => void }) {
  const t = useWords(deskWords);
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <button type="button" className="button small" onClick={() => setAsking(true)}>
        {t('endEmergency')}
      </button>
    );
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onEnd(entered(new FormData(event.currentTarget), 'reason'));
    setAsking(false);
  };
  return (
    <form className="row end-emergency" onSubmit={submit}>
      <input
        name="reason"
        required
        maxLength={400}
        autoFocus
        autoComplete="off"
        aria-label={t('endReason')}
        placeholder={t('endReason')}
        onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
      />
      <button type="submit" className="button small">
        {t('endEmergency')}
      </button>
    </form>
  );
}
