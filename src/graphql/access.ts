import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { defaultFieldResolver, isObjectType } from 'graphql';
import { credentialFieldName, credentialsTypeName, credentialValueType, findProvider } from '../catalog/catalog.ts';
import type { CatalogProvider } from '../catalog/provider.ts';
import { type Caller, mayReadSecrets, secretsRefusal } from '../model/caller.ts';
import { ForbiddenError } from '../model/errors.ts';
import type { Integration } from '../model/integration.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';
import { callerOf, type GatewayContext } from './context.ts';
import type { IntegrationCredentialsHiddenReason } from './enums.ts';
import { marksOf } from './field-marks.ts';

/** A member of the union IntegrationCredentials, as the executor reads it. */
export type CredentialsView =
  | {
      readonly __typename: 'HiddenIntegrationCredentials';
      readonly reason: keyof typeof IntegrationCredentialsHiddenReason;
    }
  | { readonly __typename: string; readonly providerId: string; readonly [field: string]: unknown };

/**
 * What a caller sees in `Integration.credentials`: the one rule of schema/DESIGN.md §3, whichever way led to the integration.
 * It holds even if upstream, the cache or a bug handed over secrets that the caller must not have.
 */
export function credentialsFor(caller: Caller, integration: Integration): CredentialsView {
  const refusal = secretsRefusal(caller);
  if (refusal !== null) return hidden(refusal);
  const values = integration.secrets?.credentials;
  const { providerId } = integration;
  const provider = findProvider(providerId);
  if (!values) {
    return provider?.credentialFields.length === 0
      ? { __typename: 'NoIntegrationCredentials', providerId }
      : hidden('NOT_PROVIDED');
  }
  if (!provider || provider.credentialFields.length === 0) {
    return { __typename: 'UnknownProviderIntegrationCredentials', providerId, values };
  }
  return typedValues(shapeOf(provider), providerId, values);
}

/**
 * Puts the guards around every field that is marked secret, or for sessions alone, on the finished schema: a synchronous wrap, because
 * type-graphql's own `@Authorized` makes every list twice as slow and is skipped silently by `simpleResolvers`.
 */
export function guardFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      if (marksOf(field).secret) field.resolve = guarded(field.resolve ?? defaultFieldResolver);
      if (marksOf(field).sessionOnly) field.resolve = forSessions(field.resolve ?? defaultFieldResolver);
    }
  }
}

const guards = new WeakSet<GraphQLFieldResolver<unknown, GatewayContext>>();

/** Whether a resolver is one that {@link guardFields} made; for the test that walks the schema. */
export function isGuarded(resolve: GraphQLFieldResolver<unknown, GatewayContext> | undefined): boolean {
  return resolve !== undefined && guards.has(resolve);
}

function guarded(
  resolve: GraphQLFieldResolver<unknown, GatewayContext>,
): GraphQLFieldResolver<unknown, GatewayContext> {
  const guard: GraphQLFieldResolver<unknown, GatewayContext> = (source, args, context, info) =>
    mayReadSecrets(callerOf(context).caller) ? resolve(source, args, context, info) : null;
  guards.add(guard);
  return guard;
}

function forSessions(
  resolve: GraphQLFieldResolver<unknown, GatewayContext>,
): GraphQLFieldResolver<unknown, GatewayContext> {
  const guard: GraphQLFieldResolver<unknown, GatewayContext> = (source, args, context, info) => {
    if (callerOf(context).caller.scheme !== 'SESSION') throw new ForbiddenError(SESSIONS_ONLY);
    return resolve(source, args, context, info);
  };
  guards.add(guard);
  return guard;
}

const SESSIONS_ONLY = 'Only a session may ask this: send "Bearer <session token>" and Novu-Environment-Id as headers.';

function hidden(reason: keyof typeof IntegrationCredentialsHiddenReason): CredentialsView {
  return { __typename: 'HiddenIntegrationCredentials', reason };
}

/** What a provider's values become. */
interface Shape {
  readonly typeName: string;
  /** By wire key. */
  readonly fields: ReadonlyMap<string, { readonly name: string; readonly type: ValueType }>;
}

type ValueType = ReturnType<typeof credentialValueType>;

const shapes = new Map<CatalogProvider, Shape>();

/** Worked out once for each provider: a list shows two hundred, of few of them. */
function shapeOf(provider: CatalogProvider): Shape {
  let shape = shapes.get(provider);
  if (!shape) {
    const fields = provider.credentialFields.map(
      ({ key }) => [key, { name: credentialFieldName(key), type: credentialValueType(key) }] as const,
    );
    shape = { typeName: credentialsTypeName(provider), fields: new Map(fields) };
    shapes.set(provider, shape);
  }
  return shape;
}

/** Values under their GraphQL names; whatever has no field or does not fit its type goes to `extra`, so none is lost. */
function typedValues({ typeName, fields }: Shape, providerId: string, values: JsonObject): CredentialsView {
  const view: Record<string, unknown> = {};
  let extra: Record<string, JsonValue> | null = null;
  for (const [key, value] of Object.entries(values)) {
    const field = fields.get(key);
    const typed = field && coerce(field.type, value);
    if (field && typed !== undefined) {
      view[field.name] = typed;
    } else {
      extra ??= {};
      extra[key] = value;
    }
  }
  return Object.assign(view, { __typename: typeName, providerId, extra });
}

/** The value as its GraphQL type; undefined where it does not fit. */
function coerce(type: ValueType, value: JsonValue): JsonValue | undefined {
  if (value === null) return null;
  switch (type) {
    case 'BOOLEAN':
      return asBoolean(value);
    case 'JSON_OBJECT':
      return isJsonObject(value) ? value : undefined;
    case 'STRING':
      return typeof value === 'object' ? undefined : String(value);
  }
}

function asBoolean(value: JsonValue): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
}
