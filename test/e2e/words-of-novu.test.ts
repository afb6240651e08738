import { beforeAll, describe, expect, test } from '@jest/globals';
import { LIST, mutate, proxy, startAnew, total, url } from '../helpers/behind-proxy.ts';
import { DEV } from '../helpers/demo-data.ts';
import { ask, callers } from '../helpers/gateway.ts';
import type { Send } from '../helpers/wire-proxy.ts';

describe('a refusal in words', () => {
  // So many broken reads have opened the breaker.
  beforeAll(startAnew);

  const refuse =
    (status: number, message: unknown, method?: string): Send =>
    (passing, response) => {
      const refused = method === undefined || passing.method === method;
      response
        .writeHead(refused ? status : passing.status, { 'content-type': 'application/json' })
        .end(refused ? JSON.stringify({ statusCode: status, message }) : passing.body);
    };

  test.each([
    ['createIntegration', { providerId: 'discord' }, 'POST', 'Cannot POST /v1/integrations'],
    ['updateIntegration', { id: DEV.slack, name: 'x' }, 'PUT', `Cannot PUT /v1/integrations/${DEV.slack}`],
    ['deleteIntegration', { id: DEV.slack }, 'DELETE', `Cannot DELETE /v1/integrations/${DEV.slack}`],
    ['setPrimaryIntegration', { id: DEV.nodemailer }, 'POST', 'Cannot POST /v1/integrations/x/set-primary'],
  ])('a route that the server lacks is no answer of a Novu API: %s', async (name, input, method, message) => {
    proxy.answerBy(refuse(404, message, method));
    expect(await mutate(name, input)).toMatchObject([
      { message: expect.stringContaining('version of the Novu API'), extensions: { code: 'UPSTREAM_CONTRACT' } },
    ]);
  });

  test('a page of Express that says so is none either', async () => {
    proxy.answerBy((passing, response) => {
      if (passing.method === 'GET') return response.writeHead(200).end(passing.body);
      return response.writeHead(404, { 'content-type': 'text/html' }).end(`<pre>Cannot ${passing.method} /v1/x</pre>`);
    });
    expect(await mutate('createIntegration', { providerId: 'discord' })).toMatchObject([
      { message: expect.stringContaining('version of the Novu API'), extensions: { code: 'UPSTREAM_CONTRACT' } },
    ]);
  });

  test('auto-configure on a server without it is told to be too new', async () => {
    proxy.answerBy(refuse(404, 'Cannot POST /v1/integrations/x/auto-configure', 'POST'));
    expect((await mutate('autoConfigureIntegration', { id: DEV.mailgun })).errors).toMatchObject([
      { code: 'BUSINESS_RULE', message: expect.stringContaining('too old') },
    ]);
  });

  test('402 says that it is the plan, for reads and writes', async () => {
    proxy.answerBy(refuse(402, 'Payment Required'));
    expect(await total()).toMatchObject([
      { message: expect.stringContaining('plan'), extensions: { code: 'FORBIDDEN' } },
    ]);
    proxy.answerBy(refuse(402, 'Payment Required', 'POST'));
    expect((await mutate('createIntegration', { providerId: 'discord' })).errors).toMatchObject([
      { code: 'BUSINESS_RULE', message: expect.stringContaining('plan') },
    ]);
  });

  test('advice about a header goes to a caller who sent it', async () => {
    proxy.answerBy(refuse(400, ['environmentId should not be empty']));
    const [session] = (await ask(url, callers.session, LIST)).errors ?? [];
    const [key] = (await ask(url, callers.devKey, LIST)).errors ?? [];
    expect(session?.message).toContain('Novu-Environment-Id');
    expect(key?.message).not.toContain('Novu-Environment-Id');
    proxy.answerBy(refuse(404, 'Environment 65a000000000000000000001 not found'));
    const viewer = '{ integrationsViewer { environment { id } } }';
    expect((await ask(url, callers.session, viewer)).errors?.[0]?.message).toContain('Novu-Environment-Id');
    expect((await ask(url, callers.prodKey, viewer)).errors?.[0]?.message).not.toContain('Novu-Environment-Id');
  });

  test('an environment that Novu does not know is no bad token', async () => {
    proxy.answerBy(refuse(401, 'Cannot find environment'));
    // The second time it may be remembered.
    for (let nth = 0; nth < 2; nth += 1) {
      expect(await total()).toMatchObject([
        { message: expect.stringContaining('Novu-Environment-Id'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });

  test.each([
    [500, 'Handler for integration of 65b1 was not found'],
    [500, 'Handler for provider was not found'],
    [404, 'Handler for integration of 65b1 was not found'],
  ])('whether events are reported is not known: %i %s', async (status, message) => {
    // A refused caller is remembered.
    await startAnew();
    proxy.answerBy((passing, response) => {
      const refused = passing.path.includes('/webhook/');
      refuse(refused ? status : 404, message, refused ? 'GET' : 'none')(passing, response);
    });
    const query = `{ integration(by: { id: "${DEV.sendgrid}" }) { webhookSupported } }`;
    expect((await ask(url, callers.session, query)).data).toEqual({ integration: { webhookSupported: null } });
  });
});

test('answers that tell of a missing handler do not count as failures of Novu', async () => {
  await startAnew();
  const body = JSON.stringify({ statusCode: 500, message: 'Handler for provider was not found' });
  proxy.answerBy((passing, response) => {
    const asked = passing.path.includes('/webhook/');
    response.writeHead(asked ? 500 : passing.status).end(asked ? body : passing.body);
  });
  const query = '{ integrations(first: 10) { nodes { webhookSupported } } }';
  for (let nth = 0; nth < 4; nth += 1) expect((await ask(url, callers.session, query)).errors).toBeUndefined();
  expect(await total()).toBe(20);
});
