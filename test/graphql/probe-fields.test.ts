import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { GatewayContext } from '../../src/graphql/context.ts';
import { FromList } from '../../src/graphql/field-marks.ts';
import { type ErrorEvent, errorChannel } from '../../src/telemetry/channels.ts';
import { isServerError } from '../../src/telemetry/log.ts';
import { collectEvents } from '../helpers/events.ts';
import { callers, type Headers, neverRepeating, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { comparable, PIPELINE } from '../helpers/pipeline.ts';
import { PROBES, ProbeResolver, PublicProbeResolver } from '../helpers/probes/fields.ts';
import { countWays } from '../helpers/ways.ts';

let gateway: TestGateway;

/** Without a response cache. */
let planning: TestGateway;

beforeAll(async () => {
  const lasting = { CACHE_TTL: '1h', CACHE_MEMORY_TTL: '1h' };
  gateway = await startGateway(lasting, {}, { resolvers: [ProbeResolver, PublicProbeResolver] });
  planning = neverRepeating(await startGateway(lasting, {}, { resolvers: [ProbeResolver] }));
});

afterAll(async () => {
  await gateway?.stop();
  await planning?.stop();
});

const ways = countWays();
const errors = collectEvents<ErrorEvent>(errorChannel);

describe('a field that is added', () => {
  test.each(PROBES)('%s is answered alike on every way', async (probe) => {
    for (const caller of [callers.devKey, callers.session]) {
      const query = `{ integrations(first: 2) { nodes { id ${probe} } } integration(by: { id: "65b100000000000000000001" }) { ${probe} } }`;
      const answers = [await gateway.ask({ ...caller, ...PIPELINE }, query)];
      for (let turn = 0; turn < 4; turn++) answers.push(await gateway.ask(caller, query));
      for (let turn = 0; turn < 3; turn++) answers.push(await planning.ask(caller, query));
      const [expected, ...others] = answers.map(({ text }) => comparable(text));
      expect(others).toEqual(others.map(() => expected));
      expect(Object.keys(answers[0]?.data?.integration ?? {})).toHaveLength(1);
    }
  });

  test.each(['namedForSessions { name }', 'secretlyNamed { name }', 'named { sessionWord }'])(
    '{ %s } is behind its guard on every way, and what one caller is shown is not told to another',
    async (field) => {
      const query = `{ ${field} }`;
      const ask = async (caller: Headers) => comparable((await gateway.ask(caller, query)).text).trimEnd();
      for (const caller of [callers.session, callers.devKey]) {
        const expected = await ask({ ...caller, ...PIPELINE });
        for (let turn = 0; turn < 5; turn++) {
          expect(await ask(callers.session)).toContain('SendGrid');
          expect(await ask(caller)).toBe(expected);
        }
      }
      expect(await ask(callers.devKey)).not.toContain('SendGrid');
      expect(ways.count('plan-cache') + ways.count('response-cache')).toBeGreaterThan(5);
    },
  );

  test.each(['fromRow', 'byCaller', 'objectFromRow { name }', 'listFromRow { name }'])(
    '%s, which is marked, is compiled',
    async (probe) => {
      const query = `{ integrations(first: 1) { nodes { ${probe} } } }`;
      for (let turn = 0; turn < 2; turn++) await planning.ask(callers.devKey, query);
      expect(ways.count('plan-cache')).toBe(1);
    },
  );

  test.each(['shout', 'greet', 'later', 'probe { name }', 'promiseFromRow { name }', 'failing'])(
    '%s, which is not or cannot be, is left to the executor',
    async (probe) => {
      const query = `{ integrations(first: 1) { nodes { ${probe} } } }`;
      for (let turn = 0; turn < 2; turn++) await planning.ask(callers.devKey, query);
      expect([ways.count('plan-cache'), ways.count('apollo')]).toEqual([0, 2]);
    },
  );

  test.each([
    ['askedBy', callers.devKey, 'private, no-cache'],
    ['count', callers.session, 'private, no-cache'],
    ['where', callers.devKey, 'private, no-cache'],
    ['count', {}, 'no-store'],
    ['loud', callers.devKey, 'public, max-age=300'],
    ['loud', {}, 'public, max-age=300'],
  ])(
    '%s, below a public field, is kept by shared caches only if it is the same for all',
    async (field, caller, control) => {
      const { data, headers } = await gateway.ask(caller, `{ integrationProvider(id: "sendgrid") { id ${field} } }`);
      expect(data.integrationProvider.id).toBe('sendgrid');
      expect(headers.get('cache-control')).toBe(control);
    },
  );

  test('one whose resolver may read anything is read each time, and not answered as it was before', async () => {
    const query = '{ integrations(first: 1) { nodes { elsewhere } } }';
    const seen = [];
    for (let turn = 0; turn < 5; turn++) {
      seen.push((await gateway.ask(callers.devKey, query)).data.integrations.nodes[0].elsewhere);
    }
    expect(new Set(seen).size).toBe(5);
  });

  test('an error that is a value is left to the executor, also where the operation is known', async () => {
    for (const probe of ['forSessions { size name }', 'wordForSessions']) {
      const query = `{ integrations(first: 1) { nodes { probe: ${probe} } } }`;
      for (let turn = 0; turn < 2; turn++) await planning.ask(callers.session, query);
      expect(ways.count('plan-cache')).toBe(1);
      const { data, errors } = await planning.ask(callers.devKey, query);
      expect(data.integrations.nodes).toEqual([{ probe: null }]);
      expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
      ways.clear();
    }
  });

  test('a bug on the fast path is published, and the pipeline answers', async () => {
    const query = '{ integrations(first: 1) { nodes { bugForKeys } } }';
    for (let turn = 0; turn < 2; turn++) await planning.ask(callers.session, query);
    expect([ways.count('plan-cache'), errors()]).toEqual([1, []]);
    const { data, headers } = await planning.ask(callers.devKey, query);
    expect(data.integrations.nodes).toEqual([{ bugForKeys: null }]);
    const requestId = headers.get('x-request-id');
    expect(errors()).toMatchObject([
      { requestId, code: 'FAST_PATH_FAILED', error: { cause: { message: 'a bug' } } },
      { requestId, code: 'INTERNAL_SERVER_ERROR' },
    ]);
    expect(errors().every(({ code }) => isServerError(code))).toBe(true);
  });

  test('a bug on the fast path after a mutation has run is answered by 500, and both are published', async () => {
    const query = 'mutation ($what: String!) { write(what: $what) }';
    for (let turn = 0; turn < 2; turn++) await planning.ask(callers.session, query, { what: 'text' });
    expect([ways.count('plan-cache'), errors()]).toEqual([1, []]);
    const { status, errors: told, headers } = await planning.ask(callers.session, query, { what: 'a bug' });
    expect([status, told?.[0]?.extensions.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(errors()).toMatchObject([{ requestId: headers.get('x-request-id'), code: 'INTERNAL_SERVER_ERROR' }]);
    expect(ways.count('failed')).toBe(1);
  });

  test('a root field that is marked FromList gets its arguments on every way, defaults among them', async () => {
    for (const query of ['{ named { name } }', '{ named(name: "Mailgun") { name } }']) {
      const { text } = await gateway.ask({ ...callers.devKey, ...PIPELINE }, query);
      for (let turn = 0; turn < 4; turn++) {
        expect((await planning.ask(callers.devKey, query)).text.trimEnd()).toBe(comparable(text).trimEnd());
      }
    }
    expect(ways.count('plan-cache')).toBe(6);
  });

  test('a root field that takes its arguments one by one cannot be marked FromList', () => {
    expect(() => {
      @Resolver()
      class OneByOne {
        @Query(() => String)
        @FromList()
        async echo(@Arg('text', () => String) text: string, @Ctx() _: GatewayContext): Promise<string> {
          return text;
        }
      }
      return OneByOne;
    }).toThrow('"echo" is marked FromList, so it must take @Args() and @Ctx().');
  });

  test('one of an interface has the marks of the interface: a secret is never kept, and a list counts', async () => {
    for (const selection of ['interface { key }', 'probedInterface: interface { ... on Keyed { key } }']) {
      const query = `{ integrations(first: 1) { nodes { ${selection} } } }`;
      for (let turn = 0; turn < 4; turn++) {
        const { text, headers } = await gateway.ask(callers.session, query);
        expect(text).toContain('secret of');
        expect(headers.get('cache-control')).toBe('no-store');
      }
    }
    expect(ways.count('response-cache')).toBe(0);
    const long = await gateway.ask(
      callers.session,
      '{ integrations(first: 10) { nodes { interface { many { name } } } } }',
    );
    expect(long.errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
  });

  test('a secret one is null for a caller who may not read secrets, on every way, and is never kept', async () => {
    const query = '{ integrations(first: 1) { nodes { objectFromRow { hidden } } } }';
    for (let turn = 0; turn < 4; turn++) {
      const { data } = await gateway.ask(callers.devKey, query);
      expect(data.integrations.nodes).toEqual([{ objectFromRow: { hidden: null } }]);
      const shown = await gateway.ask(callers.session, query);
      expect(shown.data.integrations.nodes[0].objectFromRow.hidden).toMatch(/^secret of /);
      expect(shown.headers.get('cache-control')).toBe('no-store');
    }
    expect(ways.count('response-cache')).toBe(0);
  });
});
