import { useSyncExternalStore } from 'react';
import { nextVersion } from './serviceWorkerClient';
import { useT } from './useCrew';

/** A newer page waits in the background; it changes over only when the crew says so, never during a report. */
export function VersionNotice() {
  const waiting = useSyncExternalStore(nextVersion.subscribe, nextVersion.waiting);
  const t = useT();
  if (!waiting) return null;
  return (
    <section className="card new-version">
      <p>{t('newVersion')}</p>
      <button type="button" onClick={() => nextVersion.use()}>
        {t('reload')}
      </button>
    </section>
  );
}
