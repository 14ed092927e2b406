import { expect, expectAccessible, expectNoOverflow, test } from './test';

test('the figures of today count a call that was handled, and the address opens the same view', async ({
  api,
  figures,
}) => {
  const place = await api.addressAt(0.3, 0.3);
  const unit = await api.addUnit({ agency: 'fire', kind: 'engine', lat: place.lat, lon: place.lon }, 'E');
  const { incidentId } = await api.takeCall({ typeCode: 'FIRE', lat: place.lat, lon: place.lon });
  await api.send(incidentId, unit.id);
  const { id } = await api.assignmentOf(incidentId, unit.id);
  for (const step of ['en-route', 'on-scene', 'cleared'] as const) await api.stamp(id, step);
  await api.close(incidentId);

  const view = await figures();
  const { page } = view;
  await view.open();
  const known = await api.kpi('source=lived');
  await expect(view.number('Incidents')).toHaveText(String(known.incidents));
  await expect(view.row('How long it took', 'Received → first unit on scene')).toContainText(
    String(known.intervals['receivedToFirstOnScene']?.n),
  );
  await expect(view.row('How long it took', 'Received → first unit sent').last()).toContainText(/met: /);
  await expect(view.row('By type', 'Fire')).toBeVisible();
  await expect(page.getByRole('img', { name: /Incidents received in each hour/ })).toBeVisible();
  await expectAccessible(page);
  await expectNoOverflow(page);

  await page.getByText('As a table').click();
  await expect(page.getByRole('rowheader', { name: '23:00' })).toBeVisible();
  await view.choose('7 days');
  await expect(page).toHaveURL(/range=week/);
  await page.reload();
  await expect(page.getByRole('radio', { name: '7 days' })).toBeChecked();
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Today' })).toBeChecked();
});

test('a time without incidents, wrong days and the other languages', async ({ figures }) => {
  const view = await figures();
  const { page } = view;
  await view.open('?range=custom&since=2001-01-01&until=2001-01-02');
  await expect(page.getByText('No incident was received in this time.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Up to and with').fill('2000-12-31');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('alert')).toHaveText('Choose two days, the first not after the second.');
  await page.getByLabel('Up to and with').fill('2001-01-05');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/until=2001-01-05/);
  await expect(page.getByRole('alert')).toBeHidden();
  for (const [language, title] of [
    ['ru', 'Показатели'],
    ['uz', 'Koʻrsatkichlar'],
    ['en', 'Figures'],
  ] as const) {
    await page.getByRole('combobox').selectOption(language);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expectNoOverflow(page);
  }
  await expect(page.getByRole('link', { name: 'Printable board' })).toHaveAttribute('href', '/api/v1/board');
});
