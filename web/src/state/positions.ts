import type { Unit } from '../api/types';

/** One frame of the live feed: `[unitId, lon, lat, heading, speed, epoch seconds of the fix]` for units that moved. */
export interface PositionFrame {
  at: string;
  p: [string, number, number, number | null, number | null, number][];
}

export interface Held {
  lon: number;
  lat: number;
  headingDeg: number | null;
  /** Epoch seconds of the fix. */
  at: number;
}

/**
 * Where units are. Kept outside of React: thousands of units move every second and only the map draws them.
 */
const held = new Map<string, Held>();
const moved = new Set<string>();
const listeners = new Set<() => void>();

export function positionOf(unitId: string): Held | undefined {
  return held.get(unitId);
}

/** A position that came with a unit's state; an older one than the held is ignored. */
export function holdPosition(unit: Unit): void {
  const position = unit.position;
  if (!position) return;
  const at = position.at ? Date.parse(position.at) / 1000 : 0;
  const before = held.get(unit.id);
  if (before && before.at > at) return;
  held.set(unit.id, { lon: position.lon, lat: position.lat, headingDeg: position.headingDeg ?? null, at });
  moved.add(unit.id);
}

export function applyPositions(frame: PositionFrame): void {
  for (const [unitId, lon, lat, headingDeg, , at] of frame.p) {
    const before = held.get(unitId);
    if (before && before.at > at) continue;
    held.set(unitId, { lon, lat, headingDeg, at });
    moved.add(unitId);
  }
  for (const listener of [...listeners]) listener();
}

/** The units that moved since the last call. */
export function takeMoved(): string[] {
  const taken = [...moved];
  moved.clear();
  return taken;
}

export function onPositions(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
