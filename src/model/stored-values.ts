import { isJsonObject } from './json.ts';

/** Is it a value in the encrypted form in which Novu stores it (contract §2.4)? Such a value is never shown to anyone. */
export function isStoredForm(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('nvsk.');
}

/** Is it, or does it contain at any depth, a value in stored form? Such a value could not be read again. */
export function containsStoredForm(value: unknown): boolean {
  if (isStoredForm(value)) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(containsStoredForm);
}

/**
 * Does a stored value correspond to one that was sent? Servers cast, trim and fold case, and show encrypted values in
 * stored form (contract §10, §11): none of that is a loss.
 */
export function matchesStored(sent: unknown, stored: unknown): boolean {
  if (isEmpty(sent)) return isEmpty(stored);
  if (isStoredForm(stored)) return true;
  if (Array.isArray(sent)) {
    return (
      Array.isArray(stored) &&
      stored.length === sent.length &&
      sent.every((value, index) => matchesStored(value, stored[index]))
    );
  }
  if (isJsonObject(sent)) {
    return isJsonObject(stored) && Object.entries(sent).every(([key, value]) => matchesStored(value, stored[key]));
  }
  if (typeof stored === 'boolean' && stored === (CAST_TO_BOOLEAN.get(normal(sent)) ?? !stored)) return true;
  return normal(sent) === normal(stored);
}

/** Values that the storage layer casts to a boolean (contract §2.7). */
const CAST_TO_BOOLEAN: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['yes', true],
  ['0', false],
  ['no', false],
]);

/** Is a value empty? Servers omit empty values. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function normal(value: unknown): string {
  return typeof value === 'object' ? '' : String(value).trim().toLowerCase();
}
