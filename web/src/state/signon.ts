import { request, setSignonId, type Result } from '../api/client';
import type { NewSignon, Signon } from '../api/types';
import { createStore } from './store';

const KEY = 'chorsu.signon';

export const signon = createStore<Signon | null>(held());
setSignonId(signon.get()?.id ?? null);

function held(): Signon | null {
  if (typeof localStorage === 'undefined') return null;
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Signon | null;
  } catch {
    return null;
  }
}

export async function signOn(person: NewSignon): Promise<Result<Signon>> {
  const result = await request<Signon>('POST', '/signons', { body: person });
  if (result.ok) {
    localStorage.setItem(KEY, JSON.stringify(result.value));
    setSignonId(result.value.id);
    signon.set(result.value);
  }
  return result;
}

/** Leaves the desk here at once; the server is told, but an unreachable server does not hold anybody. */
export async function signOff(): Promise<void> {
  const person = signon.get();
  localStorage.removeItem(KEY);
  signon.set(null);
  if (person) await request<null>('DELETE', `/signons/${person.id}`);
  setSignonId(null);
}
