import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { App } from '../../src/app.ts';
import { fresh } from '../helpers/demo-data.ts';
import { type Double, sendJson, startDouble } from '../helpers/double.ts';
import { ask, callers, type Headers, startApp } from '../helpers/gateway.ts';

/** An upstream of another make: ids of its own form, under a path, with fields more and fields less than Novu's. */
interface Row extends Record<string, unknown> {
  _id: string;
  name: string;
  active: boolean;
  primary: boolean;
}

const seed = (): Row[] => [
  row('int-1', 'email', 'sendgrid', { active: true, primary: true, priority: 2 }),
  row('int/2 ä', 'email', 'pigeon-post', { active: true, primary: false }),
  row('3', 'fax', 'telefax', { active: false, primary: false }),
];

function row(
  id: string,
  channel: string,
  providerId: string,
  more: { active: boolean; primary: boolean; priority?: number },
): Row {
  return {
    _id: id,
    _environmentId: 'env:a',
    _organizationId: 'org',
    identifier: `slug-${id}`,
    name: `Name ${id}`,
    providerId,
    channel,
    deleted: false,
    plan: { tier: 1 },
    ...more,
  };
}

let rows: Row[] = seed();
const calls: string[] = [];
let double: Double;
let app: App;

beforeAll(async () => {
  double = await startDouble((request, response, text) => sendJson(response, ...reply(request, text)));
  app = await startApp({ GATEWAY_MODE: 'development', NOVU_API_URL: `${double.url}/novu/api/` });
});
afterAll(async () => {
  await app.stop();
  await double.stop();
});
beforeEach(() => {
  rows = seed();
  calls.length = 0;
});

/** Status and body. */
function reply({ method, url = '' }: IncomingMessage, text: string): readonly [number, unknown] {
  calls.push(`${method} ${url}`);
  const [, id = '', action = ''] = /^\/novu\/api\/v1\/integrations(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(url) ?? [];
  const found = rows.find(({ _id }) => _id === decodeURIComponent(id));
  const body = (text ? JSON.parse(text) : {}) as Partial<Row>;
  if (url === '/novu/api/v1/environments/me') return [200, { data: { _id: 'env:a', _organizationId: 'org' }, took: 1 }];
  if (!url.startsWith('/novu/api/v1/integrations')) return [404, { message: `Cannot ${method} ${url}` }];
  if (method === 'GET') return [200, { data: rows, cursor: null }];
  if (method === 'POST' && id === '') {
    const made = { ...row(`int-${rows.length + 1}`, 'chat', 'discord', { active: false, primary: false }), ...body };
    rows.push(made);
    return [200, { data: made }];
  }
  if (!found) return [404, { statusCode: 404, message: `Entity with id ${id} not found`, error: 'Not Found' }];
  if (method === 'DELETE') {
    rows = rows.filter((other) => other !== found);
    return [200, { data: rows }];
  }
  if (method === 'PUT') Object.assign(found, body);
  if (action === 'set-primary') for (const other of rows) other.primary = other === found;
  if (action === 'auto-configure') return [201, { data: { success: true, integration: null } }];
  return [action ? 201 : 200, { data: found }];
}

const send = (query: string, caller: Headers = callers.devKey) => ask(`${app.url}/graphql`, caller, query);
const ROW =
  'id name channel active primary priority environment { id } createdAt kind conditions { value } provider { id }';

test('reads are one call below the path, and make do with what there is', async () => {
  await send('{ integrations { totalCount } }');
  calls.length = 0;
  const { data, errors } = await send(
    `{ integrations { nodes { ${ROW} } } one: integration(by: { id: "int/2 ä" }) { id } by: integration(by: { identifier: { identifier: "slug-3" } }) { id }
       primaryIntegration(channel: EMAIL) { id credentials { __typename } } }`,
    fresh(callers.devKey),
  );
  expect(errors).toBeUndefined();
  // The key's own environment is asked for.
  expect(calls.sort()).toEqual(['GET /novu/api/v1/environments/me', 'GET /novu/api/v1/integrations']);
  expect(data.integrations.nodes).toHaveLength(3);
  expect(data.integrations.nodes).toContainEqual({
    id: '3',
    name: 'Name 3',
    channel: 'UNKNOWN',
    active: false,
    primary: false,
    priority: 0,
    environment: { id: 'env:a' },
    createdAt: null,
    kind: 'DELIVERY',
    conditions: [],
    provider: null,
  });
  expect(data).toMatchObject({
    one: { id: 'int/2 ä' },
    by: { id: '3' },
    primaryIntegration: { id: 'int-1', credentials: { __typename: 'HiddenIntegrationCredentials' } },
  });
});

describe('an API key', () => {
  test('creates', async () => {
    const { data } = await send(
      `mutation { createIntegration(input: { providerId: "discord", name: "New" }) { integration { id name channel } errors { code } } }`,
    );
    expect(data.createIntegration).toEqual({ integration: { id: 'int-4', name: 'New', channel: 'CHAT' }, errors: [] });
    expect(calls.filter((call) => !call.startsWith('GET'))).toEqual(['POST /novu/api/v1/integrations']);
  });

  test.each([
    ['int-1', 'int-1'],
    ['int/2 ä', 'int%2F2%20%C3%A4'],
  ])('updates %s', async (id, encoded) => {
    const { data } = await send(
      `mutation { updateIntegration(input: { id: "${id}", name: "Renamed" }) { integration { id name } changedIntegrations { id } errors { code } } }`,
    );
    expect(data.updateIntegration).toEqual({
      integration: { id, name: 'Renamed' },
      changedIntegrations: [],
      errors: [],
    });
    expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([`PUT /novu/api/v1/integrations/${encoded}`]);
  });

  test('sets the primary one', async () => {
    const { data } = await send(
      'mutation { setPrimaryIntegration(input: { id: "3" }) { integration { id primary } changedIntegrations { id primary } errors { code } } }',
    );
    expect(data.setPrimaryIntegration).toEqual({
      integration: { id: '3', primary: true },
      changedIntegrations: [{ id: 'int-1', primary: false }],
      errors: [],
    });
  });

  test('deletes, with a successor', async () => {
    const { data } = await send(
      'mutation { deleteIntegration(input: { id: "int-1", successorId: "int/2 ä" }) { integration { id primary } changedIntegrations { id primary } errors { code } } }',
    );
    expect(data.deleteIntegration).toEqual({
      integration: { id: 'int-1', primary: true },
      changedIntegrations: [{ id: 'int/2 ä', primary: true }],
      errors: [],
    });
    expect(rows.map(({ _id, primary }) => [_id, primary])).toEqual([
      ['int/2 ä', true],
      ['3', false],
    ]);
  });

  test('auto-configures', async () => {
    const { data } = await send(
      'mutation { autoConfigureIntegration(input: { id: "int-1" }) { success message integration { id } errors { code } } }',
    );
    expect(data.autoConfigureIntegration).toEqual({
      success: true,
      message: null,
      integration: { id: 'int-1' },
      errors: [],
    });
  });

  test.each([
    'updateIntegration(input: { id: "int-9", name: "x" })',
    'setPrimaryIntegration(input: { id: "int-9" })',
    'deleteIntegration(input: { id: "int-9" })',
    'autoConfigureIntegration(input: { id: "int-9" })',
  ])('is told that there is none: %s', async (mutation) => {
    const { data, errors } = await send(`mutation { m: ${mutation} { integration { id } errors { code path } } }`);
    expect(errors).toBeUndefined();
    expect(data.m).toEqual({ integration: null, errors: [{ code: 'INTEGRATION_NOT_FOUND', path: ['input', 'id'] }] });
    expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
  });
});

test('redirects are never followed', async () => {
  const asked: string[] = [];
  const target = await startDouble(({ headers }, response) => {
    asked.push(headers.authorization ?? '');
    sendJson(response, 200, { data: seed() });
  });
  const from = await startDouble((_request, response) => {
    response.writeHead(302, { location: `${target.url}/v1/integrations` }).end();
  });
  const redirected = await startApp({ NOVU_API_URL: from.url });
  try {
    const list = await ask(`${redirected.url}/graphql`, callers.session, '{ integrations { totalCount } }');
    expect(list.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_CONTRACT' } }]);
    const write = await ask(
      `${redirected.url}/graphql`,
      callers.session,
      'mutation { createIntegration(input: { providerId: "discord" }) { errors { code } } }',
    );
    expect(write.data.createIntegration.errors).toEqual([{ code: 'OUTCOME_UNKNOWN' }]);
    expect(asked).toEqual([]);
  } finally {
    await redirected.stop();
    await Promise.all([target.stop(), from.stop()]);
  }
});
