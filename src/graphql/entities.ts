import {
  GraphQLError,
  type GraphQLFieldConfig,
  GraphQLList,
  GraphQLNonNull,
  GraphQLScalarType,
  type GraphQLSchema,
  GraphQLUnionType,
  isObjectType,
} from 'graphql';
import { integrationsById } from '../loaders/integrations.ts';
import { BadUserInputError } from '../model/errors.ts';
import { normalizeId } from '../model/ids.ts';
import { isJsonObject } from '../model/json.ts';
import { type CallerContext, callerOf, type GatewayContext } from './context.ts';
import { failed, hasFailedTooOften, NOT_TRIED } from './failures.ts';
import type { FieldMarks, ListReader } from './field-marks.ts';
import { seesEnvironment, seesOrganization } from './integration/environment-scope.ts';
import { providerView } from './provider/provider.resolver.ts';

/** A router's reference to an entity. */
interface Reference {
  readonly id: string;
}

type Resolve = (id: string, context: GatewayContext) => unknown;

/** How each entity is found, by type name. */
const RESOLVERS: ReadonlyMap<unknown, Resolve> = new Map<string, Resolve>([
  ['Environment', (id, context) => onlyIf(seesEnvironment, id, context)],
  ['Integration', (id, context) => callerOf(context).loaders.integration(id)],
  ['IntegrationProvider', providerView],
  // Its key is not resolvable, so routers do not ask for it, but clients may.
  ['Organization', (id, context) => onlyIf(seesOrganization, id, context)],
]);

/** An entity with nothing but its id; null if the caller does not see it. */
async function onlyIf(
  sees: (caller: CallerContext, id: string) => Promise<boolean>,
  given: string,
  context: GatewayContext,
): Promise<Reference | null> {
  const id = normalizeId(given);
  return (await sees(callerOf(context), id)) ? { id } : null;
}

/** Each representation is a separate lookup with its own error. */
const COST_OF_REPRESENTATION = 20;

/** `_entities` with its types. @throws Error if the schema lacks an entity, or has one that is not found here. */
export function entitiesField(api: GraphQLSchema): GraphQLFieldConfig<unknown, GatewayContext> {
  assertFound(api);
  const types = [...RESOLVERS.keys()].map((name) => {
    const type = api.getType(String(name));
    if (!isObjectType(type)) throw new Error(`There is no entity ${name}.`);
    return type;
  });
  const entity = new GraphQLUnionType({
    name: '_Entity',
    types,
    resolveType: ({ __typename }: { __typename: string }) => __typename,
  });
  const any = new GraphQLScalarType({ name: '_Any' });
  const marks: FieldMarks = {
    public: 'PER_REFERENCE',
    fromList: findIntegrations,
    memberType: 'Integration',
    listSize: { sizedBy: 'representations' },
    cost: COST_OF_REPRESENTATION,
  };
  return {
    type: new GraphQLNonNull(new GraphQLList(entity)),
    args: { representations: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(any))) } },
    extensions: { ...marks },
    resolve: (_, { representations }, context) =>
      (representations as readonly unknown[]).map((representation) => resolveReference(representation, context)),
  };
}

/** Otherwise a router would ask for the entity and be told that there is none. */
function assertFound(api: GraphQLSchema): void {
  for (const { name, astNode } of Object.values(api.getTypeMap())) {
    const isEntity = astNode?.directives?.some((directive) => directive.name.value === 'key') ?? false;
    if (isEntity && !RESOLVERS.has(name)) throw new Error(`${name} has a @key, and no resolver in entities.ts.`);
  }
}

/** A failure does not affect the other representations. One without a key is null, like one that the caller does not see. */
async function resolveReference(representation: unknown, context: GatewayContext): Promise<unknown> {
  if (hasFailedTooOften(context)) return failed(context, NOT_TRIED);
  try {
    return await find(representation, context);
  } catch (error) {
    return failed(context, error);
  }
}

/** @throws a {@link BadUserInputError} if it names no entity. */
async function find(representation: unknown, context: GatewayContext): Promise<unknown> {
  const { __typename, id } = isJsonObject(representation) ? representation : {};
  const resolve = RESOLVERS.get(__typename);
  if (!resolve) throw new BadUserInputError('A representation must name an entity of this subgraph in "__typename".');
  if (typeof id !== 'string') return null;
  return withTypeName(await resolve(id, context), String(__typename));
}

/** The union needs a type name, which rows do not have. It is not enumerable, because it is not part of the row. */
function withTypeName(entity: unknown, name: string): unknown {
  if (typeof entity !== 'object' || entity === null || '__typename' in entity) return entity;
  return Object.defineProperty(entity, '__typename', { value: name });
}

/** Resolves representations of integrations only. The executor handles other entities and invalid representations. */
const findIntegrations: ListReader = async (
  { representations }: { readonly representations: readonly unknown[] },
  context,
) => {
  const ids = representations.map(idOfIntegration);
  if (ids.length === 0) throw new GraphQLError('There is nothing to look up.');
  const { integrations } = await callerOf(context).loaders.list();
  return ids.map((id) => integrationsById(integrations).get(id) ?? null);
};

/** @throws GraphQLError for anything but a representation of an integration with its id. */
function idOfIntegration(representation: unknown): string {
  const { __typename, id } = isJsonObject(representation) ? representation : {};
  if (__typename !== 'Integration' || typeof id !== 'string') throw new GraphQLError('This is not an integration.');
  return normalizeId(id);
}
