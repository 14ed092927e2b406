import type { CallEdit, CallKind, Location, NewCall, Place } from '../../api/types';

/** What the call taker has entered so far. Everything is optional. */
export interface Facts {
  kind: CallKind;
  typeCode: string | null;
  subtypeCode: string | null;
  address: string;
  lat: number | null;
  lon: number | null;
  location: Location | null;
  callerPhone: string;
  callerName: string;
  description: string;
}

export const NO_FACTS: Facts = {
  kind: 'voice',
  typeCode: null,
  subtypeCode: null,
  address: '',
  lat: null,
  lon: null,
  location: null,
  callerPhone: '',
  callerName: '',
  description: '',
};

/** The first fact that helps anybody makes an incident of it. */
export function isWorthSaving(facts: Facts): boolean {
  return (
    facts.typeCode !== null || facts.lat !== null || facts.address.trim() !== '' || facts.description.trim() !== ''
  );
}

export function atPlace(place: Place, method: Location['method']): Pick<Facts, 'address' | 'lat' | 'lon' | 'location'> {
  return {
    address: place.label,
    lat: place.lat ?? null,
    lon: place.lon ?? null,
    location: {
      method: method === 'address' && place.kind === 'crossing' ? 'crossing' : method,
      uncertaintyMetres: null,
      verified: false,
    },
  };
}

const FIELDS = [
  'kind',
  'typeCode',
  'subtypeCode',
  'address',
  'lat',
  'lon',
  'location',
  'callerPhone',
  'callerName',
] as const;

function clean(facts: Facts) {
  return {
    ...facts,
    address: facts.address.trim() || null,
    callerPhone: facts.callerPhone.trim() || null,
    callerName: facts.callerName.trim() || null,
    description: facts.description.trim() || null,
  };
}

export function newCall(facts: Facts, receivedAt: string): NewCall {
  const call: NewCall = { kind: facts.kind, receivedAt };
  const known = clean(facts);
  for (const field of FIELDS) if (known[field] !== null) Object.assign(call, { [field]: known[field] });
  if (known.description) call.description = known.description;
  return call;
}

/**
 * What changed since the last save. Free text is appended on the server, so only what is new of it is sent: what was
 * typed behind the saved text, or everything when the saved text was rewritten.
 */
export function changes(saved: Facts, now: Facts): CallEdit {
  const before = clean(saved);
  const after = clean(now);
  const edit: CallEdit = {};
  for (const field of FIELDS) {
    if (JSON.stringify(before[field]) !== JSON.stringify(after[field])) Object.assign(edit, { [field]: after[field] });
  }
  // A place is one fact: its parts travel together.
  if ('lat' in edit || 'lon' in edit) Object.assign(edit, { lat: after.lat, lon: after.lon, location: after.location });
  if (after.description && after.description !== before.description) {
    const old = before.description ?? '';
    edit.description = after.description.startsWith(old)
      ? after.description.slice(old.length).trim()
      : after.description;
  }
  return edit;
}
