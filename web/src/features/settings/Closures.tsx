import { openRoad } from '../../api/desk';
import type { Closure } from '../../api/types';
import { say, useWords } from '../../i18n/language';
import { nowMs } from '../../state/clock';
import { live } from '../../state/picture';
import { useStore } from '../../state/store';
import { timeText } from '../../state/time';
import { look } from '../../state/view';
import { Icon } from '../../ui/Icon';
import { toast } from '../../ui/toasts';
import { done } from '../incident/actions';
import { settingsWords } from './words';

export function Closures() {
  const t = useWords(settingsWords);
  const closures = useStore(live.picture, (picture) => picture.closures);
  if (closures.length === 0) {
    return (
      <div className="empty">
        <strong>{t('noClosures')}</strong>
        <p>{t('noClosuresText')}</p>
      </div>
    );
  }
  return (
    <ul className="settings-list">
      {closures.map((closure) => (
        <li key={closure.id} className="card">
          <Icon name="closure" size={20} />
          <div>
            <strong>{closure.reason}</strong> {closure.roads.join(', ')}
            <p className="quiet-text">
              {t('closedSince', { time: timeText(closure.since, nowMs()) })}
              {closure.until ? ` · ${t('closedUntil', { time: timeText(closure.until, nowMs()) })}` : ''}
              {closure.by ? ` · ${closure.by}` : ''}
            </p>
          </div>
          <button
            type="button"
            className="button"
            onClick={() => look({ mode: 'desk', map: [closure.lon, closure.lat, 16] })}
          >
            {t('show')}
          </button>
          <button type="button" className="button" onClick={() => void open(closure)}>
            {t('openAgain')}
          </button>
        </li>
      ))}
    </ul>
  );
}

async function open(closure: Closure): Promise<void> {
  if (!done(await openRoad(closure.id))) return;
  toast('good', say(settingsWords, 'opened', { reason: closure.reason }));
  await live.readClosures();
}
