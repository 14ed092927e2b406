import { useState } from 'react';
import { setLanguage, useLanguage } from '../../i18n/language';
import { LANGUAGES } from '../../i18n/words';
import { Sheet } from './Sheet';
import { SignOffButton } from './SignOffButton';
import { useCrew, useT } from './useCrew';
import { gpsWord } from './wording';

const LANGUAGE_NAMES = { en: 'English', ru: 'Русский', uz: 'Oʻzbekcha' } as const;

/** Who we are and whether we are connected, always in sight. */
export function CrewHeader() {
  const { signon, online, gps } = useCrew();
  const [open, setOpen] = useState(false);
  const t = useT();
  return (
    <header className="top">
      {signon ? <span className="call-sign">{signon.callSign}</span> : <span className="brand">Chorsu</span>}
      <span className={online ? 'reach' : 'reach off'} role="status">
        <span aria-hidden="true">{online ? '●' : '▲'}</span> {online ? t('online') : t('offline')}
      </span>
      {signon && gps !== 'on' && gps !== 'off' && gps !== 'starting' && (
        <span className="no-place" aria-hidden="true">
          GPS ✕
        </span>
      )}
      <button type="button" className="icon" aria-label={t('menu')} onClick={() => setOpen(true)}>
        ☰
      </button>
      {open && <CrewMenu onClose={() => setOpen(false)} />}
    </header>
  );
}

function CrewMenu({ onClose }: { onClose: () => void }) {
  const { signon, gps } = useCrew();
  const t = useT();
  return (
    <Sheet title={signon ? `${signon.callSign} · ${signon.name}` : t('menu')} onClose={onClose}>
      <LanguageChoice />
      {signon && gps !== 'off' && <p>{t(gpsWord(gps))}</p>}
      {signon && <SignOffButton onDone={onClose} />}
    </Sheet>
  );
}

export function LanguageChoice() {
  const chosen = useLanguage();
  const t = useT();
  return (
    <fieldset className="choice">
      <legend>{t('language')}</legend>
      {LANGUAGES.map((one) => (
        <label key={one} lang={one}>
          <input type="radio" name="language" checked={one === chosen} onChange={() => setLanguage(one)} />
          {LANGUAGE_NAMES[one]}
        </label>
      ))}
    </fieldset>
  );
}
