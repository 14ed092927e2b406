import { request, type Result } from '../../api/client';
import type { Alert, City, Config, NewPosition, Signon, Station, Unit } from '../../api/types';
import type { Current } from './crewState';
import type { Report } from './outbox';

/** Short limits: on a phone a hanging request is a lost connection. */
const LIMITS = { timeoutMs: 8000, retries: 0 };

interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}

export function getConfig(): Promise<Result<Config>> {
  return request('GET', '/config', LIMITS);
}

export function getCity(): Promise<Result<City>> {
  return request('GET', '/city', LIMITS);
}

export async function listStations(): Promise<Result<Station[]>> {
  const page = await request<{ items: Station[] }>('GET', '/stations', LIMITS);
  return page.ok ? { ...page, value: page.value.items } : page;
}

/** Units whose call sign starts with `start`. */
export async function listUnits(start: string, signal: AbortSignal): Promise<Result<Unit[]>> {
  const query = { q: start, limit: 100 };
  const page = await request<Page<Unit>>('GET', '/units', { ...LIMITS, query, signal });
  return page.ok ? { ...page, value: page.value.items } : page;
}

export function signOn(name: string, unit: Unit): Promise<Result<Signon>> {
  const body = { name, desk: unit.callSign, role: 'crew', unitId: unit.id };
  return request('POST', '/signons', { ...LIMITS, body });
}

export function signOff(id: string): Promise<Result<null>> {
  return request('DELETE', `/signons/${id}`, LIMITS);
}

/** A few hundred bytes: whether anything about the unit changed. */
export function getUnit(id: string): Promise<Result<Unit>> {
  return request('GET', `/units/${id}`, LIMITS);
}

export function getCurrent(id: string, withRoute: boolean): Promise<Result<Current>> {
  return request('GET', `/units/${id}/current`, { ...LIMITS, query: { route: withRoute } });
}

export async function putPosition(unitId: string, position: NewPosition): Promise<Result<null>> {
  return request('PUT', `/units/${unitId}/position`, { ...LIMITS, body: position });
}

export function sendReport(report: Report, signal: AbortSignal): Promise<Result<unknown>> {
  const { key, signonId, body, path } = report;
  return request('POST', path, { ...LIMITS, body, idempotencyKey: key, signonId, signal });
}

/** Tells the desk that the alert of this assignment has reached the phone. */
export async function confirmAlert(incidentId: string, assignmentId: string, at: string): Promise<void> {
  const alerts = await request<Page<Alert>>('GET', '/alerts', { ...LIMITS, query: { incidentId, limit: 100 } });
  if (!alerts.ok) return;
  const mine = alerts.value.items.find((alert) => alert.assignmentId === assignmentId && alert.port === 'crew-page');
  if (!mine || mine.state === 'received') return;
  await request('POST', `/alerts/${mine.id}/receipt`, { ...LIMITS, body: { at, device: 'crew page' } });
}

/** The server's time of day, from the header of a cheap answer. */
export async function askTime(): Promise<{ date: string | null; askedAt: number; answeredAt: number } | null> {
  const askedAt = Date.now();
  try {
    const answer = await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(LIMITS.timeoutMs) });
    return { date: answer.headers.get('Date'), askedAt, answeredAt: Date.now() };
  } catch {
    return null;
  }
}
