import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startBrowser, type TestBrowser } from '../helpers/browser.ts';
import { callers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { html, type PageServer, passOn, servePages } from '../helpers/page-server.ts';

const QUERY = '{ integrations { totalCount } }';
const MUTATION = 'mutation { deleteIntegration(input: { id: \\"65b100000000000000000001\\" }) { errors { code } } }';

/*
 * Forms cannot send an Authorization header, so by itself the gateway would answer them UNAUTHENTICATED. Here it stands behind
 * a proxy that knows whose browser it is and adds the header, which is where CSRF is a threat.
 */
describe('a page of another site, in a browser that a proxy takes for a caller', () => {
  let gateway: TestGateway;
  let proxy: PageServer;
  let browser: TestBrowser;
  let target: string;

  beforeAll(async () => {
    gateway = await startGateway({ GATEWAY_MODE: 'production' });
    proxy = await servePages(passOn(gateway.app.url, callers.devKey));
    // By number, where the page goes by name: another site.
    target = `${proxy.origin.replace('localhost', '127.0.0.1')}/graphql`;
    browser = await startBrowser();
  }, 300_000);

  beforeEach(() => {
    gateway.calls();
  });

  afterAll(async () => {
    await browser.close();
    await proxy.stop();
    await gateway.stop();
  });

  test('the proxy lets a page of its own ask', async () => {
    const answer = await gateway.ask({}, QUERY);
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const headers = { 'content-type': 'application/json' };
    await (await fetch(target, { method: 'POST', headers, body: JSON.stringify({ query: QUERY }) })).text();
    expect(gateway.calls()).toEqual(['GET /v1/integrations']);
  });

  test.each([
    // A form of text/plain writes name=value: this makes JSON of it.
    ['text/plain', 415, `<input name='{"query":"${MUTATION}","x":"' value='"}'>`],
    ['application/x-www-form-urlencoded', 415, `<input name="query" value="${QUERY}">`],
    ['multipart/form-data', 415, `<input name="query" value="${QUERY}">`],
  ])('a form of %s is refused before anything is asked upstream', async (enctype, status, inputs) => {
    expect(await submit(`<form method="post" enctype="${enctype}" action="${target}">${inputs}</form>`)).toBe(status);
    expect(gateway.calls()).toEqual([]);
  });

  test('so is a form that is sent as a GET', async () => {
    expect(await submit(`<form action="${target}"><input name="query" value="${QUERY}"></form>`)).toBe(400);
    expect(gateway.calls()).toEqual([]);
  });

  test('so is a request of a script that the browser sends without asking', async () => {
    const page = await servePages(html(''));
    try {
      const opened = await browser.open(page.origin);
      const arrived = opened.page.waitForResponse((response) => response.url() === target);
      const init = { method: 'POST', mode: 'no-cors', body: `{"query":"${MUTATION}"}` };
      await opened.page.evaluate(`fetch(${JSON.stringify(target)}, ${JSON.stringify(init)})`);
      expect((await arrived).status()).toBe(415);
      expect(gateway.calls()).toEqual([]);
    } finally {
      await page.stop();
    }
  });

  test('JSON is asked for first, and the browser does not send it', async () => {
    const page = await servePages(html(''));
    try {
      const opened = await browser.open(page.origin);
      const headers = { 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body: `{"query":"${MUTATION}"}` };
      const outcome = await opened.page.evaluate(
        `fetch(${JSON.stringify(target)}, ${JSON.stringify(init)}).then(() => 'sent', () => 'refused')`,
      );
      expect(outcome).toBe('refused');
      expect(gateway.calls()).toEqual([]);
    } finally {
      await page.stop();
    }
  });

  /** Submits the form of a page of another site; the status of the answer. */
  async function submit(form: string): Promise<number> {
    const page = await servePages(html(form));
    try {
      const opened = await browser.open(page.origin);
      const arrived = opened.page.waitForResponse((response) => response.url().startsWith(target));
      await opened.page.evaluate('document.forms[0].submit()');
      return (await arrived).status();
    } finally {
      await page.stop();
    }
  }
});
