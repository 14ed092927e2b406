import { useDeferredValue } from 'react';
import { problemText } from '../../i18n/field';
import { useWords } from '../../i18n/language';
import { useStore } from '../../state/store';
import { view } from '../../state/view';
import { Assignments } from './Assignments';
import { Callers } from './Callers';
import { Checklist } from './Checklist';
import { Dialogs } from './Dialogs';
import { Duplicates } from './Duplicates';
import { Head } from './Head';
import { LocationFile } from './LocationFile';
import { Notes } from './Notes';
import { Recommendation } from './Recommendation';
import { Timeline } from './Timeline';
import { useIncident } from './useIncident';
import { Warnings } from './Warnings';
import { incidentWords } from './words';
import './incident.css';

export function IncidentPanel() {
  const t = useWords(incidentWords);
  // Leafing through the queue comes first; the panel follows when there is time.
  const incidentId = useDeferredValue(useStore(view, (v) => v.incidentId));
  return (
    <section className="incident-panel" aria-label={t('panel')} id="incident-panel" tabIndex={-1}>
      {incidentId === null ? (
        <div className="empty">
          <strong>{t('none')}</strong>
          <p>{t('noneText')}</p>
        </div>
      ) : (
        <Chosen key={incidentId} incidentId={incidentId} />
      )}
    </section>
  );
}

function Chosen({ incidentId }: { incidentId: string }) {
  const t = useWords(incidentWords);
  const { loaded, reload } = useIncident(incidentId);
  switch (loaded.state) {
    case 'loading':
      return (
        <div className="incident-skeleton" role="status">
          <span className="visually-hidden">{t('loading')}</span>
          {[92, 60, 180, 120, 220].map((height) => (
            <div key={height} className="skeleton" style={{ height }} aria-hidden="true" />
          ))}
        </div>
      );
    case 'failed':
      return (
        <div className="empty" role="alert">
          <strong>{loaded.problem.status === 404 ? t('gone') : t('failed')}</strong>
          {loaded.problem.status !== 404 && <p>{problemText(loaded.problem)}</p>}
          <button type="button" className="button" onClick={reload}>
            {t('retry')}
          </button>
        </div>
      );
    case 'here': {
      const incident = loaded.incident;
      const open = incident.state !== 'closed';
      return (
        <>
          <Head incident={incident} />
          <div className="incident-scroll">
            <Warnings incident={incident} />
            {open && <Duplicates incident={incident} />}
            {open && <Recommendation incident={incident} reload={reload} />}
            <Assignments incident={incident} reload={reload} />
            <Callers incident={incident} />
            <LocationFile incident={incident} reload={reload} />
            <Checklist incident={incident} reload={reload} />
            <Notes incident={incident} reload={reload} />
            <Timeline incident={incident} />
          </div>
          <Dialogs incident={incident} etag={loaded.etag} reload={reload} />
        </>
      );
    }
  }
}
