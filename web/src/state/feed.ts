import { API } from '../api/client';
import { createStore } from './store';

export type Connection =
  | { state: 'connecting' }
  | { state: 'live' }
  /** Since when (epoch ms of this machine) nothing comes any more. */
  | { state: 'lost'; sinceMs: number };

/** What the feed says, by the name of the event. Who listens knows the shape of the larger ones. */
export interface FeedEvents {
  hello: { viewerId: string; seq: number };
  change: { seq: number };
  positions: object;
  figures: object;
  reset: { reason?: string };
  ping: { at: string };
}

type Listeners = { [K in keyof FeedEvents]: (event: FeedEvents[K]) => void };

const SILENCE_MS = 13_000;
const BACKOFF_MS = [500, 1000, 2000, 4000, 8000];

/**
 * The live feed: reconnects by itself and goes on after the last change it saw. The server pings every 10 s, so a
 * longer silence means a dead connection even when the browser has not noticed.
 */
export class Feed {
  readonly connection = createStore<Connection>({ state: 'connecting' });
  private source: EventSource | null = null;
  private after: number | null = null;
  private attempts = 0;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private bbox: string | null = null;

  constructor(private readonly events: Listeners) {
    if (typeof window === 'undefined') return;
    window.addEventListener('online', () => this.reconnectNow());
    window.addEventListener('offline', () => this.lost());
  }

  /** Where positions are wanted first; later windows go through the API. */
  setWindow(bbox: readonly number[]): void {
    this.bbox = bbox.map((n) => n.toFixed(5)).join(',');
  }

  open(): void {
    this.close();
    const query = new URLSearchParams();
    if (this.bbox) query.set('bbox', this.bbox);
    if (this.after !== null) query.set('after', String(this.after));
    const source = new EventSource(`${API}/live?${query.toString()}`);
    this.source = source;
    this.listen(source, 'hello', (data) => {
      this.attempts = 0;
      // A journal that is behind us is another one (a restored server): begin again.
      if (data.seq < (this.after ?? 0)) this.events.reset({ reason: 'journal went back' });
      this.after = data.seq;
      this.connection.set({ state: 'live' });
      this.events.hello(data);
    });
    this.listen(source, 'change', (data) => {
      this.after = Math.max(this.after ?? 0, data.seq);
      this.events.change(data);
    });
    this.listen(source, 'positions', (data) => this.events.positions(data));
    this.listen(source, 'figures', (data) => this.events.figures(data));
    this.listen(source, 'ping', (data) => this.events.ping(data));
    this.listen(source, 'reset', (data) => {
      this.after = null;
      this.events.reset(data);
    });
    source.onerror = () => this.lost();
    this.heard();
  }

  close(): void {
    this.source?.close();
    this.source = null;
    clearTimeout(this.silence);
    clearTimeout(this.retry);
  }

  reconnectNow(): void {
    if (this.connection.get().state === 'live' && this.source?.readyState === EventSource.OPEN) return;
    this.open();
  }

  private listen<K extends keyof FeedEvents>(
    source: EventSource,
    name: K,
    handle: (data: FeedEvents[K]) => void,
  ): void {
    source.addEventListener(name, (event: MessageEvent<string>) => {
      if (source !== this.source) return;
      this.heard();
      handle(JSON.parse(event.data) as FeedEvents[K]);
    });
  }

  private heard(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.lost(), SILENCE_MS);
  }

  private lost(): void {
    this.close();
    const held = this.connection.get();
    if (held.state !== 'lost') this.connection.set({ state: 'lost', sinceMs: Date.now() });
    const wait = BACKOFF_MS[Math.min(this.attempts++, BACKOFF_MS.length - 1)] ?? 8000;
    // Many desks lose the same server at once; they should not all come back in the same instant.
    this.retry = setTimeout(() => this.open(), wait * (0.75 + Math.random() / 2));
  }
}
