import type { Config, Kpi } from '../../api/types';
import { useField } from '../../i18n/field';
import { nameIn, useLanguage, useWords } from '../../i18n/language';
import { travelText } from '../../state/time';
import { count, percent } from './numbers';
import { figuresWords } from './words';

/** Incidents by type, most first. */
export function TypeTable({ kpi, config }: { kpi: Kpi; config: Config }) {
  const language = useLanguage();
  const t = useWords(figuresWords);
  const f = useField();
  const units = { min: f('unit.min'), s: f('unit.s'), h: f('unit.h') };
  const rows = Object.entries(kpi.byType).sort(([, a], [, b]) => b.incidents - a.incidents);
  const all = rows.reduce((sum, [, row]) => sum + row.incidents, 0);
  const most = rows[0]?.[1].incidents ?? 1;
  return (
    <section aria-labelledby="by-type">
      <h2 id="by-type">{t('byType')}</h2>
      <div className="scroll" tabIndex={0} role="group" aria-labelledby="by-type">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('type')}</th>
              <th scope="col" className="number">
                {t('incidents')}
              </th>
              <th scope="col" className="number">
                {t('share')}
              </th>
              <th scope="col" className="number">
                {t('receivedToFirstOnScene')}, P90
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([code, row]) => (
              <tr key={code}>
                <th scope="row">
                  {nameIn(config.incidentTypes.find((type) => type.code === code)?.name, language) || code}
                  <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={(100 * row.incidents) / most} height="4" />
                  </svg>
                </th>
                <td className="number">{count(row.incidents, language)}</td>
                <td className="number">{percent(all === 0 ? 0 : row.incidents / all, language)}</td>
                <td className="number">{travelText(row.receivedToFirstOnScene?.p90Seconds, units)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
