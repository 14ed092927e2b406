import { useWords, useLanguage, setLanguage } from '../../i18n/language';
import { LANGUAGES, type Language } from '../../i18n/words';
import { openDialog } from '../../state/desk';
import { prefer, preferences } from '../../state/preferences';
import { signOff, signon } from '../../state/signon';
import { soundBlocked } from '../../state/sound';
import { useStore } from '../../state/store';
import { look, view } from '../../state/view';
import { Icon } from '../../ui/Icon';
import logo from '../../ui/icon.svg';
import { deskWords } from './words';

const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', ru: 'Русский', uz: 'Oʻzbekcha' };

export function Rail() {
  const t = useWords(deskWords);
  const mode = useStore(view, (v) => v.mode);
  const { theme, sound } = useStore(preferences);
  const blocked = useStore(soundBlocked);
  const person = useStore(signon);
  const chosen = useLanguage();
  const soundLabel = !sound ? t('muted') : blocked ? t('blocked') : t('sound');
  return (
    <nav className="rail" aria-label={t('modes')}>
      <img className="rail-logo" src={logo} alt="Chorsu" width={32} height={32} />
      <button type="button" aria-current={mode === 'desk' ? 'page' : undefined} onClick={() => look({ mode: 'desk' })}>
        <Icon name="desk" size={20} />
        <span>{t('desk')}</span>
      </button>
      <a href="figures.html">
        <Icon name="figures" size={20} />
        <span>{t('figures')}</span>
      </a>
      <button
        type="button"
        aria-current={mode === 'settings' ? 'page' : undefined}
        onClick={() => look({ mode: 'settings' })}
      >
        <Icon name="settings" size={20} />
        <span>{t('settings')}</span>
      </button>
      <div className="rail-foot">
        <button
          type="button"
          className={!sound || blocked ? 'is-warning' : ''}
          aria-pressed={sound}
          title={soundLabel}
          aria-label={soundLabel}
          onClick={() => prefer({ sound: !sound })}
        >
          <Icon name={sound && !blocked ? 'sound' : 'muted'} size={20} />
        </button>
        <button
          type="button"
          title={theme === 'dark' ? t('light') : t('dark')}
          aria-label={theme === 'dark' ? t('light') : t('dark')}
          onClick={() => prefer({ theme: theme === 'dark' ? 'light' : 'dark' })}
        >
          <Icon name={theme === 'dark' ? 'light' : 'dark'} size={20} />
        </button>
        <select
          aria-label={t('language')}
          value={chosen}
          onChange={(event) => setLanguage(event.target.value as Language)}
        >
          {LANGUAGES.map((each) => (
            <option key={each} value={each} label={each.toUpperCase()} title={LANGUAGE_NAMES[each]}>
              {LANGUAGE_NAMES[each]}
            </option>
          ))}
        </select>
        <button type="button" title={`${t('help')} (?)`} aria-label={t('help')} onClick={() => openDialog('help')}>
          <Icon name="help" size={20} />
        </button>
        <button
          type="button"
          title={person ? `${t('signedOn', { name: person.name, desk: person.desk })}. ${t('signOff')}` : t('signOff')}
          aria-label={t('signOff')}
          onClick={() => void signOff()}
        >
          <Icon name="person" size={20} />
        </button>
      </div>
    </nav>
  );
}
