import { AxeBuilder } from '@axe-core/playwright';
import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { Api } from './api';
import { CrewPage } from './pages/crew';
import { DeskPage } from './pages/desk';
import { FiguresPage } from './pages/figures';

/** The phone of the tests: 390 × 844 CSS pixels, touch, no mouse. */
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 1,
  isMobile: true,
  hasTouch: true,
};

/** The smallest screen that the desk is made for. */
const SCREEN: BrowserContextOptions = { viewport: { width: 1280, height: 720 } };

export interface PhoneOptions {
  /** Where the phone is; `null` refuses to tell. */
  at: { lat: number; lon: number } | null;
  locale?: string;
}

/** What a browser's console said that it should not have said. */
class Guard {
  readonly #complaints: string[] = [];
  readonly #allowed: RegExp[] = [/GPU stall due to ReadPixels/, /GroupMarkerNotSet/];

  /** For tests that cut the connection or provoke a refusal: the browser itself reports those as errors. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.#note(message.text());
    });
    context.on('weberror', (error) => this.#note(String(error.error().stack ?? error.error())));
  }

  #note(text: string): void {
    this.#complaints.push(text);
  }

  check(): void {
    const left = this.#complaints.filter((text) => !this.#allowed.some((pattern) => pattern.test(text)));
    expect(left, 'the browser complained').toEqual([]);
  }
}

export const OFFLINE = /net::ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED|FAILED|CONNECTION|NETWORK_IO_SUSPENDED)/;
export const CONFLICT = /responded with a status of 409/;

interface Fixtures {
  api: Api;
  guard: Guard;
  open: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  phone: (options: PhoneOptions) => Promise<CrewPage>;
  figures: () => Promise<FiguresPage>;
  desk: () => Promise<DeskPage>;
}

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern
  api: async ({}, provide) => {
    const api = new Api(serverUrl());
    await provide(api);
    await api.endAll();
  },
  // eslint-disable-next-line no-empty-pattern
  guard: async ({}, provide) => {
    const guard = new Guard();
    await provide(guard);
    guard.check();
  },
  open: async ({ browser, guard }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async (options = {}) => {
      const context = await newContext(browser, options);
      contexts.push(context);
      guard.watch(context);
      return context;
    });
    for (const context of contexts) await context.close();
  },
  phone: async ({ open }, provide) => {
    await provide(async ({ at, locale }) => {
      const context = await open({
        ...PHONE,
        locale: locale ?? 'en',
        ...(at
          ? { geolocation: { latitude: at.lat, longitude: at.lon, accuracy: 8 }, permissions: ['geolocation'] }
          : {}),
      });
      return new CrewPage(await context.newPage());
    });
  },
  figures: async ({ open }, provide) => {
    await provide(async () => new FiguresPage(await (await open(SCREEN)).newPage()));
  },
  desk: async ({ open }, provide) => {
    await provide(async () => new DeskPage(await (await open(SCREEN)).newPage()));
  },
});

function serverUrl(): string {
  const url = process.env['CHORSU_E2E_URL'];
  if (!url) throw new Error('globalSetup has not started Chorsu');
  return url;
}

function newContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  return browser.newContext({ baseURL: serverUrl(), locale: 'en', timezoneId: 'UTC', ...options });
}

/** No violation of WCAG 2.2 A and AA, as far as a program can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const told = violations.map(
    (one) =>
      `${one.id}: ${one.help}\n${one.nodes.map((node) => `  ${node.html}\n  ${node.failureSummary}`).join('\n')}`,
  );
  expect(told, `${page.url()} has accessibility violations`).toEqual([]);
}

/** Nothing wider than the window. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const size = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(size.wide, 'the page is wider than the window').toBeLessThanOrEqual(size.window);
}

export { expect };
