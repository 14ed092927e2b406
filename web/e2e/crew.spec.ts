import type { Unit } from '../src/api/types';
import type { Api, Taken } from './api';
import { CONFLICT, expect, expectAccessible, expectNoOverflow, OFFLINE, test } from './test';

interface Scene {
  unit: Unit;
  taken: Taken;
  place: { lat: number; lon: number; label: string };
}

/** An ambulance at one side of the city and a person who needs it at the other. */
async function scene(api: Api): Promise<Scene> {
  const home = await api.addressAt(0.45, 0.45);
  const place = await api.addressAt(0.55, 0.6);
  const unit = await api.addUnit({ agency: 'medical', kind: 'ambulance', lat: home.lat, lon: home.lon }, 'A');
  const taken = await api.takeCall({
    typeCode: 'MEDICAL',
    lat: place.lat,
    lon: place.lon,
    address: place.label,
    location: { method: 'address', verified: true },
    callerPhone: '+998 90 123 45 67',
    callerName: 'Dilshod',
    description: 'Man of 60 fell down, entrance 2, code 2580',
  });
  return { unit, taken, place };
}

test('by touch from the alert to cleared, without coverage in the middle', async ({ api, guard, phone }) => {
  guard.allow(OFFLINE);
  const { unit, taken, place } = await scene(api);
  const home = unit.position ?? place;
  const crew = await phone({ at: { lat: home.lat, lon: home.lon } });
  const { page } = crew;

  await page.goto('/crew');
  await expect(page.getByRole('heading', { name: 'Which unit are you?' })).toBeVisible();
  await expectAccessible(page);
  await crew.signOn(unit.callSign);
  await crew.expectWaiting();
  await expectAccessible(page);
  await crew.expectInstalled();

  await api.send(taken.incidentId, unit.id);
  await expect(page.getByRole('heading', { name: 'New assignment' })).toBeVisible();
  await expect(page.getByText(place.label)).toBeVisible();
  await expect(page.getByText('entrance 2, code 2580')).toBeVisible();
  await expect(page.getByRole('link', { name: /Call the caller/ })).toHaveAttribute('href', 'tel:+998901234567');
  await expect(page.getByText(/by road/)).toBeVisible();
  await expect(page.getByRole('img', { name: 'Map of the way' })).toBeVisible();
  await expectAccessible(page);
  await expectNoOverflow(page);

  await crew.press('Acknowledge');
  await crew.expectStep('Acknowledged');
  await expect(page.getByRole('heading', { name: 'New assignment' })).toBeHidden();
  await crew.press('En route');
  await crew.expectStep('En route');

  await page.context().setOffline(true);
  await crew.press('On scene');
  await crew.expectStep('On scene', false);
  await expect(page.getByText('No coverage')).toBeVisible();
  await crew.press('At patient');
  await crew.expectStep('At patient', false);
  await crew.note('Lift is broken, carry by the stairs');
  await expect(page.getByText('Lift is broken, carry by the stairs')).toBeVisible();
  await expect(crew.button(/3 reports waiting to be sent/)).toBeVisible();
  await expectAccessible(page);
  await crew.button(/3 reports waiting/).tap();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(3);
  await crew.button('Close').tap();

  // The phone is closed and opened again, still without coverage: page, assignment and reports are there.
  await page.reload();
  await crew.expectStep('At patient', false);
  await expect(page.getByText(place.label)).toBeVisible();
  await expect(crew.button(/3 reports waiting to be sent/)).toBeVisible();
  const before = await api.assignmentOf(taken.incidentId, unit.id);
  expect(before.step).toBe('en-route');

  await page.context().setOffline(false);
  await crew.expectStep('At patient');
  await expect(crew.button(/waiting to be sent/)).toBeHidden();
  const after = await api.assignmentOf(taken.incidentId, unit.id);
  const stamps = after.stamps.filter((stamp) => stamp.step === 'on-scene' || stamp.step === 'at-patient');
  expect(stamps.map((stamp) => stamp.step)).toEqual(['on-scene', 'at-patient']);
  for (const stamp of stamps) expect(Date.parse(stamp.at)).toBeLessThan(Date.parse(stamp.recordedAt));
  const notes = async (): Promise<number> =>
    (await api.incident(taken.incidentId)).timeline.filter((entry) => entry.text.includes('Lift is broken')).length;
  await expect.poll(notes).toBe(1);

  await crew.press('Transporting');
  const hospital = page.getByRole('dialog').getByRole('button').nth(1);
  await expect(hospital).toBeVisible();
  await expectAccessible(page);
  await hospital.tap();
  await crew.expectStep('Transporting');
  expect((await api.assignmentOf(taken.incidentId, unit.id)).destination).toBeTruthy();
  await crew.press('At destination');
  await crew.expectStep('At destination');
  await crew.press('Cleared');
  await crew.expectWaiting();
  await expect.poll(async () => (await api.unit(unit.id)).assignment).toBeNull();
  // Nothing of the person stays on the phone.
  const kept = await page.evaluate(keptText);
  expect(kept).not.toContain('2580');
  expect(kept).not.toContain('998901234567');
});

/** Everything that the page stored, as one text. Runs in the browser. */
async function keptText(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('chorsu-crew');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('no database'));
  });
  const all = await Promise.all(
    ['values', 'reports'].map(
      (name) =>
        new Promise<unknown[]>((resolve) => {
          const asking = database.transaction(name).objectStore(name).getAll();
          asking.onsuccess = () => resolve(asking.result as unknown[]);
        }),
    ),
  );
  database.close();
  const cached: string[] = [];
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) cached.push(request.url);
  }
  return JSON.stringify([all, cached, Object.entries(localStorage)]);
}

test('a report that the desk has overtaken is shown, and can go as a note', async ({ api, guard, phone }) => {
  guard.allow(OFFLINE);
  guard.allow(CONFLICT);
  const { unit, taken, place } = await scene(api);
  const crew = await phone({ at: place });
  await crew.signOn(unit.callSign);
  await crew.expectWaiting();
  await crew.page.context().setOffline(true);
  await crew.button('Out of service').tap();
  await crew.page.getByRole('textbox', { name: 'Reason' }).fill('Flat tyre');
  await crew.button('Send').tap();
  await expect(crew.button(/Out of service/)).toHaveAttribute('aria-pressed', 'true');
  await api.send(taken.incidentId, unit.id);
  await crew.page.context().setOffline(false);

  const refusal = crew.page.getByRole('alert').filter({ hasText: 'Not accepted: Status: Out of service' });
  await expect(refusal).toBeVisible();
  await crew.expectStep('Dispatched');
  await expectAccessible(crew.page);
  // Closing the page does not lose it either.
  await crew.page.reload();
  await expect(refusal).toBeVisible();
  await refusal.getByRole('button', { name: 'Send as a note' }).tap();
  await expect(refusal).toBeHidden();
  const noted = async (): Promise<boolean> =>
    (await api.incident(taken.incidentId)).timeline.some((entry) => entry.text.includes('not accepted as a step'));
  await expect.poll(noted).toBe(true);

  // The desk takes the crew off: that is said, too.
  await api.stamp((await api.assignmentOf(taken.incidentId, unit.id)).id, 'cancelled');
  const ended = crew.page.getByRole('alert').filter({ hasText: `has ended your assignment ${taken.incidentNumber}` });
  await expect(ended).toBeVisible();
  await crew.expectWaiting();
  await expectAccessible(crew.page);
  await ended.getByRole('button', { name: 'Seen' }).tap();
  await expect(ended).toBeHidden();
});

test('an incident that a crew meets on the street', async ({ api, phone }) => {
  const home = await api.addressAt(0.4, 0.5);
  const unit = await api.addUnit({ agency: 'police', kind: 'patrol', lat: home.lat, lon: home.lon }, 'P');
  const crew = await phone({ at: home });
  const { page } = crew;
  await crew.signOn(unit.callSign);
  await crew.button('Start an incident here').tap();
  await crew.button('Traffic').tap();
  await page.getByLabel('Note (if you have time)').fill('Two cars, nobody hurt');
  await expectAccessible(page);
  await crew.button('Start: Traffic').tap();
  await crew.expectStep('On scene');
  await expect(page.getByText('Two cars, nobody hurt')).toBeVisible();
  const { assignment } = await api.unit(unit.id);
  await crew.press('Cleared');
  await crew.expectWaiting();
  if (assignment) api.willClose(assignment.incidentId);
});

test('a phone that refuses its place says so, and a status is set all the same', async ({ api, phone }) => {
  const home = await api.addressAt(0.5, 0.4);
  const unit = await api.addUnit({ agency: 'fire', kind: 'engine', lat: home.lat, lon: home.lon }, 'E');
  const crew = await phone({ at: null });
  await crew.signOn(unit.callSign);
  await expect(crew.page.getByText(/does not permit its place/)).toBeVisible();
  await expectAccessible(crew.page);
  await crew.button('Out of service').tap();
  await crew.page.getByRole('textbox', { name: 'Reason' }).fill('Flat tyre');
  await crew.button('Send').tap();
  await expect.poll(async () => (await api.unit(unit.id)).status).toBe('out-of-service');
  await expect(crew.button(/Out of service/)).toHaveAttribute('aria-pressed', 'true');
  await crew.button(/Available mobile/).tap();
  await expect.poll(async () => (await api.unit(unit.id)).status).toBe('available-mobile');
});

test('the position of the phone reaches the desk, and signing off stops it', async ({ api, phone }) => {
  const home = await api.addressAt(0.5, 0.4);
  const away = await api.addressAt(0.6, 0.4);
  const unit = await api.addUnit({ agency: 'fire', kind: 'engine', lat: home.lat, lon: home.lon }, 'E');
  const crew = await phone({ at: home });
  await crew.signOn(unit.callSign);
  await expect.poll(async () => (await api.unit(unit.id)).position?.source).toBe('gps');
  await crew.page.context().setGeolocation({ latitude: away.lat, longitude: away.lon, accuracy: 8 });
  await expect.poll(async () => (await api.unit(unit.id)).position?.lat).toBeCloseTo(away.lat, 4);
  await crew.button('Menu').tap();
  await expectAccessible(crew.page);
  await crew.button('Sign off').tap();
  await crew.button('Sign off').tap();
  await expect(crew.page.getByRole('heading', { name: 'Which unit are you?' })).toBeVisible();
});
