import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Problem } from '../../api/types';
import { MemoryReports } from './keep';
import { Outbox, outcomeOf, type Draft, type Outcome, type Report } from './outbox';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const conflict: Problem = { type: 'about:blank', title: 'The assignment has ended', status: 409, code: 'conflict' };

function draft(kind: Draft['kind'], text: string): Draft {
  const at = '2026-05-01T08:00:00Z';
  return { kind, path: '/x', body: { text, at }, at, unitId: 'u', callSign: 'E21', signonId: 's', text };
}

/** A server that is reached or not, and remembers what it took under which key. */
class Line {
  up = true;
  taken: { text: string; key: string }[] = [];
  refuse = new Set<string>();
  answersGetLost = false;
  send = (report: Report): Promise<Outcome> => {
    if (!this.up) return Promise.resolve({ kind: 'later' });
    const text = report.text ?? '';
    if (this.refuse.has(text)) return Promise.resolve({ kind: 'refused', problem: conflict });
    if (!this.taken.some((one) => one.key === report.key)) this.taken.push({ text, key: report.key });
    return Promise.resolve(this.answersGetLost ? { kind: 'later' } : { kind: 'sent', value: null });
  };
  get texts(): string[] {
    return this.taken.map((one) => one.text);
  }
}

function outboxOver(line: Line, store = new MemoryReports()): { outbox: Outbox; sent: string[]; store: MemoryReports } {
  const sent: string[] = [];
  let keys = 0;
  const outbox = new Outbox({
    store,
    send: line.send,
    newKey: () => `key-${++keys}-${Math.random()}`,
    onChange: () => undefined,
    onSent: (report) => sent.push(report.text ?? ''),
  });
  return { outbox, sent, store };
}

test('sends at once and in order while there is a connection', async () => {
  const line = new Line();
  const { outbox, sent } = outboxOver(line);
  for (const text of ['a', 'b', 'c']) await outbox.add(draft('step', text));
  await vi.runAllTimersAsync();
  expect(line.texts).toEqual(['a', 'b', 'c']);
  expect(sent).toEqual(['a', 'b', 'c']);
  expect(outbox.reports).toEqual([]);
});

test('keeps everything without a connection and sends in order when it is back', async () => {
  const line = new Line();
  line.up = false;
  const { outbox } = outboxOver(line);
  for (const text of ['a', 'b', 'c']) await outbox.add(draft('step', text));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(line.texts).toEqual([]);
  expect(outbox.reports.map((report) => report.text)).toEqual(['a', 'b', 'c']);
  line.up = true;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(line.texts).toEqual(['a', 'b', 'c']);
  expect(outbox.reports).toEqual([]);
});

test('a report whose answer got lost is repeated with the same key, so the server has it once', async () => {
  const line = new Line();
  line.answersGetLost = true;
  const { outbox } = outboxOver(line);
  await outbox.add(draft('note', 'a'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(outbox.reports).toHaveLength(1);
  line.answersGetLost = false;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(line.texts).toEqual(['a']);
  expect(outbox.reports).toEqual([]);
});

test('survives a closed page: another outbox over the same store goes on', async () => {
  const line = new Line();
  line.up = false;
  const first = outboxOver(line);
  await first.outbox.add(draft('step', 'a'));
  await first.outbox.add(draft('step', 'b'));
  first.outbox.close();
  line.up = true;
  const second = outboxOver(line, first.store);
  await second.outbox.open();
  await vi.runAllTimersAsync();
  expect(line.texts).toEqual(['a', 'b']);
});

test('a refusal stays with its reason until it is seen and holds up nothing', async () => {
  const line = new Line();
  line.refuse.add('b');
  const { outbox } = outboxOver(line);
  for (const text of ['a', 'b', 'c']) await outbox.add(draft('step', text));
  await vi.runAllTimersAsync();
  expect(line.texts).toEqual(['a', 'c']);
  expect(outbox.reports.map((report) => [report.text, report.refusal?.code])).toEqual([['b', 'conflict']]);
  await outbox.dismiss(outbox.reports[0]?.id ?? -1);
  expect(outbox.reports).toEqual([]);
});

test('an emergency overtakes what waits', async () => {
  const line = new Line();
  line.up = false;
  const { outbox } = outboxOver(line);
  await outbox.add(draft('step', 'a'));
  await outbox.add(draft('note', 'b'));
  await outbox.add(draft('emergency', 'help'));
  await outbox.add(draft('emergency-end', 'safe'));
  line.up = true;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(line.texts).toEqual(['help', 'safe', 'a', 'b']);
});

test('an emergency added while a slow report is on its way goes next', async () => {
  const line = new Line();
  let release: (() => void) | undefined;
  const direct = line.send;
  line.send = async (report) => {
    if (report.text === 'slow') await new Promise<void>((done) => (release = done));
    return direct(report);
  };
  const { outbox } = outboxOver(line);
  await outbox.add(draft('step', 'slow'));
  await outbox.add(draft('step', 'b'));
  await outbox.add(draft('emergency', 'help'));
  release?.();
  await vi.runAllTimersAsync();
  expect(line.texts).toEqual(['slow', 'help', 'b']);
});

test('an emergency stops a report that hangs on a bad connection, which is then sent after it', async () => {
  const line = new Line();
  let hangs = true;
  const direct = line.send;
  const send = async (report: Report, signal: AbortSignal): Promise<Outcome> => {
    if (report.text !== 'slow' || !hangs) return direct(report);
    hangs = false;
    await new Promise((stopped) => signal.addEventListener('abort', stopped));
    return { kind: 'later' };
  };
  const store = new MemoryReports();
  let keys = 0;
  const newKey = (): string => `key-${++keys}`;
  const outbox = new Outbox({ store, send, newKey, onChange: () => undefined, onSent: () => undefined });
  await outbox.add(draft('step', 'slow'));
  await outbox.add(draft('emergency', 'help'));
  await vi.runAllTimersAsync();
  expect(line.texts).toEqual(['help', 'slow']);
});

test('the pauses between tries grow and stay bounded', async () => {
  const line = new Line();
  line.up = false;
  let tries = 0;
  const direct = line.send;
  line.send = (report) => {
    tries++;
    return direct(report);
  };
  const { outbox } = outboxOver(line);
  await outbox.add(draft('step', 'a'));
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(tries).toBeGreaterThan(30);
  expect(tries).toBeLessThan(60);
});

test('which answers mean later and which are final', () => {
  const kinds = [0, 408, 429, 500, 503, 400, 404, 409, 422].map(
    (status) => outcomeOf({ ok: false, problem: { type: 'about:blank', title: '', status, code: 'x' } }).kind,
  );
  expect(kinds).toEqual(['later', 'later', 'later', 'later', 'later', 'refused', 'refused', 'refused', 'refused']);
});
