import type { RecommendedUnit } from '../../api/types';
import type { FieldTranslate } from '../../i18n/field';
import { say } from '../../i18n/language';
import { travelText } from '../../state/time';
import { incidentWords } from './words';

interface ReasonData {
  rank?: number;
  kind?: string;
  skills?: string[];
}

/** The server's sentence of reason in the chosen language, from its parts; without parts the sentence as it came. */
export function reasonText(unit: RecommendedUnit, f: FieldTranslate, kindName: (code: string) => string): string {
  if (!unit.reasonData) return unit.reason;
  const data = unit.reasonData as ReasonData;
  const units = { min: f('unit.min'), s: f('unit.s'), h: f('unit.h') };
  const rank = data.rank ?? 1;
  const kind = kindName(data.kind ?? unit.kind);
  const parts = [
    rank === 1 ? say(incidentWords, 'reasonNearest', { kind }) : say(incidentWords, 'reasonNext', { rank, kind }),
  ];
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
  return parts.join(', ');
}
