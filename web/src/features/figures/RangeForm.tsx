import { useState } from 'react';
import { useWords } from '../../i18n/language';
import type { Choice, RangeName } from './ranges';
import { figuresWords } from './words';

const RANGES: RangeName[] = ['today', 'week', 'imported', 'custom'];

/** Which time the figures are for. */
export function RangeForm({ choice, onChoose }: { choice: Choice; onChoose: (next: Choice) => void }) {
  const t = useWords(figuresWords);
  const [days, setDays] = useState({ since: choice.since, until: choice.until });
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className="range"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const right = days.since !== '' && days.until !== '' && days.since <= days.until;
        setWrong(!right);
        if (right) onChoose({ range: 'custom', ...days });
      }}
    >
      <fieldset>
        <legend>{t('range')}</legend>
        {RANGES.map((range) => (
          <label key={range} className={choice.range === range ? 'chosen' : ''}>
            <input
              type="radio"
              name="range"
              checked={choice.range === range}
              onChange={() => onChoose({ range, ...days })}
            />
            {t(range)}
          </label>
        ))}
      </fieldset>
      {choice.range === 'custom' && (
        <div className="days">
          <label>
            {t('since')}{' '}
            <input type="date" value={days.since} onChange={(e) => setDays({ ...days, since: e.target.value })} />
          </label>
          <label>
            {t('until')}{' '}
            <input type="date" value={days.until} onChange={(e) => setDays({ ...days, until: e.target.value })} />
          </label>
          <button type="submit">{t('show')}</button>
          {wrong && <span role="alert">{t('wrongDays')}</span>}
        </div>
      )}
    </form>
  );
}
