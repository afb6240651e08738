import { credentialFieldName, credentialValueType, findProviderByInputField } from '../../../catalog/catalog.ts';
import type { CatalogProvider } from '../../../catalog/provider.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../model/json.ts';
import { containsStoredForm } from '../../../model/stored-values.ts';
import type { CredentialsInput } from '../mutation.input.ts';
import { invalidInput, refuseIfAny, refuseInput, type UserError } from '../user-errors.ts';
import { JSON_OBJECT_RULE, toWireValue } from './json-text.ts';

/** The `credentials` of an input. */
export interface ParsedCredentials {
  /** Name of the member of IntegrationCredentialsInput: `sendgrid`, or `raw`. */
  readonly member: string;
  /** The provider of the member; null for `raw`. */
  readonly provider: CatalogProvider | null;
  /** Values by wire key, without nulls. */
  readonly values: JsonObject;
  /** Wire keys that were given in `extra`. */
  readonly extraKeys: ReadonlySet<string>;
}

type Entry = readonly [key: string, value: JsonValue];

/**
 * Null where the input has no credentials.
 * @throws UserErrors for values in stored form, which could not be read again, for keys that are given twice, and for text that is
 * not that of a JSON object where one belongs.
 */
export function parseCredentials(input: CredentialsInput | null | undefined): ParsedCredentials | null {
  const [member, given] = Object.entries(input ?? {}).find(([, value]) => value !== undefined) ?? [];
  if (member === undefined || !given) return null;
  const provider = member === 'raw' ? null : (findProviderByInputField(member) ?? null);
  const { extra, ...named } = provider ? given : { ...given, extra: undefined };
  // A key `extra` under `raw` is a key like any other.
  const own = provider ? named : given;
  const wireKeys = wireKeysOf(provider);
  const entries = givenEntries(own).map(([name, value]): Entry => {
    const key = wireKeys.get(name) ?? name;
    return [key, provider ? toWireValue(key, value) : value];
  });
  const extraEntries = isJsonObject(extra) ? givenEntries(extra) : [];
  const path = ['credentials', member];
  refuseIfAny([
    ...storedFormErrors(entries, path),
    ...storedFormErrors(extraEntries, [...path, 'extra']),
    ...duplicateErrors(entries, extraEntries, path),
    ...(provider ? objectErrors(entries, path) : []),
  ]);
  return {
    member,
    provider,
    values: Object.fromEntries([...extraEntries, ...entries]),
    extraKeys: new Set(extraEntries.map(([key]) => key)),
  };
}

/** Wire key of each GraphQL name of a provider's credentials. */
export function wireKeysOf(provider: CatalogProvider | null | undefined): ReadonlyMap<string, string> {
  return new Map(provider?.credentialFields.map(({ key }) => [credentialFieldName(key), key]));
}

/** An error for each value in stored form. @param path of the object in the input. */
export function storedFormErrors(
  entries: readonly (readonly [string, JsonValue | undefined])[],
  path: readonly string[],
): UserError[] {
  return entries
    .filter(([, value]) => containsStoredForm(value))
    .map(([key]) => invalidInput('A value must not begin with "nvsk.".', ...path, credentialFieldName(key)));
}

/** @throws UserErrors where the credentials are of another provider than the integration. */
export function assertProviderMatches({ provider, member }: ParsedCredentials, providerId: string): void {
  if (!provider || provider.id === providerId) return;
  refuseInput('These credentials belong to a different provider than the integration.', 'credentials', member);
}

function givenEntries(values: JsonObject): Entry[] {
  return Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
}

/** An error for each value that is no object where one belongs. */
function objectErrors(entries: readonly Entry[], path: readonly string[]): UserError[] {
  return entries
    .filter(([key, value]) => credentialValueType(key) === 'JSON_OBJECT' && !isJsonObject(value))
    .map(([key]) => invalidInput(JSON_OBJECT_RULE, ...path, credentialFieldName(key)));
}

function duplicateErrors(entries: readonly Entry[], extra: readonly Entry[], path: readonly string[]): UserError[] {
  const keys = new Set(entries.map(([key]) => key));
  return extra
    .filter(([key]) => keys.has(key))
    .map(([key]) => invalidInput('This key has a field of its own, which is given too.', ...path, 'extra', key));
}
