import { createHmac } from 'node:crypto';
import { BadUserInputError, UnauthenticatedError } from './errors.ts';

/** Authentication schemes of contract §4.1. */
export const AUTH_SCHEMES = ['API_KEY', 'SESSION', 'KEYLESS', 'OAUTH2'] as const;
export type AuthScheme = (typeof AUTH_SCHEMES)[number];

/** Who calls. Both headers are forwarded upstream exactly as they came. */
export interface Caller {
  readonly scheme: AuthScheme;
  /** The whole `Authorization` header: a secret. */
  readonly authorization: string;
  /** The `Novu-Environment-Id` header; always there for sessions. */
  readonly environmentId: string | undefined;
}

/** Opaque name of what one caller may see. Only {@link createCacheScope} makes one, so no key can be built without it. */
export type CallerScope = string & { readonly __brand: 'CallerScope' };

/**
 * Reads the caller from the two headers (schema.md §3). Scheme words are case-sensitive, as upstream's are.
 * @throws UnauthenticatedError without a header, with another scheme word or without a token.
 * @throws BadUserInputError for a session without `Novu-Environment-Id`.
 */
export function readCaller(authorization: string | undefined, environmentId: string | undefined): Caller {
  if (authorization === undefined || authorization === '') {
    throw new UnauthenticatedError('Send an Authorization header: "ApiKey <key>", or "Bearer <session token>".');
  }
  const [word = '', token = ''] = authorization.split(' ', 2);
  const scheme = schemeOf(word, token);
  if (scheme === null || token === '') {
    throw new UnauthenticatedError(
      'The Authorization header must be "ApiKey <key>" or "Bearer <session token>", the first word written exactly so.',
    );
  }
  if (scheme === 'SESSION' && !environmentId) {
    throw new BadUserInputError(
      'A session needs the header Novu-Environment-Id, the id of the environment it acts in.',
    );
  }
  return { scheme, authorization, environmentId: environmentId || undefined };
}

/** May this caller ever be shown credentials? An allow-list: a scheme that is not on it may not. */
export function mayReadSecrets(caller: Caller): boolean {
  return caller.scheme === 'SESSION';
}

/** Does upstream tell this caller who it is, and its organization's environments? Keys and sessions only (contract §4.1). */
export function mayAskForEnvironments({ scheme }: Caller): boolean {
  return scheme === 'API_KEY' || scheme === 'SESSION';
}

/**
 * Makes the one function that names a caller's scope: HMAC-SHA-256 over scheme, authorization, environment header and
 * upstream base URL (caching.md §1), so neither the token nor anything to guess it by reaches a key or a log.
 */
export function createCacheScope(secret: string | Buffer, upstreamUrl: string): (caller: Caller) => CallerScope {
  // One request asks several times.
  const known = new WeakMap<Caller, CallerScope>();
  return (caller) => {
    let scope = known.get(caller);
    if (scope === undefined) {
      const parts = [caller.scheme, caller.authorization, caller.environmentId ?? null, upstreamUrl];
      scope = createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url') as CallerScope;
      known.set(caller, scope);
    }
    return scope;
  };
}

function schemeOf(word: string, token: string): AuthScheme | null {
  switch (word) {
    case 'ApiKey':
      return 'API_KEY';
    case 'Bearer':
      // An API key sent under the wrong word stays an API key: it must not gain a session's sight.
      return /^[0-9a-f]{32}$/i.test(token) ? 'API_KEY' : 'SESSION';
    case 'Keyless':
      return 'KEYLESS';
    case 'OAuth2':
      return 'OAUTH2';
    default:
      return null;
  }
}
