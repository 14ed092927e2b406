import { expect, type Locator, type Page } from '@playwright/test';

const MOST_TABS = 60;

/** The dispatcher's desk. What a dispatcher does often is done by keyboard here too. */
export class DeskPage {
  constructor(readonly page: Page) {}

  /** Signs on by keyboard, from any address of the desk. */
  async signOn(path = '/', name = 'Aziza Karimova', desk = 'Desk 1'): Promise<void> {
    const { page } = this;
    await page.goto(path);
    const dialog = page.getByRole('dialog', { name: 'Sign on' });
    await expect(dialog.getByLabel('Name')).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.type(desk);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
  }

  get queue(): Locator {
    return this.page.getByRole('listbox', { name: 'Open incidents' });
  }

  row(text: string): Locator {
    return this.queue.getByRole('option').filter({ hasText: text });
  }

  get panel(): Locator {
    return this.page.getByRole('region', { name: 'Chosen incident' });
  }

  section(name: string): Locator {
    return this.panel.getByRole('region', { name });
  }

  async choose(text: string): Promise<void> {
    await this.row(text).click();
    await expect(this.panel.getByText(text)).toBeVisible();
  }

  /** Leaves whatever has the focus, so that single keys are commands. */
  async command(line: string): Promise<void> {
    await this.page.keyboard.press('Period');
    const field = this.page.getByRole('textbox', { name: 'Command' });
    await expect(field).toBeFocused();
    await this.page.keyboard.type(line);
    await this.page.keyboard.press('Enter');
    await expect(field).toHaveValue('');
    await this.page.keyboard.press('Escape');
  }

  get answer(): Locator {
    return this.page.locator('output[for=command]');
  }

  /** Goes on with Tab until this has the focus, as a person without a mouse would. */
  async tabTo(target: Locator): Promise<void> {
    for (let i = 0; i < MOST_TABS; i++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    await expect(target, `not reached with ${MOST_TABS} tabs`).toBeFocused();
  }

  /** Notes when a text first appears, by the page's own clock. */
  async watchFor(text: string): Promise<void> {
    await this.page.evaluate((wanted) => {
      const kept = window as unknown as Record<string, number>;
      const look = (): boolean => {
        if (!document.body.innerText.includes(wanted)) return false;
        kept[`seen ${wanted}`] ??= Date.now();
        return true;
      };
      const observer = new MutationObserver(() => look() && observer.disconnect());
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    }, text);
  }

  async seenAt(text: string): Promise<number> {
    await this.page.waitForFunction((key) => key in window, `seen ${text}`);
    return this.page.evaluate((key) => (window as unknown as Record<string, number>)[key] ?? NaN, `seen ${text}`);
  }
}
