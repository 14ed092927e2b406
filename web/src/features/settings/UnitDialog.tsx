import { useState, type SubmitEvent } from 'react';
import { addUnit, editUnit, getUnit, retireUnit } from '../../api/desk';
import type { NewUnit, Unit } from '../../api/types';
import { nameIn, say, useLanguage, useWords } from '../../i18n/language';
import { useConfig, useNaming } from '../../state/config';
import { live } from '../../state/picture';
import { useStore } from '../../state/store';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/toasts';
import { done } from '../incident/actions';
import { settingsWords } from './words';
import { entered } from '../../ui/form';

/** Adds a unit, or changes and retires one. */
export function UnitDialog({ unit, onClose }: { unit: Unit | null; onClose: () => void }) {
  const t = useWords(settingsWords);
  const name = useNaming();
  const chosen = useLanguage();
  const config = useConfig();
  const stations = useStore(live.stations);
  const [agency, setAgency] = useState(unit?.agency ?? config?.agencies[0]?.code ?? '');
  const [retiring, setRetiring] = useState(false);
  const kinds = (config?.unitKinds ?? []).filter((kind) => kind.agency === agency);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = readUnit(new FormData(event.currentTarget));
    const result = unit ? await change(unit.id, entered) : await addUnit({ ...entered, agency });
    if (!done(result)) return;
    live.hold(null, [result.value]);
    toast('good', say(settingsWords, 'saved', { callSign: result.value.callSign }));
    onClose();
  };
  const retire = async () => {
    if (!unit || !done(await retireUnit(unit.id))) return;
    toast('good', say(settingsWords, 'retired', { callSign: unit.callSign }));
    onClose();
  };
  if (unit && retiring) {
    return (
      <Dialog title={t('retireTitle', { callSign: unit.callSign })} closeLabel={t('cancel')} onClose={onClose}>
        <p>{t('retireText')}</p>
        <div className="row end">
          <button type="button" className="button" onClick={() => setRetiring(false)}>
            {t('cancel')}
          </button>
          <button type="button" className="button primary" onClick={() => void retire()}>
            {t('retire')}
          </button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={unit ? `${t('edit')} ${unit.callSign}` : t('add')} closeLabel={t('cancel')} onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <div className="row">
          <label className="field">
            {t('callSign')}
            <input
              name="callSign"
              required
              pattern="[A-Za-z0-9\-]{1,20}"
              defaultValue={unit?.callSign}
              autoComplete="off"
              autoFocus
            />
          </label>
          <label className="field">
            {t('agency')}
            <select value={agency} disabled={unit !== null} onChange={(event) => setAgency(event.target.value)}>
              {(config?.agencies ?? []).map((each) => (
                <option key={each.code} value={each.code}>
                  {name.agency(each.code)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <label className="field">
          {t('kind')}
          <select key={agency} name="kind" defaultValue={unit?.kind} required>
            {kinds.map((kind) => (
              <option key={kind.code} value={kind.code}>
                {name.unitKind(kind.code)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {t('skills')} ({t('skillsHint')})
          <input name="skills" defaultValue={unit?.skills.join(' ')} autoComplete="off" />
        </label>
        <label className="field">
          {t('station')}
          <select name="stationId" defaultValue={unit?.stationId ?? ''}>
            <option value="">{t('noStation')}</option>
            {stations.map((station) => (
              <option key={station.id} value={station.id}>
                {nameIn(station.name, chosen)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {t('crewName')} ({t('crewHint')})
          <input name="crewName" maxLength={60} defaultValue={unit?.crewName ?? ''} autoComplete="off" />
        </label>
        <div className="row between">
          {unit ? (
            <button type="button" className="button" onClick={() => setRetiring(true)}>
              {t('retire')}
            </button>
          ) : (
            <span />
          )}
          <button type="submit" className="button primary">
            {t('save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function readUnit(data: FormData): Omit<NewUnit, 'agency'> {
  return {
    callSign: entered(data, 'callSign'),
    kind: entered(data, 'kind'),
    skills: entered(data, 'skills').split(/\s+/).filter(Boolean),
    stationId: entered(data, 'stationId') || null,
    crewName: entered(data, 'crewName') || null,
  };
}

/** Read again just before, so that only a change in this very moment is a conflict. */
async function change(unitId: string, edit: Omit<NewUnit, 'agency'>) {
  const held = await getUnit(unitId);
  return held.ok ? editUnit(unitId, held.etag, edit) : held;
}
