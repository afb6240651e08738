import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import type { Locator, Page } from 'playwright-core';
import type { App } from '../../../src/app.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { EXAMPLES } from '../../../src/http/explore/examples.ts';
import { clickWithMouse, keepPicture, startBrowser, type TestBrowser } from '../../helpers/browser.ts';
import { ACME_DEV_KEY, startApp } from '../../helpers/gateway.ts';

describe('/graphiql in a browser, on the embedded backend', () => {
  let app: App;
  let browser: TestBrowser;

  beforeAll(async () => {
    app = await startApp();
    browser = await startBrowser();
  }, 300_000);

  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  test('has five examples in tabs, and runs the first as an API key, then as a session, which sees credentials', async () => {
    const { page, complaints, requests } = await browser.open(`${app.url}/graphiql`);
    await page
      .locator('.graphiql-tab')
      .nth(EXAMPLES.length - 1)
      .waitFor();
    expect(await page.locator('.graphiql-tab').count()).toBe(5);
    await headers(page, `ApiKey ${ACME_DEV_KEY}`).waitFor();

    await run(page);
    await response(page, '"HiddenIntegrationCredentials"').waitFor();
    expect(await response(page, '"name": "SendGrid"').count()).toBe(1);
    expect(await response(page, 'SG.demo').count()).toBe(0);

    await pick(page, OWNER);
    await headers(page, 'Bearer dev-session').waitFor();
    await run(page);
    await response(page, 'SG.demoAcmeDevelopment').waitFor();
    await keepPicture(page, 'graphiql');

    const elsewhere = requests.filter((url) => !url.startsWith(app.url) && !url.startsWith('data:'));
    expect({ complaints, elsewhere }).toEqual({ complaints: [], elsewhere: [] });
  });

  test('the schema is there to complete from and to read', async () => {
    const { page } = await browser.open(`${app.url}/graphiql`);
    await page.getByLabel('Show Documentation Explorer').click();
    await page.getByRole('link', { name: 'Query', exact: true }).click();
    await page.getByRole('link', { name: 'integrationProviders', exact: true }).waitFor();
    expect(await page.getByText('Reads of integrations, environments and the provider catalog').count()).toBe(1);
  });

  test('a tab opens under the mouse, and "Ask as" shows what it sends, also after a reload', async () => {
    const { page } = await browser.open(`${app.url}/healthz`);
    // Of the tests before.
    await page.evaluate('localStorage.clear()');
    await page.goto(`${app.url}/graphiql`);
    const tab = (index: number) => page.locator('.graphiql-tab').nth(index);
    const isOpen = (index: number) => page.locator('.graphiql-tab-active').and(tab(index));
    await headers(page, `ApiKey ${ACME_DEV_KEY}`).waitFor();
    for (const index of [3, 1, 4, 0]) {
      await clickWithMouse(page, tab(index));
      await isOpen(index).waitFor();
      await caller(page, 'Acme Development, API key').waitFor();
    }
    await pick(page, OWNER);
    await keeps(page, 'tabState', 'dev-session');
    await clickWithMouse(page, tab(4));
    await caller(page, 'Acme Development, API key').waitFor();
    await pick(page, 'Globex, API key');
    await keeps(page, 'tabState', 'ccc');
    await clickWithMouse(page, tab(0));
    await caller(page, OWNER).waitFor();
    await clickWithMouse(page, tab(4));
    await caller(page, 'Globex, API key').waitFor();

    // By these GraphiQL finds the open tab again.
    const [last] = /(?:query|mutation) \w+/.exec(EXAMPLES[4]?.query ?? '') ?? ['none'];
    await keeps(page, 'query', last);
    await keeps(page, 'headers', 'ccc');
    await page.reload();
    await isOpen(4).waitFor();
    await caller(page, 'Globex, API key').waitFor();
    await clickWithMouse(page, tab(0));
    await caller(page, OWNER).waitFor();
    await clickWithMouse(page, page.locator('.graphiql-execute-button'));
    await response(page, 'SG.demoAcmeDevelopment').waitFor();
  });

  test('"Ask as" keeps the other headers, names no caller that the tab does not send, and leaves other storage', async () => {
    const { page } = await browser.open(`${app.url}/graphiql`);
    await page.evaluate(
      `localStorage.setItem('of-another-page', 'kept'); localStorage.setItem('integrations-gateway:own', 'to go')`,
    );
    const type = (text: string) =>
      page.evaluate(
        `monaco.editor.getModels().find(({ uri }) => uri.path.endsWith('request-headers.json')).setValue(${JSON.stringify(text)})`,
      );
    await page.locator('.graphiql-tab').first().waitFor();
    await pick(page, OWNER);
    await type('{ "authorization": "Bearer of-mine", "x-trace": "https://a.example", /* mine */ }');
    await caller(page, 'another caller').waitFor();
    await type('{}');
    await caller(page, 'no caller').waitFor();
    await type('{ "AUTHORIZATION": "ApiKey none", "x-trace": "https://a.example", /* mine */ }');
    await pick(page, OWNER);
    await headers(page, '"x-trace": "https://a.example"').and(headers(page, 'Bearer dev-session')).waitFor();
    expect(await headers(page, 'ApiKey none').count()).toBe(0);
    await caller(page, OWNER).waitFor();

    await page.getByLabel('Open settings dialog').click();
    await page.getByRole('button', { name: 'Clear data' }).click();
    await page.getByRole('button', { name: 'Cleared data' }).waitFor();
    expect(await page.evaluate('Object.keys(localStorage).filter((key) => !key.includes("graphiql:"))')).toEqual([
      'of-another-page',
    ]);
  });

  test('nothing of the page may come from elsewhere, or be framed', async () => {
    const answer = await fetch(`${app.url}/graphiql`);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

const OWNER = 'Acme Development, session of the owner';

async function pick(page: Page, label: string): Promise<void> {
  await page.getByLabel('Ask as').selectOption({ label });
}

/** The caller that "Ask as" shows, once it is this one. */
function caller(page: Page, label: string): Locator {
  return page
    .locator('#caller:has(option:checked)')
    .filter({ has: page.locator('option:checked', { hasText: label }) });
}

/** Resolves when GraphiQL has written down what was done, which is some time later: a tab that is left before then forgets it. */
async function keeps(page: Page, key: string, text: string): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    const kept = () => localStorage.getItem('integrations-gateway:graphiql:${key}') ?? '';
    const look = () => (kept().includes('${text}') ? resolve() : setTimeout(look, 50));
    look();
  })`);
}

/** The header editor, once it shows a text. */
function headers(page: Page, text: string) {
  return page.locator('.graphiql-editor-tool .view-lines').filter({ hasText: asShown(text) });
}

/** The response, once it shows a text; only the lines in view are drawn. */
function response(page: Page, text: string) {
  return page.locator('.graphiql-response .view-lines').filter({ hasText: asShown(text) });
}

/** The editor writes spaces as ones that do not break. */
function asShown(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

async function run(page: Page): Promise<void> {
  await page.locator('.graphiql-execute-button').click();
}

test('every example is valid against the schema, and needs no more than its own variables', () => {
  const { schema } = createSchema();
  for (const { query } of EXAMPLES) expect(validate(schema, parse(query))).toEqual([]);
});

test('in production there are no pages for exploring', async () => {
  const app = await startApp({ GATEWAY_MODE: 'production' });
  try {
    const html = { headers: { accept: 'text/html' } };
    const paths = ['/', '/graphiql', '/graphiql/graphiql.js', '/settings', '/settings/callers.json', '/graphql'];
    const answers = await Promise.all(paths.map((path) => fetch(app.url + path, html)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 400]);
    expect(answers.map(({ headers }) => headers.get('content-type'))).not.toContain('text/html');
  } finally {
    await app.stop();
  }
});
