import type { Place } from '../api/types';
import { createStore } from './store';

export type DialogName = 'help' | 'palette' | 'close' | 'edit' | 'reopen' | null;

/** A place somebody pointed at on the map, and what is known of it. */
export interface Pointed {
  lat: number;
  lon: number;
  /** undefined while it is being asked, null outside the network. */
  place: Place | null | undefined;
}

/** What is open on this desk and not worth a link. */
export interface DeskUi {
  /** Each new call to take gets a new number; null when none is being taken. */
  callForm: number | null;
  dialog: DialogName;
  unitId: string | null;
  pointed: Pointed | null;
}

export const deskUi = createStore<DeskUi>({ callForm: null, dialog: null, unitId: null, pointed: null });

export function openDialog(dialog: DialogName): void {
  deskUi.set((held) => ({ ...held, dialog }));
}

let callForms = 0;

export function startCall(): void {
  deskUi.set((held) => ({ ...held, callForm: ++callForms, pointed: held.pointed }));
}

export function endCall(): void {
  deskUi.set((held) => ({ ...held, callForm: null, pointed: null }));
}

export function chooseUnit(unitId: string | null): void {
  deskUi.set((held) => ({ ...held, unitId }));
}

export function point(pointed: Pointed | null): void {
  deskUi.set((held) => ({ ...held, pointed }));
}
