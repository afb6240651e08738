import type { JsonObject } from '../../model/json.ts';
import { ValidationError } from './errors.ts';

/** True for a JSON object: not null, not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a Mongo id as the API writes them: 24 hexadecimal digits. */
export function isMongoId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value);
}

/** A check with the message of class-validator, which clients read. */
export interface Check {
  readonly says: string;
  holds(value: unknown): boolean;
}

export interface FieldRule {
  readonly field: string;
  /** If not set, absent and null values pass. */
  readonly required?: boolean;
  readonly checks: readonly Check[];
  /** Rules for the fields of the object inside. */
  readonly nested?: readonly FieldRule[];
  /** The field is a list of objects. */
  readonly listOfObjects?: boolean;
}

export const isString: Check = { says: 'must be a string', holds: (value) => typeof value === 'string' };
export const isBoolean: Check = { says: 'must be a boolean value', holds: (value) => typeof value === 'boolean' };
export const isList: Check = { says: 'must be an array', holds: Array.isArray };
export const isPlainObject: Check = { says: 'must be an object', holds: isObject };
export const mongoId: Check = { says: 'must be a mongodb id', holds: isMongoId };
const isDefined: Check = {
  says: 'should not be null or undefined',
  holds: (value) => value !== undefined && value !== null,
};

export function oneOf(values: readonly string[]): Check {
  return {
    says: `must be one of the following values: ${values.join(', ')}`,
    holds: (value) => typeof value === 'string' && values.includes(value),
  };
}

/**
 * Checks a request body as upstream's validation pipe does: unknown fields pass, all violations are reported at once.
 * @throws ValidationError with one text for each violation (contract §7).
 */
export function validateBody(body: JsonObject, rules: readonly FieldRule[]): void {
  const messages = violations(body, rules);
  if (messages.length > 0) throw new ValidationError(messages);
}

function violations(body: JsonObject, rules: readonly FieldRule[], prefix = ''): string[] {
  return rules.flatMap((rule) => violationsOf(body[rule.field], rule, prefix));
}

function violationsOf(value: unknown, rule: FieldRule, prefix: string): string[] {
  const { field, required = false, checks, nested, listOfObjects = false } = rule;
  if (!required && (value === undefined || value === null)) return [];
  const all = required ? [isDefined, ...checks] : checks;
  const own = all.filter((check) => !check.holds(value)).map((check) => `${prefix}${field} ${check.says}`);
  return [
    ...own,
    ...(nested ? insideObject(value, field, nested, prefix) : []),
    ...(listOfObjects ? insideList(value, field) : []),
  ];
}

function insideObject(value: unknown, field: string, rules: readonly FieldRule[], prefix: string): string[] {
  if (Array.isArray(value)) {
    // Upstream lets a list of objects through (contract §2.4).
    const text = `${prefix}each value in nested property ${field} must be either object or array`;
    return value.every((element) => typeof element === 'object' && element !== null) ? [] : [text];
  }
  if (!isObject(value)) return [`${prefix}nested property ${field} must be either object or array`];
  return violations(value, rules, `${prefix}${field}.`);
}

function insideList(value: unknown, field: string): string[] {
  const fine = !Array.isArray(value) || value.every((element) => typeof element === 'object' && element !== null);
  return fine ? [] : [`${field}.each value in nested property ${field} must be either object or array`];
}
