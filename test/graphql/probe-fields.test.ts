import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Arg, Ctx, Directive, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { callerOf, type GatewayContext } from '../../src/graphql/context.ts';
import { FromRow, Secret } from '../../src/graphql/field-marks.ts';
import { Integration } from '../../src/graphql/integration/integration.type.ts';
import type { Integration as Row } from '../../src/model/integration.ts';
import { callers, startGateway, type TestGateway } from '../helpers/gateway.ts';
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
];

let gateway: TestGateway;
/** Without a response cache. */
let planning: TestGateway;
beforeAll(async () => {
  const lasting = { CACHE_TTL: '1h', CACHE_MEMORY_TTL: '1h' };
  gateway = await startGateway(lasting, {}, { resolvers: [ProbeResolver] });
  planning = await startGateway({ ...lasting, RESPONSE_CACHE_MAX_BYTES: '1B' }, {}, { resolvers: [ProbeResolver] });
});
afterAll(async () => {
  await gateway?.stop();
  await planning?.stop();
});

const ways = countWays();

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
