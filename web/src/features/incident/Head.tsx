import type { Incident } from '../../api/types';
import { useField } from '../../i18n/field';
import { useWords } from '../../i18n/language';
import { centre } from '../../map/camera';
import { nowMs } from '../../state/clock';
import { useNaming } from '../../state/config';
import { openDialog } from '../../state/desk';
import { distanceText, timeText } from '../../state/time';
import { look } from '../../state/view';
import { AgencyMark, Key, PriorityBadge, StateBadge, typeIcon } from '../../ui/Badges';
import { Clock } from '../../ui/Clock';
import { Icon } from '../../ui/Icon';
import { shortNumber } from '../queue/QueueRow';
import { incidentWords } from './words';

/** What, where, since when; and what can be done with the whole incident. */
export function Head({ incident }: { incident: Incident }) {
  const t = useWords(incidentWords);
  const name = useNaming();
  const open = incident.state !== 'closed';
  const type = name.type(incident.typeCode);
  const subtype = name.type(incident.typeCode, incident.subtypeCode);
  return (
    <header className={`incident-head tone-${incident.priority}`}>
      <div className="incident-title">
        <PriorityBadge level={incident.priority} label={name.priority(incident.priority)} />
        <Icon name={typeIcon(incident.typeCode)} size={24} />
        <h2>{subtype}</h2>
        <span className="incident-clock">{open && <Clock since={incident.receivedAt} />}</span>
      </div>
      <div className="incident-facts">
        <strong title={incident.number}>#{shortNumber(incident.number)}</strong>
        {subtype !== type && <span>{type}</span>}
        <StateBadge state={incident.state} />
        {incident.alarmLevel > 1 && <span className="tag">{t('alarm', { n: incident.alarmLevel })}</span>}
        {incident.reopened && <span className="tag">{t('reopened')}</span>}
        <span className="quiet-text">
          {open || !incident.closedAt
            ? t('received', { time: timeText(incident.receivedAt, nowMs()) })
            : t('closedAt', { time: timeText(incident.closedAt, nowMs()) })}
        </span>
      </div>
      <Where incident={incident} />
      <div className="incident-parts">
        {incident.parts.map((part) => (
          <span key={part.agency} className="part">
            <AgencyMark agency={part.agency} name={name.agency(part.agency)} />
            {name.agency(part.agency)}
            <StateBadge state={part.state} />
          </span>
        ))}
      </div>
      <div className="row incident-actions">
        {open ? (
          <>
            <button type="button" className="button small" onClick={() => openDialog('edit')}>
              <Icon name="edit" size={14} /> {t('edit')} <Key>E</Key>
            </button>
            <button type="button" className="button small" onClick={() => openDialog('close')}>
              <Icon name="check" size={14} /> {t('close')} <Key>C</Key>
            </button>
          </>
        ) : (
          <button type="button" className="button small" onClick={() => openDialog('reopen')}>
            <Icon name="back" size={14} /> {t('reopen')}
          </button>
        )}
        {incident.duplicateOf && (
          <button
            type="button"
            className="button small"
            onClick={() => look({ incidentId: incident.duplicateOf ?? null })}
          >
            <Icon name="merge" size={14} /> {t('duplicateOf')}…
          </button>
        )}
      </div>
    </header>
  );
}

function Where({ incident }: { incident: Incident }) {
  const t = useWords(incidentWords);
  const f = useField();
  const { lat, lon, location } = incident;
  const placed = typeof lat === 'number' && typeof lon === 'number';
  const distance = { m: f('unit.m'), km: f('unit.km') };
  return (
    <div className="incident-where">
      <div className="incident-address">
        <span>{incident.address ?? (placed ? `${lat.toFixed(5)}, ${lon.toFixed(5)}` : t('noPlace'))}</span>
        {placed && (
          <button type="button" className="button small quiet" onClick={() => centre(lon, lat)}>
            <Icon name="target" size={14} /> {t('showOnMap')} <Key>F</Key>
          </button>
        )}
      </div>
      {location && (
        <div className="quiet-text">
          {f(`method.${location.method}`)}
          {location.uncertaintyMetres
            ? ` · ${t('uncertainty', { d: distanceText(location.uncertaintyMetres, distance) })}`
            : ''}
          {' · '}
          {location.verified ? (
            <span className="good-text">
              <Icon name="check" size={12} /> {t('verified')}
            </span>
          ) : (
            <span className="warn-text">{t('unverified')}</span>
          )}
        </div>
      )}
      {placed && incident.onNetwork === false && (
        <div className="warn-text">
          <Icon name="hazard" size={14} /> {t('straight')}
        </div>
      )}
    </div>
  );
}
