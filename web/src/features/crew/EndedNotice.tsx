import { useCrew, useCrewStore, useT } from './useCrew';

/** The desk ended the assignment while the crew was on it. */
export function EndedNotice() {
  const { ended } = useCrew();
  const store = useCrewStore();
  const t = useT();
  if (ended === null) return null;
  return (
    <section className="card new" role="alert">
      <h2>{t('endedByDesk', { number: ended })}</h2>
      <button type="button" onClick={() => store.seenEnded()}>
        {t('seen')}
      </button>
    </section>
  );
}
