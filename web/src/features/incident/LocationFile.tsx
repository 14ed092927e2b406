import type { SubmitEvent } from 'react';
import { addLocationEntry, endLocationEntry } from '../../api/desk';
import type { Incident, NewLocationEntry } from '../../api/types';
import { useField } from '../../i18n/field';
import { useWords } from '../../i18n/language';
import { nowMs } from '../../state/clock';
import { distanceText, timeText } from '../../state/time';
import { look } from '../../state/view';
import { Icon } from '../../ui/Icon';
import { done } from './actions';
import { incidentWords } from './words';
import { entered } from '../../ui/form';

const KINDS: readonly NewLocationEntry['kind'][] = ['hazard', 'access-code', 'hydrant', 'contact', 'note'];

/** What is known of the place: hazards first, they are why crews get hurt. */
export function LocationFile({ incident, reload }: { incident: Incident; reload: () => void }) {
  const t = useWords(incidentWords);
  const f = useField();
  const { lat, lon } = incident;
  const entries = [...incident.locationFile].sort(
    (a, b) => Number(b.kind === 'hazard') - Number(a.kind === 'hazard') || a.distanceMetres - b.distanceMetres,
  );
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    if (typeof lat !== 'number' || typeof lon !== 'number') return;
    const kind = data.get('kind') as NewLocationEntry['kind'];
    if (!done(await addLocationEntry({ kind, lat, lon, text: entered(data, 'text') }))) return;
    form.reset();
    reload();
  };
  if (entries.length === 0 && typeof lat !== 'number') return null;
  return (
    <section className="card" aria-label={t('locationFile')}>
      <h3>{t('locationFile')}</h3>
      {entries.map((entry, i) => (
        <div key={entry.id ?? `${entry.kind} ${i}`} className={`entry entry-${entry.kind}`}>
          <Icon name={entry.kind === 'hazard' ? 'hazard' : entry.kind === 'hydrant' ? 'gas' : 'layers'} size={16} />
          <span>
            <strong>{f(`entry.${entry.kind}`)}</strong> {entry.text}
            <span className="quiet-text">
              {' '}
              {distanceText(entry.distanceMetres, { m: f('unit.m'), km: f('unit.km') })}
              {entry.author ? ` · ${t('by', { who: entry.author })}` : ''}
              {entry.expiresAt ? ` · ${t('ends', { time: timeText(entry.expiresAt, nowMs()).slice(0, 10) })}` : ''}
            </span>
          </span>
          {entry.id && (
            <button
              type="button"
              className="button small quiet icon-only"
              aria-label={t('endEntry')}
              title={t('endEntry')}
              onClick={() =>
                void endLocationEntry(entry.id ?? '')
                  .then(done)
                  .then(reload)
              }
            >
              <Icon name="close" size={14} />
            </button>
          )}
          {entry.incidentId && (
            <button
              type="button"
              className="button small"
              onClick={() => look({ incidentId: entry.incidentId ?? null })}
            >
              {t('openIt')}
            </button>
          )}
        </div>
      ))}
      {typeof lat === 'number' && (
        <details>
          <summary>{t('addEntry')}</summary>
          <form className="entry-form" onSubmit={(event) => void submit(event)}>
            <select name="kind" aria-label={t('entryKind')}>
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {f(`entry.${kind}`)}
                </option>
              ))}
            </select>
            <input name="text" required maxLength={1000} aria-label={t('entryText')} placeholder={t('entryText')} />
            <button type="submit" className="button small">
              {t('keep')}
            </button>
          </form>
        </details>
      )}
    </section>
  );
}
