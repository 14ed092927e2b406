import { OFFLINE } from '../../api/client';
import type { Unit } from '../../api/types';
import { getCurrent, getUnit } from './crewApi';
import type { Current } from './crewState';
import { rank } from './steps';

export interface PollOptions {
  onCurrent: (current: Current) => void;
  onReach: (online: boolean) => void;
  /** The unit is no more in the fleet. */
  onGone: () => void;
}

/** How often the phone asks for its unit. The whole city's live feed would keep its radio awake for others' news. */
const TICK_MS = 3000;
/** Notes and later facts of the incident do not change the unit: read them again this often. */
const DETAILS_MS = 12_000;
const ROUTE_MS = 30_000;

/** Asks for the unit every few seconds and for its assignment when something changed. */
export class UnitPoll {
  #unitId: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #known: Unit | null = null;
  #last: Current | null = null;
  #detailsAt = 0;
  #routeAt = 0;
  #reports = 0;

  constructor(private readonly options: PollOptions) {}

  start(unitId: string): void {
    this.#unitId = unitId;
    this.#known = null;
    this.#last = null;
    this.#detailsAt = 0;
    this.#routeAt = 0;
    this.now();
  }

  stop(): void {
    this.#unitId = null;
    clearTimeout(this.#timer);
  }

  now(): void {
    clearTimeout(this.#timer);
    if (!this.#unitId || this.#busy) return;
    this.#busy = true;
    void this.#ask(this.#unitId).finally(() => {
      this.#busy = false;
      if (this.#unitId) this.#timer = setTimeout(() => this.now(), TICK_MS);
    });
  }

  /** An answer that was on its way while the crew's own report arrived may be older than it: not shown. */
  afterOwnReport(): void {
    this.#reports++;
    this.#known = null;
    this.now();
  }

  async #ask(unitId: string): Promise<void> {
    const reports = this.#reports;
    const unit = await getUnit(unitId);
    this.options.onReach(unit.ok || unit.problem.code !== OFFLINE);
    if (!unit.ok) {
      if (unit.problem.status === 404) this.options.onGone();
      return;
    }
    if (!this.#isNews(unit.value)) return;
    const current = await getCurrent(unitId, this.#wantsRoute(unit.value));
    if (!current.ok || reports !== this.#reports || unitId !== this.#unitId) return;
    this.#known = current.value.unit;
    this.#last = this.#withRoute(current.value);
    this.#detailsAt = Date.now();
    this.options.onCurrent(this.#last);
  }

  #isNews(unit: Unit): boolean {
    if (!this.#known || newsOf(this.#known) !== newsOf(unit)) return true;
    return unit.assignment !== null && Date.now() - this.#detailsAt > DETAILS_MS;
  }

  /** The way matters until the crew is there; it is the dearest part of the answer. */
  #wantsRoute(unit: Unit): boolean {
    if (!unit.assignment || rank(unit.assignment.step) >= rank('on-scene')) return false;
    const same = this.#last?.assignment?.id === unit.assignment.id && this.#last.route !== null;
    return !same || Date.now() - this.#routeAt > ROUTE_MS;
  }

  #withRoute(current: Current): Current {
    if (current.route) this.#routeAt = Date.now();
    const same = current.assignment !== null && this.#last?.assignment?.id === current.assignment.id;
    const there = current.assignment === null || rank(current.assignment.step) >= rank('on-scene');
    return current.route || there || !same ? current : { ...current, route: this.#last?.route ?? null };
  }
}

/** Everything about a unit except where it is, which the phone knows better. */
function newsOf(unit: Unit): string {
  return JSON.stringify({ ...unit, position: null });
}
