import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { defaultFieldResolver, isObjectType } from 'graphql';
import { credentialFieldName, credentialsTypeName, credentialValueType, findProvider } from '../catalog/catalog.ts';
import { type Caller, mayReadSecrets } from '../model/caller.ts';
import type { Integration } from '../model/integration.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';
import { callerOf, type GatewayContext } from './context.ts';
import type { CredentialsHiddenReason } from './enums.ts';

/** A member of the union IntegrationCredentials, as the executor reads it. */
export type CredentialsView =
  | { readonly __typename: 'HiddenCredentials'; readonly reason: keyof typeof CredentialsHiddenReason }
  | { readonly __typename: string; readonly providerId: string; readonly [field: string]: unknown };

/**
 * What a caller sees in `Integration.credentials`: the one rule of schema.md §3, whichever way led to the integration.
 * It holds even if upstream, the cache or a bug handed over secrets that the caller must not have.
 */
export function credentialsFor(caller: Caller, integration: Integration): CredentialsView {
  if (!mayReadSecrets(caller)) {
    return hidden(caller.scheme === 'API_KEY' ? 'API_KEY_CALLER' : 'SCHEME_NOT_ALLOWED');
  }
  const values = integration.secrets?.credentials;
  const { providerId } = integration;
  const provider = findProvider(providerId);
  if (!values) {
    return provider?.credentialFields.length === 0
      ? { __typename: 'NoCredentials', providerId }
      : hidden('NOT_PROVIDED');
  }
  if (!provider || provider.credentialFields.length === 0) {
    return { __typename: 'UnknownProviderCredentials', providerId, values };
  }
  const keys = provider.credentialFields.map((field) => field.key);
  return { __typename: credentialsTypeName(provider), providerId, ...typedValues(keys, values) };
}

/**
 * Puts the guard around every field that is marked secret, on the finished schema: a synchronous wrap, because
 * type-graphql's own `@Authorized` makes every list twice as slow and is skipped silently by `simpleResolvers`.
 * @param isSecret says of a type's and a field's name whether the field is marked.
 */
export function guardSecretFields(schema: GraphQLSchema, isSecret: (type: string, field: string) => boolean): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (isSecret(type.name, field.name)) field.resolve = guarded(field.resolve ?? defaultFieldResolver);
    }
  }
}

const guards = new WeakSet<GraphQLFieldResolver<unknown, GatewayContext>>();

/** Whether a resolver is one that {@link guardSecretFields} made; for the test that walks the schema. */
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

function hidden(reason: keyof typeof CredentialsHiddenReason): CredentialsView {
  return { __typename: 'HiddenCredentials', reason };
}

/** Values under their GraphQL names; whatever has no field or does not fit its type goes to `extra`, so none is lost. */
function typedValues(keys: readonly string[], values: JsonObject): Record<string, unknown> {
  const view: Record<string, unknown> = {};
  const extra: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(values)) {
    const typed = keys.includes(key) ? coerce(key, value) : undefined;
    if (typed === undefined) extra[key] = value;
    else view[credentialFieldName(key)] = typed;
  }
  view.extra = Object.keys(extra).length > 0 ? extra : null;
  return view;
}

/** The value as the GraphQL type of its key; undefined where it does not fit. */
function coerce(key: string, value: JsonValue): JsonValue | undefined {
  if (value === null) return null;
  switch (credentialValueType(key)) {
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
