import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clickWithMouse, startBrowser, type TestBrowser } from '../../helpers/browser.ts';
import { callers, startGateway, type TestGateway } from '../../helpers/gateway.ts';

describe('/ in development', () => {
  let gateway: TestGateway;
  let browser: TestBrowser;

  beforeAll(async () => {
    gateway = await startGateway({ GATEWAY_MODE: 'development' });
    browser = await startBrowser();
  }, 300_000);

  afterAll(async () => {
    await browser.close();
    await gateway.stop();
  });

  test('is Apollo Sandbox, which its own policy lets load from Apollo', async () => {
    const answer = await fetch(gateway.app.url, { headers: { accept: 'text/html' } });
    const page = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html']);
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
    const [, script = ''] = /src="(https:\/\/embeddable-sandbox\.cdn\.apollographql\.com)\//.exec(page) ?? [];
    expect(policy).toMatch(new RegExp(`script-src [^;]*${script}`));
    expect(policy).toMatch(/frame-src [^;]*https:\/\/sandbox\.embed\.apollographql\.com/);
    expect(page).toContain('query ListCredentials');
    // What an element of the page cannot say.
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('its scripts run in a browser, and without the internet it says so', async () => {
    const { page, complaints } = await browser.open('about:blank');
    // Stands for the script that Apollo serves: shows what it is started with.
    await page.route('https://embeddable-sandbox.cdn.apollographql.com/**', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: 'window.EmbeddedSandbox = function (options) { window.started = options; };',
      }),
    );
    await page.route('https://fonts.g*/**', (route) => route.abort());
    await page.goto(gateway.app.url);
    const started = (await page.evaluate('window.started')) as {
      initialEndpoint: string;
      initialState: { document: string; headers: object; includeCookies: boolean };
    };
    expect(started.initialEndpoint).toBe(`${gateway.app.url}/`);
    expect(started.initialState.document).toContain('query ListCredentials');
    expect(started.initialState.headers).toEqual({ Authorization: 'ApiKey <key>' });
    expect(started.initialState.includeCookies).toBe(false);
    expect(complaints.filter((text) => /Content Security Policy.*script/.test(text))).toEqual([]);
    expect(await page.getByText('it appears that you might be offline').count()).toBe(1);
  });

  test('without the internet it leads to the pages that need none, under a real mouse', async () => {
    const { page } = await browser.open('about:blank');
    await page.route(/^https:/, (route) => route.abort());
    for (const [name, path] of [
      ['GraphiQL', '/graphiql'],
      ['the settings page', '/settings'],
    ] as const) {
      await page.goto(gateway.app.url);
      await clickWithMouse(page, page.getByRole('link', { name }));
      await page.waitForURL(`${gateway.app.url}${path}`);
    }
  });

  test('answers operations as well: Sandbox asks where its page is', async () => {
    const headers = { ...callers.devKey, 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ integrations { totalCount } __schema { queryType { name } } }' });
    const answer = await fetch(gateway.app.url, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({
      data: { integrations: { totalCount: 11 }, __schema: { queryType: { name: 'Query' } } },
    });
  });
});

test('in production there is nothing to explore: no schema, no suggestions', async () => {
  const gateway = await startGateway({ GATEWAY_MODE: 'production' });
  try {
    const schema = await gateway.ask({}, '{ __schema { queryType { name } } }');
    expect(schema.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const misspelt = await gateway.ask(callers.devKey, '{ integration { totalCount } }');
    expect(misspelt.text).not.toMatch(/Did you mean/);
  } finally {
    await gateway.stop();
  }
});
