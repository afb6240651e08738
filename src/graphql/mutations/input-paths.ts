import { credentialFieldName } from '../../catalog/catalog.ts';
import type { JsonObject } from '../../model/json.ts';
import { fieldNamesOf } from '../field-marks.ts';
import type { ParsedCredentials } from './credentials/parse.ts';
import { IntegrationConfigurationsInput } from './mutation.input.ts';

/** Input path of an upstream body field such as `credentials.apiKey`; upstream/ passes only known fields. */
export type PathOf = (field: string) => readonly string[];

/** Members of `configurations` that have a field of their own in the input, beside the one for all others. */
const NAMED_CONFIGURATIONS = fieldNamesOf(IntegrationConfigurationsInput).filter((name) => name !== 'other');

/** Where the parts of a body came from in an input with these credentials, or with this patch of them. */
export function inputPaths(given: ParsedCredentials | null, patch: JsonObject | null = null): PathOf {
  return (field) => {
    const dot = field.indexOf('.');
    const name = dot < 0 ? field : field.slice(0, dot);
    const key = dot < 0 ? null : field.slice(dot + 1);
    if (name === 'credentials' && patch) return ['credentialsPatch', ...(key === null ? [] : [patchName(patch, key)])];
    if (name === 'credentials' && given)
      return ['credentials', given.member, ...(key === null ? [] : nameIn(given, key))];
    if (name === 'configurations' && key !== null) {
      return ['configurations', ...(NAMED_CONFIGURATIONS.includes(key) ? [key] : ['other', key])];
    }
    return [name];
  };
}

/** As the caller wrote it. */
function patchName(patch: JsonObject, key: string): string {
  return Object.hasOwn(patch, key) ? key : credentialFieldName(key);
}

function nameIn({ provider, extraKeys }: ParsedCredentials, key: string): string[] {
  if (!provider) return [key];
  return extraKeys.has(key) ? ['extra', key] : [credentialFieldName(key)];
}
