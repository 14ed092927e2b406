import { randomUUID } from 'node:crypto';
import type {
  Assignment,
  City,
  Incident,
  IncidentSummary,
  Kpi,
  NewCall,
  Place,
  Station,
  Step,
  Unit,
} from '../src/api/types';

export interface Taken {
  callId: string;
  incidentId: string;
  incidentNumber: string;
}

/** What the tests do besides the browser: the part of somebody else, and a look at what the server holds. */
export class Api {
  readonly #opened: string[] = [];
  readonly #units: string[] = [];

  constructor(readonly url: string) {}

  async request<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    if (method === 'POST') headers['Idempotency-Key'] = randomUUID();
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  city(): Promise<City> {
    return this.request('GET', '/city');
  }

  unit(id: string): Promise<Unit> {
    return this.request('GET', `/units/${id}`);
  }

  incident(id: string): Promise<Incident> {
    return this.request('GET', `/incidents/${id}`);
  }

  async assignmentOf(incidentId: string, unitId: string): Promise<Assignment> {
    const { assignments } = await this.incident(incidentId);
    const found = assignments.find((one) => one.unitId === unitId);
    if (!found) throw new Error('the unit is not on the incident');
    return found;
  }

  kpi(query: string): Promise<Kpi> {
    return this.request('GET', `/kpi?${query}`);
  }

  async stations(): Promise<Station[]> {
    return (await this.request<{ items: Station[] }>('GET', '/stations')).items;
  }

  /** The nearest address to a point of the city, given as shares of its box from south-west to north-east. */
  async addressAt(east: number, north: number): Promise<Place & { lat: number; lon: number }> {
    const [w, s, e, n] = (await this.city()).bbox;
    const query = new URLSearchParams({ lat: String(s + (n - s) * north), lon: String(w + (e - w) * east) });
    const { place } = await this.request<{ place: Place | null }>('GET', `/describe?${query}`);
    if (place?.lat == null || place.lon == null) throw new Error('no address there');
    return { ...place, lat: place.lat, lon: place.lon };
  }

  /** A unit of its own for a test, so that tests do not take each other's. */
  async addUnit(kind: { agency: string; kind: string; lat: number; lon: number }, prefix = 'T'): Promise<Unit> {
    const callSign = `${prefix}${randomUUID().slice(0, 6).toUpperCase()}`;
    const unit = await this.request<Unit>('POST', '/units', { ...kind, callSign, status: 'available-in-quarters' });
    this.#units.push(unit.id);
    return unit;
  }

  async takeCall(call: NewCall): Promise<Taken> {
    const taken = await this.request<Taken>('POST', '/calls', call);
    this.#opened.push(taken.incidentId);
    return taken;
  }

  /** An incident that came into being in the browser ends with the test too. */
  willClose(incidentId: string): void {
    this.#opened.push(incidentId);
  }

  /** Whatever is open at a place of the test. */
  async willCloseAt(place: { lat: number; lon: number }): Promise<void> {
    const { items } = await this.request<{ items: IncidentSummary[] }>('GET', '/incidents?state=open&limit=1000');
    for (const one of items) if (one.lat === place.lat && one.lon === place.lon) this.willClose(one.id);
  }

  /** Ends everything that the test began, also after a failure, so that the next one finds a quiet desk. */
  async endAll(): Promise<void> {
    for (const id of new Set(this.#opened)) {
      const incident = await this.incident(id);
      if (incident.state === 'closed') continue;
      for (const { assignmentId } of incident.assigned) await this.stamp(assignmentId, 'cleared');
      await this.close(id);
    }
    for (const id of this.#units) {
      const { emergency } = await this.unit(id);
      if (emergency) await this.request('POST', `/units/${id}/emergency/end`, { reason: 'end of the test' });
      await this.request('DELETE', `/units/${id}`);
    }
  }

  async send(incidentId: string, unitId: string): Promise<void> {
    await this.request('POST', `/incidents/${incidentId}/assignments`, { unitIds: [unitId] });
  }

  stamp(assignmentId: string, step: Step): Promise<Assignment> {
    return this.request('POST', `/assignments/${assignmentId}/status`, { step });
  }

  async close(incidentId: string): Promise<void> {
    const config = await this.request<{ dispositions: { code: string }[] }>('GET', '/config');
    const disposition = config.dispositions[0]?.code;
    await this.request('POST', `/incidents/${incidentId}/close`, { disposition });
  }
}
