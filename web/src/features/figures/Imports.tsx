import type { HistoryImport } from '../../api/types';
import { useLanguage, useWords } from '../../i18n/language';
import { count } from './numbers';
import { figuresWords } from './words';

/** What was imported and what was strange in it: nothing is invented, nothing is dropped in silence. */
export function Imports({ imports }: { imports: HistoryImport[] }) {
  const language = useLanguage();
  const t = useWords(figuresWords);
  return (
    <section aria-labelledby="imports">
      <h2 id="imports">{t('imports')}</h2>
      <div className="scroll" tabIndex={0} role="group" aria-labelledby="imports">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('file')}</th>
              <th scope="col" className="number">
                {t('rowsTaken')}
              </th>
              <th scope="col" className="number">
                {t('rowsReported')}
              </th>
              <th scope="col" className="number">
                {t('rowsRefused')}
              </th>
              <th scope="col">{t('findings')}</th>
            </tr>
          </thead>
          <tbody>
            {imports.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.fileName}</th>
                <td className="number">{count(one.rowsTaken, language)}</td>
                <td className="number">{count(one.rowsReported ?? 0, language)}</td>
                <td className="number">{count(one.rowsRefused, language)}</td>
                <td>
                  <Findings findings={one.findings ?? []} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Findings({ findings }: { findings: NonNullable<HistoryImport['findings']> }) {
  const language = useLanguage();
  const t = useWords(figuresWords);
  if (findings.length === 0) return <>{t('nothingFound')}</>;
  return (
    <ul>
      {findings.map((finding) => (
        <li key={`${finding.name} ${finding.refused ?? false}`}>
          {count(finding.count, language)} × {finding.name} ({t(finding.refused ? 'findingRefused' : 'findingKept')})
          {finding.firstRows && finding.firstRows.length > 0 && (
            <small> {t('firstRows', { rows: finding.firstRows.join(', ') })}</small>
          )}
        </li>
      ))}
    </ul>
  );
}
