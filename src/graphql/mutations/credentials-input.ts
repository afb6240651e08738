import { credentialFieldName, credentialsInputField, findProviderByInputField } from '../../catalog/catalog.ts';
import type { CatalogProvider } from '../../catalog/provider.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { CredentialsInput } from './mutation.input.ts';
import { invalidInput, refuseInput, UserErrors, userError } from './user-errors.ts';

/** The `credentials` of an input. */
export interface ParsedCredentials {
  /** Name of the member of IntegrationCredentialsInput: `sendgrid`, or `raw`. */
  readonly member: string;
  /** The provider of the member; null for `raw`. */
  readonly provider: CatalogProvider | null;
  /** Values by wire key, without nulls. */
  readonly values: JsonObject;
}

/** Prefix of a value in the form in which Novu stores it (contract §2.4). Such a value is never shown to anyone. */
const STORED_PREFIX = 'nvsk.';

/** Null where the input has no credentials. @throws UserErrors for a value in stored form, which could not be read again. */
export function parseCredentials(input: CredentialsInput | null | undefined): ParsedCredentials | null {
  const [member, given] = Object.entries(input ?? {}).find(([, value]) => value !== undefined) ?? [];
  if (member === undefined || !given) return null;
  const provider = member === 'raw' ? null : (findProviderByInputField(member) ?? null);
  const wireKeys = wireKeysOf(provider);
  const entries = Object.entries(given)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [wireKeys.get(name) ?? name, value] as const);
  assertNotStoredForm(entries, ['credentials', member]);
  return { member, provider, values: Object.fromEntries(entries) };
}

/** Wire key of each GraphQL name of a provider's credentials. */
export function wireKeysOf(provider: CatalogProvider | null | undefined): ReadonlyMap<string, string> {
  return new Map(provider?.credentialFields.map(({ key }) => [credentialFieldName(key), key]));
}

/** @throws UserErrors where a value is in stored form. @param path of the object in the input. */
export function assertNotStoredForm(
  entries: readonly (readonly [string, JsonValue | undefined])[],
  path: readonly string[],
): void {
  const errors = entries
    .filter(([, value]) => typeof value === 'string' && value.startsWith(STORED_PREFIX))
    .map(([key]) => invalidInput('A value must not begin with "nvsk.".', ...path, credentialFieldName(key)));
  if (errors.length > 0) throw new UserErrors(...errors);
}

/** @throws UserErrors where the credentials are of another provider than the integration. */
export function assertProviderMatches({ provider, member }: ParsedCredentials, providerId: string): void {
  if (!provider || provider.id === providerId) return;
  refuseInput('These credentials belong to a different provider than the integration.', 'credentials', member);
}

/**
 * One error for each missing key, so that a form can show it at the input of the key.
 * @param path of the object in the input.
 * @throws UserErrors where `values` lack a key that an active integration of the provider needs.
 */
export function assertRequiredCredentials(
  provider: CatalogProvider,
  values: JsonObject,
  path: readonly string[],
): void {
  const keys = provider.credentialFields
    .filter((field) => field.required && isBlank(values[field.key]))
    .map((field) => credentialFieldName(field.key));
  if (keys.length > 0) {
    throw new UserErrors(...keys.map((key) => userError('MISSING_CREDENTIAL', [...path, key], { keys })));
  }
}

/** Input path of an upstream body field such as `credentials.apiKey`; upstream/ passes only known fields. */
export function inputPathOf(given: ParsedCredentials | null): (field: string) => readonly string[] {
  return (field) => {
    const [name = '', key] = field.split('.');
    if (name !== 'credentials' || !given) return [name];
    const keyPath = key === undefined ? [] : [given.provider ? credentialFieldName(key) : key];
    return ['credentials', given.member, ...keyPath];
  };
}

/** Path of the credentials that the input of a provider has, or would have. */
export function credentialsPath(provider: CatalogProvider): readonly string[] {
  const member = credentialsInputField(provider);
  return member ? ['credentials', member] : ['credentials'];
}

function isBlank(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
