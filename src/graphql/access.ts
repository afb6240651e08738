import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { defaultFieldResolver, isObjectType } from 'graphql';
import { findProvider } from '../catalog/catalog.ts';
import { type Caller, mayReadSecrets, secretsRefusal } from '../model/caller.ts';
import { ForbiddenError } from '../model/errors.ts';
import type { Integration } from '../model/integration.ts';
import { callerOf, type GatewayContext } from './context.ts';
import { type CredentialState, type ShownCredentials, statesOf, typedValues } from './credential-values.ts';
import type { IntegrationCredentialsHiddenReason } from './enums.ts';
import { type FieldMarks, marksOf } from './field-marks.ts';

/** A member of the union IntegrationCredentials, as the executor reads it. */
export type CredentialsView =
  | {
      readonly __typename: 'HiddenIntegrationCredentials';
      readonly reason: keyof typeof IntegrationCredentialsHiddenReason;
    }
  | ShownCredentials;

/**
 * What a caller sees in `Integration.credentials`: the one rule of schema/DESIGN.md §3, whichever way led to the integration.
 * It holds even if upstream, the cache or a bug handed over secrets that the caller must not have.
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
 * What a caller sees in `Integration.credentialState`: null where {@link credentialsFor} hides the credentials, and where Novu gave
 * only a part of them, since what is missing would look as if it were not stored.
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
 * Puts the guards around every field that has one, on the finished schema: a synchronous wrap, because type-graphql's own
 * `@Authorized` makes every list twice as slow and is skipped silently by `simpleResolvers`.
 */
export function guardFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const guard = guardOf(marksOf(field));
      if (guard) field.resolve = guarded(guard, field.resolve ?? defaultFieldResolver);
    }
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
