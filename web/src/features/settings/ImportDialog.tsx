import { useState, type SubmitEvent } from 'react';
import { importUnits, type ImportOutcome } from '../../api/desk';
import { useWords } from '../../i18n/language';
import { Dialog } from '../../ui/Dialog';
import { done } from '../incident/actions';
import { settingsWords } from './words';

/** A fleet from a file; each row is taken or refused by name. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(settingsWords);
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    if (!(file instanceof File)) return;
    setBusy(true);
    const result = await importUnits(await file.text());
    setBusy(false);
    if (done(result)) setOutcome(result.value);
  };
  return (
    <Dialog title={t('import')} closeLabel={t('cancel')} onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <p className="quiet-text">{t('importText')}</p>
        <label className="field">
          {t('chooseFile')}
          <input name="file" type="file" accept=".csv,text/csv" required />
        </label>
        <div role="status">
          {outcome && (
            <>
              <p>
                <strong>
                  {t('imported', { added: outcome.added, changed: outcome.changed, refused: outcome.refused.length })}
                </strong>
              </p>
              <ul className="import-refused">
                {outcome.refused.map((each) => (
                  <li key={`${each.row} ${each.field}`} className="warn-text">
                    {t('row', { row: each.row, field: each.field, rule: each.rule })}
                    {each.value ? ` (${each.value})` : ''}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        <div className="row end">
          <button type="submit" className="button primary" disabled={busy}>
            {t('importNow')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
