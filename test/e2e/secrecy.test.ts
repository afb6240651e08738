import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CANARY, CANARY_IDS, canarySeed, GLOBEX_CANARY, HEX_SESSION } from '../helpers/canaries.ts';
import { fresh } from '../helpers/demo-data.ts';
import { type Answer, callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { secretSelection, waysToSecrets } from '../helpers/ways-to-secrets.ts';

const SECRETS = secretSelection(['sendgrid', 'nodemailer', 'twilio', 'slack', 'sns']);
const OPERATIONS = waysToSecrets(SECRETS);

interface Kind {
  readonly caller: Headers;
  /** Reason in HiddenIntegrationCredentials; null: the caller may see credentials. */
  readonly hidden: string | null;
}

const KINDS: Readonly<Record<'api2024' | 'api2026', Readonly<Record<string, Kind>>>> = {
  api2024: {
    'an API key': { caller: callers.devKey, hidden: 'API_KEY_CALLER' },
    'an API key of another environment': { caller: callers.prodKey, hidden: 'API_KEY_CALLER' },
    'an API key of another organization': { caller: callers.globexKey, hidden: 'API_KEY_CALLER' },
    'a session token that looks like an API key': { caller: bearer(HEX_SESSION), hidden: 'API_KEY_CALLER' },
    'a session': { caller: callers.session, hidden: null },
    'a session of another organization': { caller: callers.globexSession, hidden: null },
  },
  api2026: {
    'an API key': { caller: callers.devKey, hidden: 'API_KEY_CALLER' },
    'an API key of another organization': { caller: callers.globexKey, hidden: 'API_KEY_CALLER' },
    'a session token that looks like an API key': { caller: bearer(HEX_SESSION), hidden: 'API_KEY_CALLER' },
    'a token in capitals that looks like an API key': {
      caller: bearer(HEX_SESSION.toUpperCase()),
      hidden: 'API_KEY_CALLER',
    },
    'a keyless caller': { caller: { authorization: 'Keyless keyless-token' }, hidden: 'SCHEME_NOT_ALLOWED' },
    'an OAuth2 caller': { caller: { authorization: 'OAuth2 oauth2-token' }, hidden: 'SCHEME_NOT_ALLOWED' },
    'a session that may only read': { caller: callers.viewer, hidden: 'NOT_PROVIDED' },
    'a session': { caller: callers.session, hidden: null },
  },
};

describe.each(['api2026', 'api2024'] as const)('on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway({}, { generation, seed: canarySeed(generation) });
  });
  afterAll(() => gateway.stop());

  describe.each(Object.entries(KINDS[generation]))('%s', (name, { caller, hidden }) => {
    test.each(Object.keys(OPERATIONS))('%s', async (operation) => {
      gateway.backend.reset();
      const { query, variables } = OPERATIONS[operation] ?? { query: '', variables: {} };
      // Past the cache, from the cache, and as a router asks.
      for (const headers of [fresh(caller), caller, { ...caller, 'apollo-federation-include-trace': 'ftv1' }]) {
        const answer = await gateway.ask(headers, query, variables);
        const shown = `${answer.text}\n${JSON.stringify([...answer.headers])}`;
        expect(answer.text).not.toContain('GRAPHQL_VALIDATION_FAILED');
        expect(shown).not.toContain('nvsk.');
        if (hidden !== null) {
          expect(withoutOwnRight(hidden, shown)).not.toContain(CANARY);
          expect(shown).not.toContain('"isSet"');
        }
        if (!name.includes('another organization')) expect(shown).not.toContain(GLOBEX_CANARY);
        expect(new Set(reasonsIn(answer))).toEqual(new Set(hidden === null ? [] : reasonsIn(answer).map(() => hidden)));
      }
    });
  });

  test('the canary sings: a session sees each value, where it belongs', async () => {
    gateway.backend.reset();
    const { data } = await gateway.ask(fresh(callers.session), `{ integrations { nodes { id ${SECRETS} } } }`);
    const nodes: { id: string }[] = data.integrations.nodes;
    const row = (id: string) => nodes.find((node) => node.id === id);
    expect(row(CANARY_IDS.sendgrid)).toMatchObject({
      credentials: {
        __typename: 'SendGridIntegrationCredentials',
        providerId: 'sendgrid',
        apiKey: 'CANARY-sendgrid-apiKey',
        senderName: 'CANARY-sendgrid-senderName',
        extra: { secretKey: 'CANARY-sendgrid-secretKey', accessKey: 'CANARY-sendgrid-accessKey' },
        values: {
          apiKey: 'CANARY-sendgrid-apiKey',
          from: 'CANARY-sendgrid-from',
          secretKey: 'CANARY-sendgrid-secretKey',
        },
      },
      credentialState: expect.arrayContaining([
        { key: 'apiKey', isSet: true },
        { key: 'accessKey', isSet: true },
      ]),
      // Unknown to the older server.
      configurations:
        generation === 'api2024'
          ? null
          : { inboundWebhookEnabled: true, inboundWebhookSigningKey: 'CANARY-sendgrid-signing', other: null },
    });
    expect(row(CANARY_IDS.nodemailer)).toMatchObject({
      credentials: { port: '25', tlsOptions: { deep: [{ key: 'CANARY-nodemailer-tls' }] }, extra: null },
    });
    expect(row(CANARY_IDS.unknown)).toMatchObject({
      credentials: { __typename: 'UnknownProviderIntegrationCredentials', values: { apiKey: 'CANARY-unknown-apiKey' } },
    });
    // Configurations that are not known to be public are never shown.
    expect(JSON.stringify(data)).not.toContain('-configuration');
  });

  test('who may see none does not make the gateway fetch them', async () => {
    await gateway.ask(callers.devKey, '{ integrations { totalCount } }');
    await gateway.ask(callers.devKey, '{ integrations { totalCount } }');
    gateway.calls();
    await gateway.ask(callers.devKey, `{ integrations { nodes { ${SECRETS} } } }`);
    expect(gateway.calls()).toEqual([]);
  });

  test('stored values that upstream lets slip are never shown, at any depth', async () => {
    const { data, text } = await slip(callers.session);
    expect(text).not.toContain('nvsk.');
    expect(data.integrations.nodes.length).toBeGreaterThan(0);
    expect((await slip(callers.devKey)).text).not.toMatch(/nvsk\.|CANARY/);
  });

  /** A list whose every credential, configuration and text that a client could read holds a stored value. */
  function slip(caller: Headers): Promise<Answer> {
    const stored = 'nvsk.00112233445566778899aabbccddeeff:0011';
    const rewrite = (body: unknown) => {
      const { data } = body as { data: Record<string, unknown>[] };
      for (const row of data) {
        const credentials = {
          apiKey: stored,
          host: `smtp://${CANARY}`,
          tlsOptions: { a: [{ b: stored }] },
          odd: [stored],
          token: { c: stored },
        };
        Object.assign(row, {
          credentials,
          configurations: { inboundWebhookSigningKey: stored, payloadSchema: stored, [stored]: stored },
        });
      }
      return body;
    };
    gateway.backend.reset();
    gateway.backend.faults.add({ kind: 'rewrite', route: '/v1/integrations', rewrite });
    return gateway.ask(fresh(caller), `{ integrations { nodes { id ${SECRETS} } } }`);
  }
});

test('a session sees what a mutation left, although the older server answers with stored values', async () => {
  const gateway = await startGateway({}, { generation: 'api2024', seed: canarySeed('api2024') });
  try {
    const { data } = await gateway.ask(
      callers.session,
      `mutation { updateIntegration(input: { id: "${CANARY_IDS.sendgrid}", name: "n" }) { integration { name ${SECRETS} } } }`,
    );
    expect(data.updateIntegration.integration).toMatchObject({
      name: 'n',
      credentials: { apiKey: 'CANARY-sendgrid-apiKey' },
    });
  } finally {
    await gateway.stop();
  }
});

/** Novu gives the signing key to every session, also to one that it gives no credentials. */
function withoutOwnRight(hidden: string, shown: string): string {
  return hidden === 'NOT_PROVIDED' ? shown.replace(/"inboundWebhookSigningKey":"[^"]*"/g, '') : shown;
}

/** Every `reason` of HiddenIntegrationCredentials in an answer. */
function reasonsIn({ text }: Answer): string[] {
  return [...text.matchAll(/"reason":"(\w+)"/g)].map(([, reason = '']) => reason);
}

function bearer(token: string): Headers {
  return { ...callers.session, authorization: `Bearer ${token}` };
}
