import { request, type Result } from '../api/client';
import type { City, Closure, Config, Figures, IncidentSummary, Problem, Station, Unit } from '../api/types';
import { learnServerTime } from './clock';
import { Feed } from './feed';
import { applyPositions, holdPosition, type PositionFrame } from './positions';
import { createStore, type Store } from './store';
import { setTimeZone } from './time';

/** What everybody at the desk sees: the state of the server, as last heard. */
export interface Picture {
  /** Open incidents by id. */
  incidents: ReadonlyMap<string, IncidentSummary>;
  units: ReadonlyMap<string, Unit>;
  closures: readonly Closure[];
  figures: Figures | null;
  /** False until the first snapshot is here; the desk shows skeletons until then. */
  ready: boolean;
  /** Why the snapshot could not be read; it is tried again by itself. */
  problem: Problem | null;
}

export interface Change {
  seq: number;
  at: string;
  kind: string;
  incidentId?: string | null;
  unitId?: string | null;
  assignmentId?: string | null;
  actor: string;
  incident?: IncidentSummary | null;
  units?: Unit[] | null;
  closures?: boolean;
  figures?: Figures | null;
}

interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}

const EMPTY: Picture = {
  incidents: new Map(),
  units: new Map(),
  closures: [],
  figures: null,
  ready: false,
  problem: null,
};

/** Applies a batch of changes; what is older than the held version is left alone. Pure, so that it can be tested. */
export function applyChanges(held: Picture, changes: readonly Change[]): Picture {
  const incidents = new Map(held.incidents);
  const units = new Map(held.units);
  let figures = held.figures;
  for (const change of changes) {
    const incident = change.incident;
    if (incident && incident.version >= (incidents.get(incident.id)?.version ?? -1)) {
      if (incident.state === 'closed') incidents.delete(incident.id);
      else incidents.set(incident.id, incident);
    }
    for (const unit of change.units ?? []) {
      if (unit.version >= (units.get(unit.id)?.version ?? -1)) units.set(unit.id, unit);
    }
    if (change.kind === 'unit-retired' && change.unitId) units.delete(change.unitId);
    figures = change.figures ?? figures;
  }
  return { ...held, incidents, units, figures };
}

/** Snapshot first, then changes; changes that arrive while the snapshot is read wait for it. */
export class LivePicture {
  readonly picture: Store<Picture> = createStore(EMPTY);
  readonly config: Store<Config | null> = createStore<Config | null>(null);
  readonly city: Store<City | null> = createStore<City | null>(null);
  readonly stations: Store<readonly Station[]> = createStore<readonly Station[]>([]);
  readonly feed: Feed;
  viewerId: string | null = null;
  private waiting: Change[] = [];
  private scheduled = false;
  private reading = false;
  private needsSnapshot = true;
  private generation = 0;
  private readonly listeners = new Set<(changes: readonly Change[]) => void>();

  constructor() {
    this.feed = new Feed({
      hello: (event) => this.hello(event.viewerId),
      change: (event) => this.receive(event as Change),
      positions: (event) => this.positionsCame(event as PositionFrame),
      figures: (event) => this.figuresCame(event as Figures),
      reset: () => {
        this.needsSnapshot = true;
      },
      ping: (event) => learnServerTime(event.at),
    });
  }

  start(): void {
    void this.readCity();
    this.feed.open();
  }

  stop(): void {
    this.generation++;
    this.feed.close();
  }

  /** Tells who looks at single things (the chosen incident, the sound) what changed. */
  onChanges(listener: (changes: readonly Change[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Changes that a request of this desk brought back; they need not wait for the feed. */
  hold(incident: IncidentSummary | null, units: Unit[] = []): void {
    this.picture.set((held) => applyChanges(held, [{ seq: 0, at: '', kind: 'own', actor: '', incident, units }]));
  }

  private hello(viewerId: string): void {
    this.viewerId = viewerId;
    if (this.needsSnapshot) void this.readSnapshot();
  }

  private receive(change: Change): void {
    this.waiting.push(change);
    if (this.scheduled || this.reading) return;
    this.scheduled = true;
    // One render for a burst of changes; a tenth of a second is not felt.
    setTimeout(() => this.applyWaiting(), 60);
  }

  private applyWaiting(): void {
    this.scheduled = false;
    if (this.reading || this.waiting.length === 0) return;
    const changes = this.waiting;
    this.waiting = [];
    this.picture.set((held) => applyChanges(held, changes));
    for (const change of changes) change.units?.forEach(holdPosition);
    if (changes.some((change) => change.closures)) void this.readClosures();
    for (const listener of [...this.listeners]) listener(changes);
  }

  private positionsCame(frame: PositionFrame): void {
    learnServerTime(frame.at);
    applyPositions(frame);
  }

  private figuresCame(figures: Figures): void {
    this.picture.set((held) => ({ ...held, figures }));
  }

  private async readCity(): Promise<void> {
    const generation = this.generation;
    const [config, city, stations] = await Promise.all([
      request<Config>('GET', '/config'),
      request<City>('GET', '/city'),
      request<{ items: Station[] }>('GET', '/stations'),
    ]);
    if (generation !== this.generation) return;
    if (config.ok) {
      setTimeZone(config.value.timeZone);
      this.config.set(config.value);
    }
    if (city.ok) this.city.set(city.value);
    if (stations.ok) this.stations.set(stations.value.items);
    if (!config.ok || !city.ok) setTimeout(() => void this.readCity(), 2000);
  }

  async readClosures(): Promise<void> {
    const closures = await request<{ items: Closure[] }>('GET', '/closures');
    if (closures.ok) this.picture.set((held) => ({ ...held, closures: closures.value.items }));
  }

  private async readSnapshot(): Promise<void> {
    if (this.reading) return;
    this.reading = true;
    const generation = this.generation;
    const [incidents, units, figures, closures] = await Promise.all([
      readAll<IncidentSummary>('/incidents', { state: 'open', limit: 1000 }),
      readAll<Unit>('/units', { limit: 10_000 }),
      request<Figures>('GET', '/figures'),
      request<{ items: Closure[] }>('GET', '/closures'),
    ]);
    this.reading = false;
    if (generation !== this.generation) return;
    if (!incidents.ok || !units.ok) {
      const problem = incidents.ok ? (units.ok ? null : units.problem) : incidents.problem;
      this.picture.set((held) => ({ ...held, problem }));
      setTimeout(() => void this.readSnapshot(), 3000);
      return;
    }
    this.needsSnapshot = false;
    units.value.forEach(holdPosition);
    this.picture.set((held) => ({
      incidents: new Map(incidents.value.map((incident) => [incident.id, incident])),
      units: new Map(units.value.map((unit) => [unit.id, unit])),
      closures: closures.ok ? closures.value.items : held.closures,
      figures: figures.ok ? figures.value : held.figures,
      ready: true,
      problem: null,
    }));
    this.applyWaiting();
  }
}

// The caller says what the pages hold; only it knows.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
async function readAll<T>(
  path: string,
  query: Record<string, string | number>,
): Promise<{ ok: true; value: T[] } | { ok: false; problem: Problem }> {
  const all: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Result<Page<T>> = await request('GET', path, {
      query: { ...query, cursor },
    });
    if (!page.ok) return page;
    all.push(...page.value.items);
    cursor = page.value.nextCursor ?? null;
  } while (cursor !== null);
  return { ok: true, value: all };
}

export const live = new LivePicture();
