import { memo } from 'react';
import type { IncidentSummary } from '../../api/types';
import { useField } from '../../i18n/field';
import { useWords } from '../../i18n/language';
import { useNaming } from '../../state/config';
import { AgencyMark, PriorityBadge, StateBadge, typeIcon } from '../../ui/Badges';
import { Clock } from '../../ui/Clock';
import { Icon } from '../../ui/Icon';
import { hasEmergency, isWaiting } from './sort';
import { queueWords } from './words';

interface Props {
  incident: IncidentSummary;
  selected: boolean;
  top: number;
  position: number;
  count: number;
  dispatchTarget: number | undefined;
  onChoose: (id: string) => void;
}

export const QueueRow = memo(function QueueRow(props: Props) {
  const { incident, selected, top, position, count, dispatchTarget, onChoose } = props;
  const t = useWords(queueWords);
  const f = useField();
  const name = useNaming();
  const warning = incident.warnings.find((w) => w.kind === 'emergency') ?? incident.warnings[0];
  const waiting = isWaiting(incident);
  const tone = hasEmergency(incident) ? ' is-emergency' : warning ? ' has-warning' : '';
  return (
    <div
      id={`row-${incident.id}`}
      role="option"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={count}
      className={`queue-row tone-${incident.priority}${tone}`}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onChoose(incident.id)}
    >
      <div className="queue-line">
        <PriorityBadge level={incident.priority} label={name.priority(incident.priority)} />
        <Icon name={typeIcon(incident.typeCode)} size={18} />
        <strong className="queue-what">{name.type(incident.typeCode, incident.subtypeCode)}</strong>
        <span className="queue-clock">
          <Clock since={incident.receivedAt} {...(waiting ? { lateAfter: dispatchTarget ?? 60 } : {})} />
        </span>
      </div>
      <div className="queue-line queue-where">
        <span className="ellipsis">{incident.address ?? t('noPlace')}</span>
        <span className="queue-number">{shortNumber(incident.number)}</span>
      </div>
      <div className="queue-line queue-foot">
        {warning ? (
          <span className="warning-tag">
            <Icon name="hazard" size={14} />
            {f(`warningShort.${warning.kind}`)}
            {warning.callSign ? ` ${warning.callSign}` : ''}
          </span>
        ) : (
          <StateBadge state={incident.state} />
        )}
        <span className="queue-units ellipsis">{incident.assigned.map((a) => a.callSign).join(' ')}</span>
        <span className="queue-agencies">
          {incident.parts.map((part) => (
            <AgencyMark key={part.agency} agency={part.agency} name={name.agency(part.agency)} />
          ))}
        </span>
      </div>
    </div>
  );
});

/** `2026-000123` is spoken and typed as `123`. */
export function shortNumber(number: string): string {
  return number.replace(/^.*-0*/, '');
}
