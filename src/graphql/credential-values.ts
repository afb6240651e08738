import { credentialFieldName, credentialsTypeName, credentialValueType, findProvider } from '../catalog/catalog.ts';
import type { CatalogProvider } from '../catalog/provider.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';
import { memoize } from '../model/memoize.ts';
import { isEmpty } from '../model/stored-values.ts';

/** Credentials that a caller may see, as the executor reads them. */
export interface ShownCredentials {
  readonly __typename: string;
  readonly providerId: string;
  /** By wire key; null: Novu returned none. */
  readonly stored: JsonObject | null;
  /** The fields of the provider's type. */
  readonly [field: string]: unknown;
}

/** How a provider's values are shown. */
interface Shape {
  readonly typeName: string;
  /** By wire key. */
  readonly fields: ReadonlyMap<string, { readonly name: string; readonly type: ValueType }>;
}

type ValueType = ReturnType<typeof credentialValueType>;

/** Computed once for each provider: a long list has few different ones. */
const shapeOf = memoize((provider: CatalogProvider): Shape => {
  const fields = provider.credentialFields.map(
    ({ key }) => [key, { name: credentialFieldName(key), type: credentialValueType(key) }] as const,
  );
  return { typeName: credentialsTypeName(provider), fields: new Map(fields) };
});

/** Values under their GraphQL names. A value without a field, or with another type, goes to `extra`, so none is lost. */
export function typedValues(provider: CatalogProvider, stored: JsonObject): ShownCredentials {
  const { typeName, fields } = shapeOf(provider);
  const view: Record<string, unknown> = {};
  let extra: Record<string, JsonValue> | null = null;
  for (const [key, value] of Object.entries(stored)) {
    const field = fields.get(key);
    const typed = field && coerce(field.type, value);
    if (field && typed !== undefined) {
      view[field.name] = typed;
    } else {
      extra ??= {};
      extra[key] = value;
    }
  }
  return Object.assign(view, { __typename: typeName, providerId: provider.id, stored, extra });
}

/**
 * All stored values under the keys of the catalog, for the field `values` of all credentials types. Computed only if selected.
 */
export function allValues({ providerId, stored }: ShownCredentials): JsonObject | null {
  const provider = findProvider(providerId);
  if (!provider || !stored) return stored;
  const { fields } = shapeOf(provider);
  const entries = Object.entries(stored);
  const known = entries.flatMap(([key, value]): [string, JsonValue][] => {
    const field = fields.get(key);
    return field ? [[field.name, coerce(field.type, value) ?? value]] : [];
  });
  // Keys of the catalog come last, so that another key with the same name does not hide them.
  return Object.fromEntries([...entries.filter(([key]) => !fields.has(key)), ...known]);
}

/** Whether a key has a value, as the schema shows it. */
export interface CredentialState {
  readonly key: string;
  readonly isSet: boolean;
}

/** One for each key of the provider, in the order of its form, then one for each further stored key. */
export function statesOf(provider: CatalogProvider | undefined, stored: JsonObject): CredentialState[] {
  const keys = provider?.credentialFields.map(({ key }) => key) ?? [];
  const further = Object.keys(stored).filter((key) => !keys.includes(key));
  return [
    ...keys.map((key) => ({ key: credentialFieldName(key), isSet: !isEmpty(stored[key]) })),
    ...further.map((key) => ({ key, isSet: !isEmpty(stored[key]) })),
  ];
}

/** The value in its GraphQL type; undefined if it does not fit. */
function coerce(type: ValueType, value: JsonValue): JsonValue | undefined {
  if (value === null) return null;
  switch (type) {
    case 'BOOLEAN':
      return asBoolean(value);
    case 'JSON_OBJECT':
      return isJsonObject(value) ? value : undefined;
    case 'STRING':
      return typeof value === 'object' ? undefined : String(value);
  }
}

function asBoolean(value: JsonValue): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
}
