// Takes the README's pictures from a running, living Chorsu.
// Usage: npm run screenshots -- --url http://127.0.0.1:8080 [--out ../docs/images]
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values } = parseArgs({
  options: { url: { type: 'string' }, out: { type: 'string', default: '../docs/images' } },
});
if (!values.url) {
  console.error('--url is missing');
  process.exit(2);
}
const url = values.url;
const out = values.out;
await mkdir(out, { recursive: true });

async function api(path, body) {
  const answer = await fetch(new URL(`/api/v1${path}`, url), {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { 'Content-Type': 'application/json', ...(body ? { 'Idempotency-Key': crypto.randomUUID() } : {}) },
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** An open incident that shows much: crews on it, urgent, with a place. */
async function telling() {
  const { items } = await api('/incidents?state=open&limit=200');
  const worth = (one) => one.assigned.length * 2 + (5 - one.priority) * 2 + (one.lat === null ? -20 : 0);
  return items.sort((a, b) => worth(b) - worth(a))[0];
}

async function desk(browser) {
  const incident = await telling();
  const context = await browser.newContext({
    viewport: { width: 1600, height: 900 },
    deviceScaleFactor: 1.5,
    locale: 'en',
  });
  const page = await context.newPage();
  await page.goto(new URL(incident ? `/?incident=${incident.id}` : '/', url).href);
  await page.getByLabel('Name', { exact: true }).fill('Aziza Karimova');
  await page.getByLabel('Desk', { exact: true }).fill('Desk 3');
  await page.keyboard.press('Enter');
  await page.getByRole('option').first().waitFor();
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(4000);
  await page.screenshot({ path: `${out}/desk.png` });
  await context.close();
}

/** A crew of our own is sent to a call of our own, so that the picture does not depend on luck. */
async function crew(browser) {
  const [west, south, east, north] = (await api('/city')).bbox;
  const at = async (x, y) => {
    const query = `lat=${south + (north - south) * y}&lon=${west + (east - west) * x}`;
    return (await api(`/describe?${query}`)).place;
  };
  const [home, place] = [await at(0.46, 0.46), await at(0.54, 0.57)];
  const callSign = `A${Math.floor(Math.random() * 900) + 100}`;
  const unit = await api('/units', { callSign, agency: 'medical', kind: 'ambulance', lat: home.lat, lon: home.lon });
  const call = await api('/calls', {
    typeCode: 'MEDICAL',
    lat: place.lat,
    lon: place.lon,
    address: place.label,
    location: { method: 'address', verified: true },
    callerPhone: '+998 90 123 45 67',
    description: 'Man of 60 fell down, breathes. Entrance 2, fourth floor, the lift is broken.',
  });
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'en',
    geolocation: { latitude: home.lat, longitude: home.lon, accuracy: 8 },
    permissions: ['geolocation'],
  });
  const page = await context.newPage();
  await page.goto(new URL('/crew', url).href);
  await page.getByLabel('Your name').fill('Malika Yusupova');
  await page.getByLabel('Call sign', { exact: true }).fill(callSign);
  await page.getByRole('radio', { name: new RegExp(callSign) }).tap();
  await page.getByRole('button', { name: `Sign on as ${callSign}` }).tap();
  await api(`/incidents/${call.incidentId}/assignments`, { unitIds: [unit.id] });
  await page.getByRole('button', { name: 'Acknowledge' }).tap();
  await page.getByRole('button', { name: 'En route' }).waitFor();
  await page.waitForTimeout(4000);
  await page.screenshot({ path: `${out}/crew.png` });
  const { assignments } = await api(`/incidents/${call.incidentId}`);
  await api(`/assignments/${assignments[0].id}/status`, { step: 'cleared' });
  await context.close();
}

const browser = await chromium.launch({
  executablePath: process.env.CHORSU_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});
try {
  await desk(browser);
  await crew(browser);
  console.log(`Written: ${out}/desk.png and ${out}/crew.png`);
} finally {
  await browser.close();
}
