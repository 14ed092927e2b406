import { endEmergency, answerCrewCheck } from '../../api/desk';
import type { Incident, Warning } from '../../api/types';
import { useField } from '../../i18n/field';
import { useWords } from '../../i18n/language';
import { Clock } from '../../ui/Clock';
import { Icon } from '../../ui/Icon';
import { done, send } from './actions';
import { incidentWords } from './words';
import { EndEmergency } from '../desk/EndEmergency';

/** What must not be overlooked about this incident. */
export function Warnings({ incident }: { incident: Incident }) {
  const t = useWords(incidentWords);
  if (incident.warnings.length === 0) return null;
  return (
    <section className="panel-warnings" aria-label={t('warnings')}>
      {incident.warnings.map((warning) => (
        <WarningLine
          key={`${warning.kind} ${warning.unitId ?? ''} ${warning.since}`}
          warning={warning}
          next={nextUnit(incident, warning)}
          onSend={(unitId) => void send(incident.id, [unitId])}
        />
      ))}
    </section>
  );
}

interface LineProps {
  warning: Warning;
  next: NextUnit | null;
  onSend: (unitId: string) => void;
}

function WarningLine({ warning, next, onSend }: LineProps) {
  const t = useWords(incidentWords);
  const f = useField();
  const { unitId, assignmentId } = warning;
  return (
    <div className={`panel-warning warning-${warning.kind}`}>
      <Icon name={warning.kind === 'emergency' ? 'alert' : 'hazard'} size={18} />
      <strong>{f(`warning.${warning.kind}`, { callSign: warning.callSign ?? '' })}</strong>
      <Clock since={warning.since} />
      {next && (
        <button type="button" className="button small" onClick={() => onSend(next.unitId)}>
          {t('offerNext', { callSign: next.callSign })}
        </button>
      )}
      {warning.kind === 'crew-check-overdue' && assignmentId && (
        <button type="button" className="button small" onClick={() => void answerCrewCheck(assignmentId).then(done)}>
          {t('crewOk')}
        </button>
      )}
      {warning.kind === 'emergency' && unitId && (
        <EndEmergency onEnd={(reason) => void endEmergency(unitId, reason).then(done)} />
      )}
    </div>
  );
}

interface NextUnit {
  unitId: string;
  callSign: string;
}

/** Whom the server proposed when a crew did not acknowledge; not once that unit is on the incident. */
function nextUnit(incident: Incident, warning: Warning): NextUnit | null {
  if (warning.kind !== 'unacknowledged') return null;
  const told = incident.timeline.findLast(
    (entry) => entry.kind === 'unacknowledged' && entry.data?.['callSign'] === warning.callSign,
  )?.data;
  const unitId = told?.['nextUnitId'];
  const callSign = told?.['nextCallSign'];
  if (typeof unitId !== 'string' || typeof callSign !== 'string') return null;
  return incident.assigned.some((assigned) => assigned.unitId === unitId) ? null : { unitId, callSign };
}
