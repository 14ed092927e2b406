import { useLanguage, useWords } from '../../i18n/language';
import { timeText, wallClock } from '../../state/time';
import { count } from './numbers';
import type { FiguresData } from './useFigures';
import { figuresWords } from './words';

/** The large numbers, and what time they are for. */
export function Counts({ data }: { data: FiguresData }) {
  const { kpi, countedAt } = data;
  const language = useLanguage();
  const t = useWords(figuresWords);
  // Always with the day: figures are printed and read later.
  const day = (iso: string): string => timeText(iso, 0);
  const period = kpi.from && kpi.to ? t('period', { from: day(kpi.from), to: day(kpi.to) }) : t('periodAll');
  return (
    <section aria-labelledby="period">
      <h2 id="period" className="period">
        {period}
      </h2>
      <dl className="counts">
        <div>
          <dt>{t('incidents')}</dt>
          <dd>{count(kpi.incidents, language)}</dd>
        </div>
        {kpi.calls != null && (
          <div>
            <dt>{t('calls')}</dt>
            <dd>{count(kpi.calls, language)}</dd>
          </div>
        )}
        <div>
          <dt>{t('maxBusy')}</dt>
          <dd>
            {count(kpi.maxUnitsBusy.n, language)}
            {kpi.maxUnitsBusy.at && <small>{t('maxBusyAt', { time: day(kpi.maxUnitsBusy.at) })}</small>}
          </dd>
        </div>
      </dl>
      <p className="as-of">{t('asOf', { time: wallClock(countedAt) })}</p>
    </section>
  );
}
