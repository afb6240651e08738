import {
  type CatalogProvider,
  credentialFieldName,
  credentialsInputField,
  findProvider,
  findProviderByInputField,
} from '../../catalog/catalog.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { CredentialsInput } from './mutation.input.ts';
import { invalidInput, missingCredentials, UserErrors } from './user-errors.ts';

/** `credentials` of a mutation, read: which member it is and what goes upstream. */
export interface GivenCredentials {
  /** Name of the member of IntegrationCredentialsInput: `sendgrid`, or `raw`. */
  readonly member: string;
  /** The provider that the member stands for; null for `raw`. */
  readonly provider: CatalogProvider | null;
  /** Values by wire key, without nulls. */
  readonly values: JsonObject;
}

/** Prefix of a value in the form in which Novu stores it (contract §2.4); such a value is never shown to anyone. */
const STORED_PREFIX = 'nvsk.';

/**
 * Reads a `credentials` input; null where it was left out.
 * @throws UserErrors for a value in stored form, which nobody could read again.
 */
export function readCredentials(input: CredentialsInput | null | undefined): GivenCredentials | null {
  const [member, given] = Object.entries(input ?? {}).find(([, value]) => value !== undefined) ?? [];
  if (member === undefined || !given) return null;
  const provider = member === 'raw' ? null : (findProviderByInputField(member) ?? null);
  const wireKeys = new Map(provider?.credentialFields.map(({ key }) => [credentialFieldName(key), key]));
  const entries = Object.entries(given)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [wireKeys.get(name) ?? name, value] as const);
  refuseStoredForm(entries, ['credentials', member]);
  return { member, provider, values: Object.fromEntries(entries) };
}

/** @throws UserErrors where a value is in stored form. `path`: of the object in the input. */
export function refuseStoredForm(
  entries: readonly (readonly [string, JsonValue | undefined])[],
  path: readonly string[],
): void {
  const stored = entries.filter(([, value]) => typeof value === 'string' && value.startsWith(STORED_PREFIX));
  if (stored.length === 0) return;
  throw new UserErrors(
    ...stored.map(([key]) => invalidInput('A value must not begin with "nvsk.".', ...path, credentialFieldName(key))),
  );
}

/** @throws UserErrors where the credentials are of another provider than the integration. */
export function assertSameProvider(given: GivenCredentials, providerId: string): void {
  if (!given.provider || given.provider.id === providerId) return;
  throw new UserErrors(
    invalidInput(
      'These are the credentials of another provider than that of the integration.',
      'credentials',
      given.member,
    ),
  );
}

/**
 * @throws UserErrors with a MissingCredentialError for each key that an active integration of the provider needs and that
 * `values` lack. `path`: of the object in the input.
 */
export function assertComplete(provider: CatalogProvider, values: JsonObject, path: readonly string[]): void {
  const missing = provider.credentialFields
    .filter((field) => field.required && isBlank(values[field.key]))
    .map((field) => credentialFieldName(field.key));
  if (missing.length > 0) throw new UserErrors(...missingCredentials(missing, path));
}

/** Input path of an upstream body field such as `credentials.apiKey`, for refusals; upstream/ lets known fields through only. */
export function inputPathOf(given: GivenCredentials | null): (field: string) => readonly string[] {
  return (field) => {
    const [name = '', key] = field.split('.');
    if (name !== 'credentials' || !given) return [name];
    const keyPath = key === undefined ? [] : [given.provider ? credentialFieldName(key) : key];
    return ['credentials', given.member, ...keyPath];
  };
}

/** Path of the credentials object that the input has, or would have, for a provider. */
export function credentialsPath(providerId: string): readonly string[] {
  const provider = findProvider(providerId);
  const member = provider && credentialsInputField(provider);
  return ['credentials', ...(member ? [member] : [])];
}

function isBlank(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
