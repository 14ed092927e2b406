import { mergeIncident, type TakenCall } from '../../api/desk';
import { useWords } from '../../i18n/language';
import { useNaming } from '../../state/config';
import { look } from '../../state/view';
import { done } from '../incident/actions';
import { shortNumber } from '../queue/QueueRow';
import { Icon } from '../../ui/Icon';
import { callWords } from './words';

/** What may already be known, while the caller is still on the line. */
export function CallDuplicates({ taken }: { taken: TakenCall }) {
  const t = useWords(callWords);
  const name = useNaming();
  if (taken.duplicateCandidates.length === 0) return null;
  const join = async (into: string) => {
    if (done(await mergeIncident(taken.incidentId, into))) look({ incidentId: into });
  };
  return (
    <div className="call-duplicates" role="group" aria-label={t('duplicates')}>
      <strong>{t('duplicates')}</strong>
      {taken.duplicateCandidates.slice(0, 3).map((each) => (
        <div key={each.incidentId} className="row">
          <span className="ellipsis">
            {name.type(each.typeCode)} {each.address ?? ''}
          </span>
          <button type="button" className="button small" onClick={() => void join(each.incidentId)}>
            <Icon name="merge" size={14} /> {t('joinThis', { number: shortNumber(each.number) })}
          </button>
        </div>
      ))}
    </div>
  );
}
