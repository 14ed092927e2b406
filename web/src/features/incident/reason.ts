import type { RecommendedUnit } from '../../api/types';
import type { FieldTranslate } from '../../i18n/field';
import { say } from '../../i18n/language';
import { travelText } from '../../state/time';
import { shortNumber } from '../queue/QueueRow';
import { incidentWords } from './words';

interface ReasonData {
  /** Among those who could go; 0 for one that would be taken from elsewhere. */
  rank?: number;
  kind?: string;
  skills?: string[];
  delayed?: boolean;
  surer?: boolean;
  takeFromNumber?: string;
  takeFromPriority?: number;
}

/** The server's sentence of reason in the chosen language, from its parts; without parts the sentence as it came. */
export function reasonText(unit: RecommendedUnit, f: FieldTranslate, kindName: (code: string) => string): string {
  if (!unit.reasonData) return unit.reason;
  const data = unit.reasonData as ReasonData;
  const units = { min: f('unit.min'), s: f('unit.s'), h: f('unit.h') };
  const rank = data.rank ?? 1;
  const kind = kindName(data.kind ?? unit.kind);
  const head = rank === 0 ? 'reasonTaken' : rank === 1 ? 'reasonNearest' : 'reasonNext';
  const parts = [say(incidentWords, head, { rank, kind })];
  if (data.skills && data.skills.length > 0) {
    parts.push(say(incidentWords, 'withSkills', { skills: data.skills.join(', ') }));
  }
  if (unit.etaSeconds === null) parts.push(say(incidentWords, 'etaUnknown'));
  else {
    const way = say(incidentWords, unit.estimate === 'straight-line' ? 'byLine' : 'byRoad');
    parts.push(`${travelText(unit.etaSeconds, units)} ${way}`);
  }
  if (unit.positionSource === 'gps' && typeof unit.positionAgeSeconds === 'number') {
    parts.push(say(incidentWords, 'positionAge', { age: travelText(unit.positionAgeSeconds, units) }));
  } else parts.push(say(incidentWords, 'positionFrom', { source: f(`source.${unit.positionSource}`) }));
  if (data.delayed) parts.push(f('status.delayed').toLowerCase());
  if (data.surer) parts.push(say(incidentWords, 'reasonSurer'));
  if (data.takeFromNumber) {
    parts.push(
      say(incidentWords, 'reasonOnWay', {
        number: shortNumber(data.takeFromNumber),
        priority: data.takeFromPriority ?? '?',
      }),
    );
  }
  return parts.join(', ');
}
