import { createHmac } from 'node:crypto';
import { BadUserInputError, UnauthenticatedError } from './errors.ts';
import { memoize } from './memoize.ts';

/** Authentication schemes of contract §4.1. */
export const AUTH_SCHEMES = ['API_KEY', 'SESSION', 'KEYLESS', 'OAUTH2'] as const;
export type AuthScheme = (typeof AUTH_SCHEMES)[number];

/** Which callers a deployment allows to see credentials at all. */
export type ShowCredentials = 'sessions' | 'never';

/** The caller of a request. Both headers are forwarded upstream, the environment id in its normal form. */
export interface Caller {
  readonly scheme: AuthScheme;
  /** Scheme word, one space and token: a secret. */
  readonly authorization: string;
  /** The `Novu-Environment-Id` header in lower case; always set for sessions. An empty header counts as none. */
  readonly environmentId: string | undefined;
  readonly showCredentials: ShowCredentials;
}

/** Opaque name of what one caller may see. Only {@link createCacheScope} makes one, so every cache key depends on it. */
export type CallerScope = string & { readonly __brand: 'CallerScope' };

/**
 * Reads the caller from the two headers (schema/DESIGN.md §3) and normalises them, so that different spellings of a
 * caller share one scope. Scheme words are case-sensitive, as upstream.
 * @throws UnauthenticatedError without a header, with an unknown scheme word, or with anything but a token68 behind it.
 * @throws BadUserInputError for a session without `Novu-Environment-Id`, or if that header is not an id.
 */
export function readCaller(
  authorization: string | undefined,
  environmentId: string | undefined,
  showCredentials: ShowCredentials = 'sessions',
): Caller {
  if (!authorization) {
    throw new UnauthenticatedError('Send an Authorization header: "ApiKey <key>" or "Bearer <session token>".');
  }
  const [, word = '', token = ''] = CREDENTIALS.exec(authorization) ?? [];
  const scheme = schemeOf(word, token);
  if (scheme === null) {
    throw new UnauthenticatedError(
      'The Authorization header must be "ApiKey <key>" or "Bearer <session token>". The first word is case-sensitive.',
    );
  }
  const environment = readEnvironmentId(environmentId);
  if (scheme === 'SESSION' && environment === undefined) {
    throw new BadUserInputError(
      'Send the header Novu-Environment-Id with the id of the environment the session acts in.',
    );
  }
  return { scheme, authorization: `${word} ${token}`, environmentId: environment, showCredentials };
}

/** RFC 9110 §11.4: a scheme, spaces, and a token68 (§11.2). */
const CREDENTIALS = /^(\w+) +([\w.~+/-]+=*)$/;

/** A Novu server of 2024 accepts an unknown id, and a write creates an orphan, even in another organization. */
function readEnvironmentId(header: string | undefined): string | undefined {
  if (!header) return undefined;
  if (!/^[0-9a-f]{24}$/i.test(header)) {
    throw new BadUserInputError(
      'The header Novu-Environment-Id must be the id of an environment: 24 hexadecimal digits.',
    );
  }
  return header.toLowerCase();
}

/** Why a caller may see no credentials, judged by the caller alone. */
export type SecretsRefusal = 'API_KEY_CALLER' | 'SCHEME_NOT_ALLOWED' | 'SWITCHED_OFF';

/** The only rule about who may see credentials; null: this caller may. An allow-list: other schemes may not. */
export function secretsRefusal({ scheme, showCredentials }: Caller): SecretsRefusal | null {
  if (showCredentials !== 'sessions') return 'SWITCHED_OFF';
  if (scheme === 'SESSION') return null;
  return scheme === 'API_KEY' ? 'API_KEY_CALLER' : 'SCHEME_NOT_ALLOWED';
}

/** True if this caller may see credentials. */
export function mayReadSecrets(caller: Caller): boolean {
  return secretsRefusal(caller) === null;
}

/** True if upstream shows this caller its own and its organization's environments: keys and sessions (contract §1.2). */
export function mayAskForEnvironments({ scheme }: Caller): boolean {
  return scheme === 'API_KEY' || scheme === 'SESSION';
}

/**
 * Makes the function that names a caller's scope: HMAC-SHA-256 over scheme, authorization, environment header and
 * upstream base URL (cache/PROTOCOL.md §1), so neither the token nor a hint to it reaches a key or a log.
 */
export function createCacheScope(secret: string | Buffer, upstreamUrl: string): (caller: Caller) => CallerScope {
  // One request needs the scope several times.
  return memoize(({ scheme, authorization, environmentId = null }) => {
    const parts = JSON.stringify([scheme, authorization, environmentId, upstreamUrl]);
    return createHmac('sha256', secret).update(parts).digest('base64url') as CallerScope;
  });
}

function schemeOf(word: string, token: string): AuthScheme | null {
  switch (word) {
    case 'ApiKey':
      return 'API_KEY';
    case 'Bearer':
      // An API key sent as Bearer stays an API key: it must not gain a session's right to read credentials. The same
      // holds for a key with a suffix, because upstream may ignore the suffix.
      return /^[0-9a-f]{32}/i.test(token) ? 'API_KEY' : 'SESSION';
    case 'Keyless':
      return 'KEYLESS';
    case 'OAuth2':
      return 'OAUTH2';
    default:
      return null;
  }
}
