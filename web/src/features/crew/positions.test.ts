import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NewPosition } from '../../api/types';
import { PositionReporter, type GpsState } from './positions';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-05-01T08:00:00Z') }));
afterEach(() => void vi.useRealTimers());

/** A phone that stands somewhere and answers at once, or refuses. */
class Phone implements Geolocation {
  lat = 41.3;
  refuses = false;
  #watching: PositionCallback | null = null;

  move(lat: number): void {
    this.lat = lat;
    this.#watching?.(this.#here());
  }

  watchPosition(success: PositionCallback, error?: PositionErrorCallback | null): number {
    this.#watching = success;
    this.getCurrentPosition(success, error);
    return 1;
  }

  getCurrentPosition(success: PositionCallback, error?: PositionErrorCallback | null): void {
    const denied = { code: 1, PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3, message: '' } as const;
    if (this.refuses) error?.(denied);
    else success(this.#here());
  }

  clearWatch(): void {
    this.#watching = null;
  }

  #here(): GeolocationPosition {
    const coords = { latitude: this.lat, longitude: 69.2, accuracy: 8, heading: NaN, speed: 10 };
    return { timestamp: Date.now(), coords: coords as GeolocationCoordinates } as GeolocationPosition;
  }
}

function reporter(phone: Phone | undefined): { positions: PositionReporter; sent: NewPosition[]; states: GpsState[] } {
  const sent: NewPosition[] = [];
  const states: GpsState[] = [];
  const positions = new PositionReporter({
    geolocation: phone,
    stampOf: (time) => new Date(time).toISOString(),
    send: (position) => {
      sent.push(position);
      return Promise.resolve();
    },
    onChange: (state) => states.push(state),
  });
  return { positions, sent, states };
}

test('sends the first place at once, then each few seconds what is new', async () => {
  const phone = new Phone();
  const { positions, sent } = reporter(phone);
  positions.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual([
    {
      lat: 41.3,
      lon: 69.2,
      at: '2026-05-01T08:00:00.000Z',
      headingDeg: null,
      speedKmh: 36,
      accuracyMetres: 8,
    },
  ]);
  for (let second = 1; second <= 20; second++) {
    await vi.advanceTimersByTimeAsync(1000);
    phone.move(41.3 + second / 1000);
  }
  expect(sent.length).toBeGreaterThanOrEqual(4);
  expect(sent.length).toBeLessThanOrEqual(6);
});

test('a parked vehicle is still heard of before its place grows old', async () => {
  const { positions, sent } = reporter(new Phone());
  positions.start();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(sent.length).toBeGreaterThanOrEqual(3);
});

test('every second in an emergency, also when it stands still, and no more after it', async () => {
  const { positions, sent } = reporter(new Phone());
  positions.start();
  await vi.advanceTimersByTimeAsync(1500);
  const before = sent.length;
  positions.setBurst(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent.length - before).toBeGreaterThanOrEqual(9);
  positions.setBurst(false);
  const after = sent.length;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent.length - after).toBeLessThanOrEqual(1);
});

test('a refusal and a phone without GPS are said', () => {
  const phone = new Phone();
  phone.refuses = true;
  const refused = reporter(phone);
  refused.positions.start();
  expect(refused.states.at(-1)).toBe('refused');
  const missing = reporter(undefined);
  missing.positions.start();
  expect(missing.states).toEqual(['missing']);
});

test('after the sign-off nothing is sent', async () => {
  const phone = new Phone();
  const { positions, sent, states } = reporter(phone);
  positions.start();
  await vi.advanceTimersByTimeAsync(0);
  positions.stop();
  phone.move(42);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  expect(states.at(-1)).toBe('off');
});
