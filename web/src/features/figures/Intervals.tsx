import type { Interval } from '../../api/types';
import { useField } from '../../i18n/field';
import { useLanguage, useWords, type Translate } from '../../i18n/language';
import { travelText } from '../../state/time';
import { count, percent, verdictOf } from './numbers';
import { figuresWords, type FiguresWord } from './words';

const KNOWN = [
  'receivedToEntry',
  'receivedToFirstDispatch',
  'dispatchToFirstEnRoute',
  'enRouteToOnScene',
  'receivedToFirstOnScene',
  'dispatchToAvailable',
] as const satisfies readonly FiguresWord[];

/** An interval that this page has no word for is shown by its name rather than hidden. */
function nameOf(key: string, t: Translate<FiguresWord>): string {
  const known = KNOWN.find((one) => one === key);
  return known ? t(known) : key;
}

export function Intervals({ intervals }: { intervals: Record<string, Interval> }) {
  const language = useLanguage();
  const t = useWords(figuresWords);
  const f = useField();
  const units = { min: f('unit.min'), s: f('unit.s'), h: f('unit.h') };
  const keys = [...KNOWN.filter((key) => key in intervals), ...Object.keys(intervals).filter((key) => !isKnown(key))];
  return (
    <section aria-labelledby="intervals">
      <h2 id="intervals">{t('intervals')}</h2>
      <div className="scroll" tabIndex={0} role="group" aria-labelledby="intervals">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('interval')}</th>
              <th scope="col" className="number">
                {t('count')}
              </th>
              <th scope="col" className="number">
                {t('p50')}
              </th>
              <th scope="col" className="number">
                {t('p90')}
              </th>
              <th scope="col">{t('target')}</th>
              <th scope="col">{t('result')}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => {
              const interval = intervals[key];
              if (!interval) return null;
              const { n, p50Seconds, p90Seconds, targetSeconds, targetShare } = interval;
              return (
                <tr key={key}>
                  <th scope="row">{nameOf(key, t)}</th>
                  <td className="number">{count(n, language)}</td>
                  <td className="number">{travelText(p50Seconds, units)}</td>
                  <td className="number">{travelText(p90Seconds, units)}</td>
                  <td>
                    {targetSeconds != null && targetShare != null
                      ? t('targetText', {
                          time: travelText(targetSeconds, units),
                          share: percent(targetShare, language),
                        })
                      : t('noTarget')}
                  </td>
                  <td>
                    <Result interval={interval} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function isKnown(key: string): boolean {
  return KNOWN.some((one) => one === key);
}

/** In words and with a sign, so that colour is not needed. */
function Result({ interval }: { interval: Interval }) {
  const language = useLanguage();
  const t = useWords(figuresWords);
  const verdict = verdictOf(interval);
  if (verdict.kind === 'none') return <>–</>;
  const met = verdict.kind === 'met';
  return (
    <span className={met ? 'met' : 'not-met'}>
      <span aria-hidden="true">{met ? '✓' : '✕'}</span>{' '}
      {t(met ? 'met' : 'notMet', { share: percent(verdict.within, language) })}
    </span>
  );
}
