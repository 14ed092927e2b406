import { useLanguage, useWords } from '../../i18n/language';
import { axisTop, count, hourText } from './numbers';
import { figuresWords } from './words';

const WIDTH = 600;
const HEIGHT = 240;
const LEFT = 44;
const BOTTOM = 28;
const TOP = 12;
const LINES = 4;

/** Bars of the 24 hours; the same numbers stand in a table for those who cannot see them. */
export function HourChart({ hours }: { hours: number[] }) {
  const language = useLanguage();
  const t = useWords(figuresWords);
  const most = Math.max(...hours);
  const values = { n: count(most, language), hour: hourText(hours.indexOf(most)) };
  return (
    <section aria-labelledby="by-hour">
      <h2 id="by-hour">{t('byHour')}</h2>
      <Bars hours={hours} label={t('byHourText', values)} />
      <details>
        <summary>{t('asTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('hour')}</th>
              <th scope="col" className="number">
                {t('incidents')}
              </th>
            </tr>
          </thead>
          <tbody>
            {hours.map((n, hour) => (
              <tr key={hour}>
                <th scope="row">{hourText(hour)}</th>
                <td className="number">{count(n, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function Bars({ hours, label }: { hours: number[]; label: string }) {
  const language = useLanguage();
  const top = axisTop(Math.max(...hours));
  const y = (n: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - n / top);
  const step = (WIDTH - LEFT) / hours.length;
  return (
    <svg className="hours" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {Array.from({ length: LINES + 1 }, (_, i) => (top * i) / LINES)
        .filter(Number.isInteger)
        .map((n) => (
          <g key={n}>
            <line x1={LEFT} x2={WIDTH} y1={y(n)} y2={y(n)} />
            <text x={LEFT - 8} y={y(n) + 4} textAnchor="end">
              {count(n, language)}
            </text>
          </g>
        ))}
      {hours.map((n, hour) => (
        <rect key={hour} x={LEFT + hour * step + 2} width={step - 4} y={y(n)} height={y(0) - y(n)} />
      ))}
      {hours.map(
        (_, hour) =>
          hour % 3 === 0 && (
            <text key={hour} x={LEFT + (hour + 0.5) * step} y={HEIGHT - 8} textAnchor="middle">
              {String(hour).padStart(2, '0')}
            </text>
          ),
      )}
    </svg>
  );
}
