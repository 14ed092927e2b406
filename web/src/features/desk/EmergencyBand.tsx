import { useMemo } from 'react';
import { endEmergency } from '../../api/desk';
import { useWords } from '../../i18n/language';
import { live } from '../../state/picture';
import { useStore } from '../../state/store';
import { look } from '../../state/view';
import { Clock } from '../../ui/Clock';
import { Icon } from '../../ui/Icon';
import { showUnit } from '../command/run';
import { done } from '../incident/actions';
import { EndEmergency } from './EndEmergency';
import { deskWords } from './words';

/** A crew in danger: over the map, above everything, until somebody ends it with a reason. */
export function EmergencyBand() {
  const t = useWords(deskWords);
  const units = useStore(live.picture, (picture) => picture.units);
  const inDanger = useMemo(() => [...units.values()].filter((unit) => unit.emergency), [units]);
  return (
    <div role="alert" className="emergency-place">
      {inDanger.map((unit) => (
        <div key={unit.id} className="emergency">
          <Icon name="alert" size={24} />
          <div className="emergency-text">
            <strong>{t('emergency')}</strong>
            <span>{t('emergencyUnit', { callSign: unit.callSign })}</span>
          </div>
          {unit.emergency && (
            <span className="emergency-clock" aria-live="off">
              <Clock since={unit.emergency.since} />
            </span>
          )}
          <button
            type="button"
            className="button small"
            onClick={() => {
              showUnit(unit);
              if (unit.assignment) look({ incidentId: unit.assignment.incidentId });
            }}
          >
            {t('goThere')}
          </button>
          <EndEmergency
            onEnd={(reason) => void endEmergency(unit.id, reason).then((r) => done(r) && live.hold(null, [r.value]))}
          />
        </div>
      ))}
    </div>
  );
}
