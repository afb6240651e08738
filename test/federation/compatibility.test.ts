import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, stripIgnoredCharacters, visit } from 'graphql';
import { demoSeed } from '../../src/novu-double/seed/seed.ts';
import { DEV, fresh, GLOBEX_POSTMARK, NOBODY } from '../helpers/demo-data.ts';
import { ACME_DEV, ACME_PROD, callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { integrationsSdl } from './support/composition.ts';

/*
 * The checks of Apollo's federation subgraph compatibility suite under their names there, on our schema in place of the
 * suite's. Those of directives that this schema has no use for stand at the end: each fails as soon as one comes into use,
 * and is to be written then.
 */

let gateway: TestGateway;
let sdl: string;
beforeAll(async () => {
  gateway = await startGateway();
  const { data } = await gateway.ask({}, 'query { _service { sdl } }');
  sdl = stripIgnoredCharacters(data._service.sdl);
});
afterAll(() => gateway.stop());

const integration = (id: string) => ({ __typename: 'Integration', id });
const entities = (representations: object[], selection: string, caller: Headers = callers.devKey) =>
  gateway.ask(
    caller,
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`,
    { representations },
  );

describe('introspection', () => {
  test('_service answers the committed SDL, to every caller', async () => {
    const { data, errors } = await gateway.ask({}, 'query { _service { sdl } }');
    expect(errors).toBeUndefined();
    expect(data._service.sdl.trim()).toBe(integrationsSdl.trim());
  });

  test('federation specification: _Service, _Entity and _Any are in the schema', async () => {
    const { data } = await gateway.ask(
      callers.devKey,
      `{
        service: __type(name: "_Service") { kind fields { name type { name } } }
        entity: __type(name: "_Entity") { kind possibleTypes { name } }
        any: __type(name: "_Any") { kind }
      }`,
    );
    expect(data.service).toEqual({ kind: 'OBJECT', fields: [{ name: 'sdl', type: { name: 'String' } }] });
    const names = ['Environment', 'Integration', 'IntegrationProvider', 'Organization'];
    expect(data.entity).toEqual({ kind: 'UNION', possibleTypes: names.map((name) => ({ name })) });
    expect(data.any.kind).toBe('SCALAR');
  });

  test('is served in production too, where introspection is not', async () => {
    const production = await startGateway({ GATEWAY_MODE: 'production' });
    const { data } = await production.ask({}, '{ _service { sdl } }');
    const introspection = await production.ask(callers.devKey, '{ __schema { queryType { name } } }');
    await production.stop();
    expect(data._service.sdl.trim()).toBe(integrationsSdl.trim());
    expect(introspection.errors).toHaveLength(1);
  });
});

describe('@key single', () => {
  test('applies single field @key on Integration, IntegrationProvider and Environment', () => {
    for (const type of ['Integration', 'IntegrationProvider', 'Environment']) {
      expect(sdl).toMatch(new RegExp(`type ${type}@key\\(fields:"id"( resolvable:true)?\\)`));
    }
    expect(sdl).toMatch(/type Organization@key\(fields:"id" resolvable:false\)/);
  });

  test('resolves single field @key on Integration', async () => {
    const { data, errors } = await entities([integration(DEV.sendgrid)], '... on Integration { id name providerId }');
    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([{ id: DEV.sendgrid, name: 'SendGrid', providerId: 'sendgrid' }]);
  });

  test('resolves single field @key on IntegrationProvider and Environment', async () => {
    const { data, errors } = await entities(
      [
        { __typename: 'IntegrationProvider', id: 'twilio' },
        { __typename: 'Environment', id: ACME_DEV },
      ],
      '... on IntegrationProvider { displayName } ... on Environment { primaryIntegration(channel: SMS) { name } }',
    );
    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([{ displayName: 'Twilio' }, { primaryIntegration: { name: 'Twilio' } }]);
  });
});

describe('_entities', () => {
  test('a hundred representations, and as many repeated ones, make one call to Novu', async () => {
    const ids = [DEV.sendgrid, NOBODY, DEV.inbox, GLOBEX_POSTMARK];
    const representations = Array.from({ length: 100 }, (_, index) => integration(ids[index % ids.length] ?? ''));
    gateway.calls();
    const { data } = await entities(representations, '... on Integration { id }', fresh(callers.devKey));
    expect(data._entities).toHaveLength(100);
    expect(gateway.calls()).toEqual(['GET /v1/integrations']);
  });

  test('one that does not exist, or is of another organization, is null in its place', async () => {
    const representations = [integration(NOBODY), integration(DEV.inbox), integration(GLOBEX_POSTMARK)];
    const { data, errors } = await entities(representations, '... on Integration { id }');
    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([null, { id: DEV.inbox }, null]);
  });

  test('one that is damaged, or of a type that is no entity, takes no other with it', async () => {
    const representations = [
      { __typename: 'PageInfo' },
      { id: DEV.inbox },
      { __typename: 'Integration' },
      integration(DEV.inbox),
    ];
    const { data, errors } = await entities(representations, '... on Integration { id }');
    expect(data._entities).toEqual([null, null, null, { id: DEV.inbox }]);
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['_entities', 0], 'BAD_USER_INPUT'],
      [['_entities', 1], 'BAD_USER_INPUT'],
    ]);
  });
  const ACME = '65a0000000000000000000a1';

  test.each<[string, Headers]>([
    ['an API key', callers.globexKey],
    ['a session', callers.globexSession],
  ])('environments and organizations that %s does not see are null, without an error', async (_name, caller) => {
    const types = ['Environment', 'Organization'];
    const selection = '__typename ... on Environment { integrations { totalCount } } ... on Organization { id }';
    const own = await gateway.ask(caller, '{ integrations { nodes { organization { id } environment { id } } } }');
    const { organization, environment } = own.data.integrations.nodes[0];
    const foreign = [ACME_DEV, ACME, NOBODY, 'x', undefined, null];
    const hidden = await entities(
      types.flatMap((__typename) => foreign.map((id) => ({ __typename, id }))),
      selection,
      caller,
    );
    expect([hidden.errors, new Set(hidden.data._entities)]).toEqual([undefined, new Set([null])]);
    const shown = await entities(
      [
        { __typename: 'Environment', id: environment.id },
        { __typename: 'Organization', id: organization.id },
      ],
      selection,
      caller,
    );
    expect([shown.errors, shown.data._entities]).toMatchObject([
      undefined,
      [{ __typename: 'Environment', integrations: { totalCount: 5 } }, { id: organization.id }],
    ]);
  });

  test('an environment without integrations is one, for those who see it', async () => {
    const seed = demoSeed();
    const empty = await startGateway({}, { seed: { ...seed, integrations: [] } });
    const query = `{ _entities(representations: [{ __typename: "Environment", id: "${ACME_PROD}" }]) { ... on Environment { id } } }`;
    for (const caller of [callers.session, callers.prodKey])
      expect((await empty.ask(caller, query)).data).toEqual({ _entities: [{ id: ACME_PROD }] });
    for (const caller of [callers.globexSession, callers.globexKey])
      expect((await empty.ask(caller, query)).data).toEqual({ _entities: [null] });
    await empty.stop();
  });

  test('many are counted against the cost of the operation', async () => {
    const many = Array.from({ length: 100 }, () => integration(DEV.inbox));
    const page = 'environment { integrations(first: 100) { nodes { name identifier providerId active primary } } }';
    const { status, errors } = await entities(many, `... on Integration { ${page} }`);
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'QUERY_TOO_COMPLEX']);
    expect((await entities(many.slice(0, 50), `... on Integration { ${page} }`)).errors).toBeUndefined();
  });
});

describe('@link', () => {
  test('links the federation specification once, and imports what is used', () => {
    const links = [
      ...sdl.matchAll(/@link\(url:"https:\/\/specs\.apollo\.dev\/federation\/v([\d.]+)" import:\[(.*?)\]/g),
    ];
    expect(links.map(([, version, imports]) => [version, imports])).toEqual([
      ['2.9', '"@cost" "@key" "@listSize" "@shareable" "@tag"'],
    ]);
  });
});

describe('@shareable', () => {
  test('should return @shareable directives in _service sdl', () => {
    expect(sdl).toMatch(/type PageInfo@shareable/);
  });

  test('what never changes in an integration is @shareable', () => {
    const [fields = ''] = /type Integration@key[\s\S]*?\{[\s\S]*?\}/.exec(sdl) ?? [];
    const shared = [...fields.matchAll(/(\w+):[\w!]+@shareable/g)].map(([, name]) => name);
    expect(shared).toEqual(['providerId', 'channel', 'kind']);
  });

  test('should be able to resolve @shareable PageInfo types', async () => {
    const { data } = await gateway.ask(callers.devKey, '{ integrations(first: 1) { pageInfo { hasNextPage } } }');
    expect(data.integrations.pageInfo).toEqual({ hasNextPage: true });
  });
});

describe('@tag', () => {
  test('should return @tag directives in _service sdl', () => {
    expect(sdl).toMatch(/inboundWebhookSigningKey:String@tag\(name:"secret"\)/);
  });
});

describe('ftv1', () => {
  test('ftv1', async () => {
    const asking = { 'apollo-federation-include-trace': 'ftv1' };
    const { data, extensions } = await gateway.ask(asking, 'query { __typename }');
    expect({ data, extensions }).toEqual({ data: { __typename: 'Query' }, extensions: { ftv1: expect.any(String) } });
  });
});

const keys = [...integrationsSdl.matchAll(/^type (\w+)[^{]*?@key\(fields: "(.*?)"/gm)].map(
  ([, , fields = '']) => fields,
);
const typeHeads = integrationsSdl.match(/^type [^{]*/gm) ?? [];

describe.each([
  ['@key multiple', 'an opaque id is the only key of each entity', () => keys.some((key) => /\w \w/.test(key))],
  ['@key composite', 'no key is an object', () => keys.some((key) => key.includes('{'))],
  ['repeatable @key', 'no entity has a second key', () => typeHeads.some((head) => head.split('@key').length > 2)],
  ['@requires', 'no field is computed from those of another subgraph', () => applies('requires')],
  ['@provides', 'no field brings those of another subgraph along', () => applies('provides')],
  ['@override', 'no field was taken over from another subgraph', () => applies('override')],
  ['@inaccessible', 'nothing is hidden from clients; contracts go by @tag', () => applies('inaccessible')],
  ['@composeDirective', 'there is no directive of our own', () => applies('composeDirective')],
  ['@interfaceObject', 'no interface is an entity', () => applies('interfaceObject')],
])('%s', (_name, reason, used) => {
  test(`does not apply: ${reason}`, () => {
    expect(keys).toHaveLength(4);
    expect(used()).toBe(false);
  });
});

/** Whether a directive of federation is applied somewhere, under its own name or its long one. */
function applies(name: string): boolean {
  let found = false;
  visit(parse(integrationsSdl), {
    DirectiveDefinition: () => false,
    Directive: ({ name: { value } }) => {
      found ||= value === name || value === `federation__${name}`;
    },
  });
  return found;
}
