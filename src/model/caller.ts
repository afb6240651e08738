import { createHmac } from 'node:crypto';
import { BadUserInputError, UnauthenticatedError } from './errors.ts';
import { oncePer } from './once-per.ts';

/** Authentication schemes of contract §4.1. */
export const AUTH_SCHEMES = ['API_KEY', 'SESSION', 'KEYLESS', 'OAUTH2'] as const;
export type AuthScheme = (typeof AUTH_SCHEMES)[number];

/** Which callers a deployment lets see credentials, at the most. */
export type ShowCredentials = 'sessions' | 'never';

/** The caller of a request. Both headers are forwarded upstream, the id of the environment in its normal form. */
export interface Caller {
  readonly scheme: AuthScheme;
  /** Scheme word, one space and token: a secret. */
  readonly authorization: string;
  /** The `Novu-Environment-Id` header in lower case; always set for sessions. An empty header counts as none. */
  readonly environmentId: string | undefined;
  readonly showCredentials: ShowCredentials;
}

/** Opaque name of what one caller may see. Only {@link createCacheScope} makes one, so no cache key can do without it. */
export type CallerScope = string & { readonly __brand: 'CallerScope' };

/**
 * Reads the caller from the two headers (schema/DESIGN.md §3) and normalises them, so that spellings of one caller share
 * one scope. Scheme words are case-sensitive, as upstream's are.
 * @throws UnauthenticatedError without a header, with an unknown scheme word, or with anything but a token68 behind it.
 * @throws BadUserInputError for a session without `Novu-Environment-Id`, or where that header is not an id.
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

/** A Novu server of 2024 takes an unknown id as it is, and a write makes an orphan of it, even in another organization. */
function readEnvironmentId(header: string | undefined): string | undefined {
  if (!header) return undefined;
  if (!/^[0-9a-f]{24}$/i.test(header)) {
    throw new BadUserInputError(
      'The header Novu-Environment-Id must be the id of an environment: 24 hexadecimal digits.',
    );
  }
  return header.toLowerCase();
}

/** Why a caller is shown no credentials, by what is known of the caller alone. */
export type SecretsRefusal = 'API_KEY_CALLER' | 'SCHEME_NOT_ALLOWED' | 'SWITCHED_OFF';

/** The one rule of who may be shown credentials; null: this caller may. An allow-list: any scheme that is not on it may not. */
export function secretsRefusal({ scheme, showCredentials }: Caller): SecretsRefusal | null {
  if (showCredentials !== 'sessions') return 'SWITCHED_OFF';
  if (scheme === 'SESSION') return null;
  return scheme === 'API_KEY' ? 'API_KEY_CALLER' : 'SCHEME_NOT_ALLOWED';
}

/** True where this caller may be shown credentials. */
export function mayReadSecrets(caller: Caller): boolean {
  return secretsRefusal(caller) === null;
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
  return oncePer(({ scheme, authorization, environmentId = null }) => {
    const parts = JSON.stringify([scheme, authorization, environmentId, upstreamUrl]);
    return createHmac('sha256', secret).update(parts).digest('base64url') as CallerScope;
  });
}

function schemeOf(word: string, token: string): AuthScheme | null {
  switch (word) {
    case 'ApiKey':
      return 'API_KEY';
    case 'Bearer':
      // An API key sent as Bearer stays an API key: it must not gain a session's right to read credentials.
      // So does a key with more behind it, since it is not known what upstream cuts off.
      return /^[0-9a-f]{32}/i.test(token) ? 'API_KEY' : 'SESSION';
    case 'Keyless':
      return 'KEYLESS';
    case 'OAuth2':
      return 'OAUTH2';
    default:
      return null;
  }
}
