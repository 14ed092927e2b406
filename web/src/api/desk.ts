import { request, type Result } from './client';
import type * as T from './types';

/** The requests of the desk, by name. */
const id = encodeURIComponent;

export const getIncident = (incidentId: string, signal?: AbortSignal): Promise<Result<T.Incident>> =>
  request('GET', `/incidents/${id(incidentId)}`, signal ? { signal } : {});

export const editIncident = (incidentId: string, etag: string | null, edit: T.IncidentEdit) =>
  request<T.IncidentSummary>('PATCH', `/incidents/${id(incidentId)}`, { body: edit, ifMatch: etag });

export const recommend = (incidentId: string, signal?: AbortSignal): Promise<Result<T.Recommendation>> =>
  request('GET', `/incidents/${id(incidentId)}/recommendation`, signal ? { signal } : {});

export const dispatch = (incidentId: string, unitIds: string[], takeFrom: string[] = []) =>
  request<T.DispatchOutcome>('POST', `/incidents/${id(incidentId)}/assignments`, { body: { unitIds, takeFrom } });

export const addNote = (incidentId: string, text: string) =>
  request<T.TimelineEntry>('POST', `/incidents/${id(incidentId)}/notes`, { body: { text } });

export const stampBenchmark = (incidentId: string, code: string) =>
  request<T.TimelineEntry>('POST', `/incidents/${id(incidentId)}/benchmarks`, { body: { code } });

export const tickChecklist = (incidentId: string, item: string, done: boolean) =>
  request<T.ChecklistItem>('POST', `/incidents/${id(incidentId)}/checklist`, { body: { item, done } });

export const addPart = (incidentId: string, agency: string, priority?: number) =>
  request<T.IncidentSummary>('POST', `/incidents/${id(incidentId)}/parts`, { body: { agency, priority } });

export const closeIncident = (incidentId: string, body: { disposition: string; agency?: string; note?: string }) =>
  request<T.IncidentSummary>('POST', `/incidents/${id(incidentId)}/close`, { body });

export const reopenIncident = (incidentId: string, reason: string) =>
  request<T.IncidentSummary>('POST', `/incidents/${id(incidentId)}/reopen`, { body: { reason } });

export const mergeIncident = (incidentId: string, intoIncidentId: string) =>
  request<T.IncidentSummary>('POST', `/incidents/${id(incidentId)}/merge`, { body: { intoIncidentId } });

export interface StampBody {
  step: T.Step;
  at?: string;
  destination?: string;
  note?: string;
}

export const stampAssignment = (assignmentId: string, body: StampBody) =>
  request<T.Assignment>('POST', `/assignments/${id(assignmentId)}/status`, { body });

export const answerCrewCheck = (assignmentId: string) =>
  request<T.Assignment>('POST', `/assignments/${id(assignmentId)}/crew-check`);

export interface TakenCall {
  callId: string;
  incidentId: string;
  incidentNumber: string;
  duplicateCandidates: T.DuplicateCandidate[];
}

export const takeCall = (call: T.NewCall, idempotencyKey: string) =>
  request<TakenCall>('POST', '/calls', { body: call, idempotencyKey, retries: 6 });

export const getCall = (callId: string) => request<T.Call>('GET', `/calls/${id(callId)}`);

export const editCall = (callId: string, etag: string | null, edit: T.CallEdit) =>
  request<T.Call>('PATCH', `/calls/${id(callId)}`, { body: edit, ifMatch: etag });

export const splitCall = (callId: string) => request<T.IncidentSummary>('POST', `/calls/${id(callId)}/split`);

export const search = (
  q: string,
  near: { lat: number; lon: number } | null,
  incidents: boolean,
  signal?: AbortSignal,
) =>
  request<{ items: T.Place[] }>('GET', '/search', {
    query: { q, lat: near?.lat, lon: near?.lon, incidents, limit: 8 },
    retries: 0,
    ...(signal ? { signal } : {}),
  });

export const describePlace = (lat: number, lon: number) =>
  request<{ place: T.Place | null }>('GET', '/describe', { query: { lat, lon }, retries: 1 });

export const listIncidents = (query: { state: string; q?: string; limit?: number; cursor?: string | null }) =>
  request<{ items: T.IncidentSummary[]; nextCursor?: string | null }>('GET', '/incidents', { query });

export type SettableStatus = Exclude<T.UnitStatus, 'on-assignment'>;

export const setUnitStatus = (unitId: string, status: SettableStatus, reason?: string) =>
  request<T.Unit>('POST', `/units/${id(unitId)}/status`, { body: { status, reason } });

export const endEmergency = (unitId: string, reason: string) =>
  request<T.Unit>('POST', `/units/${id(unitId)}/emergency/end`, { body: { reason } });

export const addUnit = (unit: T.NewUnit) => request<T.Unit>('POST', '/units', { body: unit });

export const getUnit = (unitId: string) => request<T.Unit>('GET', `/units/${id(unitId)}`);

export const editUnit = (unitId: string, etag: string | null, edit: T.UnitEdit) =>
  request<T.Unit>('PATCH', `/units/${id(unitId)}`, { body: edit, ifMatch: etag });

export const retireUnit = (unitId: string) => request<null>('DELETE', `/units/${id(unitId)}`);

export interface ImportOutcome {
  added: number;
  changed: number;
  refused: { row: number; field: string; rule: string; value?: string | null }[];
}

export const importUnits = (csv: string) =>
  request<ImportOutcome>('POST', '/units/import', {
    text: { type: 'text/csv; charset=utf-8', content: csv },
    timeoutMs: 60_000,
  });

export const closeRoad = (closure: T.NewClosure) => request<T.Closure>('POST', '/closures', { body: closure });

export const openRoad = (closureId: string) => request<null>('DELETE', `/closures/${id(closureId)}`);

export const addLocationEntry = (entry: T.NewLocationEntry) =>
  request<T.LocationEntry>('POST', '/location-file', { body: entry });

export const endLocationEntry = (entryId: string) => request<null>('DELETE', `/location-file/${id(entryId)}`);

export const listHandovers = () => request<{ items: T.Handover[] }>('GET', '/handovers', { query: { limit: 20 } });

export const handOver = (body: { desk: string; toName?: string; note: string }) =>
  request<T.Handover>('POST', '/handovers', { body });

export const moveWindow = (viewerId: string, bbox: readonly number[]) =>
  request<null>('PUT', `/live/${id(viewerId)}/window`, { body: { bbox }, retries: 0 });
