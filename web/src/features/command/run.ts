import {
  addNote,
  closeIncident,
  editIncident,
  getIncident,
  recommend,
  search,
  setUnitStatus,
  stampAssignment,
} from '../../api/desk';
import type { Result } from '../../api/client';
import type { IncidentEdit, IncidentSummary, Unit } from '../../api/types';
import { problemText, sayField } from '../../i18n/field';
import { say } from '../../i18n/language';
import type { Values } from '../../i18n/words';
import { centre, middle } from '../../map/camera';
import { chooseUnit, openDialog, point, startCall } from '../../state/desk';
import { live } from '../../state/picture';
import { positionOf } from '../../state/positions';
import { look, view } from '../../state/view';
import { send } from '../incident/actions';
import { shortNumber } from '../queue/QueueRow';
import { parse, type Command } from './parse';
import { commandWords } from './words';

/** What came of a line: said beside the command line. Nothing said: something else on the screen says it. */
export type Answer = { ok: boolean; text: string };

const bad = (key: keyof (typeof commandWords)['en'], values?: Values): Answer => ({
  ok: false,
  text: say(commandWords, key, values),
});
const good = (key: keyof (typeof commandWords)['en'], values?: Values): Answer => ({
  ok: true,
  text: say(commandWords, key, values),
});
const done: Answer = { ok: true, text: '' };

export async function run(line: string): Promise<Answer> {
  const parsed = parse(line);
  return parsed.ok ? execute(parsed.command) : bad(parsed.why, { word: parsed.word });
}

async function execute(command: Command): Promise<Answer> {
  switch (command.do) {
    case 'new-call':
      startCall();
      return done;
    case 'help':
      openDialog('help');
      return done;
    case 'open':
      return withIncident(command.incident, (incident) => {
        look({ incidentId: incident.id });
        return Promise.resolve(done);
      });
    case 'stamp':
      return withUnit(command.unit, (unit) => stamp(unit, command));
    case 'status':
      return withUnit(command.unit, async (unit) =>
        answer(await setUnitStatus(unit.id, command.status, command.reason ?? undefined), 'status', {
          unit: unit.callSign,
          status: sayField(`status.${command.status}`),
        }),
      );
    case 'show-unit':
      return withUnit(command.unit, (unit) => Promise.resolve(showUnit(unit)));
    case 'dispatch':
      return withIncident(command.incident, (incident) => dispatchTo(incident, command.units));
    case 'send-recommended':
      return withIncident(command.incident, sendRecommended);
    case 'note':
      return withIncident(command.incident, async (incident) =>
        answer(await addNote(incident.id, command.text), 'noted'),
      );
    case 'close':
      return withIncident(command.incident, (incident) => close(incident, command.disposition));
    case 'priority':
      return withIncident(command.incident, (i) => edit(i, { priority: command.level }, `P${command.level}`));
    case 'alarm':
      return withIncident(command.incident, (i) => edit(i, { alarmLevel: command.level }, `AL ${command.level}`));
    case 'find':
      return find(command.text);
  }
}

function answer<T>(result: Result<T>, key: keyof (typeof commandWords)['en'], values?: Values): Answer {
  return result.ok ? good(key, values) : { ok: false, text: problemText(result.problem) };
}

export function findUnit(callSign: string): Unit | undefined {
  const wanted = callSign.toLowerCase();
  for (const unit of live.picture.get().units.values()) if (unit.callSign.toLowerCase() === wanted) return unit;
  return undefined;
}

/** By its number as spoken; without one, the chosen incident. */
export function findIncident(number: string | null): IncidentSummary | undefined {
  const { incidents } = live.picture.get();
  if (number === null) return incidents.get(view.get().incidentId ?? '');
  const wanted = number.replace('#', '');
  const all = [...incidents.values()];
  return all.find((i) => i.number === wanted) ?? all.find((i) => shortNumber(i.number) === shortNumber(wanted));
}

async function withUnit(callSign: string, act: (unit: Unit) => Promise<Answer>): Promise<Answer> {
  const unit = findUnit(callSign);
  return unit ? act(unit) : bad('noUnit', { word: callSign });
}

async function withIncident(
  number: string | null,
  act: (incident: IncidentSummary) => Promise<Answer>,
): Promise<Answer> {
  const incident = findIncident(number);
  if (incident) return act(incident);
  return number === null ? bad('needs-incident') : bad('noIncident', { word: number });
}

async function stamp(unit: Unit, command: Extract<Command, { do: 'stamp' }>): Promise<Answer> {
  let assignmentId = unit.assignment?.id;
  if (command.incident !== null && findIncident(command.incident)?.id !== unit.assignment?.incidentId) {
    const incident = findIncident(command.incident);
    if (!incident) return bad('noIncident', { word: command.incident });
    // Named with an incident it is not on yet: it is sent there first.
    if (!(await send(incident.id, [unit.id]))) return done;
    const fresh = await getIncident(incident.id);
    assignmentId = fresh.ok ? fresh.value.assigned.find((each) => each.unitId === unit.id)?.assignmentId : undefined;
  }
  if (assignmentId === undefined) return bad('notAssigned', { unit: unit.callSign });
  const destination = command.destination ? { destination: command.destination } : {};
  const result = await stampAssignment(assignmentId, { step: command.step, ...destination });
  return answer(result, 'stamped', { unit: unit.callSign, step: sayField(`step.${command.step}`) });
}

export function showUnit(unit: Unit): Answer {
  chooseUnit(unit.id);
  const position = positionOf(unit.id);
  if (!position) return bad('noPosition', { unit: unit.callSign });
  centre(position.lon, position.lat, 15);
  return good('status', { unit: unit.callSign, status: sayField(`status.${unit.status}`) });
}

async function dispatchTo(incident: IncidentSummary, callSigns: string[]): Promise<Answer> {
  const units = callSigns.map((callSign) => findUnit(callSign));
  const missing = callSigns.find((_, i) => units[i] === undefined);
  if (missing !== undefined) return bad('noUnit', { word: missing });
  look({ incidentId: incident.id });
  await send(
    incident.id,
    units.flatMap((unit) => (unit ? [unit.id] : [])),
  );
  return done;
}

async function sendRecommended(incident: IncidentSummary): Promise<Answer> {
  look({ incidentId: incident.id });
  const result = await recommend(incident.id);
  if (!result.ok) return { ok: false, text: problemText(result.problem) };
  if (result.value.units.length === 0) return bad('nothingToSend');
  await send(
    incident.id,
    result.value.units.map((unit) => unit.unitId),
  );
  return done;
}

async function close(incident: IncidentSummary, disposition: string | null): Promise<Answer> {
  look({ incidentId: incident.id });
  if (disposition === null) {
    openDialog('close');
    return done;
  }
  const known = live.config.get()?.dispositions.find((each) => each.code.toLowerCase() === disposition.toLowerCase());
  if (!known) return bad('noDisposition', { word: disposition });
  return answer(await closeIncident(incident.id, { disposition: known.code }), 'closed', {
    number: shortNumber(incident.number),
  });
}

async function edit(incident: IncidentSummary, change: IncidentEdit, what: string): Promise<Answer> {
  const held = await getIncident(incident.id);
  if (!held.ok) return { ok: false, text: problemText(held.problem) };
  const result = await editIncident(incident.id, held.etag, change);
  return answer(result, 'set', { number: shortNumber(incident.number), what });
}

async function find(text: string): Promise<Answer> {
  const result = await search(text, middle(), true);
  if (!result.ok) return { ok: false, text: problemText(result.problem) };
  const place = result.value.items[0];
  if (!place) return bad('notFound', { word: text });
  if (place.kind === 'incident' && place.id) look({ incidentId: place.id });
  const unit = place.kind === 'unit' && place.id ? live.picture.get().units.get(place.id) : undefined;
  if (unit) return showUnit(unit);
  if (typeof place.lat === 'number' && typeof place.lon === 'number') {
    centre(place.lon, place.lat, 16);
    if (place.kind !== 'incident') point({ lat: place.lat, lon: place.lon, place });
  }
  return good('found', { what: place.label });
}
