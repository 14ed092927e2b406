import { useState } from 'react';
import { useWords } from '../../i18n/language';
import { Closures } from './Closures';
import { Fleet } from './Fleet';
import { Handover } from './Handover';
import { settingsWords } from './words';
import './settings.css';

const PAGES = ['fleet', 'closures', 'handover'] as const;

export function Settings() {
  const t = useWords(settingsWords);
  const [page, setPage] = useState<(typeof PAGES)[number]>('fleet');
  return (
    <div className="settings">
      <header className="settings-head">
        <h1>{t('title')}</h1>
        <div className="row" role="group" aria-label={t('title')}>
          {PAGES.map((each) => (
            <button
              key={each}
              type="button"
              className="button"
              aria-pressed={page === each}
              onClick={() => setPage(each)}
            >
              {t(each)}
            </button>
          ))}
        </div>
      </header>
      {page === 'fleet' && <Fleet />}
      {page === 'closures' && <Closures />}
      {page === 'handover' && <Handover />}
    </div>
  );
}
