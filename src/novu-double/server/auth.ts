import type { IncomingHttpHeaders } from 'node:http';
import type { Caller, Scheme } from '../state/call.ts';
import { forbidden, plainUnauthorized, unauthorized } from '../state/errors.ts';
import type { Generation } from '../state/records.ts';
import type { Store } from '../state/store.ts';

const SCHEMES: Record<Generation, readonly Scheme[]> = {
  api2024: ['ApiKey', 'Bearer'],
  api2026: ['ApiKey', 'Bearer', 'Keyless', 'OAuth2'],
};

/**
 * Finds the caller by its headers (contract §4.1).
 * @throws ApiError 401 with the texts of contract §4.2.
 */
export function authenticate(store: Store, generation: Generation, headers: IncomingHttpHeaders): Caller {
  const header = headers.authorization;
  if (!header) throw unauthorized('Missing authorization header');
  const [word = '', token = ''] = header.split(' ');
  const scheme = SCHEMES[generation].find((name) => name === word);
  if (scheme === undefined) throw unauthorized(`Invalid authentication scheme: "${word}"`);
  if (token === '') throw plainUnauthorized();
  switch (scheme) {
    case 'ApiKey':
      return byApiKey(store, token);
    case 'Bearer':
      return bySession(store, token, headers['novu-environment-id']);
    case 'Keyless':
    case 'OAuth2':
      return byOtherToken(store, scheme, token);
  }
}

/** @throws ApiError 401 for a scheme that the endpoint is not open to. */
export function requireScheme(caller: Caller, schemes: readonly Scheme[]): void {
  if (!schemes.includes(caller.scheme)) throw unauthorized('API endpoint not available');
}

/** @throws ApiError 403 for a read-only member's write on api2026 (contract §4.4). Upstream's text is not known. */
export function requirePermission(generation: Generation, caller: Caller, permission: 'read' | 'write'): void {
  if (generation === 'api2026' && permission === 'write' && caller.role === 'viewer') {
    throw forbidden('Insufficient permissions');
  }
}

function byApiKey(store: Store, token: string): Caller {
  const key = store.seed.apiKeys.find((candidate) => candidate.key === token);
  if (key === undefined) throw unauthorized('API Key not found');
  if (key.userId === null) throw unauthorized('User not found');
  const organizationId = store.environment(key.environmentId)?.organizationId ?? '';
  return { scheme: 'ApiKey', organizationId, environmentId: key.environmentId, userId: key.userId, role: 'admin' };
}

function bySession(store: Store, token: string, header: string | string[] | undefined): Caller {
  const session = store.seed.sessions.find((candidate) => candidate.token === token);
  if (session === undefined) throw plainUnauthorized();
  const { organizationId, userId, role, member = true } = session;
  if (!member) throw unauthorized(`User ${userId} is not a member of organization ${organizationId}`);
  // An environment of another organization counts as none, as if the header were absent.
  const environment = store.environmentsOf(organizationId).find(({ id }) => id === header);
  return { scheme: 'Bearer', organizationId, environmentId: environment?.id ?? '', userId, role };
}

function byOtherToken(store: Store, scheme: 'Keyless' | 'OAuth2', token: string): Caller {
  const found = store.seed.otherTokens?.find((candidate) => candidate.scheme === scheme && candidate.token === token);
  const environment = found && store.environment(found.environmentId);
  if (environment === undefined) throw plainUnauthorized();
  const { id, organizationId } = environment;
  return { scheme, organizationId, environmentId: id, userId: organizationId, role: 'admin' };
}
