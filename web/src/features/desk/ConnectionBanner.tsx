import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/language';
import { live } from '../../state/picture';
import { useStore } from '../../state/store';
import { clockText } from '../../state/time';
import { Icon } from '../../ui/Icon';
import { deskWords } from './words';

/** A lost connection shows at once, over everything, and goes by itself. */
export function ConnectionBanner() {
  const t = useWords(deskWords);
  const connection = useStore(live.feed.connection);
  return (
    <div role="alert" className="connection-place">
      {connection.state === 'lost' && (
        <div className="connection-banner">
          <Icon name="hazard" size={18} />
          <Lost text={(time) => t('lost', { time })} sinceMs={connection.sinceMs} />
          <button type="button" className="button small" onClick={() => live.feed.reconnectNow()}>
            {t('retryNow')}
          </button>
        </div>
      )}
    </div>
  );
}

function Lost({ text, sinceMs }: { text: (time: string) => string; sinceMs: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <span aria-live="off">{text(clockText((now - sinceMs) / 1000))}</span>;
}
