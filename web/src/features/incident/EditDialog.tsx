import { useState, type SubmitEvent } from 'react';
import { addPart, editIncident } from '../../api/desk';
import type { Incident, IncidentEdit, Place } from '../../api/types';
import { say, useWords } from '../../i18n/language';
import { useConfig, useNaming } from '../../state/config';
import { openDialog } from '../../state/desk';
import { live } from '../../state/picture';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/toasts';
import { AddressField } from '../call/AddressField';
import { shortNumber } from '../queue/QueueRow';
import { done } from './actions';
import { Buttons } from './Dialogs';
import { incidentWords } from './words';
import { entered } from '../../ui/form';

export function EditDialog({
  incident,
  etag,
  reload,
}: {
  incident: Incident;
  etag: string | null;
  reload: () => void;
}) {
  const t = useWords(incidentWords);
  const name = useNaming();
  const config = useConfig();
  const [typeCode, setTypeCode] = useState(incident.typeCode);
  const [address, setAddress] = useState(incident.address ?? '');
  const [place, setPlace] = useState<Place | null>(null);
  const type = config?.incidentTypes.find((each) => each.code === typeCode);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const edit = changesOf(incident, data, address, place);
    if (Object.keys(edit).length > 0) {
      const result = await editIncident(incident.id, etag, edit);
      if (!done(result)) {
        reload();
        return;
      }
      live.hold(result.value);
      toast('good', say(incidentWords, 'saved'));
    }
    const agency = entered(data, 'agency');
    if (agency && !done(await addPart(incident.id, agency))) return;
    openDialog(null);
    reload();
  };

  return (
    <Dialog
      title={t('editTitle', { number: shortNumber(incident.number) })}
      closeLabel={t('cancel')}
      onClose={() => openDialog(null)}
    >
      <form className="form" onSubmit={(event) => void submit(event)}>
        <div className="row">
          <label className="field">
            {t('type')}
            <select name="typeCode" value={typeCode} onChange={(event) => setTypeCode(event.target.value)} autoFocus>
              {(config?.incidentTypes ?? []).map((each) => (
                <option key={each.code} value={each.code}>
                  {name.type(each.code)}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            {t('subtype')}
            <select key={typeCode} name="subtypeCode" defaultValue={incident.subtypeCode ?? ''}>
              <option value="">{t('noSubtype')}</option>
              {(type?.subtypes ?? []).map((each) => (
                <option key={each.code} value={each.code}>
                  {name.type(typeCode, each.code)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <div className="row">
          <label className="field">
            {t('priority')}
            <select name="priority" defaultValue={incident.priority}>
              {(config?.priorities ?? []).map((each) => (
                <option key={each.level} value={each.level}>
                  P{each.level} {name.priority(each.level)}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            {t('alarmLevel')}
            <input name="alarmLevel" type="number" min={1} max={5} defaultValue={incident.alarmLevel} required />
          </label>
        </div>
        <AddressField label={t('address')} text={address} onText={setAddress} onPlace={setPlace} />
        <label className="field">
          {t('addAgency')}
          <select name="agency" defaultValue="">
            <option value="">–</option>
            {(config?.agencies ?? [])
              .filter((each) => !incident.parts.some((part) => part.agency === each.code))
              .map((each) => (
                <option key={each.code} value={each.code}>
                  {name.agency(each.code)} {each.number}
                </option>
              ))}
          </select>
        </label>
        <Buttons yes={t('save')} no={t('cancel')} />
      </form>
    </Dialog>
  );
}

/** Only what a person changed is sent, so that two people can edit different things. */
function changesOf(incident: Incident, data: FormData, address: string, place: Place | null): IncidentEdit {
  const edit: IncidentEdit = {};
  const typeCode = entered(data, 'typeCode');
  const subtypeCode = entered(data, 'subtypeCode') || null;
  const priority = Number(data.get('priority'));
  const alarmLevel = Number(data.get('alarmLevel'));
  if (typeCode !== incident.typeCode) edit.typeCode = typeCode;
  if (subtypeCode !== (incident.subtypeCode ?? null)) edit.subtypeCode = subtypeCode;
  if (priority !== incident.priority) edit.priority = priority;
  if (alarmLevel !== incident.alarmLevel) edit.alarmLevel = alarmLevel;
  if (address.trim() !== (incident.address ?? '')) edit.address = address.trim() || null;
  if (place && typeof place.lat === 'number' && typeof place.lon === 'number') {
    edit.lat = place.lat;
    edit.lon = place.lon;
    edit.location = { method: place.kind === 'crossing' ? 'crossing' : 'address', verified: true };
  }
  return edit;
}
