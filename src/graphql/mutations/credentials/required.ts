import { credentialFieldName, credentialsInputField, requiredFields } from '../../../catalog/catalog.ts';
import type { CatalogProvider } from '../../../catalog/provider.ts';
import type { JsonObject, JsonValue } from '../../../model/json.ts';
import { refuseIfAny, userError } from '../user-errors.ts';

/**
 * One error for each missing key, so that a form can show it at the input of the key.
 * @param path of the object in the input.
 * @throws UserErrors where `values` lack a key that an active integration of the provider needs.
 */
export function assertComplete(provider: CatalogProvider, values: JsonObject, path: readonly string[]): void {
  refuse(provider, missingKeys(provider, values), path);
}

/**
 * A change is judged by what it changes: it may not remove a required key, but need not add one that was never there, as in rows
 * that are older than the catalog.
 * @throws UserErrors as {@link assertComplete}, for keys that `before` has and `after` lacks.
 */
export function assertKeepsRequired(
  provider: CatalogProvider,
  before: JsonObject,
  after: JsonObject,
  path: readonly string[],
): void {
  const neverThere = new Set(missingKeys(provider, before));
  const removed = missingKeys(provider, after).filter((key) => !neverThere.has(key));
  refuse(provider, removed, path);
}

/** Whether the provider requires credentials and `values` have none of those. */
export function hasNoneRequired(provider: CatalogProvider, values: JsonObject): boolean {
  const required = requiredFields(provider, values);
  return required.length > 0 && required.every(({ key }) => isBlank(values[key]));
}

/** @throws UserErrors as {@link assertComplete}, where `values` have none of the keys that the provider requires. */
export function assertHasSome(provider: CatalogProvider, values: JsonObject, path: readonly string[]): void {
  if (hasNoneRequired(provider, values)) assertComplete(provider, values, path);
}

/** Wire keys that an active integration of the provider needs and `values` lack. */
export function missingKeys(provider: CatalogProvider, values: JsonObject): string[] {
  return requiredFields(provider, values)
    .filter(({ key }) => isBlank(values[key]))
    .map(({ key }) => key);
}

/** Path of the credentials that the input of a provider has, or would have. */
export function credentialsPath(provider: CatalogProvider): readonly string[] {
  const member = credentialsInputField(provider);
  return member ? ['credentials', member] : ['credentials'];
}

/** Newer servers merge the credentials of this provider, older ones replace them (contract §11): leaving a key out can lose it. */
const MERGED_MESSAGE =
  'Newer Novu servers keep the stored value of a credential of this provider that is left out, older ones lose it. Give it, use `credentialsPatch`, or set `requiredCredentials` to IGNORE.';

/**
 * Typed credentials as they are to be sent for a provider whose credentials newer servers merge and older ones replace (contract
 * §11): required keys that are left out or blank get their stored values, so that both kinds of server keep them.
 */
export function mergeRequired(provider: CatalogProvider, stored: JsonObject, given: JsonObject): JsonObject {
  if (provider.id !== MERGED_PROVIDER) return given;
  const kept = missingKeys(provider, given).filter((key) => !isBlank(stored[key]));
  return { ...given, ...Object.fromEntries(kept.map((key) => [key, stored[key] ?? null])) };
}

const MERGED_PROVIDER = 'whatsapp-business';

function refuse(provider: CatalogProvider, wireKeys: readonly string[], path: readonly string[]): void {
  const keys = wireKeys.map(credentialFieldName);
  const message = provider.id === MERGED_PROVIDER && path[0] === 'credentials' ? { message: MERGED_MESSAGE } : {};
  refuseIfAny(keys.map((key) => userError('MISSING_CREDENTIAL', [...path, key], { key, ...message })));
}

function isBlank(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
