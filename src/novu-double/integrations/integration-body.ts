import type { JsonObject, JsonValue } from '../../model/json.ts';
import { credentialRules } from '../state/credentials.ts';
import { CHANNELS, type Generation, type WireKind } from '../state/records.ts';
import {
  type FieldRule,
  isBoolean,
  isList,
  isObject,
  isPlainObject,
  isString,
  mongoId,
  oneOf,
  validateBody,
} from '../state/validation.ts';
import { rulesOf } from './rules.ts';

const KINDS: readonly WireKind[] = ['delivery', 'agent'];

/** The body of a create (contract §2.2). Undefined: not sent. Null counts as not sent. */
export type CreateBody = ReturnType<typeof readCreateBody>;

/** The body of an update (contract §2.3). The same, except for three fields in which null is stored. */
export type UpdateBody = ReturnType<typeof readUpdateBody>;

/** @throws ValidationError, and ApiError 400 for rules that are not JSONLogic. */
export function readCreateBody(generation: Generation, body: JsonObject) {
  validateBody(body, rulesFor(generation, identityRules(generation)));
  const kind = generation === 'api2024' ? undefined : (KINDS.find((name) => name === body.kind) ?? 'delivery');
  const channel = kind === 'agent' ? undefined : CHANNELS[generation].find((name) => name === body.channel);
  return { ...shared(generation, body), providerId: String(body.providerId), channel, kind };
}

/** @throws ValidationError, and ApiError 400 for rules that are not JSONLogic. */
export function readUpdateBody(generation: Generation, body: JsonObject) {
  const branding: FieldRule[] = [{ field: 'removeNovuBranding', checks: [isBoolean] }];
  validateBody(body, rulesFor(generation, generation === 'api2024' ? branding : []));
  const removeNovuBranding = generation === 'api2024' ? orNull(body.removeNovuBranding, booleanOf) : undefined;
  const active = orNull(body.active, booleanOf);
  const conditions = orNull(body.conditions, listOf);
  return { ...shared(generation, body), active, conditions, removeNovuBranding };
}

function shared(generation: Generation, body: JsonObject) {
  const newer = generation === 'api2026';
  return {
    name: textOf(body.name),
    identifier: textOf(body.identifier),
    environmentId: textOf(body._environmentId)?.toLowerCase(),
    credentials: objectOf(body.credentials),
    configurations: newer ? objectOf(body.configurations) : undefined,
    active: booleanOf(body.active),
    check: booleanOf(body.check) ?? !newer,
    conditions: listOf(body.conditions),
    rules: newer ? rulesOf(body.rules) : undefined,
  };
}

/** An update stores null in these fields (contract §2.3). */
function orNull<T>(value: unknown, read: (value: unknown) => T | undefined): T | null | undefined {
  return value === null ? null : read(value);
}

const listOf = (value: unknown): JsonValue[] | undefined => (Array.isArray(value) ? value : undefined);
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
const booleanOf = (value: unknown) => (typeof value === 'boolean' ? value : undefined);

function objectOf(value: unknown): JsonObject | undefined {
  if (Array.isArray(value)) return {};
  return isObject(value) ? value : undefined;
}

function rulesFor(generation: Generation, own: readonly FieldRule[]): FieldRule[] {
  const newer: FieldRule[] = [
    { field: 'configurations', checks: [isPlainObject] },
    { field: 'rules', checks: [isPlainObject] },
  ];
  return [
    { field: 'name', checks: [isString] },
    { field: 'identifier', checks: [isString] },
    { field: '_environmentId', checks: [mongoId] },
    ...own,
    { field: 'credentials', checks: [], nested: credentialRules(generation) },
    { field: 'active', checks: [isBoolean] },
    { field: 'check', checks: [isBoolean] },
    { field: 'conditions', checks: [isList], listOfObjects: true },
    ...(generation === 'api2026' ? newer : []),
  ];
}

function identityRules(generation: Generation): FieldRule[] {
  return [
    { field: 'providerId', required: true, checks: [isString] },
    { field: 'channel', required: generation === 'api2024', checks: [oneOf(CHANNELS[generation])] },
    ...(generation === 'api2026' ? [{ field: 'kind', checks: [oneOf(KINDS)] }] : []),
  ];
}
