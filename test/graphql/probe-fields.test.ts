import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLScalarType } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  createUnionType,
  Directive,
  Field,
  FieldResolver,
  Float,
  Info,
  Int,
  InterfaceType,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { callerOf, type GatewayContext } from '../../src/graphql/context.ts';
import { FromList, FromRow, ListSize, Secret } from '../../src/graphql/field-marks.ts';
import { Integration } from '../../src/graphql/integration/integration.type.ts';
import type { Integration as Row } from '../../src/model/integration.ts';
import { type ErrorEvent, errorChannel } from '../../src/telemetry/channels.ts';
import { collectEvents } from '../helpers/events.ts';
import { callers, neverRepeating, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { comparable, PIPELINE } from '../helpers/pipeline.ts';
import { countWays } from '../helpers/ways.ts';

/*
 * A field of each kind, added as a contributor would add it: each way of answering must give the same, whether it knows the field
 * or leaves it to the executor.
 */

@ObjectType({ simpleResolvers: true })
@Directive('@shareable')
class Probe {
  @Field(() => String)
  name!: string;

  @Field(() => Int, { nullable: true })
  size!: number | null;

  @Field(() => String, { nullable: true })
  get shortened(): string {
    return this.name.slice(0, 3);
  }

  @Secret()
  @Field(() => String, { nullable: true })
  hidden!: string | null;
}

function probeOf({ name, priority }: Row): Probe {
  return Object.assign(new Probe(), { name, size: priority, hidden: `secret of ${name}` });
}

/** Takes what it is given: a value is not refused for its type. */
const Anything = new GraphQLScalarType<unknown>({
  name: 'Anything',
  serialize: (value) => (value === 'nothing' ? null : value),
});

enum Weight {
  LIGHT = 1,
  HEAVY = 2,
}
registerEnumType(Weight, { name: 'Weight' });

@InterfaceType()
abstract class Keyed {
  @Field(() => String)
  name!: string;

  @Secret()
  @Field(() => String, { nullable: true })
  key!: string | null;

  @ListSize({ assumedSize: 20_000 })
  @Field(() => [Probe], { nullable: true })
  many!: Probe[] | null;
}

@ObjectType({ implements: Keyed, simpleResolvers: true })
@Directive('@shareable')
class Lock extends Keyed {}

const Either = createUnionType({ name: 'Either', types: () => [Lock, Probe] as const });

function lockOf({ name }: Row): Lock & { readonly __typename: string } {
  return Object.assign(new Lock(), { __typename: 'Lock', name, key: `secret of ${name}`, many: null });
}

/** Further fields that are marked `FromRow`: their types, and what is read. */
const FROM_ROW: Readonly<Record<string, readonly [type: unknown, read: (row: Row) => unknown]>> = {
  anything: [Anything, ({ name }) => ({ name })],
  promised: [Anything, async ({ name }) => name],
  promises: [[Anything], ({ name }) => [Promise.resolve(name)]],
  failed: [Anything, () => new Error('a bug')],
  notANumber: [Float, () => Number.NaN],
  fraction: [Float, () => 0.1],
  large: [Int, () => 2 ** 31],
  weight: [Weight, ({ priority }) => (priority > 0 ? Weight.HEAVY : Weight.LIGHT)],
  noWeight: [Weight, () => 3],
  lists: [[[Int]], ({ priority }) => [[priority, null], null, []]],
  iterable: [[Int], () => new Set([1, 2])],
  method: [String, ({ name }) => ({ toString: () => name })],
  interface: [Keyed, lockOf],
  either: [Either, (row) => (row.priority > 0 ? lockOf(row) : { __typename: 'Probe', ...probeOf(row) })],
  thenable: [
    Probe,
    (row) => ({
      // biome-ignore lint/suspicious/noThenProperty: that is what is probed.
      then: (resolve: (value: Probe) => void) => resolve(probeOf(row)),
    }),
  ],
};

/** Added to the type itself, by its decorators, as a class body would do. */
const added: Record<string, () => void> = {
  fromRow: () =>
    addField(
      'fromRow',
      () => String,
      FromRow(({ name }: Row) => `${name}!`),
    ),
  objectFromRow: () => addField('objectFromRow', () => Probe, FromRow(probeOf)),
  listFromRow: () =>
    addField(
      'listFromRow',
      () => [Probe],
      FromRow((row: Row) => [probeOf(row), probeOf(row)]),
    ),
  byCaller: () =>
    addField(
      'byCaller',
      () => String,
      FromRow((_: Row, caller) => caller.scheme),
    ),
  promiseFromRow: () =>
    addField(
      'promiseFromRow',
      () => Probe,
      FromRow(async (row: Row) => probeOf(row)),
    ),
  failing: () =>
    addField(
      'failing',
      () => String,
      FromRow(() => {
        throw new Error('a bug');
      }),
    ),
  forSessions: () =>
    addField(
      'forSessions',
      () => Probe,
      FromRow((row: Row, { scheme }) =>
        scheme === 'SESSION' ? probeOf(row) : Object.assign(new Error('a bug'), probeOf(row)),
      ),
    ),
  wordForSessions: () =>
    addField(
      'wordForSessions',
      () => Anything,
      FromRow((_: Row, { scheme }) => (scheme === 'SESSION' ? 'a word' : 'nothing')),
    ),
  bugForKeys: () =>
    addField(
      'bugForKeys',
      () => String,
      FromRow(({ name }: Row, { scheme }) => {
        if (scheme === 'API_KEY') throw new TypeError('a bug');
        return name;
      }),
    ),
  wrongType: () =>
    addField(
      'wrongType',
      () => Int,
      FromRow(({ name }: Row) => name),
    ),
};

function addField(name: string, type: () => unknown, mark: (target: object, name: string) => void): void {
  Field(type as () => StringConstructor, { nullable: true })(Integration.prototype, name);
  mark(Integration.prototype, name);
}

for (const add of Object.values(added)) add();
for (const [name, [type, read]] of Object.entries(FROM_ROW)) addField(name, () => type, FromRow(read));

let reads = 0;

@ArgsType()
class NamedArgs {
  @Field(() => String)
  name: string = 'SendGrid';
}

@Resolver(() => Integration)
class ProbeResolver {
  @FieldResolver(() => String, { nullable: true })
  shout(@Root() { name }: Row): string {
    return name.toUpperCase();
  }

  @FieldResolver(() => String, { nullable: true })
  greet(@Root() { name }: Row, @Arg('greeting', () => String, { nullable: true }) greeting: string | null): string {
    return `${greeting ?? 'Hello'} ${name}`;
  }

  @FieldResolver(() => String, { nullable: true })
  async later(@Root() { name }: Row): Promise<string> {
    return name;
  }

  @FieldResolver(() => Probe, { nullable: true })
  probe(@Root() row: Row): Probe {
    return probeOf(row);
  }

  @FieldResolver(() => [Probe], { nullable: true })
  async probes(@Root() row: Row): Promise<Probe[]> {
    return [probeOf(row)];
  }

  /** Something else than the list. */
  @FieldResolver(() => Int, { nullable: true })
  elsewhere(@Root() _: Row): number {
    reads += 1;
    return reads;
  }

  @Query(() => Integration, { nullable: true })
  @FromList()
  async named(@Args(() => NamedArgs) { name }: NamedArgs, @Ctx() context: GatewayContext): Promise<Row | null> {
    const { integrations } = await callerOf(context).loaders.list();
    return integrations.find((one) => one.name === name) ?? null;
  }

  @FieldResolver(() => String, { nullable: true })
  who(@Ctx() context: GatewayContext): string {
    return callerOf(context).caller.scheme;
  }

  @FieldResolver(() => String, { nullable: true })
  where(@Info() info: { readonly path: { readonly key: string | number } }): string {
    return String(info.path.key);
  }
}

const PROBES = [
  'shout',
  'greet',
  'greet(greeting: "Good morning")',
  'later',
  'probe { name size shortened hidden }',
  'probes { name hidden }',
  'who',
  'where',
  'fromRow',
  'objectFromRow { name size shortened hidden }',
  'listFromRow { name hidden }',
  'byCaller',
  'promiseFromRow { name }',
  'failing',
  'wrongType',
  'anything',
  'promised',
  'promises',
  'failed',
  'notANumber',
  'fraction',
  'large',
  'weight',
  'noWeight',
  'lists',
  'iterable',
  'method',
  'interface { __typename name key }',
  'interface { ... on Lock { key } }',
  'either { __typename ... on Lock { name key } ... on Probe { name shortened } ... on Keyed { name } }',
  'thenable { name size }',
];

let gateway: TestGateway;
/** Without a response cache. */
let planning: TestGateway;
beforeAll(async () => {
  const lasting = { CACHE_TTL: '1h', CACHE_MEMORY_TTL: '1h' };
  gateway = await startGateway(lasting, {}, { resolvers: [ProbeResolver] });
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
