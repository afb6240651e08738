import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { defaultFieldResolver } from 'graphql';
import { findProvider } from '../catalog/catalog.ts';
import { type Caller, mayReadSecrets, secretsRefusal } from '../model/caller.ts';
import { ForbiddenError } from '../model/errors.ts';
import type { Integration } from '../model/integration.ts';
import { callerOf, type GatewayContext } from './context.ts';
import { type CredentialState, type ShownCredentials, statesOf, typedValues } from './credential-values.ts';
import type { IntegrationCredentialsHiddenReason } from './enums.ts';
import { type FieldMarks, marksOf, objectFields } from './field-marks.ts';

/** A member of the union IntegrationCredentials, as the executor reads it. */
export type CredentialsView =
  | {
      readonly __typename: 'HiddenIntegrationCredentials';
      readonly reason: keyof typeof IntegrationCredentialsHiddenReason;
    }
  | ShownCredentials;

/**
 * What a caller sees in `Integration.credentials`: the rule of schema/DESIGN.md §3, for every path to the integration.
 * It holds even if upstream, the cache or a bug returned secrets that the caller must not see.
 */
export function credentialsFor(caller: Caller, integration: Integration): CredentialsView {
  const refusal = secretsRefusal(caller);
  if (refusal !== null) return hidden(refusal);
  const stored = integration.secrets?.credentials ?? null;
  const { providerId } = integration;
  const provider = findProvider(providerId);
  const takesNone = provider?.credentialFields.length === 0;
  if (!stored)
    return takesNone ? { __typename: 'NoIntegrationCredentials', providerId, stored } : hidden('NOT_PROVIDED');
  if (!provider || takesNone) return { __typename: 'UnknownProviderIntegrationCredentials', providerId, stored };
  return typedValues(provider, stored);
}

/**
 * What a caller sees in `Integration.credentialState`: null if {@link credentialsFor} hides the credentials, or if Novu
 * returned only a part of them, because the rest would look as if it were not stored.
 */
export function credentialStateFor(caller: Caller, { providerId, secrets }: Integration): CredentialState[] | null {
  if (secretsRefusal(caller) !== null || !secrets || secrets.incomplete) return null;
  const provider = findProvider(providerId);
  const stored = secrets.credentials ?? (provider?.credentialFields.length === 0 ? {} : null);
  return stored && statesOf(provider, stored);
}

/** Is a caller shown the value of a field? False: it is null. @throws ForbiddenError where the caller may not ask. */
export type FieldGuard = (caller: Caller) => boolean;

/** What stands in front of a field with these marks, whichever way answers it; null: nothing. */
export function guardOf({ secret, sessionOnly }: FieldMarks): FieldGuard | null {
  if (!secret && !sessionOnly) return null;
  return (caller) => {
    if (sessionOnly && caller.scheme !== 'SESSION') throw new ForbiddenError(SESSIONS_ONLY);
    return !secret || mayReadSecrets(caller);
  };
}

/**
 * Wraps every field of the finished schema that has a guard. The wrapper is synchronous: type-graphql's `@Authorized` makes
 * lists twice as slow, and `simpleResolvers` silently skips it.
 */
export function guardFields(schema: GraphQLSchema): void {
  for (const [, field] of objectFields(schema)) {
    const guard = guardOf(marksOf(field));
    if (guard) field.resolve = guarded(guard, field.resolve ?? defaultFieldResolver);
  }
}

type Resolver = GraphQLFieldResolver<unknown, GatewayContext>;

function guarded(guard: FieldGuard, resolve: Resolver): Resolver {
  return (source, args, context, info) =>
    guard(callerOf(context).caller) ? resolve(source, args, context, info) : null;
}

const SESSIONS_ONLY = 'Only a session may ask this: send "Bearer <session token>" and Novu-Environment-Id as headers.';

function hidden(reason: keyof typeof IntegrationCredentialsHiddenReason): CredentialsView {
  return { __typename: 'HiddenIntegrationCredentials', reason };
}
