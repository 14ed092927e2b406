import { useEffect } from 'react';
import { setLanguage, useLanguage, useWords } from '../../i18n/language';
import { problemText } from '../../i18n/field';
import { LANGUAGES, type Language } from '../../i18n/words';
import { setTimeZone } from '../../state/time';
import { Counts } from './Counts';
import { HourChart } from './HourChart';
import { Imports } from './Imports';
import { Intervals } from './Intervals';
import { RangeForm } from './RangeForm';
import { TypeTable } from './TypeTable';
import { useChoice, useFigures, type FiguresData } from './useFigures';
import type { RangeName } from './ranges';
import { figuresWords } from './words';

const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', ru: 'Русский', uz: 'Oʻzbekcha' };

export function FiguresPage() {
  const language = useLanguage();
  const t = useWords(figuresWords);
  const [choice, choose] = useChoice();
  const [reading, again] = useFigures(choice);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${t('title')} – Chorsu`;
  }, [language, t]);
  const { busy, data, problem } = reading;
  return (
    <div className="figures">
      <header>
        <h1>{t('title')}</h1>
        <nav aria-label={t('title')}>
          <a href="/">{t('desk')}</a>
          <a href="/api/v1/board">{t('board')}</a>
          <button type="button" onClick={() => print()}>
            {t('print')}
          </button>
        </nav>
        <select aria-label={t('language')} value={language} onChange={(e) => setLanguage(e.target.value as Language)}>
          {LANGUAGES.map((one) => (
            <option key={one} value={one} lang={one}>
              {LANGUAGE_NAMES[one]}
            </option>
          ))}
        </select>
      </header>
      <main aria-busy={busy}>
        <RangeForm key={choice.since + choice.until} choice={choice} onChoose={choose} />
        {busy && !data && <p role="status">{t('loading')}</p>}
        {!busy && problem && (
          <p role="alert" className="failed">
            {t('failed', { why: problemText(problem) })}{' '}
            <button type="button" onClick={again}>
              {t('again')}
            </button>
          </p>
        )}
        {data && <Shown data={data} range={choice.range} />}
      </main>
    </div>
  );
}

function Shown({ data, range }: { data: FiguresData; range: RangeName }) {
  const t = useWords(figuresWords);
  const { kpi, config } = data;
  setTimeZone(config.timeZone);
  const imported = range === 'imported';
  return (
    <>
      <Counts data={data} />
      {kpi.incidents === 0 ? (
        <p className="empty">{t(imported ? 'emptyImported' : 'empty')}</p>
      ) : (
        <>
          <Intervals intervals={kpi.intervals} />
          <div className="side-by-side">
            <TypeTable kpi={kpi} config={config} />
            {kpi.byHour && <HourChart hours={kpi.byHour} />}
          </div>
          <p className="method">{t('method')}</p>
        </>
      )}
      {imported && data.imports.length > 0 && <Imports imports={data.imports} />}
    </>
  );
}
