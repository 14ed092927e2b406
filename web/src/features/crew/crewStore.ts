import { newKey, OFFLINE, setSignonId } from '../../api/client';
import type { Assignment, Step, Unit, UnitStatus } from '../../api/types';
import { ringOnce, startRinging, stopRinging } from './alertSound';
import { ServerClock } from './clock';
import * as api from './crewApi';
import { FIRST_STATE, presentAssignment, presentEmergency, withAssignment } from './crewState';
import type { CrewSignon, CrewState, Current } from './crewState';
import * as drafts from './drafts';
import { MemoryKeep, openKeep, type Keep } from './keep';
import { Outbox, outcomeOf, type Draft, type Report } from './outbox';
import { PositionReporter } from './positions';
import { UnitPoll } from './unitPoll';

/** Everything that the crew page knows and does. One instance lives as long as the page. */
export class CrewStore {
  #state: CrewState = FIRST_STATE;
  readonly #listeners = new Set<() => void>();
  #keep: Keep = new MemoryKeep();
  #outbox = this.#outboxOver(this.#keep);
  #clock = new ServerClock();
  readonly #poll = new UnitPoll({
    onCurrent: (current) => this.#takeCurrent(current),
    onReach: (online) => this.#reach(online),
    onGone: () => void this.signOff(),
  });
  readonly #positions = new PositionReporter({
    geolocation: typeof navigator === 'undefined' ? undefined : navigator.geolocation,
    stampOf: (time) => this.#clock.stampOf(time),
    send: async (position) => {
      const unitId = this.#state.signon?.unitId;
      if (unitId) await api.putPosition(unitId, position);
    },
    onChange: (gps, fix) => this.#set({ gps, fix }),
  });

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): CrewState => this.#state;

  /** Milliseconds since 1970 by the server's clock. */
  time(): number {
    return this.#clock.time();
  }

  /** Reads what the phone kept, then goes to the server. */
  async open(): Promise<void> {
    const { keep, lasting } = await openKeep();
    this.#keep = keep;
    this.#outbox = this.#outboxOver(keep);
    this.#clock = new ServerClock((await keep.get<number>('clockOffsetMs')) ?? 0);
    const signon = (await keep.get<CrewSignon>('signon')) ?? null;
    this.#set({
      opened: true,
      lasting,
      signon,
      config: (await keep.get('config')) ?? null,
      city: (await keep.get('city')) ?? null,
      stations: (await keep.get('stations')) ?? [],
      current: signon ? ((await keep.get<Current>('current')) ?? null) : null,
    });
    await this.#outbox.open();
    addEventListener('online', () => this.retry());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.retry());
    if (signon) this.#begin(signon);
    await this.refreshCity();
  }

  /** Tries the connection now. */
  retry(): void {
    void this.#outbox.flush();
    this.#poll.now();
  }

  /** Configuration and city change rarely; the phone keeps the last ones for a start without coverage. */
  async refreshCity(): Promise<void> {
    const [config, city, stations] = await Promise.all([api.getConfig(), api.getCity(), api.listStations()]);
    if (config.ok) await this.#hold({ config: config.value });
    if (city.ok) await this.#hold({ city: city.value });
    if (stations.ok) await this.#hold({ stations: stations.value });
    if (!this.#state.signon) this.#reach(config.ok || config.problem.code !== OFFLINE);
    await this.#learnTime();
  }

  async signOn(name: string, unit: Unit): Promise<boolean> {
    const result = await api.signOn(name, unit);
    if (!result.ok) return false;
    const { id: unitId, callSign, agency } = unit;
    const signon: CrewSignon = { id: result.value.id, name, unitId, callSign, agency };
    await this.#hold({ signon });
    this.#begin(signon);
    return true;
  }

  async signOff(): Promise<void> {
    const { signon } = this.#state;
    this.#poll.stop();
    this.#positions.stop();
    stopRinging();
    setSignonId(null);
    await Promise.all(['signon', 'current'].map((key) => this.#keep.remove(key)));
    this.#set({ signon: null, current: null, ended: null, ringingFor: null });
    if (signon) await api.signOff(signon.id);
  }

  step(step: Step, destination?: string): Promise<void> {
    const present = presentAssignment(this.#state);
    if (!present) return Promise.resolve();
    this.quiet();
    return this.#report((sender) => drafts.stepDraft(sender, present.assignment, step, destination));
  }

  note(text: string): Promise<void> {
    const incident = this.#state.current?.incident;
    return incident ? this.#report((sender) => drafts.noteDraft(sender, incident, text)) : Promise.resolve();
  }

  crewCheck(): Promise<void> {
    const assignment = this.#state.current?.assignment;
    return assignment ? this.#report((sender) => drafts.crewCheckDraft(sender, assignment)) : Promise.resolve();
  }

  unitStatus(status: UnitStatus, reason?: string): Promise<void> {
    return this.#report((sender) => drafts.statusDraft(sender, status, reason));
  }

  onView(typeCode: string, note: string): Promise<void> {
    return this.#report((sender) => drafts.onViewDraft(sender, typeCode, note));
  }

  emergency(): Promise<void> {
    this.#positions.setBurst(true);
    return this.#report((sender) => drafts.emergencyDraft(sender));
  }

  endEmergency(reason: string): Promise<void> {
    return this.#report((sender) => drafts.emergencyEndDraft(sender, reason));
  }

  /** The crew has seen a refusal. With `text` its content goes to the incident as a note, so that it is not lost. */
  async dismiss(report: Report, text?: string): Promise<void> {
    const { at } = report;
    const id = report.incidentId ?? this.#state.current?.incident?.id;
    if (text && id) await this.#report((sender) => drafts.noteDraft({ ...sender, at }, { id }, text));
    await this.#outbox.dismiss(report.id);
  }

  seenEnded(): void {
    this.#set({ ended: null });
  }

  /** Stops the ring; the assignment stays as it is. */
  quiet(): void {
    stopRinging();
    this.#set({ ringingFor: null });
  }

  #begin(signon: CrewSignon): void {
    setSignonId(signon.id);
    this.#poll.start(signon.unitId);
    this.#positions.start();
    if ('wakeLock' in navigator) void navigator.wakeLock.request('screen').catch(() => undefined);
  }

  async #report(make: (sender: drafts.Sender) => Draft): Promise<void> {
    const { signon, fix } = this.#state;
    if (signon) await this.#outbox.add(make({ signon, at: this.#clock.stamp(), fix }));
  }

  #outboxOver(keep: Keep): Outbox {
    return new Outbox({
      store: keep.reports,
      newKey,
      send: async (report, signal) => outcomeOf(await api.sendReport(report, signal)),
      onChange: (reports) => this.#set({ reports }),
      onSent: (report, value) => this.#sent(report, value),
      exclusively: (work) => ('locks' in navigator ? navigator.locks.request('chorsu-crew-outbox', work) : work()),
    });
  }

  #sent(report: Report, value: unknown): void {
    const { current } = this.#state;
    this.#reach(true);
    if (report.kind === 'step') this.#show(withAssignment(current, value as Assignment));
    if (report.kind === 'emergency' || report.kind === 'emergency-end' || report.kind === 'unit-status') {
      if (current?.unit.id === report.unitId) this.#show({ ...current, unit: value as Unit });
    }
    this.#poll.afterOwnReport();
  }

  #takeCurrent(current: Current): void {
    const known = this.#state.current?.assignment?.id;
    const before = presentAssignment(this.#state);
    this.#show(current);
    const present = presentAssignment(this.#state);
    if (before && present?.assignment.id !== before.assignment.id) this.#ended(before.incident.number);
    const fresh = present && present.assignment.id !== known && present.step === 'dispatched';
    if (fresh) this.#alert(present.incident.id, present.assignment.id);
    else if (this.#state.ringingFor && present?.step !== 'dispatched') this.quiet();
  }

  /** The desk took the crew off, or cleared it: that must not look like nothing. */
  #ended(number: string): void {
    ringOnce();
    this.#set({ ended: number });
  }

  #alert(incidentId: string, assignmentId: string): void {
    startRinging();
    this.#set({ ringingFor: assignmentId });
    void api.confirmAlert(incidentId, assignmentId, this.#clock.stamp());
  }

  /** Shows and keeps the present assignment; without one nothing personal stays on the phone. */
  #show(current: Current | null): void {
    this.#set({ current });
    if (current?.assignment?.open) void this.#keep.set('current', current);
    else if (current) void this.#keep.set('current', { ...current, assignment: null, incident: null, route: null });
    else void this.#keep.remove('current');
  }

  #reach(online: boolean): void {
    const back = online && !this.#state.online;
    if (online !== this.#state.online) this.#set({ online });
    if (!back) return;
    void this.#outbox.flush();
    void this.refreshCity();
  }

  async #learnTime(): Promise<void> {
    const answer = await api.askTime();
    if (answer && this.#clock.learn(answer.date, answer.askedAt, answer.answeredAt)) {
      await this.#keep.set('clockOffsetMs', this.#clock.offsetMs);
    }
  }

  async #hold(part: Partial<Pick<CrewState, 'signon' | 'config' | 'city' | 'stations'>>): Promise<void> {
    this.#set(part);
    for (const [key, value] of Object.entries(part)) await this.#keep.set(key, value);
  }

  #set(part: Partial<CrewState>): void {
    this.#state = { ...this.#state, ...part };
    this.#positions.setBurst(presentEmergency(this.#state) !== null);
    this.#listeners.forEach((listener) => listener());
  }
}
