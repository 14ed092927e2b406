import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useWords } from '../../i18n/language';
import { useConfig } from '../../state/config';
import { useStore } from '../../state/store';
import { look, view } from '../../state/view';
import { AgencyFilter } from './AgencyFilter';
import { QueueRow } from './QueueRow';
import { useHold } from './useHold';
import { useQueue } from './useQueue';
import { useWindow } from './useWindow';
import { queueWords } from './words';
import './queue.css';

const ROW = 78;

export function Queue() {
  const t = useWords(queueWords);
  const config = useConfig();
  const selected = useStore(view, (v) => v.incidentId);
  const agency = useStore(view, (v) => v.agency);
  const queue = useQueue();
  const holding = useHold(queue.hold, queue.release);
  const freshTop = queue.fresh.some((incident) => incident.priority === 1);
  const scroller = useRef<HTMLDivElement>(null);
  const { first, last } = useWindow(scroller, ROW, queue.rows.length);
  const target = config?.targets.find((each) => each.interval === 'receivedToFirstDispatch')?.seconds;

  const index = queue.rows.findIndex((row) => row.id === selected);
  useEffect(() => {
    const box = scroller.current;
    if (!box || index < 0) return;
    if (index * ROW < box.scrollTop) box.scrollTop = index * ROW;
    else if ((index + 1) * ROW > box.scrollTop + box.clientHeight) box.scrollTop = (index + 1) * ROW - box.clientHeight;
  }, [index]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -1e6, End: 1e6 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = queue.rows[Math.min(queue.rows.length - 1, Math.max(0, index + step))];
    if (next) look({ incidentId: next.id });
  };

  return (
    <section className="queue" aria-label={t('title')}>
      <AgencyFilter counts={queue.counts} />
      <div className="queue-hint" aria-live="polite">
        {queue.fresh.length > 0 && (
          <button
            type="button"
            className={freshTop ? 'fresh is-top' : 'fresh'}
            onClick={queue.refresh}
            title={t('freshHint')}
          >
            {t(freshTop ? 'freshTop' : 'fresh', { n: queue.fresh.length })}
          </button>
        )}
      </div>
      {!queue.ready && <Skeleton label={queue.failed ? t('failed') : t('loading')} />}
      {queue.ready && queue.rows.length === 0 && (
        <div className="empty">
          <strong>{agency ? t('emptyFilter') : t('emptyTitle')}</strong>
          {agency ? (
            <button type="button" className="button" onClick={() => look({ agency: null })}>
              {t('showAll')}
            </button>
          ) : (
            <p>{t('emptyText')}</p>
          )}
        </div>
      )}
      <div
        ref={scroller}
        className="queue-list"
        id="queue-list"
        role="listbox"
        tabIndex={0}
        aria-label={t('title')}
        aria-activedescendant={index >= first && index < last ? `row-${selected ?? ''}` : undefined}
        hidden={!queue.ready || queue.rows.length === 0}
        onKeyDown={onKeyDown}
        {...holding}
      >
        <div className="queue-all" role="presentation" style={{ height: queue.rows.length * ROW }}>
          {queue.rows.slice(first, last).map((incident, offset) => (
            <QueueRow
              key={incident.id}
              incident={incident}
              selected={incident.id === selected}
              top={(first + offset) * ROW}
              position={first + offset + 1}
              count={queue.rows.length}
              dispatchTarget={target}
              onChoose={choose}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

function choose(incidentId: string): void {
  look({ incidentId });
}

function Skeleton({ label }: { label: string }) {
  return (
    <div className="queue-skeleton" role="status">
      <span className="skeleton-label">{label}</span>
      {Array.from({ length: 6 }, (_, i) => (
        <div key={i} className="skeleton" aria-hidden="true" />
      ))}
    </div>
  );
}
