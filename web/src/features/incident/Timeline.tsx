import { memo } from 'react';
import type { Incident, TimelineEntry } from '../../api/types';
import { useWords } from '../../i18n/language';
import { nowMs } from '../../state/clock';
import { timeText } from '../../state/time';
import { useTimelineText } from './timelineText';
import { incidentWords } from './words';

/** What happened, newest first. Event time in front; record time too where they differ. */
export const Timeline = memo(function Timeline({ incident }: { incident: Incident }) {
  const t = useWords(incidentWords);
  const say = useTimelineText();
  const entries = [...incident.timeline].reverse();
  return (
    <section className="card" aria-label={t('timeline')}>
      <h3>{t('timeline')}</h3>
      <ol className="timeline">
        {entries.map((entry) => (
          <li key={entry.seq} className={`timeline-${entry.kind}`}>
            <time dateTime={entry.at}>{timeText(entry.at, nowMs())}</time>
            <span>
              {say(entry)}
              <span className="quiet-text"> {entry.actor}</span>
              {isLate(entry) && (
                <span className="tag">{t('recordedAt', { time: timeText(entry.recordedAt, nowMs()) })}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
});

function isLate(entry: TimelineEntry): boolean {
  return Date.parse(entry.recordedAt) - Date.parse(entry.at) > 60_000;
}
