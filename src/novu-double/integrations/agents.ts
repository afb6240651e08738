import { findProvider } from '../../catalog/catalog.ts';
import { badRequest } from '../server/errors.ts';
import type { CreateBody } from './integration-body.ts';

/** @throws ApiError 400 where the agent runtime needs credentials that are not there (contract §3.2.8; wording ours). */
export function requireAgentCredentials({ providerId, credentials = {} }: CreateBody): void {
  const fields = findProvider(providerId)?.credentialFields ?? [];
  const missing = fields.filter((field) => field.required && !credentials[field.key]).map((field) => field.key);
  if (missing.length > 0) throw badRequest(`Missing credentials for ${providerId}: ${missing.join(', ')}`);
}

/** Stand-in for setting up the runtime at its provider: fails for the API key `wrong`. */
export function isProvisioned({ credentials }: CreateBody): boolean {
  return credentials?.apiKey !== 'wrong';
}
