import type { Assignment } from '../../api/types';
import { clockText } from '../../state/time';
import { useCrew, useCrewStore, useNow, useT } from './useCrew';

/** The desk wants to hear at times that the crew is well. */
export function CrewCheck({ assignment }: { assignment: Assignment }) {
  const { reports } = useCrew();
  const store = useCrewStore();
  const now = useNow();
  const t = useT();
  if (!assignment.nextCheckAt) return null;
  const seconds = Math.round((Date.parse(assignment.nextCheckAt) - now) / 1000);
  const answered = reports.some((report) => report.kind === 'crew-check' && report.assignmentId === assignment.id);
  const over = seconds < 0 && !answered;
  return (
    <section className={over ? 'card check over' : 'card check'}>
      <p>
        {over && <span aria-hidden="true">⚠ </span>}
        {seconds < 0
          ? t('crewCheckOver', { time: clockText(-seconds) })
          : t('crewCheckDue', { time: clockText(seconds) })}
      </p>
      <button type="button" onClick={() => void store.crewCheck()} disabled={answered}>
        {answered ? t('waitingToSend') : t('crewCheck')}
      </button>
    </section>
  );
}
