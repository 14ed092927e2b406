/// The crew page's service worker: the page opens without coverage. It holds the page's own files of one version and
/// nothing else: no answer of the API, no personal data. Built into `/crew-worker.js` by `plugin.ts`, which fills in
/// the two constants.

declare const CREW_VERSION: string;
declare const CREW_FILES: string[];

/** The part of the service worker's interface that is used here; the page's own types do not have it. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  location: Location;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

const worker = self as unknown as WorkerScope;
const PAGE = '/crew';
const PREFIX = 'chorsu-crew-';
const CACHE = PREFIX + CREW_VERSION;

worker.addEventListener('install', (event) => {
  event.waitUntil(hold());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && url.pathname === PAGE) event.respondWith(heldFirst(PAGE, request));
  else if (CREW_FILES.includes(url.pathname)) event.respondWith(heldFirst(url.pathname, request));
});

async function hold(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([PAGE, ...CREW_FILES].map((path) => new Request(path, { cache: 'no-cache' })));
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function heldFirst(path: string, request: Request): Promise<Response> {
  const held = await (await caches.open(CACHE)).match(path, { ignoreVary: true });
  return held ?? fetch(request);
}
