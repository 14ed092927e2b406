import { splitCall } from '../../api/desk';
import type { Incident } from '../../api/types';
import { useField } from '../../i18n/field';
import { say, useWords } from '../../i18n/language';
import { nowMs } from '../../state/clock';
import { timeText } from '../../state/time';
import { look } from '../../state/view';
import { Icon } from '../../ui/Icon';
import { toast } from '../../ui/toasts';
import { shortNumber } from '../queue/QueueRow';
import { done } from './actions';
import { incidentWords } from './words';

/** Who called. Handlers of an open incident see the number they have to call back. */
export function Callers({ incident }: { incident: Incident }) {
  const t = useWords(incidentWords);
  const f = useField();
  const calls = [...incident.calls].reverse();
  return (
    <section className="card" aria-label={t('callers')}>
      <h3>{t('callers')}</h3>
      {calls.map((call) => (
        <div key={call.id} className="caller">
          <div className="caller-head">
            <Icon name="phone" size={14} />
            {call.callerPhone ? (
              <a href={`tel:${call.callerPhone.replaceAll(/[^+\d]/g, '')}`}>{call.callerPhone}</a>
            ) : (
              <span className="quiet-text">{call.callerPhoneMasked ?? t('noPhone')}</span>
            )}
            <span>{call.callerName ?? ''}</span>
            {call.kind !== 'voice' && <span className="tag">{f(`callKind.${call.kind}`)}</span>}
            <time className="quiet-text" dateTime={call.receivedAt}>
              {timeText(call.receivedAt, nowMs())}
            </time>
          </div>
          {call.description && <p className="caller-text">{call.description}</p>}
          {incident.calls.length > 1 && (
            <button type="button" className="button small quiet" onClick={() => void split(call.id)}>
              <Icon name="merge" size={14} /> {t('split')}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}

async function split(callId: string): Promise<void> {
  const result = await splitCall(callId);
  if (!done(result)) return;
  toast('good', say(incidentWords, 'splitDone', { number: shortNumber(result.value.number) }));
  look({ incidentId: result.value.id });
}
