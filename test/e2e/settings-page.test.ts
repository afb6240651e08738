import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { keepPicture, startBrowser, type TestBrowser } from '../helpers/browser.ts';
import { DEV, fresh, stored } from '../helpers/demo-data.ts';
import { ACME_DEV, callers, startApp, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { mutate } from '../helpers/mutate.ts';
import { html, servePages } from '../helpers/page-server.ts';
import { findings, openSettings, type SettingsPage, settingsPage } from '../helpers/settings-page.ts';

let gateway: TestGateway;
let browser: TestBrowser;
beforeAll(async () => {
  gateway = await startGateway({ CORS_ORIGINS: 'http://localhost:1' });
  browser = await startBrowser();
}, 300_000);

afterEach(() => gateway.backend.faults.clear());
afterAll(async () => {
  await browser.close();
  await gateway.stop();
});

const asSession = () => openSettings(browser, gateway.app.url, 'dev-session', ACME_DEV);

function storedByName(name: string) {
  return gateway.backend.records().filter((record) => record.name === name && !record.deleted);
}

test('list: by channel, the primary first; searched and filtered', async () => {
  const { page, says } = await asSession();
  const headings = () => page.locator('#list :is(h2, h3)').allTextContents();
  expect((await headings()).slice(0, 3)).toEqual(['Email', 'SendGridPrimaryActive', expect.any(String)]);
  expect(await findings(page)).toEqual([]);
  await keepPicture(page, 'settings-page');
  await page.getByLabel('Search').fill('twi');
  await says('1 integration');
  expect(await headings()).toEqual(['SMS', 'TwilioPrimaryActive']);
  await page.getByLabel('Channel').selectOption('Email');
  await says('0 integrations');
  await page.getByLabel('Search').fill('');
  await page.getByLabel('Status').selectOption('Inactive');
  await says('1 integration');
  expect(await headings()).toEqual(['Email', 'Office SMTPInactive']);
});

test('odd rows are listed and can be edited: without a name, of an unknown provider or channel', async () => {
  const odd: Record<string, object> = {
    [DEV.twilio]: { name: '', identifier: 'sms-1' },
    [DEV.slack]: { channel: 'smoke_signal', name: null, identifier: null, providerId: 'raven' },
    [DEV.fcm]: { name: ' ', identifier: '' },
  };
  const rewrite = (body: unknown) => ({
    data: (body as { data: { _id: string }[] }).data.map((row) => ({ ...row, ...odd[row._id] })),
  });
  gateway.backend.faults.set([{ kind: 'rewrite', method: 'GET', route: '/v1/integrations', rewrite }]);
  await gateway.ask(fresh(callers.session), '{ integrations { totalCount } }');
  const { page, dialog, button } = await asSession();
  const total = Number.parseInt((await page.locator('#news').textContent()) ?? '', 10);
  expect(await page.locator('#list li').count()).toBe(total);
  await page.getByRole('heading', { name: 'Other channels' }).waitFor();
  for (const name of ['sms-1', 'raven', DEV.fcm]) {
    await button(`Edit ${name}`).click();
    await dialog.getByRole('heading', { name: `Edit ${name}` }).waitFor();
    await page.keyboard.press('Escape');
  }
  expect(await findings(page)).toEqual([]);
  gateway.backend.faults.clear();
  await gateway.ask(fresh(callers.session), '{ integrations { totalCount } }');
});

describe('what a row can do', () => {
  let settings: SettingsPage;
  beforeAll(async () => {
    await mutate(gateway, callers.session, 'updateIntegration', { id: DEV.sendgrid, name: 'SendGrid' });
    settings = await asSession();
  });

  test('be activated, with what it lacks at its inputs, and deactivated', async () => {
    const { dialog, button, says } = settings;
    await mutate(gateway, callers.session, 'createIntegration', {
      name: 'Bare',
      providerId: 'twilio',
    });
    await settings.page.reload();
    await button('Activate Bare').click();
    await dialog.getByRole('button', { name: 'Save' }).waitFor();
    await dialog.getByLabel('Account SID').fill('AC1');
    await dialog.getByLabel('Auth Token').fill('made-up');
    await dialog.getByLabel('From').fill('+15550100');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await says('Saved Bare.');
    await button('Deactivate Bare').click();
    await says('Deactivated Bare.');
    expect(await button('Activate Bare').evaluate((toggle) => toggle.matches(':focus'))).toBe(true);
    expect(storedByName('Bare')).toMatchObject([{ active: false }]);
  });

  test('be copied, be made primary, and be deleted with a successor', async () => {
    const { page, dialog, button, says } = settings;
    await button('Copy Twilio').click();
    expect(await findings(page)).toEqual([]);
    await dialog.getByLabel('Environment').selectOption('Production');
    await dialog.getByLabel('Credentials').selectOption('NONE');
    await dialog.getByLabel('Identifier').fill('twilio-copy');
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await says('Copied Twilio.');
    await page.getByLabel('Environment').selectOption('Production');
    await page.getByRole('heading', { name: 'Twilio' }).waitFor();
    await page.getByLabel('Environment').selectOption('Development');
    await button('Make primary Bare').click();
    expect(await findings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Make primary' }).click();
    await says('Bare is primary.');
    await button('Delete Bare').click();
    expect(await findings(page)).toEqual([]);
    await dialog.getByLabel('New primary').selectOption('Twilio');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await says('Deleted Bare.');
    expect(await button('Create integration').evaluate((start) => start.matches(':focus'))).toBe(true);
    expect(storedByName('Bare')).toEqual([]);
    expect(stored(gateway.backend, DEV.twilio).primary).toBe(true);
  });
});

test('demo callers are offered on the embedded backend; the choice outlives a reload and ends with the tab', async () => {
  const app = await startApp();
  try {
    const opened = await browser.open(`${app.url}/settings`);
    const { page, says } = settingsPage(opened);
    await says('11 integrations');
    await page.getByLabel('Ask as').selectOption('Globex, API key');
    await says('5 integrations');
    await page.reload();
    await says('5 integrations');
    expect(await page.getByLabel('Ask as').inputValue()).toBe('Globex, API key');
    expect(await page.evaluate('[localStorage.length, Object.keys(sessionStorage)]')).toEqual([
      0,
      ['integrations-gateway:settings'],
    ]);
    await page.getByRole('button', { name: 'Use a token' }).click();
    expect(await findings(page)).toEqual([]);
  } finally {
    await app.stop();
  }
});

test('its files are few, served as they are, and may load nothing from elsewhere', async () => {
  const folder = new URL('../../src/http/explore/settings-page/', import.meta.url);
  let lines = 0;
  for (const name of readdirSync(folder)) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    lines += text.split('\n').length - 1;
    const path = name === 'index.html' ? '/settings' : `/settings/${name}`;
    const { status, headers, ...answer } = await fetch(gateway.app.url + path).then(async (response) => ({
      status: response.status,
      headers: response.headers,
      text: await response.text(),
    }));
    expect([name, status, answer.text === text]).toEqual([name, 200, true]);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self';(?=.*; style-src 'self';)/,
    );
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
  expect(lines).toBeLessThanOrEqual(600);
  for (const path of ['/settings/', '/settings/none.js', '/settings/../settings-page.ts', '/settings/constructor'])
    expect([path, (await fetch(gateway.app.url + path)).status]).toEqual([path, 404]);
});

test('in a browser a page of another origin reads answers where CORS lets it, and nowhere else', async () => {
  const pages = await servePages(html('<h1>Another page</h1>'));
  const open = await startGateway({ GATEWAY_MODE: 'production', CORS_ORIGINS: pages.origin });
  try {
    const { page } = await browser.open(pages.origin);
    const read = (url: string) =>
      page.evaluate(
        `fetch(${JSON.stringify(url)}, ${JSON.stringify({
          method: 'POST',
          headers: { 'content-type': 'application/json', ...callers.session },
          body: '{"query":"{ integrations { totalCount } }"}',
        })}).then((answer) => answer.json()).then(({ data }) => data.integrations.totalCount, String)`,
      );
    expect(await read(open.url)).toBeGreaterThan(0);
    expect(await read(gateway.url)).toBe('TypeError: Failed to fetch');
  } finally {
    await open.stop();
    await pages.stop();
  }
});
