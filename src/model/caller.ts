import { createHmac } from 'node:crypto';
import { BadUserInputError, UnauthenticatedError } from './errors.ts';
import { normalId } from './ids.ts';

/** Authentication schemes of contract §4.1. */
export const AUTH_SCHEMES = ['API_KEY', 'SESSION', 'KEYLESS', 'OAUTH2'] as const;
export type AuthScheme = (typeof AUTH_SCHEMES)[number];

/** The caller of a request. Both headers are forwarded upstream, the id of the environment in its normal form. */
export interface Caller {
  readonly scheme: AuthScheme;
  /** The whole `Authorization` header: a secret. */
  readonly authorization: string;
  /** The `Novu-Environment-Id` header; always set for sessions. An empty header counts as none. */
  readonly environmentId: string | undefined;
}

/** Opaque name of what one caller may see. Only {@link createCacheScope} makes one, so no cache key can do without it. */
export type CallerScope = string & { readonly __brand: 'CallerScope' };

/**
 * Reads the caller from the two headers (schema/DESIGN.md §3). Scheme words are case-sensitive, as upstream's are.
 * @throws UnauthenticatedError without a header, with an unknown scheme word, or without a token.
 * @throws BadUserInputError for a session without `Novu-Environment-Id`.
 */
export function readCaller(authorization: string | undefined, environmentId: string | undefined): Caller {
  if (!authorization) {
    throw new UnauthenticatedError('Send an Authorization header: "ApiKey <key>" or "Bearer <session token>".');
  }
  const [word = '', token = ''] = authorization.split(' ', 2);
  const scheme = schemeOf(word, token);
  if (scheme === null || token === '') {
    throw new UnauthenticatedError(
      'The Authorization header must be "ApiKey <key>" or "Bearer <session token>". The first word is case-sensitive.',
    );
  }
  if (scheme === 'SESSION' && !environmentId) {
    throw new BadUserInputError(
      'Send the header Novu-Environment-Id with the id of the environment the session acts in.',
    );
  }
  return { scheme, authorization, environmentId: environmentId ? normalId(environmentId) : undefined };
}

/** True where this caller may be shown credentials. An allow-list: any scheme that is not on it may not. */
export function mayReadSecrets(caller: Caller): boolean {
  return caller.scheme === 'SESSION';
}

/** True where upstream tells this caller its own and its organization's environments: keys and sessions (contract §1.2). */
export function mayAskForEnvironments({ scheme }: Caller): boolean {
  return scheme === 'API_KEY' || scheme === 'SESSION';
}

/**
 * Makes the one function that names a caller's scope: HMAC-SHA-256 over scheme, authorization, environment header and
 * upstream base URL (cache/PROTOCOL.md §1), so neither the token nor anything that helps to guess it reaches a key or a log.
 */
export function createCacheScope(secret: string | Buffer, upstreamUrl: string): (caller: Caller) => CallerScope {
  // One request needs its scope several times.
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
      // An API key sent as Bearer stays an API key: it must not gain a session's right to read credentials.
      return /^[0-9a-f]{32}$/i.test(token) ? 'API_KEY' : 'SESSION';
    case 'Keyless':
      return 'KEYLESS';
    case 'OAuth2':
      return 'OAUTH2';
    default:
      return null;
  }
}
