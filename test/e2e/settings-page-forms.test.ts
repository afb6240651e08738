import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { keepPicture, startBrowser, type TestBrowser } from '../helpers/browser.ts';
import { DEV, stored } from '../helpers/demo-data.ts';
import { ACME_DEV, ACME_DEV_KEY, callers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { mutate } from '../helpers/mutate.ts';
import { descriptionOf, findings, openSettings } from '../helpers/settings-page.ts';

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
