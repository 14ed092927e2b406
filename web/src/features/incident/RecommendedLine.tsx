import type { RecommendedUnit } from '../../api/types';
import { useField } from '../../i18n/field';
import { useWords } from '../../i18n/language';
import { useNaming } from '../../state/config';
import { travelText } from '../../state/time';
import { AgencyMark } from '../../ui/Badges';
import { shortNumber } from '../queue/QueueRow';
import { reasonText } from './reason';
import { incidentWords } from './words';

interface Props {
  unit: RecommendedUnit;
  /** Given for the plan's units: whether it goes with "send all". */
  checked?: boolean;
  onToggle?: () => void;
  /** Given for alternatives. */
  onSend?: () => void;
}

export function RecommendedLine({ unit, checked, onToggle, onSend }: Props) {
  const t = useWords(incidentWords);
  const f = useField();
  const name = useNaming();
  const eta = travelText(unit.etaSeconds, { min: f('unit.min'), s: f('unit.s'), h: f('unit.h') });
  const body = (
    <>
      <AgencyMark agency={unit.agency} name={name.agency(unit.agency)} />
      <strong className="call-sign">{unit.callSign}</strong>
      <span className="ellipsis kind">{name.unitKind(unit.kind)}</span>
      <span className={unit.estimate === 'road' ? 'eta' : 'eta eta-rough'}>
        {unit.estimate === 'straight-line' ? '≈ ' : ''}
        {eta}
      </span>
      <span className="reason">
        {reasonText(unit, f, name.unitKind)}
        {unit.estimate === 'straight-line' && <span className="tag rough">{f('straightLine')}</span>}
      </span>
    </>
  );
  if (onToggle) {
    return (
      <label className="recommended">
        <input type="checkbox" checked={checked} onChange={onToggle} />
        {body}
      </label>
    );
  }
  return (
    <div className="recommended is-alternative">
      {body}
      <button type="button" className="button small" onClick={onSend}>
        {unit.takeFrom
          ? t('take', { number: shortNumber(unit.takeFrom.number), priority: unit.takeFrom.priority })
          : t('send')}
      </button>
    </div>
  );
}
