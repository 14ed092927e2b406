import { useEffect, useState, type SubmitEvent } from 'react';
import { handOver, listHandovers } from '../../api/desk';
import type { Handover as Kept } from '../../api/types';
import { say, useWords } from '../../i18n/language';
import { nowMs } from '../../state/clock';
import { useNaming } from '../../state/config';
import { signon } from '../../state/signon';
import { useStore } from '../../state/store';
import { timeText } from '../../state/time';
import { look } from '../../state/view';
import { PriorityBadge } from '../../ui/Badges';
import { toast } from '../../ui/toasts';
import { done } from '../incident/actions';
import { shortNumber } from '../queue/QueueRow';
import { settingsWords } from './words';
import { entered } from '../../ui/form';

export function Handover() {
  const t = useWords(settingsWords);
  const person = useStore(signon);
  const [kept, setKept] = useState<readonly Kept[] | null>(null);
  useEffect(() => {
    void listHandovers().then((result) => done(result) && setKept(result.value.items));
  }, []);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const toName = entered(data, 'to');
    const result = await handOver({
      desk: person?.desk ?? '–',
      note: entered(data, 'note'),
      ...(toName ? { toName } : {}),
    });
    if (!done(result)) return;
    toast('good', say(settingsWords, 'handed'));
    form.reset();
    setKept((held) => [result.value, ...(held ?? [])]);
  };
  return (
    <div className="handover">
      <form className="form card" onSubmit={(event) => void submit(event)}>
        <p className="quiet-text">{t('handoverText')}</p>
        <label className="field">
          {t('to')}
          <input name="to" maxLength={120} autoComplete="off" />
        </label>
        <label className="field">
          {t('note')}
          <textarea name="note" rows={8} required maxLength={4000} />
        </label>
        <div className="row end">
          <button type="submit" className="button primary">
            {t('handOver')}
          </button>
        </div>
      </form>
      <section aria-label={t('earlierHandovers')}>
        <h2>{t('earlierHandovers')}</h2>
        {kept === null && <p className="quiet-text">{t('loading')}</p>}
        {kept?.length === 0 && <p className="quiet-text">{t('noHandovers')}</p>}
        {kept?.map((each) => (
          <KeptHandover key={each.id} handover={each} />
        ))}
      </section>
    </div>
  );
}

function KeptHandover({ handover }: { handover: Kept }) {
  const t = useWords(settingsWords);
  const name = useNaming();
  return (
    <article className="card">
      <strong>
        {timeText(handover.at, nowMs())} · {t('from', { by: handover.byName, desk: handover.desk })}
        {handover.toName ? `, ${t('takes', { who: handover.toName })}` : ''}
      </strong>
      <p className="handover-note">{handover.note}</p>
      <details>
        <summary>{t('openThen', { n: handover.openIncidents.length })}</summary>
        {handover.openIncidents.map((each) => (
          <button
            key={each.incidentId}
            type="button"
            className="button quiet handover-incident"
            onClick={() => look({ mode: 'desk', incidentId: each.incidentId })}
          >
            <PriorityBadge level={each.priority ?? 5} label={name.priority(each.priority ?? 5)} /> #
            {shortNumber(each.number)} {name.type(each.typeCode ?? '')}{' '}
            <span className="quiet-text ellipsis">{each.address}</span>
          </button>
        ))}
      </details>
    </article>
  );
}
