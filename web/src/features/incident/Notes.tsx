import { useState, type SubmitEvent } from 'react';
import { addNote } from '../../api/desk';
import type { Incident } from '../../api/types';
import { useWords } from '../../i18n/language';
import { Key } from '../../ui/Badges';
import { done } from './actions';
import { incidentWords } from './words';

export function Notes({ incident, reload }: { incident: Incident; reload: () => void }) {
  const t = useWords(incidentWords);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (text.trim() === '' || busy) return;
    setBusy(true);
    // What was typed stays until it is kept: a refused note must not be lost.
    if (done(await addNote(incident.id, text.trim()))) setText('');
    setBusy(false);
    reload();
  };
  return (
    <form className="card note-form" onSubmit={(event) => void submit(event)}>
      <label className="field-inline">
        <span>
          {t('notes')} <Key>O</Key>
        </span>
        <input
          id="note"
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={4000}
          placeholder={t('noteHint')}
          autoComplete="off"
        />
      </label>
      <button type="submit" className="button" disabled={busy || text.trim() === ''}>
        {t('keep')}
      </button>
    </form>
  );
}
