import type { SubmitEvent } from 'react';
import { closeIncident, reopenIncident } from '../../api/desk';
import type { Incident } from '../../api/types';
import { say, useWords } from '../../i18n/language';
import { useConfig, useNaming } from '../../state/config';
import { deskUi, openDialog } from '../../state/desk';
import { live } from '../../state/picture';
import { useStore } from '../../state/store';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { toast } from '../../ui/toasts';
import { shortNumber } from '../queue/QueueRow';
import { done } from './actions';
import { EditDialog } from './EditDialog';
import { incidentWords } from './words';
import { entered } from '../../ui/form';

interface Props {
  incident: Incident;
  etag: string | null;
  reload: () => void;
}

export function Dialogs({ incident, etag, reload }: Props) {
  const dialog = useStore(deskUi, (ui) => ui.dialog);
  if (dialog === 'close' && incident.state !== 'closed') return <CloseDialog incident={incident} reload={reload} />;
  if (dialog === 'edit' && incident.state !== 'closed') {
    return <EditDialog incident={incident} etag={etag} reload={reload} />;
  }
  if (dialog === 'reopen' && incident.state === 'closed') return <ReopenDialog incident={incident} reload={reload} />;
  return null;
}

function CloseDialog({ incident, reload }: { incident: Incident; reload: () => void }) {
  const t = useWords(incidentWords);
  const name = useNaming();
  const config = useConfig();
  const parts = incident.parts.filter((part) => part.state !== 'closed');
  const number = shortNumber(incident.number);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const agency = entered(data, 'agency');
    const note = entered(data, 'note');
    const result = await closeIncident(incident.id, {
      disposition: entered(data, 'disposition'),
      ...(agency ? { agency } : {}),
      ...(note ? { note } : {}),
    });
    if (!done(result)) return;
    live.hold(result.value);
    if (result.value.state === 'closed') toast('good', say(incidentWords, 'closed', { number }));
    openDialog(null);
    reload();
  };
  return (
    <Dialog title={t('closeTitle', { number })} closeLabel={t('cancel')} onClose={() => openDialog(null)}>
      {incident.assigned.length > 0 && (
        <p className="warn-text">
          <Icon name="hazard" size={16} />{' '}
          {t('stillOn', { units: incident.assigned.map((a) => a.callSign).join(', ') })}
        </p>
      )}
      <form className="form" onSubmit={(event) => void submit(event)}>
        <label className="field">
          {t('disposition')}
          <select name="disposition" required autoFocus>
            {(config?.dispositions ?? []).map((each) => (
              <option key={each.code} value={each.code}>
                {name.disposition(each.code)}
              </option>
            ))}
          </select>
        </label>
        {parts.length > 1 && (
          <label className="field">
            {t('closePart')}
            <select name="agency">
              <option value="">{t('closeAll')}</option>
              {parts.map((part) => (
                <option key={part.agency} value={part.agency}>
                  {name.agency(part.agency)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="field">
          {t('closeNote')}
          <textarea name="note" rows={2} maxLength={4000} />
        </label>
        <Buttons yes={t('closeYes')} no={t('cancel')} />
      </form>
    </Dialog>
  );
}

function ReopenDialog({ incident, reload }: { incident: Incident; reload: () => void }) {
  const t = useWords(incidentWords);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const result = await reopenIncident(incident.id, entered(new FormData(event.currentTarget), 'reason'));
    if (!done(result)) return;
    live.hold(result.value);
    openDialog(null);
    reload();
  };
  return (
    <Dialog
      title={t('reopenTitle', { number: shortNumber(incident.number) })}
      closeLabel={t('cancel')}
      onClose={() => openDialog(null)}
    >
      <form className="form" onSubmit={(event) => void submit(event)}>
        <label className="field">
          {t('reason')}
          <input name="reason" required maxLength={400} autoFocus autoComplete="off" />
        </label>
        <Buttons yes={t('reopenYes')} no={t('cancel')} />
      </form>
    </Dialog>
  );
}

export function Buttons({ yes, no }: { yes: string; no: string }) {
  return (
    <div className="row end">
      <button type="button" className="button" onClick={() => openDialog(null)}>
        {no}
      </button>
      <button type="submit" className="button primary">
        {yes}
      </button>
    </div>
  );
}
