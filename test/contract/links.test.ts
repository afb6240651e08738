import { describe, expect, test } from '@jest/globals';
import { apiKey, expectInvalid, expectRefusal, type Reply, session, start, V1 } from './support.ts';

const NOW = Date.parse('2026-09-09T12:00:00.000Z');
const startAt = () => start({ now: () => NOW });

test('auto-configure answers the integration as it is now, with clear credentials even for an API key (R26)', async () => {
  const backend = await startAt();
  const [sendgrid] = backend.records();
  const reply = await apiKey(backend).post(`${V1}/${sendgrid?._id}/auto-configure`);
  const { success, message, integration } = reply.body.data as {
    success: boolean;
    message: string;
    integration: object;
  };
  expect([reply.status, success, message]).toEqual([200, true, 'The inbound webhook is set up']);
  expect(integration).toMatchObject({ id: sendgrid?._id, configurations: { inboundWebhookEnabled: true } });
  expect(integration).toMatchObject({ credentials: { apiKey: expect.stringMatching(/^SG/) } });
});

test('auto-configure refuses a malformed id, and a session without an environment', async () => {
  const backend = await startAt();
  const [sendgrid] = backend.records();
  const errorsOf = async (reply: Promise<Reply>) => {
    const { status, body } = await reply;
    return [status, Object.keys(body.errors ?? {})];
  };
  expect(await errorsOf(apiKey(backend).post(`${V1}/fakeIntegrationId/auto-configure`))).toEqual([
    422,
    ['integrationId'],
  ]);
  expect(await errorsOf(session(backend, '').post(`${V1}/${sendgrid?._id}/auto-configure`))).toEqual([
    422,
    ['environmentId'],
  ]);
});

/** Contract §1.1, rows 11 to 16; api2026 only. */
describe('links for chats', () => {
  test.each(['channel-connections/oauth', 'channel-endpoints/oauth', 'chat/oauth'])(
    '%s answers a URL',
    async (path) => {
      const backend = await startAt();
      const body = { integrationIdentifier: 'slack', subscriberId: 'ada' };
      const reply = await apiKey(backend).post(`${V1}/${path}`, body);
      expect(reply.status).toBe(201);
      const url = /^https:\/\/slack\.com\/oauth\/v2\/authorize\?client_id=1000000000001\.2000000000002&state=[\w.%-]+$/;
      expect(reply.body.data).toEqual({ url: expect.stringMatching(url) });
    },
  );

  test.each(['channel-connections/oauth', 'channel-endpoints/oauth', 'channel-endpoints/link', 'chat/oauth'])(
    '%s refuses an unknown identifier, one of another environment, and a missing one',
    async (path) => {
      const backend = await startAt();
      const post = (body: object) => apiKey(backend).post(`${V1}/${path}`, { subscriberId: 'ada', ...body });
      for (const integrationIdentifier of ['unknown', 'teams']) {
        const text = `Integration ${integrationIdentifier} not found`;
        expectRefusal(await post({ integrationIdentifier }), 'api2026', 404, text);
      }
      expectInvalid(await post({}), 'api2026', [
        'integrationIdentifier should not be null or undefined',
        'integrationIdentifier must be a string',
      ]);
    },
  );

  test.each([
    ['channel-connections/oauth', {}, 'connect'],
    ['channel-endpoints/oauth', {}, 'link_user'],
    ['chat/oauth', {}, 'connect'],
    ['chat/oauth', { mode: 'link_user' }, 'link_user'],
  ])('%s with %j is for %s', async (path, more, mode) => {
    const backend = await startAt();
    const body = { integrationIdentifier: 'slack', subscriberId: 'ada', ...more };
    const { url } = (await apiKey(backend).post(`${V1}/${path}`, body)).body.data as { url: string };
    expect(new URL(url).searchParams.get('state')).toMatch(new RegExp(`^${mode}\\.[\\w-]{32}$`));
  });

  test('channel-endpoints need a subscriber', async () => {
    const backend = await startAt();
    const messages = ['subscriberId should not be null or undefined', 'subscriberId must be a string'];
    for (const path of ['channel-endpoints/oauth', 'channel-endpoints/link']) {
      expectInvalid(
        await apiKey(backend).post(`${V1}/${path}`, { integrationIdentifier: 'slack' }),
        'api2026',
        messages,
      );
    }
  });

  test('OAuth is refused for a provider without it', async () => {
    const backend = await startAt();
    const reply = await apiKey(backend).post(`${V1}/channel-connections/oauth`, { integrationIdentifier: 'twilio' });
    expectRefusal(reply, 'api2026', 400, 'Provider "twilio" does not support OAuth.');
  });

  test('channel-endpoints/link, mobile-link and webhook/configure work for Telegram', async () => {
    const backend = await startAt();
    const link = await apiKey(backend).post(`${V1}/channel-endpoints/link`, {
      integrationIdentifier: 'telegram-bot',
      subscriberId: 'ada',
    });
    const bot = 'telegram_bot_bot';
    const start = expect.stringMatching(new RegExp(`^https://t\\.me/${bot}\\?start=[\\w-]{32}$`));
    expect([link.status, link.body.data]).toEqual([200, { url: start, providerMetadata: { botUsername: bot } }]);
    const mobile = await apiKey(backend).post(`${V1}/telegram-bot/mobile-link`, {});
    const expiresAt = '2026-09-09T12:05:00.000Z';
    expect([mobile.status, mobile.body.data]).toEqual([200, { token: expect.any(String), url: start, expiresAt }]);
    const webhook = await apiKey(backend).post(`${V1}/telegram-bot/webhook/configure`);
    const configured = {
      webhookUrl: expect.stringMatching(/^https:/),
      configuredAt: '2026-09-09T12:00:00.000Z',
      botUsername: bot,
    };
    expect([webhook.status, webhook.body.data]).toEqual([200, configured]);
  });

  test('the three refuse other providers, and unknown identifiers', async () => {
    const backend = await startAt();
    const refuse = async (path: string, body: object, status: number, text: string) =>
      expectRefusal(await apiKey(backend).post(`${V1}/${path}`, body), 'api2026', status, text);
    const named = { integrationIdentifier: 'slack', subscriberId: 'ada' };
    const unsupported = (what: string) => `Provider "slack" does not support ${what} via this endpoint.`;
    await refuse('channel-endpoints/link', named, 400, unsupported('subscriber chat linking'));
    await refuse('slack/mobile-link', {}, 400, unsupported('mobile setup links'));
    await refuse('slack/webhook/configure', {}, 400, unsupported('webhook configuration'));
    await refuse('unknown/mobile-link', {}, 404, 'Integration unknown not found');
    await refuse('unknown/webhook/configure', {}, 404, 'Integration unknown not found');
  });
});
