// From a key pressed at the desk to the next picture: the browser's own Event Timing
// (https://www.w3.org/TR/event-timing/) in headless Chromium with software rendering.
// Usage: node e2e/desk-input.mjs --url http://127.0.0.1:8080 [--keys 100]
// The last line is JSON: {"p50Ms":…,"p95Ms":…,"n":…}
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values } = parseArgs({
  options: { url: { type: 'string' }, keys: { type: 'string', default: '100' } },
});
if (!values.url) {
  console.error('--url is missing');
  process.exit(2);
}

// Event Timing reports nothing below this; a key without an entry was at least this quick.
const SHORTEST_REPORTED_MS = 16;
const PAUSE_BETWEEN_KEYS_MS = 120;

async function signOn() {
  const answer = await fetch(new URL('/api/v1/signons', values.url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'Measured desk', desk: 'bench', role: 'dispatcher' }),
  });
  if (!answer.ok) throw new Error(`sign-on answered ${answer.status}`);
  return answer.json();
}

function nearestRank(sorted, share) {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const signon = await signOn();
  await page.addInitScript((value) => {
    localStorage.setItem('chorsu.signon', JSON.stringify(value));
    globalThis.keyTimes = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.name === 'keydown') globalThis.keyTimes.push(entry.duration);
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  }, signon);
  await page.goto(values.url);
  await page.getByRole('listbox').or(page.getByRole('list')).first().waitFor();
  await page.locator('canvas').first().waitFor({ timeout: 30_000 });
  // Let the map draw its first pictures; what is measured is work, not opening.
  await page.waitForTimeout(8000);
  await page.keyboard.press('j');
  await page.evaluate(() => {
    globalThis.keyTimes = [];
  });
  const keys = Number(values.keys);
  for (let i = 0; i < keys; i++) {
    await page.keyboard.press(i % 20 < 10 ? 'j' : 'k');
    await page.waitForTimeout(PAUSE_BETWEEN_KEYS_MS);
  }
  await page.waitForTimeout(1000);
  const reported = await page.evaluate(() => globalThis.keyTimes);
  const unreported = Array(Math.max(0, keys - reported.length)).fill(SHORTEST_REPORTED_MS);
  const sorted = [...reported, ...unreported].sort((a, b) => a - b);
  console.log(JSON.stringify({ p50Ms: nearestRank(sorted, 0.5), p95Ms: nearestRank(sorted, 0.95), n: sorted.length }));
} finally {
  await browser.close();
}
