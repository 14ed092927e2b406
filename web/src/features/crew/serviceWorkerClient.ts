/** The page's side of the service worker: registers it and hears of a newer version. */

let waitingWorker: ServiceWorker | null = null;
const listeners = new Set<() => void>();

function found(worker: ServiceWorker | null): void {
  waitingWorker = worker;
  listeners.forEach((listener) => listener());
}

export const nextVersion = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  waiting: (): boolean => waitingWorker !== null,
  /** The new worker takes over, and the page loads again with it. */
  use: (): void => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waitingWorker?.postMessage('take-over');
  },
};

export async function registerServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register('/crew-worker.js', { scope: '/crew' });
    found(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => {
        // Without a controller it is the first one, which needs no announcement.
        if (worker.state === 'installed' && navigator.serviceWorker.controller) found(worker);
      });
    });
  } catch {
    // A browser that permits no service worker: the page works, but opens only with coverage.
  }
}
