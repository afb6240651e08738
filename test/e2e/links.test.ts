import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type UpstreamEvent, upstreamChannel } from '../../src/telemetry/channels.ts';
import { DEV } from '../helpers/demo-data.ts';
import { collectEvents } from '../helpers/events.ts';
import { ACME_DEV, callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { mutate, sendMutation } from '../helpers/mutate.ts';

/* Links by which people connect a chat, and the webhook of a chat provider (contract §2.6). */

const NOW = Date.parse('2026-09-09T12:00:00.000Z');
const SLACK = /^https:\/\/slack\.com\/oauth\/v2\/authorize\?client_id=[\d.]+&state=(connect|link_user)\.[\w-]{32}$/;
const BOT = /^https:\/\/t\.me\/telegram_bot_bot\?start=[\w-]{32}$/;

const MUTATIONS = [
  'createIntegrationConnectUrl',
  'createIntegrationUserLinkUrl',
  'createIntegrationChatLink',
  'createIntegrationMobileLink',
] as const;

const ERRORS = 'errors { __typename code message path }';
const events = collectEvents<UpstreamEvent>(upstreamChannel);
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

describe.each(Object.entries({ session: callers.session, key: callers.devKey }))('a %s', (_, caller) => {
  test('connects a workspace, with all that the REST API takes', async () => {
    const context = { tenant: { id: 'acme', data: { plan: 'pro' } }, team: 'red' };
    const given = {
      subscriberId: 'ada',
      connectionIdentifier: 'acme-slack',
      context,
      contextHash: 'f00',
      scope: ['chat:write'],
    };
    const input = { identifier: 'slack', ...given, connectionMode: 'SHARED', autoLinkUser: false };
    const payload = await link(caller, 'createIntegrationConnectUrl', input);
    expect(payload).toEqual({ url: expect.stringMatching(SLACK), errors: [] });
    const body = { integrationIdentifier: 'slack', ...given, connectionMode: 'shared', autoLinkUser: false };
    expect(sent()).toEqual([['/v1/integrations/channel-connections/oauth', body, false]]);
  });

  test('links a subscriber to a user', async () => {
    const given = { subscriberId: 'ada', connectionIdentifier: 'c', contextHash: 'h', userScope: ['identity.basic'] };
    const payload = await link(caller, 'createIntegrationUserLinkUrl', {
      identifier: 'slack',
      ...given,
      context: null,
    });
    expect(payload).toEqual({ url: expect.stringMatching(SLACK), errors: [] });
    const body = { integrationIdentifier: 'slack', ...given };
    expect(sent()).toEqual([['/v1/integrations/channel-endpoints/oauth', body, false]]);
  });

  test('links a subscriber to a chat', async () => {
    const input = { identifier: 'telegram-bot', subscriberId: 'ada', context: { team: 'red' } };
    const payload = await link(caller, 'createIntegrationChatLink', input, 'botUsername');
    expect(payload).toEqual({ url: expect.stringMatching(BOT), botUsername: 'telegram_bot_bot', errors: [] });
    const body = { integrationIdentifier: 'telegram-bot', subscriberId: 'ada', context: { team: 'red' } };
    expect(sent()).toEqual([['/v1/integrations/channel-endpoints/link', body, false]]);
  });

  test('gets a link for mobile setup', async () => {
    const input = { identifier: 'telegram-bot', subscriberId: 'ada' };
    const payload = await link(caller, 'createIntegrationMobileLink', input, 'token expiresAt');
    expect(payload).toEqual({
      url: expect.stringMatching(BOT),
      token: expect.stringMatching(/^[\w-]{32}$/),
      expiresAt: '2026-09-09T12:05:00.000Z',
      errors: [],
    });
    expect(sent()).toEqual([['/v1/integrations/telegram-bot/mobile-link', { subscriberId: 'ada' }, false]]);
  });

  test('registers a webhook, and sees the integration as it is then', async () => {
    const selection = `webhookUrl configuredAt botUsername integration { identifier environment { id } } changedIntegrations { id } ${ERRORS}`;
    const payload = await mutate(
      gateway,
      caller,
      'configureIntegrationWebhook',
      { identifier: 'telegram-bot' },
      selection,
    );
    expect(payload).toEqual({
      webhookUrl: expect.stringMatching(/^https:\/\/api\.novu\.example\/v1\/telegram\/webhook\/[0-9a-f]{24}$/),
      configuredAt: '2026-09-09T12:00:00.000Z',
      botUsername: 'telegram_bot_bot',
      integration: { identifier: 'telegram-bot', environment: { id: '65a000000000000000000001' } },
      changedIntegrations: [],
      errors: [],
    });
    expect(sent()).toEqual([['/v1/integrations/telegram-bot/webhook/configure', {}, false]]);
  });
});

test('a chat integration is created and connected in one operation', async () => {
  const document = `mutation ($new: CreateIntegrationInput!, $connect: CreateIntegrationConnectUrlInput!) {
    createIntegration(input: $new) { integration { identifier } errors { code } }
    createIntegrationConnectUrl(input: $connect) { url errors { code } } }`;
  const slack = { applicationId: 'A1', clientId: '77.88', secretKey: 's', signingSecret: 'g' };
  const { data } = await gateway.ask(callers.session, document, {
    new: { identifier: 'team-chat', active: true, credentials: { slack } },
    connect: { identifier: 'team-chat' },
  });
  expect(data.createIntegration).toEqual({ integration: { identifier: 'team-chat' }, errors: [] });
  expect(data.createIntegrationConnectUrl).toEqual({ url: expect.stringContaining('client_id=77.88'), errors: [] });
});

describe('what goes wrong', () => {
  // One for each test: failures of several would be taken for those of Novu as a whole.
  let failing: TestGateway;
  beforeEach(async () => {
    failing = await startGateway({}, { now: () => NOW });
  });
  afterEach(() => failing.stop());
  const link = (name: string, input: object) => mutate(failing, callers.session, name, input, `url ${ERRORS}`);

  test.each(MUTATIONS)('%s: a lost answer is said, and asking again helps', async (name) => {
    const input = { identifier: name.includes('Url') ? 'slack' : 'telegram-bot', subscriberId: 'ada' };
    for (const fault of [
      { kind: 'reset', when: 'after' },
      { kind: 'halfBody' },
      { kind: 'status', status: 500, when: 'after' },
    ] as const) {
      failing.backend.faults.set([{ ...fault, method: 'POST', times: 1 }]);
      expect(await link(name, input)).toMatchObject({
        url: null,
        errors: [{ code: 'OUTCOME_UNKNOWN', path: ['input'] }],
      });
      expect(await link(name, input)).toMatchObject({
        url: expect.stringMatching(/^https:/),
        errors: [],
      });
    }
  });

  test('a URL that no page should follow is not passed on', async () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'no url', '', 7, null, 'nvsk.0000']) {
      failing.backend.faults.set([{ kind: 'rewrite', rewrite: () => ({ data: { url } }) }]);
      const payload = await link('createIntegrationConnectUrl', { identifier: 'slack' });
      expect([url, payload]).toMatchObject([url, { url: null, errors: [{ code: 'OUTCOME_UNKNOWN' }] }]);
    }
  });

  test('a read-only member may not', async () => {
    const { errors } = await sendMutation(
      failing,
      callers.viewer,
      'createIntegrationConnectUrl',
      { identifier: 'slack' },
      'url',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

test('autoConfigureIntegration tells the address for events where Novu does', async () => {
  const input = { id: DEV.sendgrid };
  const selection = `success webhookUrl ${ERRORS}`;
  const at = (id: string) => `https://api.novu.example/v2/inbound-webhooks/delivery-providers/${ACME_DEV}/${id}`;
  const configure = () => mutate(gateway, callers.devKey, 'autoConfigureIntegration', input, selection);
  expect(await configure()).toEqual({ success: true, webhookUrl: null, errors: [] });
  for (const [id, told] of [
    [DEV.sendgrid, at(DEV.sendgrid)],
    [DEV.mailgun, null],
  ] as const) {
    const rewrite = () => ({ data: { success: false, message: `The key SG.1 is bad. Set it up by hand: ${at(id)}` } });
    gateway.backend.faults.set([{ kind: 'rewrite', method: 'POST', rewrite }]);
    expect(await configure()).toEqual({ success: false, webhookUrl: told, errors: [] });
  }
});

describe('a link is the caller’s alone', () => {
  test('each call issues one, whatever idempotency key comes with it', async () => {
    const caller = { ...callers.session, 'idempotency-key': 'again' };
    for (const _ of [1, 2]) await link(caller, 'createIntegrationConnectUrl', { identifier: 'slack' });
    expect(sent()).toHaveLength(2);
    expect(sent().map(([, , keyed]) => keyed)).toEqual([false, false]);
  });

  test('it is not kept by anyone on the way, and its identifier is in no event', async () => {
    const { headers, text } = await sendMutation(
      gateway,
      callers.session,
      'createIntegrationMobileLink',
      { identifier: 'telegram-bot' },
      'url token',
    );
    expect(headers.get('cache-control')).toBe('no-store');
    const { url, token } = JSON.parse(text).data.createIntegrationMobileLink;
    const told = JSON.stringify(events());
    expect(told).toContain('/v1/integrations/{id}/mobile-link');
    for (const secret of [url, token, 'telegram-bot']) expect(told).not.toContain(secret);
  });

  test('a link does not cost the organization its cached list', async () => {
    const list = () => gateway.ask(callers.devKey, '{ integrations { totalCount } }');
    await list();
    gateway.calls();
    await link(callers.devKey, 'createIntegrationConnectUrl', { identifier: 'slack' });
    await list();
    expect(gateway.calls()).toEqual(['POST /v1/integrations/channel-connections/oauth']);
  });
});
