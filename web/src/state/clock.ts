import { useSyncExternalStore } from 'react';

/**
 * The desk's clock. Times on the desk are the server's: this machine's clock may be wrong, so the difference is
 * learned from the live feed. One timer for all running clocks.
 */
let offsetMs = 0;
let known = false;
let second = nowSeconds();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

export function nowMs(): number {
  return Date.now() + offsetMs;
}

function nowSeconds(): number {
  return Math.floor(nowMs() / 1000);
}

/** The server said what time it is; small differences are the network's and are smoothed. */
export function learnServerTime(at: string, receivedMs = Date.now()): void {
  const measured = Date.parse(at) - receivedMs;
  if (Number.isNaN(measured)) return;
  offsetMs = known ? offsetMs + (measured - offsetMs) * (Math.abs(measured - offsetMs) > 5_000 ? 1 : 0.2) : measured;
  known = true;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 250);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  };
}

function tick(): void {
  const next = nowSeconds();
  if (next === second) return;
  second = next;
  for (const listener of [...listeners]) listener();
}

/** Epoch seconds; re-renders the component that calls it once a second, so call it in small components only. */
export function useNowSeconds(): number {
  return useSyncExternalStore(subscribe, () => second);
}
