import { GraphQLError, type GraphQLFieldResolver, type GraphQLSchema, isUnionType } from 'graphql';
import { integrationsById } from '../loaders/integrations.ts';
import { BadUserInputError } from '../model/errors.ts';
import { normalId } from '../model/ids.ts';
import { isJsonObject } from '../model/json.ts';
import { type CallerContext, callerOf, type GatewayContext } from './context.ts';
import { failed, hasFailedTooOften, NOT_TRIED } from './failures.ts';
import type { FieldMarks, ListReader } from './field-marks.ts';
import { seesEnvironment, seesOrganization } from './integration/environment-scope.ts';
import { providerView } from './provider/provider.resolver.ts';

/** What a router sends to name an entity. */
interface Reference {
  readonly id: string;
}

/** References are resolved asynchronously, so that one that fails does not take the others with it. */
function byId<T>(find: (id: string, context: GatewayContext) => T) {
  return async ({ id }: Reference, context: GatewayContext) => find(id, context);
}

/** `__resolveReference` of each entity, by type name. */
export const referenceResolvers = {
  Integration: byId((id, context) => callerOf(context).loaders.integration(id)),
  IntegrationProvider: byId(providerView),
  Environment: byId((id, context) => onlyIf(seesEnvironment, id, context)),
  // No router asks for it, since its key is not resolvable; but it could.
  Organization: byId((id, context) => onlyIf(seesOrganization, id, context)),
};

/** An entity that has nothing but its id; null where the caller does not see it. */
async function onlyIf(
  sees: (caller: CallerContext, id: string) => Promise<boolean>,
  given: string,
  context: GatewayContext,
): Promise<Reference | null> {
  const id = normalId(given);
  return (await sees(callerOf(context), id)) ? { id } : null;
}

/** Each is a lookup of its own, and may end in an error of its own. */
const COST_OF_REPRESENTATION = 20;

/** Marks the fields that the subgraph library adds, and mends what it does with wrong representations. */
export function finishEntities(schema: GraphQLSchema): void {
  const { _service, _entities } = schema.getQueryType()?.getFields() ?? {};
  const union = schema.getType('_Entity');
  if (!_service || !_entities?.resolve || !isUnionType(union)) throw new Error('This is not a subgraph.');
  const marks: FieldMarks = {
    public: 'PER_REFERENCE',
    fromList: findIntegrations,
    memberType: 'Integration',
    listSize: { sizedBy: 'representations' },
    cost: COST_OF_REPRESENTATION,
  };
  _service.extensions = { public: true } satisfies FieldMarks;
  _entities.extensions = { ...marks };
  const names = new Set<unknown>(union.getTypes().map(({ name }) => name));
  _entities.resolve = refuseOthers(_entities.resolve, names);
}

interface EntitiesArgs {
  readonly representations: readonly unknown[];
}

/**
 * The answer to representations of integrations alone. The executor answers all others: other entities, and representations
 * that are wrong.
 */
const findIntegrations: ListReader = async ({ representations }: EntitiesArgs, context) => {
  const ids = representations.map(idOfIntegration);
  if (ids.length === 0) throw new GraphQLError('There is nothing to look up.');
  const { integrations } = await callerOf(context).loaders.list();
  return ids.map((id) => integrationsById(integrations).get(id) ?? null);
};

/** @throws GraphQLError for anything but a representation of an integration with its id. */
function idOfIntegration(representation: unknown): string {
  const { __typename, id } = isJsonObject(representation) ? representation : {};
  if (__typename !== 'Integration' || typeof id !== 'string') throw new GraphQLError('This is not an integration.');
  return normalId(id);
}

/**
 * A representation of a type that is no entity fails by itself: the library would let it fail the whole list. One without the
 * key of its entity is null, as one that the caller does not see: the library would make an entity of it that lacks what each has.
 */
function refuseOthers(
  resolve: GraphQLFieldResolver<unknown, GatewayContext>,
  names: ReadonlySet<unknown>,
): GraphQLFieldResolver<unknown, GatewayContext, EntitiesArgs> {
  return (source, { representations }, context, info) =>
    representations.map((representation) => {
      if (hasFailedTooOften(context)) return failed(context, NOT_TRIED);
      if (!isJsonObject(representation) || !names.has(representation.__typename)) {
        return failed(context, notAnEntity());
      }
      if (typeof representation.id !== 'string') return null;
      const [entity] = resolve(source, { representations: [representation] }, context, info) as unknown[];
      return entity instanceof Promise ? entity.catch((error: unknown) => failed(context, error)) : entity;
    });
}

function notAnEntity(): BadUserInputError {
  return new BadUserInputError('A representation must name an entity of this subgraph in "__typename".');
}
