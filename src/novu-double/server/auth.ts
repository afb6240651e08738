import type { IncomingHttpHeaders } from 'node:http';
import type { Caller, Scheme } from '../state/call.ts';
import { forbidden, plainUnauthorized, ServerFailureError, unauthorized } from '../state/errors.ts';
import type { Generation } from '../state/records.ts';
import type { Store } from '../state/store.ts';
import { isMongoId } from '../state/validation.ts';

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
  // With two spaces, the key is the empty string between them (contract §4.2).
  if (header.trim() === word) throw plainUnauthorized();
  switch (scheme) {
    case 'ApiKey':
      return byApiKey(store, token);
    case 'Bearer':
      return bySession(store, generation, token, headers['novu-environment-id']);
    case 'Keyless':
    case 'OAuth2':
      return byOtherToken(store, scheme, token);
  }
}

/** @throws ApiError 401 for a scheme that the endpoint does not accept. */
export function requireScheme(generation: Generation, caller: Caller, schemes: readonly Scheme[]): void {
  if (schemes.includes(caller.scheme)) return;
  throw unauthorized(`API endpoint not ${generation === 'api2024' ? 'available' : 'accessible'}`);
}

/** @throws ApiError 403 for a read-only member's write on api2026 (contract §4.4). Upstream's message is not known. */
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
  return { scheme: 'ApiKey', organizationId, environmentId: key.environmentId, role: 'admin' };
}

function bySession(store: Store, generation: Generation, token: string, header: string | string[] | undefined): Caller {
  const session = store.seed.sessions.find((candidate) => candidate.token === token);
  if (session === undefined) throw plainUnauthorized();
  const { organizationId, userId, role, member = true } = session;
  if (!member) throw unauthorized(`User ${userId} is not a member of organization ${organizationId}`);
  const environmentId = normalHeader(header);
  if (generation === 'api2026' && environmentId !== '') requireKnownEnvironment(store, organizationId, environmentId);
  return { scheme: 'Bearer', organizationId, environmentId, role };
}

function normalHeader(header: string | string[] | undefined): string {
  const id = typeof header === 'string' ? header : '';
  return isMongoId(id) ? id.toLowerCase() : id;
}

/** api2024 does not check the header (contract §3.7). @throws ApiError 401, and ServerFailureError for an invalid id. */
function requireKnownEnvironment(store: Store, organizationId: string, id: string): void {
  if (!isMongoId(id)) throw new ServerFailureError();
  if (store.environment(id)?.organizationId !== organizationId) throw unauthorized('Cannot find environment');
}

function byOtherToken(store: Store, scheme: 'Keyless' | 'OAuth2', token: string): Caller {
  const found = store.seed.otherTokens?.find((candidate) => candidate.scheme === scheme && candidate.token === token);
  const environment = found && store.environment(found.environmentId);
  if (environment === undefined) throw plainUnauthorized();
  const { id, organizationId } = environment;
  return { scheme, organizationId, environmentId: id, role: 'admin' };
}
