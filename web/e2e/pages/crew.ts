import { expect, type Locator, type Page } from '@playwright/test';

/** The crew's phone page, by touch. */
export class CrewPage {
  constructor(readonly page: Page) {}

  /** The one big button. */
  next(name: string): Locator {
    return this.page.locator('main + *').getByRole('button', { name, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async signOn(callSign: string, name = 'Malika Yusupova'): Promise<void> {
    await this.page.goto('/crew');
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByLabel('Call sign', { exact: true }).fill(callSign);
    await this.page.getByRole('radio', { name: new RegExp(callSign) }).tap();
    await this.button(`Sign on as ${callSign}`).tap();
    await expect(this.page.getByRole('heading', { name: 'Which unit are you?' })).toBeHidden();
  }

  async press(name: string): Promise<void> {
    await this.next(name).tap();
  }

  /** Waits for the step to be shown; also tells whether it is with the server. */
  async expectStep(step: string, sent = true): Promise<void> {
    const status = this.page.getByRole('status').filter({ hasText: 'Now:' });
    await expect(status).toHaveText(sent ? `Now: ${step}` : `Now: ${step} · not yet sent`);
  }

  async note(text: string): Promise<void> {
    await this.button('Note').tap();
    await this.page.getByRole('textbox', { name: 'Text' }).fill(text);
    await this.button('Send').tap();
    await expect(this.page.getByRole('dialog')).toBeHidden();
  }

  async expectWaiting(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'No assignment' })).toBeVisible();
  }

  /** Touches the emergency button for longer than two seconds. */
  async holdEmergency(): Promise<void> {
    const button = this.button(/^Emergency/);
    await button.dispatchEvent('pointerdown', { button: 0, pointerType: 'touch' });
    await expect(this.page.getByRole('heading', { name: 'EMERGENCY' })).toBeVisible();
    await button.dispatchEvent('pointerup', { button: 0, pointerType: 'touch' });
  }

  /** Until the page's own files are on the phone. */
  async expectInstalled(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await expect.poll(() => this.page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  }
}
