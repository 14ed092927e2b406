import { useState } from 'react';
import { nameIn, useLanguage } from '../../i18n/language';
import { Sheet } from './Sheet';
import { useCrew, useCrewStore, useT } from './useCrew';
import { typeName } from './wording';

/** A crew meets something on the street: its type, a note if there is time, and it is on scene. */
export function OnViewSheet({ onClose }: { onClose: () => void }) {
  const { config, fix } = useCrew();
  const store = useCrewStore();
  const language = useLanguage();
  const t = useT();
  const [type, setType] = useState<string | null>(null);
  const [note, setNote] = useState('');
  return (
    <Sheet title={t('onViewTitle')} onClose={onClose}>
      <div className="statuses two">
        {config?.incidentTypes.map((one) => (
          <button key={one.code} type="button" aria-pressed={type === one.code} onClick={() => setType(one.code)}>
            {nameIn(one.name, language)}
          </button>
        ))}
      </div>
      <label className="field">
        <span>{t('onViewNote')}</span>
        <textarea rows={2} maxLength={4000} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <p>{fix ? t('onViewPlace') : t('onViewNoPlace')}</p>
      <button
        type="button"
        className="wide primary"
        disabled={type === null}
        onClick={() => {
          if (type) void store.onView(type, note.trim());
          onClose();
        }}
      >
        {t('onViewStart', { type: type ? typeName(config, type, null, language) : '…' })}
      </button>
    </Sheet>
  );
}
