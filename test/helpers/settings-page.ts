import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import type { OpenPage, TestBrowser } from './browser.ts';

/** The settings page, as tests use it. */
export interface SettingsPage extends OpenPage {
  readonly dialog: Locator;
  /** Inputs of the mutations that it sent so far. */
  readonly inputs: readonly Readonly<Record<string, unknown>>[];
  /** A button, by its whole name. */
  button(name: string): Locator;
  /** Resolves when the page says what it did. */
  says(text: string): Promise<void>;
  choose(provider: string): Promise<void>;
}

/** Opens the page and pastes a token. @param environment of a session; none for an API key. */
export async function openSettings(
  browser: TestBrowser,
  url: string,
  token: string,
  environment = '',
): Promise<SettingsPage> {
  const opened = await browser.open(`${url}/settings`);
  const settings = settingsPage(opened);
  const { dialog } = settings;
  await dialog.getByLabel('Token').fill(token);
  await dialog.getByLabel('Environment id').fill(environment);
  await dialog.getByRole('button', { name: 'Use' }).click();
  await settings.says('integrations');
  return settings;
}

export function settingsPage(opened: OpenPage): SettingsPage {
  const { page } = opened;
  const dialog = page.getByRole('dialog');
  const inputs: Record<string, unknown>[] = [];
  page.on('request', (request) => {
    const { query, variables } = JSON.parse(request.postData() ?? '{}') as { query?: string; variables?: Sent };
    if (query?.startsWith('mutation') && variables?.input) inputs.push(variables.input);
  });
  return {
    ...opened,
    dialog,
    inputs,
    button: (name) => page.getByRole('button', { name, exact: true }),
    says: (text) => page.locator('#news').filter({ hasText: text }).waitFor(),
    async choose(provider) {
      await page.getByRole('button', { name: 'Create integration' }).click();
      await dialog.getByLabel('Search').fill(provider);
      await dialog.getByLabel('Provider').selectOption({ label: provider });
    },
  };
}

interface Sent {
  readonly input?: Record<string, unknown>;
}

/** What an input is described by: its help, and the error at it. */
export async function descriptionOf(input: Locator): Promise<string> {
  const ids = ((await input.getAttribute('aria-describedby')) ?? '').split(' ');
  const texts = ids.map((id) => input.page().locator(`[id="${id}"]`).textContent());
  return (await Promise.all(texts)).join(' ').trim();
}

/** What depends on the colour scheme. */
const DARK = "{ runOnly: ['color-contrast'] }";

/** What axe-core finds in light and in dark, and whether the page is wider than 360 pixels let it be; none where all is well. */
export async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(axe.source);
  for (const [colorScheme, options] of [
    ['light', '{}'],
    ['dark', DARK],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = (await page.evaluate(`axe.run(${options})`)) as { violations: Violation[] };
    found.push(...violations.map(({ id, nodes }) => `${colorScheme}: ${id} at ${nodes.map(({ html }) => html)}`));
  }
  await page.setViewportSize({ width: 360, height: 740 });
  if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) found.push('wider than 360 pixels');
  await page.setViewportSize({ width: 1280, height: 860 });
  return found;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
