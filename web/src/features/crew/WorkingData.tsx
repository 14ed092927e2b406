import type { Call, LocationEntry } from '../../api/types';
import { useField } from '../../i18n/field';
import { distanceText, timeText } from '../../state/time';
import type { PresentAssignment } from './crewState';
import { useCrew, useNow, useT, useUnitWords } from './useCrew';
import { stepWord } from './wording';

/** What people wrote: notes, and what a crew said when it started the incident. */
const NOTES = new Set(['note', 'on-view']);

/** What those who handle the incident need: hazards first, then the caller, notes, the other crews, own times. */
export function WorkingData({ present }: { present: PresentAssignment }) {
  const { incident, assignment } = present;
  const t = useT();
  const now = useNow();
  const others = incident.assigned.filter((one) => one.unitId !== assignment.unitId);
  return (
    <>
      {incident.locationFile.length > 0 && <Hazards entries={incident.locationFile} />}
      {incident.calls.map((call) => (
        <CallCard key={call.id} call={call} />
      ))}
      <Notes present={present} />
      {others.length > 0 && (
        <section className="card">
          <h2>{t('others')}</h2>
          <ul className="plain">
            {others.map((one) => (
              <li key={one.assignmentId}>
                <strong>{one.callSign}</strong> {t(stepWord(one.step))}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="card">
        <h2>{t('times')}</h2>
        <ul className="plain times">
          {assignment.stamps.map((stamp) => (
            <li key={`${stamp.step} ${stamp.recordedAt}`}>
              <time dateTime={stamp.at}>{timeText(stamp.at, now)}</time> {t(stepWord(stamp.step))}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Hazards({ entries }: { entries: LocationEntry[] }) {
  const t = useT();
  const f = useField();
  const words = useUnitWords();
  const dangerous = entries.some((entry) => entry.kind === 'hazard');
  return (
    <section className={dangerous ? 'card hazards' : 'card'}>
      <h2>
        {dangerous && <span aria-hidden="true">⚠ </span>}
        {t('hazards')}
      </h2>
      <ul className="plain">
        {entries.map((entry, i) => (
          <li key={entry.id ?? i}>
            <strong>{f(`entry.${entry.kind}`)}</strong> {entry.text}{' '}
            <small>{distanceText(entry.distanceMetres, words)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function CallCard({ call }: { call: Call }) {
  const t = useT();
  if (!call.callerPhone && !call.description && !call.callerName) return null;
  return (
    <section className="card">
      <h2>{t('callerSaid')}</h2>
      {call.description && <p className="said">{call.description}</p>}
      {call.callerPhone && (
        <a className="wide call" href={`tel:${call.callerPhone.replaceAll(/[^+\d]/g, '')}`}>
          <span aria-hidden="true">✆</span> {t('callCaller')}
          <small>{[call.callerName, call.callerPhone].filter(Boolean).join(' · ')}</small>
        </a>
      )}
    </section>
  );
}

function Notes({ present }: { present: PresentAssignment }) {
  const { reports } = useCrew();
  const now = useNow();
  const t = useT();
  const { incident } = present;
  const notes = incident.timeline
    .filter((entry) => NOTES.has(entry.kind))
    .slice(-20)
    .reverse();
  const waiting = reports.filter(
    (report) => report.kind === 'note' && report.incidentId === incident.id && !report.refusal,
  );
  return (
    <section className="card">
      <h2>{t('notes')}</h2>
      {notes.length + waiting.length === 0 && <p>{t('noNotes')}</p>}
      <ul className="plain">
        {waiting.map((report) => (
          <li key={report.key}>
            {report.text} <small>{t('waitingToSend')}</small>
          </li>
        ))}
        {notes.map((entry) => (
          <li key={entry.seq}>
            {entry.text}{' '}
            <small>
              {timeText(entry.at, now)} · {entry.actor}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
