import { expect, type Locator, type Page } from '@playwright/test';

/** The figures page. */
export class FiguresPage {
  constructor(readonly page: Page) {}

  async open(search = ''): Promise<void> {
    await this.page.goto(`/figures${search}`);
    await expect(this.page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
  }

  async choose(range: string): Promise<void> {
    await this.page.getByRole('radio', { name: range, exact: true }).check();
    await expect(this.page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
  }

  /** The large number under a word. */
  number(term: string): Locator {
    return this.page
      .locator('dl > div')
      .filter({ has: this.page.getByText(term, { exact: true }) })
      .getByRole('definition');
  }

  row(table: string, name: string): Locator {
    return this.page.getByRole('region', { name: table }).getByRole('row').filter({ hasText: name });
  }
}
