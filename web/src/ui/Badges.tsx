import type { IncidentState } from '../api/types';
import { useField } from '../i18n/field';
import { Icon, isIcon, type IconName } from './Icon';

export function StateBadge({ state }: { state: IncidentState }) {
  const f = useField();
  return (
    <span className={`state state-${state}`}>
      <Icon name={isIcon(state) ? state : 'pending'} size={14} />
      {f(`state.${state}`)}
    </span>
  );
}

/** The number says the urgency; the colour only repeats it. */
export function PriorityBadge({ level, label }: { level: number; label: string }) {
  return (
    <span className={`priority priority-${level}`} title={label}>
      <span className="visually-hidden">{label} </span>P{level}
    </span>
  );
}

const TYPE_ICONS: Record<string, IconName> = {
  FIRE: 'fire',
  MEDICAL: 'medical',
  POLICE: 'police',
  GAS: 'gas',
  TRAFFIC: 'traffic',
  HAZARD: 'hazard',
};

export function typeIcon(typeCode: string): IconName {
  return TYPE_ICONS[typeCode] ?? 'unknown';
}

export function agencyIcon(agency: string): IconName {
  return isIcon(agency) ? agency : 'unknown';
}

export function AgencyMark({ agency, name }: { agency: string; name: string }) {
  return (
    <span className={`agency agency-${agency}`} title={name}>
      <Icon name={agencyIcon(agency)} size={14} />
      <span className="visually-hidden">{name}</span>
    </span>
  );
}

export function Key({ children }: { children: string }) {
  return <kbd className="key">{children}</kbd>;
}
