import { credentialFieldName, credentialValueType, isCatalogKey } from '../../../catalog/catalog.ts';
import type { CatalogProvider } from '../../../catalog/provider.ts';
import { type Caller, secretsRefusal } from '../../../model/caller.ts';
import type { JsonObject, JsonValue } from '../../../model/json.ts';
import { invalidInput, notAllowed, type UserError } from '../user-errors.ts';
import { JSON_OBJECT_RULE, readJsonObject, toWireValue } from './json-text.ts';
import { storedFormErrors, wireKeysOf } from './parse.ts';

/** A patch applied to stored credentials, by wire key. */
export interface PatchedCredentials {
  readonly values: JsonObject;
  /** Wire keys that the patch removes. */
  readonly cleared: readonly string[];
}

/** All faults of a `credentialsPatch` that need no upstream call. */
export function patchErrors(
  caller: Caller,
  patch: JsonObject | null | undefined,
  credentialsToo: boolean,
): UserError[] {
  if (!patch) return [];
  const refusal = secretsRefusal(caller);
  const entries = Object.entries(patch);
  return [
    ...(credentialsToo ? [invalidInput('Give either `credentials` or `credentialsPatch`.', 'credentialsPatch')] : []),
    ...(refusal ? [notAllowed(refusal === 'SWITCHED_OFF' ? SWITCHED_OFF : SESSIONS_ONLY, 'credentialsPatch')] : []),
    ...storedFormErrors(entries, ['credentialsPatch']),
    ...entries.flatMap(([name, value]) => typeErrors(name, value)),
    ...duplicateErrors(entries.map(([name]) => name)),
  ];
}

const SWITCHED_OFF =
  'This gateway shows no caller the current values, so that it cannot change some of them. Use `credentials`.';
const SESSIONS_ONLY = 'Only a session that sees the current values can change some of them. Use `credentials`.';

/** Stored keys that the patch does not name survive, whether the catalog knows them or not; null removes one. */
export function applyPatch(
  provider: CatalogProvider | undefined,
  current: JsonObject,
  patch: JsonObject,
): PatchedCredentials {
  const wireKeys = wireKeysOf(provider);
  const values = new Map(Object.entries(current));
  const cleared: string[] = [];
  for (const [name, value] of Object.entries(patch)) {
    const key = wireKeys.get(name) ?? name;
    if (value !== null) values.set(key, toWireValue(key, value));
    else if (values.delete(key)) cleared.push(key);
  }
  return { values: Object.fromEntries(values), cleared };
}

/** A key has one type in all providers. Keys that the catalog lacks take any value. */
function typeErrors(name: string, value: JsonValue): UserError[] {
  if (value === null || !isCatalogKey(name)) return [];
  const type = credentialValueType(name);
  return TYPES[type].holds(value) ? [] : [invalidInput(TYPES[type].rule, 'credentialsPatch', name)];
}

const TYPES = {
  STRING: { holds: (value: JsonValue) => typeof value === 'string', rule: 'This credential is a text, in quotes.' },
  BOOLEAN: { holds: (value: JsonValue) => typeof value === 'boolean', rule: 'This credential is true or false.' },
  JSON_OBJECT: { holds: (value: JsonValue) => readJsonObject(value) !== undefined, rule: JSON_OBJECT_RULE },
};

/** One key can be written in two ways: as in the REST API, and as in the schema. */
function duplicateErrors(names: readonly string[]): UserError[] {
  return names
    .filter((name) => name !== credentialFieldName(name) && names.includes(credentialFieldName(name)))
    .map((name) => invalidInput('This key is given twice.', 'credentialsPatch', name));
}
