import { useState, type SyntheticEvent } from 'react';
import type { Unit } from '../../api/types';
import { useField } from '../../i18n/field';
import { nameIn, useLanguage } from '../../i18n/language';
import { LanguageChoice } from './CrewHeader';
import { useCrew, useCrewStore, useT } from './useCrew';
import { useUnits } from './useUnits';

/** The first page: who, and which unit. Both are remembered. */
export function SignOnForm() {
  const store = useCrewStore();
  const t = useT();
  const [name, setName] = useState(() => localStorage.getItem('chorsu.crew.name') ?? '');
  const [start, setStart] = useState('');
  const [chosen, setChosen] = useState<Unit | null>(null);
  const [problem, setProblem] = useState<'nameNeeded' | 'signOnFailed' | null>(null);
  const units = useUnits(start);

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (!chosen) return;
    if (name.trim() === '') {
      setProblem('nameNeeded');
      return;
    }
    localStorage.setItem('chorsu.crew.name', name.trim());
    setProblem((await store.signOn(name.trim(), chosen)) ? null : 'signOnFailed');
  }

  return (
    <form className="sign-on" onSubmit={(event) => void submit(event)} noValidate>
      <h1>{t('signOnTitle')}</h1>
      <label className="field">
        <span>{t('yourName')}</span>
        <input
          value={name}
          maxLength={120}
          autoComplete="name"
          onChange={(event) => setName(event.target.value)}
          aria-invalid={problem === 'nameNeeded'}
        />
      </label>
      <label className="field">
        <span>{t('findUnit')}</span>
        <input
          type="search"
          value={start}
          maxLength={40}
          autoCapitalize="characters"
          autoComplete="off"
          placeholder={t('findUnitHint')}
          onChange={(event) => setStart(event.target.value)}
        />
      </label>
      <fieldset className="units">
        <legend>{t('units')}</legend>
        {units?.length === 0 && <p>{t('noUnits')}</p>}
        {units?.map((unit) => (
          <UnitChoice key={unit.id} unit={unit} chosen={unit.id === chosen?.id} onChoose={() => setChosen(unit)} />
        ))}
      </fieldset>
      <LanguageChoice />
      <div className="bottom">
        {problem && (
          <p role="alert" className="problem">
            {t(problem)}
          </p>
        )}
        <button type="submit" className="wide primary big" disabled={!chosen}>
          {chosen ? t('signOn', { unit: chosen.callSign }) : t('chooseUnit')}
        </button>
      </div>
    </form>
  );
}

function UnitChoice({ unit, chosen, onChoose }: { unit: Unit; chosen: boolean; onChoose: () => void }) {
  const { config } = useCrew();
  const f = useField();
  const language = useLanguage();
  const t = useT();
  const kind = nameIn(config?.unitKinds.find((one) => one.code === unit.kind)?.name, language) || unit.kind;
  const details = [kind, unit.stationName, unit.crewName && t('crewOf', { crew: unit.crewName })].filter(Boolean);
  return (
    <label className={chosen ? 'unit chosen' : 'unit'}>
      <input type="radio" name="unit" checked={chosen} onChange={onChoose} />
      <span>
        <strong>{unit.callSign}</strong> {details.join(' · ')}
        <small>{f(`status.${unit.status}`)}</small>
      </span>
    </label>
  );
}
