// Written by scripts/api-types.mjs from openapi.yaml. Do not edit: run `npm run api:types`.

export type Problem = { "type": string; "title": string; "status": number; "code": string; "detail"?: string; "field"?: string; "rule"?: string; "value"?: string | null; "outcomes"?: (UnitOutcome)[] };

export type NewSignon = { "name": string; "desk": string; "role": "call-taker" | "dispatcher" | "crew" | "traffic-operator" | "supervisor" | "administrator"; "unitId"?: string | null };

export type Signon = NewSignon & { "id": string; "at": string };

export type Handover = { "id": string; "at": string; "desk": string; "byName": string; "toName"?: string | null; "note": string; "openIncidents": ({ "incidentId": string; "number": string; "typeCode"?: string; "priority"?: number; "state"?: string; "address"?: string | null })[] };

export type LocationMethod = "caller" | "address" | "crossing" | "cell-sector" | "map";

/** How the place is known. method caller = told or sent by the caller's device */
export type Location = { "method": LocationMethod; "uncertaintyMetres"?: number | null; "verified"?: boolean };

export type CallKind = "voice" | "silent" | "hang-up" | "text" | "other";

export type NewCall = { "kind"?: CallKind; "typeCode"?: string | null; "subtypeCode"?: string | null; "priority"?: number | null; "lat"?: number | null; "lon"?: number | null; "location"?: Location | null; "address"?: string | null; "callerPhone"?: string | null; "callerName"?: string | null; "description"?: string | null; "receivedAt"?: string | null; "incidentId"?: string | null };

/** as NewCall; only what is given changes; null clears. Free text is appended with its time, never overwritten */
export type CallEdit = { "kind"?: CallKind; "typeCode"?: string | null; "subtypeCode"?: string | null; "priority"?: number | null; "lat"?: number | null; "lon"?: number | null; "location"?: Location | null; "address"?: string | null; "callerPhone"?: string | null; "callerName"?: string | null; "description"?: string | null };

export type CallSummary = { "id": string; "incidentId": string; "kind": CallKind; "typeCode"?: string | null; "subtypeCode"?: string | null; "lat"?: number | null; "lon"?: number | null; "address"?: string | null; "location"?: Location | null; "callerPhoneMasked"?: string | null; "receivedAt": string; "recordedAt": string; "takenBy"?: string | null; "version"?: number };

export type Call = CallSummary & { "callerPhone"?: string | null; "callerName"?: string | null; "description"?: string | null };

export type DuplicateCandidate = { "incidentId": string; "number": string; "typeCode": string; "address"?: string | null; "distanceMetres"?: number | null; "ageSeconds": number; "reason": string };

export type IncidentState = "received" | "pending" | "dispatched" | "en-route" | "on-scene" | "closed";

export type Step = "reserved" | "dispatched" | "acknowledged" | "en-route" | "staged" | "on-scene" | "at-patient" | "transporting" | "at-destination" | "cleared" | "cancelled";

export type UnitStatus = "available-in-quarters" | "available-mobile" | "delayed" | "on-assignment" | "out-of-service" | "off-duty";

export type Part = { "agency": string; "priority": number; "state": IncidentState; "since"?: string; "disposition"?: string | null };

/** something that must not be overlooked: pending-again, unacknowledged, crew-check-overdue, emergency, target-missed */
export type Warning = { "kind": "pending-again" | "unacknowledged" | "crew-check-overdue" | "emergency" | "target-missed"; "since": string; "unitId"?: string | null; "callSign"?: string | null; "assignmentId"?: string | null; "text"?: string | null };

export type IncidentSummary = { "id": string; "number": string; "typeCode": string; "subtypeCode"?: string | null; "priority": number; "alarmLevel": number; "state": IncidentState; "stateSince": string; "outcome"?: null | "closed" | "cancelled" | "unfounded" | "duplicate"; "duplicateOf"?: string | null; "reopened"?: boolean; "lat"?: number | null; "lon"?: number | null; "address"?: string | null; "location"?: Location | null; "onNetwork"?: boolean; "receivedAt": string; "recordedAt"?: string; "clockFrom"?: string; "firstDispatchedAt"?: string | null; "closedAt"?: string | null; "callCount": number; "callerPhoneMasked"?: string | null; "parts": (Part)[]; "assigned": ({ "assignmentId": string; "unitId": string; "callSign": string; "kind"?: string; "agency"?: string; "step": Step; "since": string })[]; "warnings": (Warning)[]; "version": number };

export type Assignment = { "id": string; "incidentId": string; "incidentNumber"?: string; "unitId": string; "callSign": string; "kind"?: string; "agency": string; "step": Step; "open": boolean; "destination"?: string | null; "nextCheckAt"?: string | null; "stamps": ({ "step": Step; "at": string; "recordedAt": string; "by"?: string | null; "late"?: boolean })[] };

export type TimelineEntry = { "seq": number; "at": string; "recordedAt": string; "kind": string; "actor": string; "text": string; "data"?: Record<string, unknown> | null };

export type ChecklistItem = { "item": string; "text": Names; "done": boolean; "at"?: string | null; "by"?: string | null };

export type Incident = IncidentSummary & { "calls": (Call)[]; "assignments": (Assignment)[]; "timeline": (TimelineEntry)[]; "checklist": (ChecklistItem)[]; "benchmarks"?: ({ "code": string; "at": string })[]; "locationFile": (LocationEntry)[]; "duplicates"?: (DuplicateCandidate)[] };

export type IncidentEdit = { "typeCode"?: string; "subtypeCode"?: string | null; "priority"?: number; "alarmLevel"?: number; "lat"?: number | null; "lon"?: number | null; "address"?: string | null; "location"?: Location | null };

export type OnView = { "unitId": string; "typeCode"?: string; "subtypeCode"?: string | null; "lat"?: number | null; "lon"?: number | null; "address"?: string | null; "note"?: string | null; "at"?: string };

export type Recommendation = { "incidentId": string; "alarmLevel": number; "computedAt"?: string; "units": (RecommendedUnit)[]; "alternatives": (RecommendedUnit)[]; "shortfalls": ({ "requirement": string; "agency": string; "missing": number; "reason": string })[] };

export type RecommendedUnit = { "unitId": string; "callSign": string; "agency": string; "kind": string; "requirement": string; "etaSeconds": number | null; "distanceMetres": number | null; "estimate": "road" | "straight-line" | "unknown"; "positionSource": "gps" | "last-status" | "home" | "unknown"; "positionAgeSeconds"?: number | null; "status"?: UnitStatus; "takeFrom"?: { "incidentId": string; "number": string; "priority": number } | null; "reason": string; "reasonData"?: Record<string, unknown> | null };

export type UnitOutcome = { "unitId": string; "callSign"?: string | null; "outcome": "dispatched" | "reserved" | "conflict" | "refused"; "assignmentId"?: string | null; "rule"?: string | null; "reason"?: string | null };

export type DispatchOutcome = { "incidentId": string; "outcomes": (UnitOutcome)[] };

export type Position = { "lat": number; "lon": number; "at"?: string | null; "source": "gps" | "last-status" | "home"; "headingDeg"?: number | null; "speedKmh"?: number | null };

export type NewPosition = { "lat": number; "lon": number; "at"?: string; "headingDeg"?: number | null; "speedKmh"?: number | null; "accuracyMetres"?: number | null };

export type Unit = { "id": string; "callSign": string; "agency": string; "kind": string; "skills": (string)[]; "stationId"?: string | null; "stationName"?: string | null; "crewName"?: string | null; "status": UnitStatus; "statusSince": string; "statusReason"?: string | null; "position"?: Position | null; "assignment"?: null | { "id": string; "incidentId": string; "incidentNumber": string; "step": Step; "since": string }; "boundByCrew"?: boolean; "emergency": null | { "since": string }; "version": number };

export type NewUnit = { "callSign": string; "agency": string; "kind": string; "skills"?: (string)[]; "stationId"?: string | null; "crewName"?: string | null; "lat"?: number | null; "lon"?: number | null; "status"?: "available-in-quarters" | "available-mobile" | "out-of-service" | "off-duty" };

export type UnitEdit = { "callSign"?: string; "kind"?: string; "skills"?: (string)[]; "stationId"?: string | null; "crewName"?: string | null };

export type Station = { "id": string; "name": Names; "kind": "fire" | "police" | "ambulance" | "hospital" | "gas" | "other"; "lat": number; "lon": number };

/** A name in the three languages; en always there */
export type Names = { "en": string; "ru"?: string; "uz"?: string };

export type Place = { "kind": "street" | "house" | "crossing" | "place" | "incident" | "unit"; "label": string; "detail"?: string | null; "lat"?: number | null; "lon"?: number | null; "id"?: string | null };

export type Route = { "estimate": "road" | "straight-line"; "seconds": number; "metres": number; "points": ([number, number])[]; "steps"?: ({ "street": string; "metres": number; "turn"?: string })[] };

export type NewClosure = { "lat": number; "lon": number; "radiusMetres"?: number; "reason": string; "until"?: string | null };

export type Closure = NewClosure & { "id": string; "since": string; "by"?: string | null; "roads": (string)[]; "lines"?: (((number)[])[])[] };

export type NewLocationEntry = { "kind": "hazard" | "access-code" | "hydrant" | "contact" | "note"; "lat": number; "lon": number; "text": string; "expiresAt"?: string | null };

export type LocationEntry = { "id"?: string | null; "kind": "hazard" | "access-code" | "hydrant" | "contact" | "note" | "earlier-incident"; "lat": number; "lon": number; "text": string; "distanceMetres": number; "author"?: string | null; "at"?: string | null; "expiresAt"?: string | null; "incidentId"?: string | null };

export type Alert = { "id": string; "assignmentId": string; "incidentId"?: string; "unitId": string; "callSign"?: string; "port": string; "state": "waiting" | "sent" | "received" | "failed"; "attempts"?: number; "createdAt": string; "sentAt"?: string | null; "receivedAt"?: string | null; "problem"?: string | null };

export type Change = { "seq": number; "at": string; "recordedAt"?: string; "kind": string; "actor": string; "incidentId"?: string | null; "unitId"?: string | null; "callId"?: string | null; "assignmentId"?: string | null; "text"?: string; "data"?: Record<string, unknown> | null };

export type City = { "name": string; "bbox": [number, number, number, number]; "centre": [number, number]; "hasBaseMap": boolean; "baseMapUrl"?: string | null; "roadEdges"?: number; "demo"?: boolean };

export type Figures = { "at": string; "open": number; "pending": number; "oldestPendingSince"?: string | null; "receivedToDispatchedP90Seconds"?: number | null; "receivedToDispatchedCount"?: number; "unitsFree": Record<string, number>; "unitsTotal": Record<string, number>; "warnings"?: number; "emergencies"?: number };

export type Interval = { "n": number; "p50Seconds": number | null; "p90Seconds": number | null; "contradicting"?: number; "targetSeconds"?: number | null; "targetShare"?: number | null; "withinTarget"?: number | null };

export type Kpi = { "from": string | null; "to": string | null; "incidents": number; "calls"?: number; "maxUnitsBusy": { "n": number; "at": string | null }; "intervals": Record<string, Interval>; "byType": Record<string, { "incidents": number; "receivedToFirstOnScene"?: Interval }>; "byHour"?: (number)[] };

export type HistoryImport = { "id": string; "format": string; "fileName": string; "startedAt"?: string; "rowsTaken": number; "rowsRefused": number; "rowsReported"?: number; "incidents"?: number; "findings"?: ({ "name": string; "count": number; "refused"?: boolean; "firstRows"?: (number)[] })[] };

export type ResponsePlan = { "alarmLevel": number; "needs": ({ "agency"?: string; "kind"?: string | null; "skill"?: string | null; "count"?: number })[] };

export type Config = { "timeZone": string; "agencies": ({ "code": "fire" | "police" | "medical" | "gas" | "traffic"; "name": Names; "number": string })[]; "unitKinds": ({ "code": string; "agency": string; "name": Names; "symbol"?: string; "skills"?: (string)[] })[]; "skills"?: ({ "code": string; "name": Names })[]; "incidentTypes": ({ "code": string; "name": Names; "priority": number; "agencies"?: (string)[]; "subtypes": ({ "code": string; "name": Names; "priority"?: number; "agencies"?: (string)[]; "questions"?: (Names)[]; "plans"?: (ResponsePlan)[] })[]; "questions"?: (Names)[]; "plans"?: (ResponsePlan)[] })[]; "priorities": ({ "level": number; "name": Names })[]; "dispositions": ({ "code": string; "name": Names; "outcome"?: "closed" | "cancelled" | "unfounded" })[]; "benchmarks": ({ "code": string; "name": Names; "agencies"?: (string)[] })[]; "targets": ({ "interval": string; "agency"?: string | null; "seconds": number; "share": number })[]; "outOfServiceReasons"?: ({ "code"?: string; "name"?: Names })[] };
