import { useState } from 'react';
import type { Incident, RecommendedUnit } from '../../api/types';
import { useWords } from '../../i18n/language';
import { useNaming } from '../../state/config';
import { Key } from '../../ui/Badges';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { shortNumber } from '../queue/QueueRow';
import { send } from './actions';
import { AnyUnit } from './AnyUnit';
import { RecommendedLine } from './RecommendedLine';
import { useRecommendation } from './useRecommendation';
import { incidentWords } from './words';

/** Whom to send and why. The system proposes; one key of a person sends. */
export function Recommendation({ incident, reload }: { incident: Incident; reload: () => void }) {
  const t = useWords(incidentWords);
  const name = useNaming();
  const recommendation = useRecommendation(incident, true);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [taking, setTaking] = useState<RecommendedUnit | null>(null);
  const units = recommendation?.units ?? [];
  const chosen = units.filter((unit) => !left.has(unit.unitId));

  const go = async (unitIds: string[], takeFrom: string[] = []) => {
    if (busy) return;
    setBusy(true);
    await send(incident.id, unitIds, takeFrom);
    setBusy(false);
    setLeft(new Set());
    reload();
  };
  const toggle = (unitId: string) =>
    setLeft((held) => {
      const next = new Set(held);
      if (!next.delete(unitId)) next.add(unitId);
      return next;
    });

  return (
    <section className="card recommendation" aria-label={t('recommendation')} aria-busy={recommendation === null}>
      <h3>{t('recommendation')}</h3>
      {recommendation === null && (
        <div className="skeleton" style={{ height: 96 }} role="status" aria-label={t('computing')} />
      )}
      {recommendation && units.length === 0 && recommendation.shortfalls.length === 0 && (
        <p className="good-text">
          <Icon name="check" size={14} /> {incident.assigned.length > 0 ? t('enough') : t('noPlan')}
        </p>
      )}
      {units.map((unit) => (
        <RecommendedLine
          key={unit.unitId}
          unit={unit}
          checked={!left.has(unit.unitId)}
          onToggle={() => toggle(unit.unitId)}
        />
      ))}
      {recommendation?.shortfalls.map((shortfall) => (
        <p key={shortfall.agency + shortfall.requirement + shortfall.reason} className="shortfall">
          <Icon name="hazard" size={16} />
          <span title={shortfall.reason}>
            {t('shortfall', { n: shortfall.missing, what: name.unitKind(shortfall.requirement) })}
          </span>
        </p>
      ))}
      {units.length > 0 && (
        <button
          type="button"
          id="send-all"
          className="button primary send-all"
          disabled={busy || chosen.length === 0}
          onClick={() => void go(chosen.map((unit) => unit.unitId))}
        >
          <Icon name="send" /> {busy ? t('sending') : t('sendAll', { n: chosen.length })} <Key>D</Key>
        </button>
      )}
      {recommendation && recommendation.alternatives.length > 0 && (
        <details className="alternatives">
          <summary>{t('alternativesN', { n: recommendation.alternatives.length })}</summary>
          {recommendation.alternatives.map((unit) => (
            <RecommendedLine
              key={unit.unitId + unit.requirement}
              unit={unit}
              onSend={() => (unit.takeFrom ? setTaking(unit) : void go([unit.unitId]))}
            />
          ))}
        </details>
      )}
      <AnyUnit incident={incident} onSend={(unitId) => void go([unitId])} />
      {taking?.takeFrom && (
        <Dialog
          title={t('takeTitle', { callSign: taking.callSign, number: shortNumber(taking.takeFrom.number) })}
          closeLabel={t('cancel')}
          onClose={() => setTaking(null)}
        >
          <p>{t('takeText', { number: shortNumber(taking.takeFrom.number) })}</p>
          <div className="row end">
            <button type="button" className="button" onClick={() => setTaking(null)}>
              {t('cancel')}
            </button>
            <button
              type="button"
              className="button primary"
              onClick={() => {
                setTaking(null);
                void go([taking.unitId], [taking.unitId]);
              }}
            >
              {t('takeYes')}
            </button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
