/**
 * The server's time on a phone whose own clock may be wrong. Answers carry the server's time in whole seconds
 * (HTTP `Date`); the measured difference is used only when it is larger than what that rounding and a slow
 * connection can make, so that a right clock stays untouched.
 */
export class ServerClock {
  #offsetMs: number;

  constructor(
    offsetMs = 0,
    private readonly now: () => number = Date.now,
  ) {
    this.#offsetMs = offsetMs;
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Milliseconds since 1970 by the server's clock. */
  time(): number {
    return this.now() + this.#offsetMs;
  }

  /** RFC 3339 in UTC. */
  stamp(): string {
    return new Date(this.time()).toISOString();
  }

  /** A time that the phone itself measured, such as that of a GPS fix. */
  stampOf(phoneTimeMs: number): string {
    return new Date(phoneTimeMs + this.#offsetMs).toISOString();
  }

  /** `askedAt` and `answeredAt` by the phone's clock; returns whether the offset changed. */
  learn(date: string | null, askedAt: number, answeredAt: number): boolean {
    const server = Date.parse(date ?? '');
    if (Number.isNaN(server)) return false;
    const middle = (askedAt + answeredAt) / 2;
    const doubt = (answeredAt - askedAt) / 2 + 1500;
    const measured = server + 500 - middle;
    const next = Math.abs(measured) <= doubt ? 0 : Math.round(measured);
    if (Math.abs(next - this.#offsetMs) <= doubt && !(next === 0 && this.#offsetMs !== 0)) return false;
    this.#offsetMs = next;
    return true;
  }
}
