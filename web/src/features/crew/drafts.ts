import type { Assignment, Incident, Step, UnitStatus } from '../../api/types';
import type { CrewSignon } from './crewState';
import type { Draft } from './outbox';
import type { Fix } from './positions';

/** Who reports, when and where. */
export interface Sender {
  signon: CrewSignon;
  at: string;
  fix: Fix | null;
}

function base(kind: Draft['kind'], sender: Sender): Omit<Draft, 'path' | 'body'> {
  const { unitId, callSign, id } = sender.signon;
  return { kind, at: sender.at, unitId, callSign, signonId: id };
}

function place(fix: Fix | null): { lat?: number; lon?: number } {
  return fix ? { lat: fix.lat, lon: fix.lon } : {};
}

export function stepDraft(sender: Sender, assignment: Assignment, step: Step, destination?: string): Draft {
  return {
    ...base('step', sender),
    path: `/assignments/${assignment.id}/status`,
    body: { step, at: sender.at, ...place(sender.fix), ...(destination ? { destination } : {}) },
    assignmentId: assignment.id,
    incidentId: assignment.incidentId,
    step,
    ...(destination ? { text: destination } : {}),
  };
}

export function noteDraft(sender: Sender, incident: Pick<Incident, 'id'>, text: string): Draft {
  return {
    ...base('note', sender),
    path: `/incidents/${incident.id}/notes`,
    body: { text, at: sender.at },
    incidentId: incident.id,
    text,
  };
}

export function crewCheckDraft(sender: Sender, assignment: Assignment): Draft {
  return {
    ...base('crew-check', sender),
    path: `/assignments/${assignment.id}/crew-check`,
    body: {},
    assignmentId: assignment.id,
    incidentId: assignment.incidentId,
  };
}

export function statusDraft(sender: Sender, status: UnitStatus, reason?: string): Draft {
  return {
    ...base('unit-status', sender),
    path: `/units/${sender.signon.unitId}/status`,
    body: { status, at: sender.at, ...(reason ? { reason } : {}) },
    text: status,
  };
}

export function onViewDraft(sender: Sender, typeCode: string, note: string): Draft {
  return {
    ...base('on-view', sender),
    path: '/incidents',
    body: {
      unitId: sender.signon.unitId,
      typeCode,
      at: sender.at,
      ...place(sender.fix),
      ...(note ? { note } : {}),
    },
    text: typeCode,
  };
}

export function emergencyDraft(sender: Sender): Draft {
  return {
    ...base('emergency', sender),
    path: `/units/${sender.signon.unitId}/emergency`,
    body: { at: sender.at, ...place(sender.fix) },
  };
}

export function emergencyEndDraft(sender: Sender, reason: string): Draft {
  return {
    ...base('emergency-end', sender),
    path: `/units/${sender.signon.unitId}/emergency/end`,
    body: { reason },
    text: reason,
  };
}
