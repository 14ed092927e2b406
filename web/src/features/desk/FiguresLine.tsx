import { useField } from '../../i18n/field';
import { useWords } from '../../i18n/language';
import { useNowSeconds } from '../../state/clock';
import { useConfig, useNaming } from '../../state/config';
import { live } from '../../state/picture';
import { useStore } from '../../state/store';
import { travelText, wallClock } from '../../state/time';
import { agencyIcon } from '../../ui/Badges';
import { Clock } from '../../ui/Clock';
import { Icon } from '../../ui/Icon';
import { ConnectionDot } from './ConnectionDot';
import { deskWords } from './words';

/** One line of figures: what waits, how fast help leaves, who is free. */
export function FiguresLine() {
  const t = useWords(deskWords);
  const f = useField();
  const name = useNaming();
  const config = useConfig();
  const figures = useStore(live.picture, (picture) => picture.figures);
  const city = useStore(live.city);
  const target = config?.targets.find((each) => each.interval === 'receivedToFirstDispatch')?.seconds;
  const p90 = figures?.receivedToDispatchedP90Seconds;
  const units = { min: f('unit.min'), s: f('unit.s'), h: f('unit.h') };
  const late = typeof p90 === 'number' && target !== undefined && p90 > target;
  return (
    <section className="figures-line" aria-label={t('figuresLine')}>
      <div className={`figure ${figures && figures.pending > 0 ? 'is-loud' : ''}`}>
        <span className="figure-name">{t('pending')}</span>
        <span className="figure-value">
          {figures?.pending ?? '–'}
          {figures?.oldestPendingSince && (
            <small>
              {t('oldest')} <Clock since={figures.oldestPendingSince} lateAfter={target ?? 60} />
            </small>
          )}
        </span>
      </div>
      <div className="figure">
        <span className="figure-name">{t('open')}</span>
        <span className="figure-value">{figures?.open ?? '–'}</span>
      </div>
      <div className={`figure ${late ? 'is-late' : ''}`}>
        <span className="figure-name">{t('p90')}</span>
        <span className="figure-value" title={t('lastHour', { n: figures?.receivedToDispatchedCount ?? 0 })}>
          {typeof p90 === 'number' ? travelText(p90, units) : <small>{t('noFigure')}</small>}
        </span>
      </div>
      <div className={`figure ${figures?.warnings ? 'is-loud' : ''}`}>
        <span className="figure-name">{t('warnings')}</span>
        <span className="figure-value">{figures?.warnings ?? '–'}</span>
      </div>
      <div className="figure figure-free">
        <span className="figure-name">{t('free')}</span>
        <ul className="free-units" aria-label={t('free')}>
          {(config?.unitKinds ?? [])
            .filter((kind) => (figures?.unitsTotal[kind.code] ?? 0) > 0)
            .map((kind) => {
              const free = figures?.unitsFree[kind.code] ?? 0;
              return (
                <li
                  key={kind.code}
                  className={`agency-${kind.agency} ${free === 0 ? 'is-none' : ''}`}
                  title={name.unitKind(kind.code)}
                >
                  <Icon name={agencyIcon(kind.agency)} size={14} />
                  <span className="free-name">{name.unitKind(kind.code)}</span>
                  <strong>{free}</strong>
                  <small>/{figures?.unitsTotal[kind.code]}</small>
                </li>
              );
            })}
        </ul>
      </div>
      <div className="figure figure-city">
        <span className="figure-name ellipsis" title={city?.demo ? t('noSuch') : undefined}>
          {city?.name ?? ''} <ConnectionDot />
        </span>
        <Now />
      </div>
    </section>
  );
}

function Now() {
  const seconds = useNowSeconds();
  return <time className="figure-value">{wallClock(seconds * 1000)}</time>;
}
