import { useRef, useState } from 'react';
import type { Unit } from '../../api/types';
import { useWords } from '../../i18n/language';
import { useConfig, useNaming } from '../../state/config';
import { Icon } from '../../ui/Icon';
import { useWindow } from '../queue/useWindow';
import { FleetRow } from './FleetRow';
import { ImportDialog } from './ImportDialog';
import { UnitDialog } from './UnitDialog';
import { useFleet } from './useFleet';
import { settingsWords } from './words';

const ROW = 40;

export function Fleet() {
  const t = useWords(settingsWords);
  const name = useNaming();
  const config = useConfig();
  const fleet = useFleet();
  const [editing, setEditing] = useState<Unit | 'new' | null>(null);
  const [importing, setImporting] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { first, last } = useWindow(box, ROW, fleet.shown.length);
  return (
    <section className="fleet" aria-label={t('fleet')}>
      <div className="row">
        <input
          className="fleet-search"
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={fleet.text}
          onChange={(event) => fleet.setText(event.target.value)}
        />
        <select
          className="fleet-agency"
          aria-label={t('agency')}
          value={fleet.agency}
          onChange={(event) => fleet.setAgency(event.target.value)}
        >
          <option value="">{t('allAgencies')}</option>
          {(config?.agencies ?? []).map((agency) => (
            <option key={agency.code} value={agency.code}>
              {name.agency(agency.code)}
            </option>
          ))}
        </select>
        <span className="quiet-text">{t('count', { n: fleet.shown.length })}</span>
        <span className="spacer" />
        <button type="button" className="button" onClick={() => setImporting(true)}>
          {t('import')}
        </button>
        <button type="button" className="button primary" onClick={() => setEditing('new')}>
          <Icon name="plus" size={14} /> {t('add')}
        </button>
      </div>
      <div className="fleet-table" role="table" aria-label={t('fleet')} aria-rowcount={fleet.shown.length + 1}>
        <div className="fleet-row is-head" role="row">
          {(['callSign', 'agency', 'kind', 'skills', 'station', 'status'] as const).map((column) => (
            <span key={column} role="columnheader">
              {t(column)}
            </span>
          ))}
          <span role="columnheader">
            <span className="visually-hidden">{t('edit')}</span>
          </span>
        </div>
        <div ref={box} className="fleet-scroll" role="rowgroup" tabIndex={0} aria-label={t('fleet')}>
          <div className="fleet-all" role="presentation" style={{ height: fleet.shown.length * ROW }}>
            {fleet.shown.slice(first, last).map((unit, i) => (
              <FleetRow key={unit.id} unit={unit} top={(first + i) * ROW} row={first + i + 2} onEdit={setEditing} />
            ))}
          </div>
          {fleet.shown.length === 0 && <p className="empty">{t('emptyFleet')}</p>}
        </div>
      </div>
      {editing && <UnitDialog unit={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </section>
  );
}
