import type { Interval } from '../../api/types';
import type { Language } from '../../i18n/words';

/** Uzbek numbers are written with the same spaces and commas as Russian ones. */
const LOCALES: Record<Language, string> = { en: 'en-GB', ru: 'ru-RU', uz: 'ru-RU' };

export function count(n: number, language: Language): string {
  return n.toLocaleString(LOCALES[language]);
}

/** `0.813` as `81.3 %`; a share just below the target is never rounded up to it. */
export function percent(share: number, language: Language): string {
  const floored = Math.floor(share * 1000 + 1e-9) / 10;
  return `${floored.toLocaleString(LOCALES[language], { maximumFractionDigits: 1 })} %`;
}

export type Verdict = { kind: 'none' } | { kind: 'met' | 'not-met'; within: number };

/** Whether an interval met its target; without a target or without a single measured incident there is no verdict. */
export function verdictOf(interval: Interval): Verdict {
  const { targetSeconds, targetShare, withinTarget, n } = interval;
  if (targetSeconds == null || targetShare == null || withinTarget == null || n === 0) return { kind: 'none' };
  return { kind: withinTarget >= targetShare ? 'met' : 'not-met', within: withinTarget };
}

/** A round upper end for an axis with whole numbers. */
export function axisTop(most: number): number {
  if (most <= 4) return 4;
  const size = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 4, 6, 8, 10].find((one) => one * size >= most) ?? 10;
  return step * size;
}

export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
