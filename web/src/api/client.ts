import type { Problem } from './types';

/** What every request answers: the caller has to look at `ok` before it can touch the value. */
export type Result<T> = { ok: true; value: T; etag: string | null } | { ok: false; problem: Problem };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Options {
  query?: Record<string, string | number | boolean | null | undefined>;
  body?: unknown;
  /** CSV and other bodies that are not JSON. */
  text?: { type: string; content: string };
  ifMatch?: string | null;
  /** Given by callers that repeat a POST later by themselves; otherwise one is made here. */
  idempotencyKey?: string;
  /** Who did it, when it is sent later than it was done; otherwise whoever is signed on now. */
  signonId?: string | null;
  signal?: AbortSignal;
  /** How long one try may take, in milliseconds. */
  timeoutMs?: number;
  /** How often a lost connection is tried again. GET, PUT and keyed POST are safe to repeat. */
  retries?: number;
}

export const API = '/api/v1';

/** A problem that the browser itself names: the server could not be reached. */
export const OFFLINE = 'offline';
export const CANCELLED = 'cancelled';

let signonId: string | null = null;

/** The sign-on sent with each request from now on, so that the record names somebody. */
export function setSignonId(id: string | null): void {
  signonId = id;
}

export function newKey(): string {
  return crypto.randomUUID();
}

export async function request<T>(method: Method, path: string, options: Options = {}): Promise<Result<T>> {
  const headers = headersOf(method, options);
  const url = API + path + queryOf(options.query);
  const retries = options.retries ?? (method === 'PATCH' || method === 'DELETE' ? 0 : 3);
  for (let attempt = 0; ; attempt++) {
    const result = await once<T>(url, method, headers, options);
    const again = !result.ok && (result.problem.code === OFFLINE || [502, 503, 504].includes(result.problem.status));
    if (!again || attempt >= retries || options.signal?.aborted) return result;
    await sleep(300 * 2 ** attempt);
  }
}

function headersOf(method: Method, options: Options): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  const who = options.signonId ?? signonId;
  if (who) headers['Chorsu-Signon'] = who;
  if (method === 'POST') headers['Idempotency-Key'] = options.idempotencyKey ?? newKey();
  if (options.ifMatch) headers['If-Match'] = options.ifMatch;
  if (options.text) headers['Content-Type'] = options.text.type;
  else if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  return headers;
}

async function once<T>(url: string, method: Method, headers: Record<string, string>, o: Options): Promise<Result<T>> {
  const limit = AbortSignal.timeout(o.timeoutMs ?? 10_000);
  const signal = o.signal ? AbortSignal.any([o.signal, limit]) : limit;
  const body = o.text ? o.text.content : o.body === undefined ? null : JSON.stringify(o.body);
  try {
    const response = await fetch(url, { method, headers, body, signal, cache: 'no-store' });
    const text = await response.text();
    if (response.ok) {
      return { ok: true, value: (text === '' ? null : JSON.parse(text)) as T, etag: response.headers.get('ETag') };
    }
    return { ok: false, problem: problemOf(response.status, response.statusText, text) };
  } catch (error) {
    const code = o.signal?.aborted ? CANCELLED : OFFLINE;
    return { ok: false, problem: { type: 'about:blank', title: String(error), status: 0, code } };
  }
}

function problemOf(status: number, statusText: string, text: string): Problem {
  try {
    const parsed = JSON.parse(text) as Partial<Problem>;
    if (typeof parsed.code === 'string') {
      return { type: 'about:blank', title: statusText, status, ...parsed, code: parsed.code };
    }
  } catch {
    // A proxy answered with a page of its own: the status is all we know.
  }
  return { type: 'about:blank', title: statusText || `HTTP ${status}`, status, code: `http-${status}` };
}

function queryOf(query: Options['query']): string {
  const given = Object.entries(query ?? {}).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  if (given.length === 0) return '';
  return '?' + new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
}

function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
