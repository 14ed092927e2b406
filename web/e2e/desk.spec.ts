import { Line } from './line';
import { expect, expectAccessible, expectNoOverflow, test } from './test';

test('by keyboard alone: a call is taken, recommended, sent, followed and closed', async ({ api, desk }) => {
  const place = await api.addressAt(0.5, 0.52);
  const view = await desk();
  const { page } = view;
  const keys = page.keyboard;
  await page.goto('/');
  await expect(page.getByRole('dialog', { name: 'Sign on' })).toBeVisible();
  await expectAccessible(page);
  await view.signOn();

  await keys.press('n');
  const form = page.getByRole('region', { name: 'Take a call' });
  await expect(form.getByRole('combobox', { name: 'Where' })).toBeFocused();
  await keys.type(place.label);
  const suggestions = page.getByRole('listbox', { name: 'Suggestions' });
  await expect(suggestions.getByRole('option').first()).toContainText(place.label.slice(0, 5));
  await expectAccessible(page);
  await keys.press('Enter');
  await expect(form.getByText('Place known')).toBeVisible();
  await keys.press('Tab');
  await expect(form.getByRole('combobox', { name: 'What' })).toBeFocused();
  await keys.type('medical');
  await expect(form.getByRole('listbox', { name: 'What' }).getByRole('option').first()).toContainText('Medical');
  await keys.press('Enter');
  await view.tabTo(form.getByLabel('Phone'));
  await keys.type('+998 90 765 43 21');
  await view.tabTo(form.getByLabel('What is said'));
  await keys.type('A child does not breathe well');
  const saved = form.getByRole('status').filter({ hasText: /Incident #\d+ is open/ });
  await expect(saved).toBeVisible();
  const number = /#(\d+)/.exec(await saved.innerText())?.[1] ?? '';
  await keys.press('Escape');
  await expect(form).toBeHidden();

  await expect(view.panel.getByText(`#${number}`)).toBeVisible();
  const recommendation = view.section('Whom to send');
  await expect(recommendation.getByRole('checkbox').first()).toBeChecked();
  await expect(recommendation.getByRole('checkbox', { name: /by road/ }).first()).toBeVisible();
  await expectAccessible(page);
  await keys.press('d');
  const units = view.section('Units on it');
  await expect(units.getByText('Dispatched').first()).toBeVisible();

  const incidentId = new URL(page.url()).searchParams.get('incident') ?? '';
  api.willClose(incidentId);
  const { assigned } = await api.incident(incidentId);
  expect(assigned.length).toBeGreaterThan(0);
  for (const { assignmentId } of assigned) await api.stamp(assignmentId, 'acknowledged');
  await expect(units.locator('.step').first()).toHaveText('Acknowledged');
  for (const [code, step] of [
    ['ER', 'En route'],
    ['OS', 'On scene'],
  ] as const) {
    for (const { callSign } of assigned) {
      await view.command(`${callSign} ${code}`);
      await expect(view.answer).toHaveText(`${callSign}: ${step}`);
    }
    await expect(units.locator('.step').first()).toHaveText(step);
  }
  await expectAccessible(page);

  await keys.press('o');
  await keys.type('Child is breathing again');
  await keys.press('Enter');
  await expect(view.section('Timeline').getByText('Child is breathing again')).toBeVisible();
  await keys.press('Escape');

  await keys.press('c');
  await expect(page.getByRole('dialog')).toContainText(`#${number}`);
  await expectAccessible(page);
  await keys.press('Escape');
  for (const { callSign } of assigned) await view.command(`${callSign} CL`);
  await expect(units.getByText('Nobody is sent yet')).toBeVisible();
  await keys.press('c');
  const close = page.getByRole('dialog').getByRole('button', { name: 'Close the incident' });
  await view.tabTo(close);
  await keys.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(async () => (await api.incident(incidentId)).state).toBe('closed');
  await expect(view.panel.getByRole('button', { name: 'Reopen' })).toBeVisible();
  await expectAccessible(page);
});

test('an emergency button is on top of the desk until it ends with a reason', async ({ api, desk, phone }) => {
  const [here, there] = [await api.addressAt(0.35, 0.65), await api.addressAt(0.7, 0.3)];
  const unit = await api.addUnit({ agency: 'police', kind: 'patrol', lat: here.lat, lon: here.lon }, 'P');
  await api.takeCall({
    typeCode: 'FIRE',
    priority: 1,
    lat: there.lat,
    lon: there.lon,
    address: `${there.label} (older)`,
  });
  const quiet = await api.takeCall({
    typeCode: 'POLICE',
    priority: 4,
    lat: here.lat,
    lon: here.lon,
    address: `${here.label} (quiet)`,
  });
  await api.send(quiet.incidentId, unit.id);
  const view = await desk();
  await view.signOn();
  const crew = await phone({ at: here });
  await crew.signOn(unit.callSign);
  await crew.press('Acknowledge');
  await crew.expectStep('Acknowledged');

  await crew.button(/^Emergency/).tap();
  await expect(crew.page.getByRole('dialog', { name: 'Raise an emergency?' })).toBeVisible();
  await expectAccessible(crew.page);
  await crew.button('Cancel').tap();
  expect((await api.unit(unit.id)).emergency).toBeNull();
  await crew.holdEmergency();
  await expect(crew.page.getByText(/The desk has it since/)).toBeVisible();
  await expectAccessible(crew.page);

  const band = view.page.getByRole('alert').filter({ hasText: `${unit.callSign} pressed the emergency button` });
  await expect(band).toBeVisible();
  await expect(view.queue.getByRole('option').first()).toContainText(`Emergency ${unit.callSign}`);
  await expectAccessible(view.page);
  // A burst: the place of a moving crew is new each second or two, not each five.
  const context = crew.page.context();
  const times = new Set<string>();
  const began = Date.now();
  for (let moved = 1; times.size < 5; moved++) {
    await context.setGeolocation({ latitude: here.lat + moved / 20_000, longitude: here.lon, accuracy: 8 });
    const { lat } = (await api.unit(unit.id)).position ?? {};
    if (lat !== undefined) times.add(lat.toFixed(6));
    expect(Date.now() - began, 'five places in a burst').toBeLessThan(20_000);
  }

  await crew.button('End the emergency').tap();
  const end = crew.button('End it');
  await expect(end).toBeDisabled();
  await crew.page.getByRole('textbox', { name: 'Reason' }).fill('The man has calmed down');
  await end.tap();
  await expect(crew.page.getByRole('heading', { name: 'EMERGENCY' })).toBeHidden();
  await expect(band).toBeHidden();
  await expect(view.queue.getByRole('option').first()).not.toContainText('Emergency');

  // The desk can end one as well, and needs a reason too.
  await crew.holdEmergency();
  await expect(band).toBeVisible();
  await band.getByRole('button', { name: 'End it' }).click();
  await view.page.keyboard.press('Enter');
  await expect(band).toBeVisible();
  await view.page.keyboard.type('Patrol confirms by radio');
  await view.page.keyboard.press('Enter');
  await expect(band).toBeHidden();
  await expect(crew.page.getByRole('heading', { name: 'EMERGENCY' })).toBeHidden();
  const { timeline } = await api.incident(quiet.incidentId);
  expect(timeline.filter((entry) => entry.kind === 'emergency-ended')).toHaveLength(2);
});

test('two incidents for one event are merged by a person, and split again', async ({ api, desk }) => {
  const place = await api.addressAt(0.62, 0.7);
  const [first, second] = ['first caller', 'second caller'];
  const one = await api.takeCall({
    typeCode: 'FIRE',
    lat: place.lat,
    lon: place.lon,
    address: `${place.label}, ${first}`,
    callerName: first,
  });
  const two = await api.takeCall({
    typeCode: 'FIRE',
    lat: place.lat,
    lon: place.lon,
    address: `${place.label}, ${second}`,
    callerName: second,
  });
  const view = await desk();
  const { page } = view;
  await view.signOn(`/?incident=${two.incidentId}`);
  const duplicates = view.section('Perhaps the same');
  await expect(duplicates).toBeVisible();
  await expectAccessible(page);
  const number = one.incidentNumber.replace(/^.*-0*/, '');
  await duplicates.getByRole('button', { name: `Merge into #${number}` }).click();
  const dialog = page.getByRole('dialog', { name: /Merge this incident/ });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: `Merge into #${number}` }).click();
  await expect(page).toHaveURL(new RegExp(one.incidentId));
  const callers = view.section('Callers');
  await expect(callers.getByText(first)).toBeVisible();
  await expect(callers.getByText(second)).toBeVisible();
  await expect(view.row(second)).toBeHidden();
  expect((await api.incident(two.incidentId)).duplicateOf).toBe(one.incidentId);

  await callers.getByRole('button', { name: 'Make it an incident of its own' }).last().click();
  await expect.poll(async () => (await api.incident(one.incidentId)).callCount).toBe(1);
  await expect(page.getByText(/Now an incident of its own: #\d+/)).toBeVisible();
  await api.willCloseAt(place);
});

test('a call on one screen is on the second within a second; a lost connection shows and heals', async ({
  api,
  desk,
  guard,
  open,
}) => {
  guard.allow(/net::ERR_/);
  const place = await api.addressAt(0.42, 0.6);
  const mark = `Seen by all ${Date.now()}`;
  const line = await Line.to(api.url);
  const [left, right] = [await desk(), await desk()];
  await left.signOn('/', 'Aziza Karimova', 'Desk 1');
  await right.signOn(line.url, 'Bobur Aliyev', 'Desk 2');
  await right.watchFor(mark);

  await left.page.keyboard.press('n');
  await left.page.keyboard.type(mark);
  const stored = left.page.waitForResponse((answer) => answer.url().endsWith('/calls') && answer.status() === 201);
  await left.page.keyboard.press('Tab');
  const answer = (await (await stored).json()) as { incidentId: string };
  api.willClose(answer.incidentId);
  const storedAt = Date.now();
  expect((await right.seenAt(mark)) - storedAt).toBeLessThan(1000);
  await expect(right.row(mark)).toBeVisible();
  await left.page.keyboard.press('Escape');

  await right.page.evaluate(() => ((window as unknown as Record<string, boolean>)['sameLoad'] = true));
  await line.cut();
  const lost = right.page.getByRole('alert').filter({ hasText: 'Connection lost' });
  await expect(lost).toBeVisible();
  await expectAccessible(right.page);
  await expect(right.row(mark)).toBeVisible();
  await api.takeCall({ typeCode: 'FIRE', lat: place.lat, lon: place.lon, address: `Missed ${mark}` });
  await expect(left.row(`Missed ${mark}`)).toBeVisible();
  await expect(right.row(`Missed ${mark}`)).toBeHidden();
  await line.mend();
  await expect(right.row(`Missed ${mark}`)).toBeVisible();
  await expect(lost).toBeHidden();
  expect(await right.page.evaluate(() => 'sameLoad' in window)).toBe(true);
  await right.page.close();
  await line.cut();

  // A link opens the same view for a colleague.
  await left.choose(`Missed ${mark}`);
  await left.page.keyboard.press('1');
  const address = new URL(left.page.url());
  await expect.poll(() => new URL(left.page.url()).searchParams.get('agency')).toBe('fire');
  address.searchParams.set('agency', 'fire');
  const colleague = await (await open({ viewport: { width: 1280, height: 720 } })).newPage();
  await colleague.goto(address.pathname + address.search);
  await colleague.getByLabel('Name', { exact: true }).fill('Colleague');
  await colleague.getByLabel('Desk', { exact: true }).fill('Desk 3');
  await colleague.keyboard.press('Enter');
  await expect(colleague.getByRole('region', { name: 'Chosen incident' }).getByText(`Missed ${mark}`)).toBeVisible();
});

test('every page of the desk in three languages and two themes fits 1280 × 720 and is accessible', async ({
  api,
  desk,
}) => {
  const place = await api.addressAt(0.55, 0.35);
  const { incidentId } = await api.takeCall({
    typeCode: 'GAS',
    lat: place.lat,
    lon: place.lon,
    address: `${place.label} (three languages)`,
  });
  const view = await desk();
  const { page } = view;
  await view.signOn(`/?incident=${incidentId}`);
  await expect(view.panel.getByText('(three languages)')).toBeVisible();
  for (const [language, modes, call] of [
    ['ru', 'Режимы', 'Принять вызов'],
    ['uz', 'Rejimlar', null],
    ['en', 'Modes', 'Take a call'],
  ] as const) {
    await page.locator('nav select').selectOption(language);
    await expect(page.getByRole('navigation', { name: modes })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expectNoOverflow(page);
    await page.locator('body').click({ position: { x: 5, y: 300 } });
    await page.keyboard.press('n');
    if (call) await expect(page.getByRole('region', { name: call })).toBeVisible();
    await expectNoOverflow(page);
    await page.keyboard.press('Escape');
  }
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Light colours' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expectAccessible(page);
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page).toHaveURL(/mode=settings/);
  await expectAccessible(page);
  await expectNoOverflow(page);
});

const NONSENSE = [
  '<script>alert(1)</script>',
  'ﷺ‮ right to left',
  '🚒'.repeat(60),
  "'; DROP TABLE incidents; --",
  '٣٤٥',
];

test('nonsense in every field is kept as text or refused with a sentence, and the desk goes on', async ({
  api,
  desk,
  guard,
}) => {
  guard.allow(/status of (400|404|409|422)/);
  const script = `<script>alert(${Date.now()})</script>`;
  const view = await desk();
  const { page } = view;
  await view.signOn('/?incident=not-an-id&map=nowhere&agency=%00', '🚒 <b>Aziza</b>', '‮Desk');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  const form = page.getByRole('region', { name: 'Take a call' });
  await form.getByRole('combobox', { name: 'Where' }).fill(script);
  await form.getByRole('combobox', { name: 'What' }).fill(NONSENSE[1] ?? '');
  await form.getByLabel('Phone').fill(NONSENSE[3] ?? '');
  await form.getByLabel('Name of the caller').fill(NONSENSE[2] ?? '');
  await form.getByLabel('What is said').fill(NONSENSE.join('\n'));
  await page.keyboard.press('Tab');
  const saved = form.getByRole('status');
  await expect(saved).toHaveText(/Incident #\d+ is open/);
  await form.getByLabel('What is said').fill('a bell \u0007 rings');
  await page.keyboard.press('Tab');
  await expect(saved).toHaveText(/Refused/);
  await form.getByLabel('What is said').fill('a bell rings');
  await page.keyboard.press('Tab');
  await expect(saved).toHaveText(/Incident #\d+ is open/);
  const number = /#(\d+)/.exec(await saved.innerText())?.[1] ?? '';
  const { items } = await api.request<{ items: { id: string; number: string; address: string | null }[] }>(
    'GET',
    '/incidents?state=open',
  );
  const mine = items.find((one) => one.number.replace(/^.*-0*/, '') === number);
  if (mine) api.willClose(mine.id);
  expect(mine?.address).toBe(script);
  await page.keyboard.press('Control+Enter');
  // The address asked for an agency that is none.
  await page.getByRole('button', { name: 'Show all agencies' }).click();
  await expect(view.row(script)).toBeVisible();
  await expectNoOverflow(page);
  for (const line of ['', '   ', 'E21 XX', 'P 99999999 9', '🚒', `T ${script}`, 'D 99999', '9'.repeat(400)]) {
    const field = page.getByRole('textbox', { name: 'Command' });
    await field.fill(line);
    await field.press('Enter');
    await expect(view.answer).not.toHaveText('');
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
  }
});
