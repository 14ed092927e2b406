/** The chosen time of the figures page, as it stands in the address. */
export type RangeName = 'today' | 'week' | 'custom' | 'imported';

export interface Choice {
  range: RangeName;
  /** Days in the city's calendar, `2026-05-01`; only for `custom`. `until` is the last day that counts. */
  since: string;
  until: string;
}

export interface Query {
  from?: string;
  to?: string;
  source: 'all' | 'lived' | 'imported';
}

const DAY_MS = 86_400_000;

/** Minutes that the zone's clock is ahead of UTC at this moment. */
export function offsetMinutes(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const get = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'));
  return Math.round((wall - Math.floor(at / 1000) * 1000) / 60_000);
}

/** The first moment of a day in a zone. Where the clock jumps over midnight it is the first one that exists. */
export function startOfDay(day: string, zone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  let at = midnight - offsetMinutes(zone, midnight) * 60_000;
  at = midnight - offsetMinutes(zone, at) * 60_000;
  return dayOf(at, zone) === day ? at : at + 3_600_000;
}

/** The calendar day of a moment in a zone. */
export function dayOf(at: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** What to ask the server for; `to` is not part of the time. */
export function queryOf(choice: Choice, zone: string, now: number): Query {
  const today = dayOf(now, zone);
  const days = (since: string, until: string): Query => ({
    from: new Date(startOfDay(since, zone)).toISOString(),
    to: new Date(startOfDay(addDays(until, 1), zone)).toISOString(),
    source: 'all',
  });
  switch (choice.range) {
    case 'today':
      return days(today, today);
    case 'week':
      return days(addDays(today, -6), today);
    case 'custom':
      return days(choice.since, choice.until);
    case 'imported':
      return { source: 'imported' };
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function isDay(text: string | null): text is string {
  return text !== null && DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** Reads the address; anything strange in it means today. */
export function choiceOf(search: string, today: string): Choice {
  const query = new URLSearchParams(search);
  const [since, until] = [query.get('since'), query.get('until')];
  const usual = { since: addDays(today, -30), until: today };
  const range = query.get('range');
  if (range === 'week' || range === 'imported') return { range, ...usual };
  if (range === 'custom' && isDay(since) && isDay(until) && since <= until) return { range, since, until };
  return { range: 'today', ...usual };
}

export function searchOf(choice: Choice): string {
  if (choice.range === 'today') return '';
  const { range, since, until } = choice;
  return '?' + new URLSearchParams(range === 'custom' ? { range, since, until } : { range }).toString();
}
