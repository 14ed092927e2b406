/** A running clock: `0:07`, `12:34`, `1:02:03`, `3d 4h`. Never negative: clocks of two machines differ. */
export function clockText(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  if (s >= 48 * 3600) return `${Math.floor(s / 86_400)}d ${Math.floor((s % 86_400) / 3600)}h`;
  const hours = Math.floor(s / 3600);
  const minutes = Math.floor((s % 3600) / 60);
  const rest = pad(s % 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** An ISO 8601 duration for the `dateTime` of `<time>`. */
export function isoDuration(seconds: number): string {
  return `PT${Math.max(0, Math.floor(seconds))}S`;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

let zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
let timeOnly = formatter(zone, false);
let dayAndTime = formatter(zone, true);

/** The city's time zone, from the configuration; an unknown one leaves the browser's. */
export function setTimeZone(name: string): void {
  try {
    timeOnly = formatter(name, false);
    dayAndTime = formatter(name, true);
    zone = name;
  } catch {
    // The browser does not know this zone: its own is better than nothing.
  }
}

function formatter(timeZone: string, withDay: boolean): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    ...(withDay ? { year: 'numeric', month: '2-digit', day: '2-digit' } : {}),
  });
}

/** `14:03:22` today, `2026-11-21 14:03:22` on other days; in the city's time. */
export function timeText(iso: string | null | undefined, nowMs: number): string {
  if (!iso) return '';
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) return '';
  const full = dayAndTime.format(ms);
  return full.slice(0, 10) === dayAndTime.format(nowMs).slice(0, 10) ? timeOnly.format(ms) : full;
}

/** `14:03` of epoch milliseconds in the city's time, with seconds. */
export function wallClock(ms: number): string {
  return timeOnly.format(ms);
}

export function timeZone(): string {
  return zone;
}

/** `4 min 10 s`, for travel times; the unit words come from the language. */
export function travelText(seconds: number | null | undefined, words: { min: string; s: string; h: string }): string {
  if (seconds === null || seconds === undefined) return '–';
  const s = Math.round(seconds);
  if (s < 60) return `${s} ${words.s}`;
  if (s < 3600)
    return s % 60 === 0 ? `${s / 60} ${words.min}` : `${Math.floor(s / 60)} ${words.min} ${s % 60} ${words.s}`;
  return `${Math.floor(s / 3600)} ${words.h} ${Math.round((s % 3600) / 60)} ${words.min}`;
}

/** `350 m`, `2.4 km`. */
export function distanceText(metres: number | null | undefined, words: { m: string; km: string }): string {
  if (metres === null || metres === undefined) return '–';
  return metres < 995 ? `${Math.round(metres / 10) * 10} ${words.m}` : `${(metres / 1000).toFixed(1)} ${words.km}`;
}
