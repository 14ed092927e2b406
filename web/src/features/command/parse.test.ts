import { expect, test } from 'vitest';
import { parse, type Parsed } from './parse';

const command = (line: string) => {
  const parsed: Parsed = parse(line);
  return parsed.ok ? parsed.command : `${parsed.why} ${parsed.word}`.trim();
};

test('a crew speaks on the radio', () => {
  expect(command('E21 OS')).toEqual({ do: 'stamp', unit: 'E21', step: 'on-scene', incident: null, destination: null });
  expect(command('e21 er 1234')).toEqual({
    do: 'stamp',
    unit: 'e21',
    step: 'en-route',
    incident: '1234',
    destination: null,
  });
  expect(command('A3 TR City hospital 2')).toEqual({
    do: 'stamp',
    unit: 'A3',
    step: 'transporting',
    incident: null,
    destination: 'City hospital 2',
  });
});

test('units are sent', () => {
  expect(command('D 12 E21 A3')).toEqual({ do: 'dispatch', incident: '12', units: ['E21', 'A3'] });
  expect(command('d e21')).toEqual({ do: 'dispatch', incident: null, units: ['e21'] });
  expect(command('D')).toEqual({ do: 'send-recommended', incident: null });
  expect(command('D 2026-000012')).toEqual({ do: 'send-recommended', incident: '2026-000012' });
});

test('status, notes, levels, the rest', () => {
  expect(command('E21 OOS flat tyre')).toEqual({
    do: 'status',
    unit: 'E21',
    status: 'out-of-service',
    reason: 'flat tyre',
  });
  expect(command('E21 AQ')).toEqual({ do: 'status', unit: 'E21', status: 'available-in-quarters', reason: null });
  expect(command('T 12 second  entrance')).toEqual({ do: 'note', incident: '12', text: 'second  entrance' });
  expect(command('T gate is open')).toEqual({ do: 'note', incident: null, text: 'gate is open' });
  expect(command('P 12 1')).toEqual({ do: 'priority', incident: '12', level: 1 });
  expect(command('AL 2')).toEqual({ do: 'alarm', incident: null, level: 2 });
  expect(command('C 12 done')).toEqual({ do: 'close', incident: '12', disposition: 'done' });
  expect(command('C')).toEqual({ do: 'close', incident: null, disposition: null });
  expect(command('#12')).toEqual({ do: 'open', incident: '#12' });
  expect(command('E21')).toEqual({ do: 'show-unit', unit: 'E21' });
  expect(command('F Navoi 12')).toEqual({ do: 'find', text: 'Navoi 12' });
  expect(command('N')).toEqual({ do: 'new-call' });
});

test('what cannot be understood is said with the word at fault', () => {
  expect(command('   ')).toBe('empty');
  expect(command('hello')).toBe('unknown hello');
  expect(command('E21 XX')).toBe('unknown XX');
  expect(command('D 12 hello')).toBe('unknown hello');
  expect(command('E21 OS twelve')).toBe('too-much twelve');
  expect(command('P 12 9')).toBe('needs-level 9');
  expect(command('I')).toBe('needs-incident');
  expect(command('T')).toBe('needs-text');
});
