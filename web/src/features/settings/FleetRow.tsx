import { memo } from 'react';
import { setUnitStatus, type SettableStatus } from '../../api/desk';
import type { Unit } from '../../api/types';
import { useField } from '../../i18n/field';
import { useWords } from '../../i18n/language';
import { useNaming } from '../../state/config';
import { live } from '../../state/picture';
import { AgencyMark } from '../../ui/Badges';
import { done } from '../incident/actions';
import { shortNumber } from '../queue/QueueRow';
import { settingsWords } from './words';

const SETTABLE: readonly SettableStatus[] = [
  'available-in-quarters',
  'available-mobile',
  'delayed',
  'out-of-service',
  'off-duty',
];

interface Props {
  unit: Unit;
  top: number;
  row: number;
  onEdit: (unit: Unit) => void;
}

export const FleetRow = memo(function FleetRow({ unit, top, row, onEdit }: Props) {
  const t = useWords(settingsWords);
  const f = useField();
  const name = useNaming();
  const set = async (status: SettableStatus) => {
    const result = await setUnitStatus(unit.id, status);
    if (done(result)) live.hold(null, [result.value]);
  };
  return (
    <div className="fleet-row" role="row" aria-rowindex={row} style={{ transform: `translateY(${top}px)` }}>
      <strong role="cell">{unit.callSign}</strong>
      <span role="cell">
        <AgencyMark agency={unit.agency} name={name.agency(unit.agency)} />{' '}
        <span aria-hidden="true">{name.agency(unit.agency)}</span>
      </span>
      <span role="cell" className="ellipsis">
        {name.unitKind(unit.kind)}
      </span>
      <span role="cell" className="ellipsis">
        {unit.skills.join(' ')}
      </span>
      <span role="cell" className="ellipsis">
        {unit.stationName ?? ''}
      </span>
      <span role="cell">
        {unit.assignment ? (
          `${f(`step.${unit.assignment.step}`)}, ${t('onIncident', { number: shortNumber(unit.assignment.incidentNumber) })}`
        ) : (
          <select
            aria-label={`${t('setStatus')} ${unit.callSign}`}
            value={unit.status}
            onChange={(event) => void set(event.target.value as SettableStatus)}
          >
            {SETTABLE.map((status) => (
              <option key={status} value={status}>
                {f(`status.${status}`)}
              </option>
            ))}
          </select>
        )}
      </span>
      <span role="cell">
        <button
          type="button"
          className="button small"
          aria-label={`${t('edit')} ${unit.callSign}`}
          onClick={() => onEdit(unit)}
        >
          {t('edit')}
        </button>
      </span>
    </div>
  );
});
