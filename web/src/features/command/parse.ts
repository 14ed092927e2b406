import type { Step, UnitStatus } from '../../api/types';

/** What a line of the command line means. Words are not case-sensitive. */
export type Command =
  | { do: 'stamp'; unit: string; step: Step; incident: string | null; destination: string | null }
  | { do: 'status'; unit: string; status: Exclude<UnitStatus, 'on-assignment'>; reason: string | null }
  | { do: 'dispatch'; incident: string | null; units: string[] }
  | { do: 'send-recommended'; incident: string | null }
  | { do: 'new-call' }
  | { do: 'close'; incident: string | null; disposition: string | null }
  | { do: 'open'; incident: string }
  | { do: 'note'; incident: string | null; text: string }
  | { do: 'priority'; incident: string | null; level: number }
  | { do: 'alarm'; incident: string | null; level: number }
  | { do: 'find'; text: string }
  | { do: 'show-unit'; unit: string }
  | { do: 'help' };

export type Parsed = { ok: true; command: Command } | { ok: false; why: ParseProblem; word: string };
export type ParseProblem = 'empty' | 'unknown' | 'needs-incident' | 'needs-text' | 'needs-level' | 'too-much';

export const STEP_CODES: Readonly<Record<string, Step>> = {
  AK: 'acknowledged',
  ER: 'en-route',
  ST: 'staged',
  OS: 'on-scene',
  AP: 'at-patient',
  TR: 'transporting',
  AD: 'at-destination',
  CL: 'cleared',
  CX: 'cancelled',
};

export const STATUS_CODES: Readonly<Record<string, Exclude<UnitStatus, 'on-assignment'>>> = {
  AQ: 'available-in-quarters',
  AM: 'available-mobile',
  DL: 'delayed',
  OOS: 'out-of-service',
  OFF: 'off-duty',
};

const good = (command: Command): Parsed => ({ ok: true, command });
const bad = (why: ParseProblem, word = ''): Parsed => ({ ok: false, why, word });

/** `12`, `#12` or `2026-000012`; a call sign always has a letter. */
const isNumber = (word: string | undefined): word is string => word !== undefined && /^#?(\d+|\d{4}-\d+)$/.test(word);
const isCallSign = (word: string): boolean => /^(?=.*[A-Za-z])(?=.*\d)[A-Za-z0-9-]{1,20}$/.test(word);

export function parse(line: string): Parsed {
  const words = line.trim().split(/\s+/).filter(Boolean);
  const [first, ...rest] = words;
  if (first === undefined) return bad('empty');
  const verb = first.toUpperCase();
  const whole = line.trim().slice(first.length).trim();
  switch (verb) {
    case 'N':
      return rest.length === 0 ? good({ do: 'new-call' }) : bad('too-much', rest[0]);
    case 'D':
      return dispatch(rest);
    case 'C':
      return close(rest);
    case 'I':
      return isNumber(rest[0]) ? good({ do: 'open', incident: rest[0] }) : bad('needs-incident');
    case 'T':
      return note(rest, whole);
    case 'P':
      return level('priority', rest);
    case 'AL':
      return level('alarm', rest);
    case 'F':
      return whole === '' ? bad('needs-text') : good({ do: 'find', text: whole });
    case '?':
    case 'HELP':
      return good({ do: 'help' });
  }
  if (isNumber(first)) return rest.length === 0 ? good({ do: 'open', incident: first }) : bad('too-much', rest[0]);
  return unit(first, rest, whole);
}

function dispatch(rest: string[]): Parsed {
  const incident = isNumber(rest[0]) ? rest[0] : null;
  const units = incident === null ? rest : rest.slice(1);
  const strange = units.find((word) => !isCallSign(word));
  if (strange !== undefined) return bad('unknown', strange);
  return good(units.length === 0 ? { do: 'send-recommended', incident } : { do: 'dispatch', incident, units });
}

function close(rest: string[]): Parsed {
  const incident = isNumber(rest[0]) ? rest[0] : null;
  const [disposition, more] = incident === null ? rest : rest.slice(1);
  return more === undefined ? good({ do: 'close', incident, disposition: disposition ?? null }) : bad('too-much', more);
}

/** `T 12 text` is a note to incident 12; other text goes to the chosen one. */
function note(rest: string[], whole: string): Parsed {
  const incident = isNumber(rest[0]) && rest.length > 1 ? rest[0] : null;
  const text = incident === null ? whole : whole.slice(incident.length).trim();
  return text === '' ? bad('needs-text') : good({ do: 'note', incident, text });
}

function level(what: 'priority' | 'alarm', rest: string[]): Parsed {
  const [incident, given] = rest.length > 1 ? rest : [null, rest[0]];
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1 || number > 5) return bad('needs-level', given);
  if (incident !== null && !isNumber(incident)) return bad('needs-incident', incident);
  return good({ do: what, incident: incident ?? null, level: number });
}

function unit(callSign: string, rest: string[], whole: string): Parsed {
  if (!isCallSign(callSign)) return bad('unknown', callSign);
  const [code, ...more] = rest;
  if (code === undefined) return good({ do: 'show-unit', unit: callSign });
  const step = STEP_CODES[code.toUpperCase()];
  if (step !== undefined) {
    const after = whole.slice(code.length).trim();
    if (step === 'transporting')
      return good({ do: 'stamp', unit: callSign, step, incident: null, destination: after || null });
    if (more.length > 1 || (more[0] !== undefined && !isNumber(more[0]))) return bad('too-much', more.at(-1));
    return good({ do: 'stamp', unit: callSign, step, incident: more[0] ?? null, destination: null });
  }
  const status = STATUS_CODES[code.toUpperCase()];
  if (status !== undefined) return good({ do: 'status', unit: callSign, status, reason: more.join(' ') || null });
  return bad('unknown', code);
}
