import { findProvider } from '../../catalog/catalog.ts';
import type { JsonObject } from '../../model/json.ts';
import { badRequest, ServerFailureError } from '../state/errors.ts';
import type { Generation } from '../state/records.ts';
import type { CreateBody } from './integration-body.ts';

/**
 * Simulates the call to an email provider that `check: true` makes, without network access. A host under `.invalid`
 * cannot be resolved. The credential `wrong`, a missing required one, and one in stored form are refused. Upstream
 * refuses the last one too, because it uses stored values without decrypting them (contract §3.3, point 4).
 * @throws ApiError 400 for the host, ServerFailureError for anything else, as upstream.
 */
export function tryProvider(generation: Generation, providerId: string, credentials: JsonObject): void {
  if (generation === 'api2026' && findProvider(providerId) === undefined) {
    throw badRequest('Handler for provider was not found');
  }
  const host = credentials.host;
  if (typeof host === 'string' && host.endsWith('.invalid')) {
    throw badRequest(`Provider gateway can't resolve the host with the given hostname ${host}`);
  }
  const complete = findProvider(providerId) !== undefined && missingCredentials(providerId, credentials).length === 0;
  if (!complete || Object.values(credentials).some(isRefused)) throw new ServerFailureError();
}

/** @throws ApiError 400 if an agent runtime lacks required credentials (contract §3.2, point 8). */
export function requireAgentCredentials(id: string, { providerId, credentials = {} }: CreateBody): void {
  if (missingCredentials(providerId, credentials).length === 0) return;
  throw badRequest(`Integration "${id}" has incomplete runtime credentials. Complete setup before provisioning.`);
}

/** Simulates the setup of an agent runtime at its provider: fails for the API key `wrong`. */
export function isProvisioned({ credentials }: CreateBody): boolean {
  return credentials?.apiKey !== 'wrong';
}

/** Required keys that the credentials lack; none for an unknown provider. */
export function missingCredentials(providerId: string, credentials: JsonObject): string[] {
  const fields = findProvider(providerId)?.credentialFields ?? [];
  return fields.filter(({ key, required }) => required && !credentials[key]).map(({ key }) => key);
}

/**
 * Safety checks that api2026 makes of credentials that are sent (contract §3.3, point 4): the target of SMTP and the region of
 * Sinch.
 * @throws ApiError 400 in the words of release 3.19.0.
 */
export function requireSafeTarget(providerId: string, credentials: JsonObject): void {
  if (providerId === 'nodemailer') requireSafeSmtp(credentials);
  if (providerId === 'sinch' && credentials.region !== undefined) {
    const regions = findProvider('sinch')?.credentialFields.find(({ key }) => key === 'region')?.options ?? [];
    if (!regions.some(({ value }) => value.toLowerCase() === String(credentials.region).toLowerCase()))
      throw badRequest(`Invalid Sinch region. Allowed regions: ${regions.map(({ value }) => value).join(', ')}.`);
  }
}

function requireSafeSmtp({ host, port }: JsonObject): void {
  if (typeof host !== 'string' || host.trim() === '') throw badRequest('SMTP host is required.');
  if (/[\s/\\#?@&=:;%]/.test(host.trim())) throw badRequest('SMTP host contains invalid characters.');
  const name = host.trim().toLowerCase();
  if (name === 'localhost') throw badRequest(`Requests to "${name}" are not allowed.`);
  if (PRIVATE_ADDRESS.test(name)) {
    throw badRequest(`Requests to private or reserved IP addresses are not allowed (resolved: ${name}).`);
  }
  const number = Number(port ?? Number.NaN);
  if (!Number.isInteger(number) || number < 1 || number > 65535) {
    throw badRequest('SMTP port must be an integer between 1 and 65535.');
  }
}

const PRIVATE_ADDRESS = /^(127|10|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+$/;

function isRefused(value: unknown): boolean {
  return value === 'wrong' || (typeof value === 'string' && value.startsWith('nvsk.'));
}
