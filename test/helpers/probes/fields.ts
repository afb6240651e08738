import 'reflect-metadata';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Float,
  Info,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { callerOf, type GatewayContext } from '../../../src/graphql/context.ts';
import { FromList, FromRow, Secret, SessionOnly } from '../../../src/graphql/field-marks.ts';
import { Integration } from '../../../src/graphql/integration/integration.type.ts';
import { IntegrationProvider } from '../../../src/graphql/provider/provider.type.ts';
import type { Integration as Row } from '../../../src/model/integration.ts';
import { Anything, Either, Keyed, lockOf, Probe, probeOf, Weight } from './types.ts';

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
  sessionWord: () => {
    addField(
      'sessionWord',
      () => String,
      FromRow(({ name }: Row) => `${name}, for sessions`),
    );
    SessionOnly()(Integration.prototype, 'sessionWord');
  },
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

/** Fields of what needs no caller. */
@Resolver(() => IntegrationProvider)
export class PublicProbeResolver {
  @FieldResolver(() => String, { nullable: true })
  askedBy(@Ctx() context: GatewayContext): string {
    return callerOf(context).caller.scheme;
  }

  @FieldResolver(() => Int, { nullable: true })
  async count(@Root() { id }: IntegrationProvider, @Ctx() context: GatewayContext): Promise<number> {
    const { integrations } = await callerOf(context).loaders.list();
    return integrations.filter(({ providerId }) => providerId === id).length;
  }

  @FieldResolver(() => String, { nullable: true })
  async where(@Ctx() context: GatewayContext): Promise<string> {
    return callerOf(context).loaders.ownEnvironment();
  }

  @FieldResolver(() => String, { nullable: true })
  loud(@Root() { displayName }: IntegrationProvider): string {
    return displayName.toUpperCase();
  }
}

@ArgsType()
class NamedArgs {
  @Field(() => String)
  name: string = 'SendGrid';
}

async function findNamed({ name }: NamedArgs, context: GatewayContext): Promise<Row | null> {
  const { integrations } = await callerOf(context).loaders.list();
  return integrations.find((one) => one.name === name) ?? null;
}

@Resolver(() => Integration)
export class ProbeResolver {
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
  async named(@Args(() => NamedArgs) args: NamedArgs, @Ctx() context: GatewayContext): Promise<Row | null> {
    return findNamed(args, context);
  }

  @Query(() => Integration, { nullable: true })
  @FromList()
  @SessionOnly()
  async namedForSessions(@Args(() => NamedArgs) args: NamedArgs, @Ctx() context: GatewayContext): Promise<Row | null> {
    return findNamed(args, context);
  }

  @Query(() => Integration, { nullable: true })
  @FromList()
  @Secret()
  async secretlyNamed(@Args(() => NamedArgs) args: NamedArgs, @Ctx() context: GatewayContext): Promise<Row | null> {
    return findNamed(args, context);
  }

  /** What JSON has no form for, if it is asked to. */
  @Mutation(() => Anything, { nullable: true })
  write(@Arg('what', () => String) what: string): unknown {
    return what === 'a bug' ? 1n : what;
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

export const PROBES = [
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
  'sessionWord',
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
