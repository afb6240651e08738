import { ADDED_FIELDS, ADDED_PROVIDERS, OPTIONAL_WHERE } from './additions.ts';
import {
  CHANNELS_WITH_PRIMARY,
  CREDENTIALS_TYPE_NAMES,
  PASSWORD_LIKE_KEYS,
  PUBLIC_CREDENTIAL_KEYS,
} from './overrides.ts';
import type { CatalogField, CatalogProvider } from './provider.ts';
import { ENCRYPTED_KEYS, PROVIDERS } from './providers.generated.ts';
import { CREDENTIAL_TEXTS, DEFAULT_DESCRIPTIONS, REPLACED_DESCRIPTIONS } from './texts.ts';

/**
 * Every provider of the catalog, delivery providers first, then agent runtimes; generated from `@novu/shared`, with what
 * additions.ts adds and the texts of texts.ts.
 */
export const providers: readonly CatalogProvider[] = withAdditions(PROVIDERS).map(withOwnTexts);

const byId = new Map(providers.map((provider) => [provider.id, provider]));
const byInputField = new Map(
  providers
    .filter((provider) => provider.credentialFields.length > 0)
    .map((provider) => [camelCase(provider.id), provider]),
);

/** The catalog entry of a provider, or undefined if the catalog lacks it. */
export function findProvider(id: string): CatalogProvider | undefined {
  return byId.get(id);
}

/** The provider that a member of `IntegrationCredentialsInput` stands for, e.g. `infobipEmail`. */
export function findProviderByInputField(name: string): CatalogProvider | undefined {
  return byInputField.get(name);
}

/** Name of the provider's member of the credentials union. */
export function credentialsTypeName(provider: CatalogProvider): string {
  if (provider.credentialFields.length === 0) return 'NoIntegrationCredentials';
  const name = camelCase(provider.id);
  const ownName = CREDENTIALS_TYPE_NAMES[provider.id] ?? name.charAt(0).toUpperCase() + name.slice(1);
  return `${ownName}IntegrationCredentials`;
}

/** Name of the provider's member of the credentials input, or null where the provider takes no credentials. */
export function credentialsInputField(provider: CatalogProvider): string | null {
  return provider.credentialFields.length === 0 ? null : camelCase(provider.id);
}

/** GraphQL name of a credential key: `AppIOBaseUrl` is `appIOBaseUrl`. */
export function credentialFieldName(key: string): string {
  return key.charAt(0).toLowerCase() + key.slice(1);
}

/** Is a value of this key hidden from callers that may not see credentials? True unless it is known to be public. */
export function isSecretKey(key: string): boolean {
  return !PUBLIC_CREDENTIAL_KEYS.has(key);
}

/**
 * Should a form mask this key's value? True for what Novu encrypts and for keys like passwords. That is less than
 * {@link isSecretKey}, because people must be able to check addresses, user names and ids.
 */
export function isMaskedKey(key: string): boolean {
  return ENCRYPTED_KEYS.has(key) || PASSWORD_LIKE_KEYS.has(key);
}

/** Does any provider of the catalog have a credential of this key or GraphQL name? */
export function isCatalogKey(name: string): boolean {
  return CATALOG_KEYS.has(name);
}

/** GraphQL type of a key's value, one for all providers, so that union members can be selected side by side. */
export function credentialValueType(key: string): 'BOOLEAN' | 'JSON_OBJECT' | 'STRING' {
  if (SWITCH_KEYS.has(key)) return 'BOOLEAN';
  return key === 'tlsOptions' ? 'JSON_OBJECT' : 'STRING';
}

/**
 * The required credentials of a provider, given the other values. The catalog is advisory: stored data and older
 * servers do not follow it (contract §2.8).
 */
export function requiredFields(provider: CatalogProvider, values: Readonly<Record<string, unknown>>): CatalogField[] {
  return provider.credentialFields.filter(
    ({ key, required }) => required && !optionalWhere(provider, key).some(([other, value]) => values[other] === value),
  );
}

/** Values of other keys that make a required key optional. */
export function optionalWhere(
  { id }: CatalogProvider,
  key: string,
): readonly (readonly [key: string, value: string])[] {
  return Object.entries(OPTIONAL_WHERE[id]?.[key] ?? {});
}

/** Does upstream support a primary among this provider's integrations? */
export function supportsPrimary(provider: CatalogProvider): boolean {
  return provider.channel !== null && CHANNELS_WITH_PRIMARY.has(provider.channel);
}

const CATALOG_KEYS = new Set(
  providers.flatMap(({ credentialFields }) => credentialFields.flatMap(({ key }) => [key, credentialFieldName(key)])),
);

const SWITCH_KEYS = new Set(
  providers.flatMap((provider) =>
    provider.credentialFields.filter((field) => field.input === 'SWITCH').map((field) => field.key),
  ),
);

/** Added delivery providers come before the agent runtimes, as the generated ones do. A generated entry is not added again. */
function withAdditions(generated: readonly CatalogProvider[]): CatalogProvider[] {
  const known = new Set(generated.map(({ id }) => id));
  const all = [...generated, ...ADDED_PROVIDERS.filter(({ id }) => !known.has(id))].map((provider) => {
    const keys = new Set(provider.credentialFields.map(({ key }) => key));
    const added = (ADDED_FIELDS[provider.id] ?? []).filter(({ key }) => !keys.has(key));
    return { ...provider, credentialFields: [...provider.credentialFields, ...added] };
  });
  return [...all.filter(({ kind }) => kind === 'DELIVERY'), ...all.filter(({ kind }) => kind !== 'DELIVERY')];
}

function withOwnTexts(provider: CatalogProvider): CatalogProvider {
  const texts = CREDENTIAL_TEXTS[provider.id];
  const credentialFields = provider.credentialFields.map((field) => ({
    ...field,
    description: asSentence(
      REPLACED_DESCRIPTIONS[field.description ?? ''] ?? field.description ?? DEFAULT_DESCRIPTIONS[field.key],
    ),
    ...texts?.[field.key],
  }));
  return { ...provider, credentialFields };
}

/** Adds the full stop that many texts of the catalog lack. */
function asSentence(text: string | undefined): string | null {
  if (text === undefined) return null;
  return /[.!?]$/.test(text) ? text : `${text.trim()}.`;
}

function camelCase(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
