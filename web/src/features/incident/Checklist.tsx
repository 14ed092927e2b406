import { stampBenchmark, tickChecklist } from '../../api/desk';
import type { Incident } from '../../api/types';
import { nameIn, useLanguage, useWords } from '../../i18n/language';
import { nowMs } from '../../state/clock';
import { useConfig, useNaming } from '../../state/config';
import { timeText } from '../../state/time';
import { Icon } from '../../ui/Icon';
import { done } from './actions';
import { incidentWords } from './words';

/** What to do, what to ask, and the moments that count. */
export function Checklist({ incident, reload }: { incident: Incident; reload: () => void }) {
  const t = useWords(incidentWords);
  const chosen = useLanguage();
  const config = useConfig();
  const name = useNaming();
  const open = incident.state !== 'closed';
  const agencies = new Set(incident.parts.map((part) => part.agency));
  const benchmarks = (config?.benchmarks ?? []).filter(
    (each) => !each.agencies || each.agencies.length === 0 || each.agencies.some((agency) => agencies.has(agency)),
  );
  const stamped = new Map((incident.benchmarks ?? []).map((each) => [each.code, each.at]));
  return (
    <>
      {incident.checklist.length > 0 && (
        <section className="card" aria-label={t('checklist')}>
          <h3>{t('checklist')}</h3>
          {incident.checklist.map((item) => (
            <label key={item.item} className="check">
              <input
                type="checkbox"
                checked={item.done}
                disabled={!open}
                onChange={() => void tickChecklist(incident.id, item.item, !item.done).then(done).then(reload)}
              />
              <span>{nameIn(item.text, chosen)}</span>
              {item.done && item.at && (
                <time className="quiet-text" dateTime={item.at} title={item.by ?? undefined}>
                  {timeText(item.at, nowMs())}
                </time>
              )}
            </label>
          ))}
        </section>
      )}
      {benchmarks.length > 0 && (
        <section className="card" aria-label={t('benchmarks')}>
          <h3>{t('benchmarks')}</h3>
          <div className="benchmarks">
            {benchmarks.map((each) => {
              const at = stamped.get(each.code);
              return at ? (
                <span key={each.code} className="benchmark is-stamped">
                  <Icon name="check" size={14} /> {name.benchmark(each.code)}{' '}
                  <time dateTime={at}>{timeText(at, nowMs())}</time>
                </span>
              ) : (
                <button
                  key={each.code}
                  type="button"
                  className="button small"
                  disabled={!open}
                  aria-label={t('stampNow', { name: name.benchmark(each.code) })}
                  onClick={() => void stampBenchmark(incident.id, each.code).then(done).then(reload)}
                >
                  {name.benchmark(each.code)}
                </button>
              );
            })}
          </div>
        </section>
      )}
    </>
  );
}
