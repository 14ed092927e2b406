import type { Problem, Step } from '../../api/types';

/** What a crew reported, in the order it was done, kept until the server has it. */
export type ReportKind = 'step' | 'note' | 'crew-check' | 'unit-status' | 'on-view' | 'emergency' | 'emergency-end';

export interface Draft {
  kind: ReportKind;
  path: string;
  body: Record<string, unknown>;
  /** When the crew did it (RFC 3339), by the server's clock as well as it is known. */
  at: string;
  unitId: string;
  callSign: string;
  signonId: string | null;
  assignmentId?: string;
  incidentId?: string;
  step?: Step;
  /** What the crew sees in the list of waiting reports, such as the text of a note. */
  text?: string;
}

export interface Report extends Draft {
  /** Grows with each report; the order of sending. */
  id: number;
  /** The same key with every try: a repeated one changes nothing. */
  key: string;
  /** Set when the server said no. Such a report stays until the crew has seen it. */
  refusal?: Problem;
}

/** Where reports survive a reload: IndexedDB, or the page's memory where a browser has none. */
export interface ReportStore {
  list(): Promise<Report[]>;
  add(report: Omit<Report, 'id'>): Promise<Report>;
  put(report: Report): Promise<void>;
  remove(id: number): Promise<void>;
}

export type Outcome = { kind: 'sent'; value: unknown } | { kind: 'refused'; problem: Problem } | { kind: 'later' };

export interface OutboxOptions {
  store: ReportStore;
  send: (report: Report, signal: AbortSignal) => Promise<Outcome>;
  newKey: () => string;
  onChange: (reports: readonly Report[]) => void;
  onSent: (report: Report, value: unknown) => void;
  /** Runs the work with at most one page sending at a time. */
  exclusively?: (work: () => Promise<void>) => Promise<void>;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 15_000;

/** An emergency waits behind nothing. */
function isUrgent(report: Draft): boolean {
  return report.kind === 'emergency' || report.kind === 'emergency-end';
}

export function nextToSend(reports: readonly Report[]): Report | undefined {
  const waiting = reports.filter((report) => !report.refusal);
  return waiting.find(isUrgent) ?? waiting[0];
}

/**
 * Sends reports one after the other, oldest first. A lost connection keeps everything and tries again; a refusal
 * is kept with its reason and does not hold up the reports after it.
 */
export class Outbox {
  #reports: Report[] = [];
  #flushing: Promise<void> | null = null;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pauseMs = FIRST_PAUSE_MS;
  #onItsWay: { report: Report; stop: AbortController } | null = null;

  constructor(private readonly options: OutboxOptions) {}

  get reports(): readonly Report[] {
    return this.#reports;
  }

  async open(): Promise<void> {
    await this.#reload();
    void this.flush();
  }

  /** Kept before it returns; sent as soon as there is a connection. */
  async add(draft: Draft): Promise<void> {
    await this.options.store.add({ ...draft, key: this.options.newKey() });
    await this.#reload();
    this.#pauseMs = FIRST_PAUSE_MS;
    // A report that hangs on a bad connection is repeated later with its key; the emergency goes now.
    if (isUrgent(draft) && this.#onItsWay && !isUrgent(this.#onItsWay.report)) this.#onItsWay.stop.abort();
    void this.flush();
  }

  /** The crew has seen a refusal. */
  async dismiss(id: number): Promise<void> {
    await this.options.store.remove(id);
    await this.#reload();
  }

  /** Tries now, for example because the connection is back. */
  flush(): Promise<void> {
    if (this.#flushing) {
      this.#again = true;
      return this.#flushing;
    }
    clearTimeout(this.#timer);
    const exclusively = this.options.exclusively ?? ((work) => work());
    this.#flushing = exclusively(() => this.#sendAll()).finally(() => {
      this.#flushing = null;
      if (this.#again) {
        this.#again = false;
        void this.flush();
      } else if (nextToSend(this.#reports)) {
        this.#timer = setTimeout(() => void this.flush(), this.#pauseMs);
        this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
      }
    });
    return this.#flushing;
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  async #sendAll(): Promise<void> {
    // Another page of the same phone may have sent some meanwhile.
    await this.#reload();
    for (let report = nextToSend(this.#reports); report; report = nextToSend(this.#reports)) {
      const stop = new AbortController();
      this.#onItsWay = { report, stop };
      const outcome = await this.options.send(report, stop.signal);
      this.#onItsWay = null;
      if (outcome.kind === 'later') return;
      this.#pauseMs = FIRST_PAUSE_MS;
      if (outcome.kind === 'refused') {
        await this.options.store.put({ ...report, refusal: outcome.problem });
        await this.#reload();
      } else {
        // Told before the report leaves the list, so that a step never shows as not done in between.
        this.options.onSent(report, outcome.value);
        await this.options.store.remove(report.id);
        await this.#reload();
      }
    }
  }

  async #reload(): Promise<void> {
    this.#reports = await this.options.store.list();
    this.options.onChange(this.#reports);
  }
}

/** What an answer of the API means for a report: no connection and overload mean later, other refusals are final. */
export function outcomeOf(result: { ok: true; value: unknown } | { ok: false; problem: Problem }): Outcome {
  if (result.ok) return { kind: 'sent', value: result.value };
  const { status } = result.problem;
  const later = status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;
  return later ? { kind: 'later' } : { kind: 'refused', problem: result.problem };
}
