import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { keepPicture, type OpenPage, startBrowser, type TestBrowser } from '../helpers/browser.ts';
import { ACME_DEV, callers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { type PageServer, servePages } from '../helpers/page-server.ts';

const FILES: Readonly<Record<string, string>> = {
  '/': 'index.html',
  '/page.css': 'page.css',
  '/page.js': 'page.js',
};
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

function answerFile({ url = '/' }: IncomingMessage, response: ServerResponse): void {
  const name = FILES[url.split('?', 1)[0] ?? ''];
  if (name === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('content-type', `${TYPES[name.split('.').at(-1) ?? '']}; charset=utf-8`);
  response.end(readFileSync(new URL(`settings-page/${name}`, import.meta.url)));
}

/** The page knows nothing of any provider: what it draws is the proof that the schema tells all that a form needs. */
describe('a settings page on another origin', () => {
  let pages: PageServer;
  let gateway: TestGateway;
  let browser: TestBrowser;

  beforeAll(async () => {
    pages = await servePages(answerFile);
    gateway = await startGateway({ GATEWAY_MODE: 'production', CORS_ORIGINS: pages.origin });
    browser = await startBrowser();
  }, 300_000);

  afterAll(async () => {
    await browser.close();
    await gateway.stop();
    await pages.stop();
  });

  function open(provider: string, origin = pages.origin): Promise<OpenPage> {
    const parameters = { api: gateway.url, token: 'dev-session', environment: ACME_DEV, provider };
    return browser.open(`${origin}/?${new URLSearchParams(parameters)}`);
  }

  test('draws the form, shows what is missing at its input, and creates the integration', async () => {
    const { page, complaints } = await open('sendgrid');
    await page.getByRole('heading', { name: 'Connect SendGrid' }).waitFor();
    expect(await page.getByLabel('API Key').getAttribute('type')).toBe('password');

    await page.getByLabel('Name', { exact: true }).fill('Newsletter');
    await page.getByLabel('From Email Address').fill('news@example.com');
    await connect(page);
    await errorAt(page, 'apiKey').waitFor();
    expect(await errorAt(page, 'senderName').count()).toBe(1);
    expect(await errorAt(page, 'from').count()).toBe(0);
    expect(await page.getByLabel('API Key').getAttribute('aria-invalid')).toBe('true');
    await keepPicture(page, 'settings-page');

    await page.getByLabel('API Key').fill('SG.made-up');
    await page.getByLabel('Sender Name').fill('News');
    await connect(page);
    await page.getByText(/^Connected as /).waitFor();
    expect(await page.locator('.error').count()).toBe(0);
    expect(complaints).toEqual([]);

    const stored = await gateway.ask(
      callers.session,
      '{ integrations(filter: { search: "Newsletter" }) { nodes { active credentials { ... on SendGridIntegrationCredentials { apiKey from senderName } } } } }',
    );
    expect(stored.data.integrations.nodes).toEqual([
      { active: true, credentials: { apiKey: 'SG.made-up', from: 'news@example.com', senderName: 'News' } },
    ]);
  });

  test('draws switches and choices, and sends them as the types that they are', async () => {
    const { page } = await open('nodemailer');
    await page.getByRole('heading', { name: 'Connect Custom SMTP' }).waitFor();
    for (const input of await page.locator('input:not([type=checkbox])').all()) await input.fill('465');
    await page.locator('input[name=secure]').check();
    await page.locator('textarea[name=tlsOptions], input[name=tlsOptions]').fill('');
    await connect(page);
    await page.getByText(/^Connected as /).waitFor();
    const stored = await gateway.ask(
      callers.session,
      '{ integrations(filter: { search: "465" }) { nodes { credentials { ... on NodemailerIntegrationCredentials { secure requireTls port } } } } }',
    );
    expect(stored.data.integrations.nodes).toEqual([{ credentials: { secure: true, requireTls: false, port: '465' } }]);

    const { page: other } = await open('sendgrid');
    await other.getByLabel('Region').selectOption({ index: 1 });
  });

  test('a page that was not let in gets nothing', async () => {
    const stranger = await servePages(answerFile);
    try {
      const { page, complaints } = await open('sendgrid', stranger.origin);
      const failed = page.waitForEvent('pageerror');
      await page.reload();
      await failed;
      expect(await page.locator('input').count()).toBe(0);
      expect(complaints.join('\n')).toContain('CORS');
    } finally {
      await stranger.stop();
    }
  });
});

async function connect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect' }).click();
}

/** The error below the input of a name. */
function errorAt(page: Page, name: string) {
  return page.locator(`[name="${name}"] + .error`);
}
