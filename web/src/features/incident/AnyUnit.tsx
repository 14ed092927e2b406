import { useId, useMemo, useState, type SubmitEvent } from 'react';
import type { Incident, Unit } from '../../api/types';
import { useField } from '../../i18n/field';
import { useWords } from '../../i18n/language';
import { live } from '../../state/picture';
import { Key } from '../../ui/Badges';
import { incidentWords } from './words';

/** Any unit of the city by its call sign: the recommendation advises, it does not limit. */
export function AnyUnit({ incident, onSend }: { incident: Incident; onSend: (unitId: string) => void }) {
  const t = useWords(incidentWords);
  const f = useField();
  const [text, setText] = useState('');
  const list = useId();
  const found = useMemo(() => findUnits(text), [text]);
  const exact = found.find((unit) => unit.callSign.toLowerCase() === text.trim().toLowerCase());
  const chosen = exact ?? (found.length === 1 ? found[0] : undefined);
  const already = incident.assigned.some((assigned) => assigned.unitId === chosen?.id);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!chosen || already) return;
    setText('');
    onSend(chosen.id);
  };
  return (
    <form className="any-unit" onSubmit={submit}>
      <label className="field-inline">
        <span>
          {t('anyUnit')} <Key>U</Key>
        </span>
        <input
          id="any-unit"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t('anyUnitHint')}
          list={list}
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <datalist id={list}>
        {found.map((unit) => (
          <option key={unit.id} value={unit.callSign}>
            {f(`status.${unit.status}`)}
          </option>
        ))}
      </datalist>
      <button type="submit" className="button" disabled={!chosen || already}>
        {t('send')}
      </button>
      <span className="any-unit-status" aria-live="polite">
        {text !== '' && found.length === 0 && t('noUnit')}
        {chosen && f(`status.${chosen.status}`)}
      </span>
    </form>
  );
}

export function findUnits(text: string, limit = 12): Unit[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const found = [...live.picture.get().units.values()].filter((unit) => unit.callSign.toLowerCase().startsWith(wanted));
  const natural = new Intl.Collator('en', { numeric: true });
  return found.sort((a, b) => natural.compare(a.callSign, b.callSign)).slice(0, limit);
}
