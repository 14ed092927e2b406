import { useState } from 'react';
import { mergeIncident } from '../../api/desk';
import type { DuplicateCandidate, Incident } from '../../api/types';
import { useField } from '../../i18n/field';
import { say, useWords } from '../../i18n/language';
import { useNaming } from '../../state/config';
import { distanceText, travelText } from '../../state/time';
import { look } from '../../state/view';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { toast } from '../../ui/toasts';
import { shortNumber } from '../queue/QueueRow';
import { done } from './actions';
import { incidentWords } from './words';

/** Incidents that may be the same one. A person decides. */
export function Duplicates({ incident }: { incident: Incident }) {
  const t = useWords(incidentWords);
  const f = useField();
  const name = useNaming();
  const [merging, setMerging] = useState<DuplicateCandidate | null>(null);
  const candidates = incident.duplicates ?? [];
  if (candidates.length === 0) return null;
  return (
    <section className="card duplicates" aria-label={t('duplicates')}>
      <h3>{t('duplicates')}</h3>
      {candidates.map((each) => (
        <div key={each.incidentId} className="duplicate">
          <strong>#{shortNumber(each.number)}</strong> <span>{name.type(each.typeCode)}</span>
          <span className="quiet-text ellipsis">
            {[
              each.address,
              typeof each.distanceMetres === 'number'
                ? t('metresAway', { d: distanceText(each.distanceMetres, { m: f('unit.m'), km: f('unit.km') }) })
                : null,
              t('ago', { time: travelText(each.ageSeconds, { min: f('unit.min'), s: f('unit.s'), h: f('unit.h') }) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <span className="row">
            <button type="button" className="button small" onClick={() => look({ incidentId: each.incidentId })}>
              {t('openIt')}
            </button>
            <button type="button" className="button small" onClick={() => setMerging(each)}>
              <Icon name="merge" size={14} /> {t('merge', { number: shortNumber(each.number) })}
            </button>
          </span>
        </div>
      ))}
      {merging && (
        <Dialog
          title={t('mergeTitle', { number: shortNumber(merging.number) })}
          closeLabel={t('cancel')}
          onClose={() => setMerging(null)}
        >
          <p>{t('mergeText')}</p>
          <div className="row end">
            <button type="button" className="button" onClick={() => setMerging(null)}>
              {t('cancel')}
            </button>
            <button
              type="button"
              className="button primary"
              onClick={() => void merge(incident.id, merging).then(() => setMerging(null))}
            >
              {t('merge', { number: shortNumber(merging.number) })}
            </button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

async function merge(incidentId: string, into: DuplicateCandidate): Promise<void> {
  if (!done(await mergeIncident(incidentId, into.incidentId))) return;
  toast('good', say(incidentWords, 'merged', { number: shortNumber(into.number) }));
  look({ incidentId: into.incidentId });
}
