import { useState } from 'react';
import type { Station } from '../../api/types';
import { nameIn, useLanguage } from '../../i18n/language';
import { distanceText } from '../../state/time';
import { metresBetween } from './geo';
import { Sheet } from './Sheet';
import { useCrew, useT, useUnitWords } from './useCrew';

const SHOWN = 6;

/** Where the patient goes: the nearest hospitals by straight line, another place, or nothing named. */
export function DestinationSheet(props: { onChoose: (destination?: string) => void; onClose: () => void }) {
  const { stations, fix, current } = useCrew();
  const language = useLanguage();
  const t = useT();
  const [other, setOther] = useState('');
  const here = fix ?? (current?.unit.position || null);
  const words = useUnitWords();
  const hospitals = stations
    .filter((station) => station.kind === 'hospital')
    .map((station: Station) => ({ station, metres: here ? metresBetween(here, station) : null }))
    .sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0))
    .slice(0, SHOWN);
  return (
    <Sheet title={t('whereTo')} onClose={props.onClose}>
      {hospitals.map(({ station, metres }) => (
        <button
          key={station.id}
          type="button"
          className="wide left"
          onClick={() => props.onChoose(nameIn(station.name, 'en'))}
        >
          {nameIn(station.name, language)}
          {metres !== null && <small>{distanceText(metres, words)}</small>}
        </button>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (other.trim()) props.onChoose(other.trim());
        }}
      >
        <label className="field">
          <span>{t('anotherPlace')}</span>
          <input value={other} maxLength={200} onChange={(event) => setOther(event.target.value)} />
        </label>
        {other.trim() && (
          <button type="submit" className="wide primary">
            {t('send')}
          </button>
        )}
      </form>
      <button type="button" className="wide" onClick={() => props.onChoose()}>
        {t('goWithout')}
      </button>
    </Sheet>
  );
}
