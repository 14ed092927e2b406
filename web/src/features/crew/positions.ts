import type { NewPosition } from '../../api/types';

/** Where the phone is, by its own measurement. */
export interface Fix {
  lat: number;
  lon: number;
  /** Milliseconds since 1970 by the phone's clock. */
  measuredAt: number;
  headingDeg: number | null;
  speedKmh: number | null;
  accuracyMetres: number | null;
}

/** `refused`: the person or the phone does not permit it; `lost`: permitted, but no satellite answers now. */
export type GpsState = 'off' | 'starting' | 'on' | 'refused' | 'lost' | 'missing';

export interface PositionOptions {
  geolocation: Geolocation | undefined;
  stampOf: (phoneTimeMs: number) => string;
  /** Sends one position; the newest replaces those that could not be sent. */
  send: (position: NewPosition) => Promise<void>;
  onChange: (state: GpsState, fix: Fix | null) => void;
}

const NORMAL_MS = 5000;
const BURST_MS = 1000;
/** A parked vehicle's watch falls silent: ask again before its last position grows old. */
const SILENCE_MS = 30_000;
const LOST_MS = 60_000;

export function fixOf(position: GeolocationPosition): Fix {
  const { latitude, longitude, heading, speed, accuracy } = position.coords;
  return {
    lat: latitude,
    lon: longitude,
    measuredAt: position.timestamp,
    headingDeg: heading === null || Number.isNaN(heading) ? null : heading,
    speedKmh: speed === null || Number.isNaN(speed) ? null : Math.min(400, speed * 3.6),
    accuracyMetres: Number.isFinite(accuracy) ? accuracy : null,
  };
}

/** Reports the phone's place every few seconds, every second in an emergency. */
export class PositionReporter {
  #watch: number | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #burst = false;
  #fix: Fix | null = null;
  #sentAt = 0;
  #sending = false;
  #asking = false;

  constructor(private readonly options: PositionOptions) {}

  get fix(): Fix | null {
    return this.#fix;
  }

  start(): void {
    if (this.#watch !== null) return;
    const { geolocation, onChange } = this.options;
    if (!geolocation) {
      onChange('missing', null);
      return;
    }
    onChange('starting', null);
    this.#watch = geolocation.watchPosition(this.#take, this.#fail, { enableHighAccuracy: true, maximumAge: 2000 });
    this.#schedule();
  }

  stop(): void {
    if (this.#watch !== null) this.options.geolocation?.clearWatch(this.#watch);
    this.#watch = null;
    clearInterval(this.#timer);
    this.#fix = null;
    this.options.onChange('off', null);
  }

  /** In an emergency every second, until it has ended. */
  setBurst(burst: boolean): void {
    if (burst === this.#burst) return;
    this.#burst = burst;
    if (this.#watch !== null) this.#schedule();
  }

  #schedule(): void {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#tick(), this.#burst ? BURST_MS : NORMAL_MS);
    this.#tick();
  }

  #tick(): void {
    const silent = this.#fix !== null && Date.now() - this.#fix.measuredAt > SILENCE_MS;
    if (this.#burst || silent || !this.#fix) this.#ask();
    void this.#send();
  }

  #ask(): void {
    if (this.#asking) return;
    this.#asking = true;
    const finished = (): void => void (this.#asking = false);
    this.options.geolocation?.getCurrentPosition(
      (position) => {
        finished();
        this.#take(position);
      },
      (error) => {
        finished();
        this.#fail(error);
      },
      { enableHighAccuracy: true, maximumAge: 0, timeout: 5000 },
    );
  }

  readonly #take = (position: GeolocationPosition): void => {
    if (this.#watch === null) return;
    const first = this.#fix === null;
    this.#fix = fixOf(position);
    this.options.onChange('on', this.#fix);
    if (first || this.#burst) void this.#send();
  };

  readonly #fail = (error: GeolocationPositionError): void => {
    if (this.#watch === null) return;
    if (error.code === error.PERMISSION_DENIED) {
      this.options.onChange('refused', this.#fix);
      return;
    }
    // One question without an answer is nothing; a minute without a fix is.
    const recent = this.#fix !== null && Date.now() - this.#fix.measuredAt < LOST_MS;
    if (!recent) this.options.onChange('lost', this.#fix);
  };

  async #send(): Promise<void> {
    const fix = this.#fix;
    if (!fix || this.#sending || fix.measuredAt <= this.#sentAt) return;
    this.#sending = true;
    try {
      const { lat, lon, headingDeg, speedKmh, accuracyMetres } = fix;
      await this.options.send({
        lat,
        lon,
        at: this.options.stampOf(fix.measuredAt),
        headingDeg,
        speedKmh,
        accuracyMetres,
      });
      this.#sentAt = fix.measuredAt;
    } finally {
      this.#sending = false;
    }
  }
}
