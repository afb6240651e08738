import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACME_DEV, ACME_DEV_KEY, ACME_PROD, callers, startGateway, type TestGateway } from '../../helpers/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

const READ = '{ integrations { totalCount nodes { credentials { __typename } } } }';
const PUBLIC = '{ integrationProviders { id } }';

interface Answer {
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly message: string;
  readonly text: string;
}

/** Sends the headers as they are, twice where they are given twice. */
function send(headers: readonly (readonly [string, string])[], query: string): Promise<Answer> {
  const body = JSON.stringify({ query });
  const all = [
    ['Host', 'gateway'],
    ['Content-Type', 'application/json'],
    ['Content-Length', String(Buffer.byteLength(body))],
    ...headers,
  ];
  return new Promise((resolve, reject) => {
    const sent = request(gateway.url, { method: 'POST', headers: all.flat() as string[] }, async (response) => {
      const text = Buffer.concat(await response.toArray()).toString();
      const [error] = JSON.parse(text).errors ?? [];
      resolve({ status: response.statusCode, code: error?.extensions.code, message: error?.message ?? '', text });
    });
    sent.on('error', reject).end(body);
  });
}

const KEY = ['Authorization', callers.devKey.authorization] as const;
const SESSION = ['Authorization', callers.session.authorization] as const;
const ENVIRONMENT = ['Novu-Environment-Id', ACME_DEV] as const;

test.each([
  ['Authorization', [KEY, KEY]],
  ['Authorization', [KEY, ['authorization', SESSION[1]], ENVIRONMENT]],
  ['Authorization', [['AUTHORIZATION', ''], KEY]],
  ['Novu-Environment-Id', [SESSION, ENVIRONMENT, ENVIRONMENT]],
  ['Novu-Environment-Id', [SESSION, ENVIRONMENT, ['novu-environment-id', ACME_PROD]]],
] as const)('a second %s header is 400, whatever is asked', async (name, headers) => {
  gateway.calls();
  for (const query of [READ, PUBLIC]) {
    expect(await send(headers, query)).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
      message: `Send the header ${name} once.`,
    });
  }
  expect(gateway.calls()).toEqual([]);
});

test.each(['Bearer a b', 'ApiKey "x"', `Bearer ${ACME_DEV_KEY} x`, `ApiKey ${ACME_DEV_KEY}, Bearer x`])(
  '%s is no caller',
  async (authorization) => {
    gateway.calls();
    const answer = await send([['Authorization', authorization], ENVIRONMENT], READ);
    expect(answer).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(gateway.calls()).toEqual([]);
  },
);

test('an environment that is no id is refused before Novu is asked, for reads and writes', async () => {
  gateway.calls();
  for (const query of [READ, 'mutation { deleteIntegration(input: { id: "x" }) { deletedId: __typename } }']) {
    const answer = await send([SESSION, ['Novu-Environment-Id', 'production']], query);
    expect(answer).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    expect(answer.message).toContain('Novu-Environment-Id');
  }
  expect(gateway.calls()).toEqual([]);
});

test('spellings of one caller share what is cached', async () => {
  const upper = ['Novu-Environment-Id', ACME_DEV.replace('a', 'A')] as const;
  const first = await send([SESSION, ENVIRONMENT], '{ integrations { totalCount } }');
  gateway.calls();
  const spaced = ['Authorization', SESSION[1].replace(' ', '   ')] as const;
  expect(await send([spaced, upper], '{ integrations { totalCount } }')).toEqual(first);
  expect(gateway.calls()).toEqual([]);
});
