import { useWords } from '../../i18n/language';
import { useConfig, useNaming } from '../../state/config';
import { useStore } from '../../state/store';
import { look, view } from '../../state/view';
import { agencyIcon } from '../../ui/Badges';
import { Icon } from '../../ui/Icon';
import { queueWords } from './words';

export function AgencyFilter({ counts }: { counts: ReadonlyMap<string, number> }) {
  const t = useWords(queueWords);
  const name = useNaming();
  const config = useConfig();
  const chosen = useStore(view, (v) => v.agency);
  return (
    <div className="agency-filter" role="group" aria-label={t('filter')}>
      <button type="button" aria-pressed={chosen === null} onClick={() => look({ agency: null })}>
        {t('all')} <span className="count">{counts.get('') ?? 0}</span>
      </button>
      {(config?.agencies ?? []).map((agency) => (
        <button
          key={agency.code}
          type="button"
          className={`agency-${agency.code}`}
          aria-pressed={chosen === agency.code}
          aria-label={`${name.agency(agency.code)} ${counts.get(agency.code) ?? 0}`}
          title={`${name.agency(agency.code)} ${agency.number}`}
          onClick={() => look({ agency: chosen === agency.code ? null : agency.code })}
        >
          <Icon name={agencyIcon(agency.code)} /> <span className="count">{counts.get(agency.code) ?? 0}</span>
        </button>
      ))}
    </div>
  );
}
