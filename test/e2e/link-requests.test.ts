import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Novu } from '@novu/api';
import { sendJson, startDouble } from '../helpers/double.ts';
import {
  ACME_DEV_KEY,
  ask,
  callers,
  type Headers,
  startApp,
  startGateway,
  type TestGateway,
} from '../helpers/gateway.ts';
import { mutate } from '../helpers/mutate.ts';
import { error } from '../helpers/refusal.ts';
import { stopAtEnd } from '../helpers/stop-at-end.ts';

/* Links by which people connect a chat, and the webhook of a chat provider (contract §2.6). */

const NOW = Date.parse('2026-09-09T12:00:00.000Z');

const MUTATIONS = [
  'createIntegrationConnectUrl',
  'createIntegrationUserLinkUrl',
  'createIntegrationChatLink',
  'createIntegrationMobileLink',
] as const;

const ERRORS = 'errors { __typename code message path }';
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({}, { now: () => NOW });
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

/** What reached Novu: path, body, and whether there was an idempotency key. */
function sent() {
  const posts = gateway.backend.requests.filter(({ method }) => method === 'POST');
  return posts.map(({ path, body, headers }) => [path, body, 'idempotency-key' in headers]);
}

const link = (caller: Headers, name: string, input: object, more = '') =>
  mutate(gateway, caller, name, input, `url ${more} ${ERRORS}`);

describe('the official SDK and the gateway ask Novu for the same', () => {
  const sdk = () =>
    new Novu({ serverURL: gateway.backend.url, secretKey: ACME_DEV_KEY, retryConfig: { strategy: 'none' } })
      .integrations;
  const input = { identifier: 'slack', subscriberId: 'ada' };
  const body = { integrationIdentifier: 'slack', subscriberId: 'ada' };
  const telegram = { identifier: 'telegram-bot', subscriberId: 'ada' };
  const CASES: Readonly<Record<string, [() => Promise<{ result: object }>, object, string]>> = {
    createIntegrationConnectUrl: [() => sdk().generateConnectOAuthUrl(body), input, 'url'],
    createIntegrationUserLinkUrl: [() => sdk().generateLinkUserOAuthUrl(body), input, 'url'],
    createIntegrationChatLink: [
      () => sdk().linkChannelEndpoint({ ...body, integrationIdentifier: 'telegram-bot' }),
      telegram,
      'url',
    ],
    createIntegrationMobileLink: [
      () => sdk().createMobileLink({ subscriberId: 'ada' }, 'telegram-bot'),
      telegram,
      'url token expiresAt',
    ],
    configureIntegrationWebhook: [
      () => sdk().integrationsControllerConfigureIntegrationWebhook('telegram-bot'),
      { identifier: 'telegram-bot' },
      'webhookUrl configuredAt botUsername',
    ],
  };

  test.each(Object.entries(CASES))('%s', async (name, [method, given, selection]) => {
    const { result } = await method();
    const payload = await mutate(gateway, callers.devKey, name, given, selection);
    // The double makes a token of what it was asked and of the time, which stands still.
    const stateless = (value: object) => JSON.stringify(value).replace(/[\w-]{32}/g, 'token');
    expect(JSON.parse(stateless(result))).toMatchObject(JSON.parse(stateless(payload)));
    const [bySdk, byGateway] = sent();
    expect(byGateway?.slice(0, 2)).toEqual(bySdk?.slice(0, 2));
  });

  test('the deprecated generateChatOAuthUrl is one of two mutations, by its mode', async () => {
    for (const [mode, name] of [
      ['connect', 'createIntegrationConnectUrl'],
      ['link_user', 'createIntegrationUserLinkUrl'],
    ] as const) {
      const { result } = await sdk().generateChatOAuthUrl({ ...body, mode });
      const { url } = await link(callers.devKey, name, input);
      const stateOf = (text: string) => new URL(text).searchParams.get('state')?.split('.')[0];
      expect([stateOf(result.url), stateOf(url)]).toEqual([mode, mode]);
    }
  });
});

describe('refusals have the path of the input', () => {
  const inputOf = (name: string, identifier: string) => ({
    identifier,
    ...(name !== 'configureIntegrationWebhook' && { subscriberId: 'ada' }),
  });
  const ALL = [...MUTATIONS, 'configureIntegrationWebhook'];
  const refusals = async (name: string, input: object) =>
    (await mutate(gateway, callers.devKey, name, input, ERRORS)).errors;

  test.each(ALL)('%s: no such integration in the environment of the caller', async (name) => {
    // `teams` is one of Production.
    for (const identifier of ['nobody', 'teams', '../environments/me', '..', 'ä ö']) {
      expect(await refusals(name, inputOf(name, identifier))).toMatchObject([
        error('INTEGRATION_NOT_FOUND', 'identifier'),
      ]);
    }
    const routes =
      /^\/v1\/integrations\/(channel-(connections|endpoints)\/(oauth|link)|[^/]+\/(mobile-link|webhook\/configure))$/;
    expect(sent().filter(([path]) => !routes.test(String(path)))).toEqual([]);
  });

  test.each(ALL)('%s: a provider that cannot do it', async (name) => {
    expect(await refusals(name, inputOf(name, 'twilio'))).toMatchObject([error('BUSINESS_RULE', 'identifier')]);
  });

  test.each(ALL)('%s: an empty text is not sent', async (name) => {
    expect(await refusals(name, inputOf(name, ' '))).toMatchObject([error('INVALID_INPUT', 'identifier')]);
    expect(gateway.backend.requests).toHaveLength(0);
  });

  test('what Novu does not accept has the name that it has here', async () => {
    const names = ['subscriberId', 'integrationIdentifier', 'contextHash', 'unheardOf'];
    const messages = names.map((name) => `${name} must be a string`);
    const novu = stopAtEnd(
      await startDouble((_, response) =>
        sendJson(response, 422, { message: 'Validation Error', errors: { general: { messages } } }),
      ),
    );
    const { url } = await startApp({ NOVU_API_URL: novu.url });
    const document = `mutation { createIntegrationConnectUrl(input: { identifier: "slack" }) { ${ERRORS} } }`;
    const { data } = await ask(`${url}/graphql`, callers.devKey, document);
    expect(data.createIntegrationConnectUrl.errors).toMatchObject([
      error('INVALID_INPUT', 'subscriberId'),
      error('INVALID_INPUT', 'identifier'),
      error('INVALID_INPUT', 'contextHash'),
    ]);
  });

  test.each(ALL)('%s: an older server cannot do it', async (name) => {
    const older = await startGateway({}, { generation: 'api2024' });
    const payload = await mutate(older, callers.session, name, inputOf(name, 'slack'), ERRORS);
    expect(payload.errors).toMatchObject([{ code: 'BUSINESS_RULE', message: expect.stringContaining('too old') }]);
  });
});
