import { useState } from 'react';
import { useLanguage } from '../../i18n/language';
import { wallClock } from '../../state/time';
import type { Report } from './outbox';
import { Sheet } from './Sheet';
import { useCrew, useCrewStore, useT } from './useCrew';
import { reportText } from './wording';

/** What is still on the phone: waiting for coverage, or refused and not yet seen. */
export function ReportStrip() {
  const { reports, online, lasting } = useCrew();
  const [open, setOpen] = useState(false);
  const t = useT();
  const waiting = reports.filter((report) => !report.refusal);
  const refused = reports.filter((report) => report.refusal);
  // With coverage a report is gone in a moment: a strip that flashes would only distract.
  const show = waiting.length > 0 && !online;
  return (
    <>
      {!lasting && <p className="strip warn">{t('notLasting')}</p>}
      {!online && !show && <p className="strip warn">{t('offlineHelp')}</p>}
      {show && (
        <button type="button" className="strip warn" onClick={() => setOpen(true)}>
          <span aria-hidden="true">⏳</span> {t('waiting', { n: waiting.length })}
          <small>{t('offlineHelp')}</small>
        </button>
      )}
      {refused.map((report) => (
        <Refusal key={report.id} report={report} />
      ))}
      {open && <WaitingSheet reports={waiting} onClose={() => setOpen(false)} />}
    </>
  );
}

function WaitingSheet({ reports, onClose }: { reports: Report[]; onClose: () => void }) {
  const { config } = useCrew();
  const language = useLanguage();
  const t = useT();
  return (
    <Sheet title={t('waitingList')} onClose={onClose}>
      {reports.length === 0 && <p>{t('nothingWaiting')}</p>}
      <ol className="plain">
        {reports.map((report) => (
          <li key={report.id}>
            <time dateTime={report.at}>{wallClock(Date.parse(report.at))}</time> {report.callSign}{' '}
            {reportText(report, config, t, language)}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

function Refusal({ report }: { report: Report }) {
  const { config, current } = useCrew();
  const incidentId = report.incidentId ?? current?.incident?.id;
  const store = useCrewStore();
  const language = useLanguage();
  const t = useT();
  const what = reportText(report, config, t, language);
  const time = wallClock(Date.parse(report.at));
  const why = report.refusal?.detail ?? report.refusal?.title ?? '';
  return (
    <section className="refusal" role="alert">
      <h2>
        <span aria-hidden="true">✕</span> {t('refusedTitle')}: {what}
      </h2>
      <p>
        <time dateTime={report.at}>{time}</time> · {report.callSign} · {t('refusedWhy', { why })}
      </p>
      <div className="row">
        <button type="button" onClick={() => void store.dismiss(report)}>
          {t('seen')}
        </button>
        {report.kind !== 'note' && incidentId && (
          <button type="button" onClick={() => void store.dismiss(report, t('notAcceptedNote', { time, what }))}>
            {t('sendAsNote')}
          </button>
        )}
      </div>
    </section>
  );
}
