import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { keepPicture, startBrowser, type TestBrowser } from '../helpers/browser.ts';
import { DEV, fresh, stored } from '../helpers/demo-data.ts';
import { ACME_DEV, ACME_DEV_KEY, callers, startApp, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { mutate } from '../helpers/mutate.ts';
import { html, servePages } from '../helpers/page-server.ts';
import { descriptionOf, findings, openSettings, type SettingsPage, settingsPage } from '../helpers/settings-page.ts';

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
const asKey = () => openSettings(browser, gateway.app.url, ACME_DEV_KEY);

function storedByName(name: string) {
  return gateway.backend.records().filter((record) => record.name === name && !record.deleted);
}

describe('creating', () => {
  test('one of each kind of form: text, list, number, switch, JSON, lines, none', async () => {
    const settings = await asSession();
    const { dialog, says, choose, complaints, requests } = settings;
    const create = async (name: string) => {
      await dialog.getByLabel('Name', { exact: true }).fill(name);
      await dialog.getByRole('button', { name: 'Create' }).click();
      await says(`Created ${name}.`);
    };
    await choose('SendGrid');
    expect(await dialog.getByLabel('API Key').getAttribute('type')).toBe('password');
    await dialog.getByLabel('API Key').fill('SG.made-up');
    await dialog.getByLabel('From Email Address').fill('news@example.com');
    await dialog.getByLabel('Sender Name').fill('News');
    await dialog.getByLabel('Region').selectOption('eu');
    await create('Of texts');
    await choose('Custom SMTP');
    await dialog.getByLabel('Host').fill('smtp.example.com');
    await dialog.getByLabel('Port').fill('465');
    await dialog.getByRole('switch', { name: 'Secure' }).press('Space');
    await dialog.getByLabel('TLS options').fill('{ "minVersion": "TLSv1.3" }');
    await dialog.getByLabel('From Email Address').fill('it@example.com');
    await dialog.getByLabel('Sender Name').fill('IT');
    await create('Of kinds');
    await choose('Firebase Cloud Messaging');
    await dialog.getByLabel('Service Account').fill('{"type":\n"service_account"}');
    await create('Of lines');
    await choose('Discord');
    await dialog.getByText('Discord needs no credentials.').waitFor();
    await create('Of none');

    const ask = (search: string) =>
      gateway.ask(callers.session, SHOWN, { search }).then(({ data }) => data.integrations.nodes[0].credentials.values);
    expect(await ask('Of texts')).toEqual({
      apiKey: 'SG.made-up',
      from: 'news@example.com',
      senderName: 'News',
      region: 'eu',
    });
    expect(await ask('Of kinds')).toMatchObject({
      host: 'smtp.example.com',
      port: '465',
      secure: true,
      requireTls: false,
      tlsOptions: { minVersion: 'TLSv1.3' },
    });
    expect(await ask('Of lines')).toEqual({ serviceAccount: '{"type":\n"service_account"}' });
    expect(storedByName('Of none')).toMatchObject([{ providerId: 'discord', active: true, credentials: {} }]);
    const elsewhere = requests.filter((url) => !url.startsWith(gateway.app.url) && !url.startsWith('data:'));
    expect({ complaints, elsewhere }).toEqual({ complaints: [], elsewhere: [] });
  });

  test('errors stand at their inputs, which name them, and the first has the focus', async () => {
    const { page, dialog, choose } = await asSession();
    await page.getByRole('button', { name: 'Create integration' }).click();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByText('Choose a provider.').waitFor();
    await page.keyboard.press('Escape');
    await choose('SendGrid');
    await dialog.getByLabel('From Email Address').fill('news@example.com');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.locator('[aria-invalid]').nth(1).waitFor();
    const invalid = await dialog.locator('[aria-invalid=true]').all();
    expect(await Promise.all(invalid.map((input) => input.getAttribute('name')))).toEqual([
      'credentials.apiKey',
      'credentials.senderName',
    ]);
    expect(await descriptionOf(dialog.getByLabel('API Key'))).toContain('needs this credential');
    expect(await dialog.getByLabel('API Key').evaluate((input) => input.matches(':focus'))).toBe(true);
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'settings-page-errors');
    await dialog.getByLabel('Identifier').fill('slack');
    await dialog.getByLabel('Active').uncheck();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByText('Another integration has this identifier.').waitFor();
    expect(await dialog.getByLabel('Identifier').getAttribute('aria-invalid')).toBe('true');
    expect(await dialog.getByLabel('API Key').getAttribute('aria-invalid')).toBeNull();
  });

  test('an unknown outcome says what to look for, looks for it, and is not made twice', async () => {
    const { page, dialog, choose, says, inputs } = await asSession();
    await choose('Mattermost');
    await dialog.getByLabel('Name', { exact: true }).fill('Lost');
    gateway.backend.faults.set([
      { kind: 'reset', when: 'after', method: 'POST', times: 1 },
      { kind: 'status', status: 500, method: 'GET' },
    ]);
    await dialog.getByRole('button', { name: 'Create' }).click();
    const alert = dialog.getByRole('alert');
    await alert.getByText(/may have been made\. Look for an integration with the identifier “lost-/).waitFor();
    gateway.backend.faults.clear();
    expect(await findings(page)).toEqual([]);
    await alert.getByRole('button', { name: 'Check again' }).click();
    await alert.getByText(/There is “Lost” \(lost-.*\), active/).waitFor();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await says('Created Lost.');
    expect(storedByName('Lost')).toHaveLength(1);
    const keys = inputs.map(({ idempotencyKey }) => idempotencyKey);
    expect([keys.length, new Set(keys).size, keys[0]]).toEqual([2, 1, expect.stringMatching(/^[\d-]{8,}$/)]);
  });

  test('with the keyboard alone, from the list and back to where it began', async () => {
    const { page, says, dialog } = await asSession();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = () => page.evaluate('document.activeElement.textContent');
    for (let tabs = 0; (await focused()) !== 'Create integration'; tabs += 1) {
      expect(tabs).toBeLessThan(12);
      await press('Tab');
    }
    await press('Enter');
    await dialog.getByLabel('Search').waitFor();
    await page.keyboard.type('tel');
    await press('Tab', 'ArrowDown', 'Tab', 'ControlOrMeta+a');
    await page.keyboard.type('By hand');
    await press('Tab', 'Tab', 'Space', 'Enter');
    await says('Created By hand.');
    expect(await focused()).toBe('Create integration');
    expect(storedByName('By hand')).toMatchObject([{ providerId: 'telnyx', active: false }]);
  });
});

const SHOWN = `query ($search: String) { integrations(filter: { search: $search }) { nodes {
  credentials { ... on IntegrationProviderCredentials { values } }
} } }`;

describe('editing', () => {
  test('what is visible is shown, secrets as passwords, and only what is changed is sent', async () => {
    const { page, dialog, button, says, inputs } = await asSession();
    await button('Edit SendGrid').click();
    const key = dialog.getByLabel('API Key');
    expect(await key.inputValue()).toMatch(/^SG\.demo/);
    expect(await key.getAttribute('type')).toBe('password');
    await dialog.getByRole('button', { name: 'Show' }).first().click();
    expect(await key.getAttribute('type')).toBe('text');
    expect(await findings(page)).toEqual([]);
    await dialog.getByLabel('Sender Name').fill('Acme (new)');
    await dialog.getByLabel('IP Pool Name').fill('');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await says('Saved SendGrid.');
    expect(inputs).toEqual([
      {
        id: DEV.sendgrid,
        ifUpdatedAt: expect.any(String),
        credentialsPatch: { senderName: 'Acme (new)', ipPoolName: null },
        idempotencyKey: expect.any(String),
      },
    ]);
    expect(await button('Edit SendGrid').evaluate((opener) => opener.matches(':focus'))).toBe(true);
    expect(await page.content()).not.toContain('SG.demo');
  });

  test('what is hidden is stored and not shown, kept when left alone, and replaced as a whole', async () => {
    const { page, dialog, button, says, inputs } = await asKey();
    await button('Edit Mailgun fallback').click();
    expect(await dialog.getByLabel('API Key').getAttribute('placeholder')).toBe('Stored, not shown');
    expect(await findings(page)).toEqual([]);
    await dialog.getByLabel('Name', { exact: true }).fill('Mailgun, renamed');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await says('Saved Mailgun, renamed.');
    await button('Edit Mailgun, renamed').click();
    await dialog.getByLabel('API Key').fill('key-of-mine');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.locator('[aria-invalid]').first().waitFor();
    expect(await descriptionOf(dialog.getByLabel('User name'))).toContain('replaced as a whole');
    expect(inputs).toMatchObject([{ id: DEV.mailgun, name: 'Mailgun, renamed' }]);
    for (const label of ['Base URL', 'User name', 'Domain', 'From Email Address', 'Sender Name'])
      await dialog.getByLabel(label).fill('https://given.example');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await says('Saved Mailgun, renamed.');
    expect(inputs[1]).toMatchObject({ credentials: { mailgun: { apiKey: 'key-of-mine' } } });
  });

  test("another editor's change is told, and its values can be loaded", async () => {
    const { dialog, button, says } = await asSession();
    await button('Edit Slack').click();
    await dialog.getByLabel('Name', { exact: true }).fill('Slack of mine');
    await mutate(gateway, callers.session, 'updateIntegration', { id: DEV.slack, name: 'Slack of another' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Another editor changed this integration meanwhile.').waitFor();
    expect(stored(gateway.backend, DEV.slack).name).toBe('Slack of another');
    await dialog.getByRole('button', { name: 'Load the current values' }).click();
    await dialog.getByRole('heading', { name: 'Edit Slack of another' }).waitFor();
    await dialog.getByLabel('Name', { exact: true }).fill('Slack');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await says('Saved Slack.');
  });
});

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
