import { useState } from 'react';
import type { Assignment, Incident, Step } from '../../api/types';
import { answerCrewCheck } from '../../api/desk';
import { useField } from '../../i18n/field';
import { useWords } from '../../i18n/language';
import { nowMs } from '../../state/clock';
import { useNaming } from '../../state/config';
import { timeText } from '../../state/time';
import { AgencyMark } from '../../ui/Badges';
import { Clock } from '../../ui/Clock';
import { done, stamp } from './actions';
import { StepForm } from './StepForm';
import { laterSteps, nextStep, sinceStep } from './steps';
import { incidentWords } from './words';

export function Assignments({ incident, reload }: { incident: Incident; reload: () => void }) {
  const t = useWords(incidentWords);
  const open = incident.assignments.filter((assignment) => assignment.open);
  const earlier = incident.assignments.filter((assignment) => !assignment.open);
  return (
    <section className="card" aria-label={t('units')}>
      <h3>{t('units')}</h3>
      {open.length === 0 && <p className="quiet-text">{t('noUnits')}</p>}
      {open.map((assignment) => (
        <AssignmentLine key={assignment.id} assignment={assignment} reload={reload} />
      ))}
      {earlier.length > 0 && (
        <details>
          <summary>{t('earlier', { n: earlier.length })}</summary>
          {earlier.map((assignment) => (
            <div key={assignment.id} className="assignment is-over">
              <strong className="call-sign">{assignment.callSign}</strong>
              <Stamps assignment={assignment} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

function AssignmentLine({ assignment, reload }: { assignment: Assignment; reload: () => void }) {
  const t = useWords(incidentWords);
  const f = useField();
  const name = useNaming();
  const [busy, setBusy] = useState(false);
  const next = nextStep(assignment.step, assignment.agency);
  const since = sinceStep(assignment);
  const go = async (step: Step, extra: { at?: string; destination?: string } = {}) => {
    setBusy(true);
    await stamp(assignment.id, { step, ...extra });
    setBusy(false);
    reload();
  };
  return (
    <div className="assignment">
      <div className="assignment-head">
        <AgencyMark agency={assignment.agency} name={name.agency(assignment.agency)} />
        <strong className="call-sign">{assignment.callSign}</strong>
        <span className={`step step-${assignment.step}`}>{f(`step.${assignment.step}`)}</span>
        {since && <Clock since={since} />}
        {next && (
          <button type="button" className="button small next-step" disabled={busy} onClick={() => void go(next)}>
            {f(`step.${next}`)}
          </button>
        )}
      </div>
      <Stamps assignment={assignment} />
      {assignment.nextCheckAt && (
        <div className="row">
          <span className="quiet-text">{t('nextCheck', { time: timeText(assignment.nextCheckAt, nowMs()) })}</span>
          <button
            type="button"
            className="button small"
            onClick={() => void answerCrewCheck(assignment.id).then(done).then(reload)}
          >
            {t('crewOk')}
          </button>
        </div>
      )}
      <details className="more-steps">
        <summary>{t('moreSteps')}</summary>
        <StepForm
          steps={laterSteps(assignment.step, assignment.agency)}
          busy={busy}
          onStamp={(step, extra) => void go(step, extra)}
        />
      </details>
    </div>
  );
}

function Stamps({ assignment }: { assignment: Assignment }) {
  const t = useWords(incidentWords);
  const f = useField();
  return (
    <ol className="stamps">
      {assignment.stamps.map((each) => (
        <li key={each.step + each.recordedAt} title={each.by ?? undefined}>
          <span>{f(`step.${each.step}`)}</span>
          <time dateTime={each.at}>{timeText(each.at, nowMs())}</time>
          {each.late && <span className="tag">{t('late')}</span>}
        </li>
      ))}
      {assignment.destination && <li>→ {assignment.destination}</li>}
    </ol>
  );
}
