import { createIdNormalizer } from '../../model/ids.ts';
import { CHANNELS, type Integration, KINDS } from '../../model/integration.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';
import { unreadableIn, withUnreadable } from '../../model/lists.ts';
import {
  type Condition,
  type ConditionGroup,
  type Configurations,
  compactConfigurations,
  NO_CONDITIONS,
  type Provisioning,
} from '../../model/parts.ts';

/** Changes with the members of an entry and with the order or meaning of {@link packRow}: an entry of another version is a miss. */
const VERSION = 4;

/**
 * Packs a list as JSON with one array for each field. A field with one value in all rows (the organization, `deleted`)
 * is stored once. The number of unreadable rows is included. It names no caller, so equal lists are packed to equal
 * texts.
 */
export function encodeList(integrations: readonly Integration[]): string {
  const rows = integrations.map(packRow);
  const columns = (rows[0] ?? []).map((_, column) => shorten(rows.map((row) => row[column] ?? null)));
  return JSON.stringify([VERSION, unreadableIn(integrations), rows.length, columns]);
}

/** What {@link encodeList} packed; null for anything else, e.g. half a list or one of another version. */
export function decodeList(body: string): readonly Integration[] | null {
  try {
    const [version, unreadable, length, columns] = array(JSON.parse(body));
    if (version !== VERSION || typeof length !== 'number') return null;
    return withUnreadable(unpackRows(length, array(columns).map(array)), number(unreadable));
  } catch {
    return null;
  }
}

/**
 * The allow-list: only fields named here are stored, in the process or in Redis. `secrets` is not named. Nested objects
 * are copied field by field, so a secret that is added to them later is not stored either.
 */
function packRow(of: Integration): JsonValue[] {
  return [
    of.id,
    of.environmentId,
    of.organizationId,
    of.identifier,
    of.name,
    of.providerId,
    of.channel === null ? null : CHANNELS.indexOf(of.channel),
    KINDS.indexOf(of.kind),
    of.active ? 1 : 0,
    of.primary ? 1 : 0,
    of.priority,
    of.configurations === null ? null : packConfigurations(of.configurations),
    of.conditions.map(packGroup),
    of.rules,
    of.removeNovuBranding,
    of.createdAt,
    of.updatedAt,
    of.deleted ? 1 : 0,
    of.deletedAt,
    of.deletedBy,
    of.connected,
    of.provisioning === null ? null : packProvisioning(of.provisioning),
  ];
}

type Intern = (text: string) => string;

function unpackRow(columns: readonly (readonly JsonValue[])[], row: number, intern: Intern): Integration {
  const at = (column: number): JsonValue | undefined => columns[column]?.[columns[column].length === 1 ? 0 : row];
  const [createdAt, updatedAt] = [orNull(at(15), text), orNull(at(16), text)];
  return {
    id: text(at(0)),
    environmentId: intern(text(at(1))),
    organizationId: intern(text(at(2))),
    identifier: text(at(3)),
    name: text(at(4)),
    providerId: text(at(5)),
    channel: orNull(at(6), (value) => oneOf(CHANNELS, value)),
    kind: oneOf(KINDS, at(7)),
    active: at(8) === 1,
    primary: at(9) === 1,
    priority: number(at(10)),
    configurations: orNull(at(11), unpackConfigurations),
    conditions: unpackConditions(array(at(12))),
    rules: orNull(at(13), object),
    removeNovuBranding: orNull(at(14), flag),
    createdAt,
    updatedAt: updatedAt === createdAt ? createdAt : updatedAt,
    deleted: at(17) === 1,
    deletedAt: orNull(at(18), text),
    deletedBy: orNull(at(19), text),
    connected: orNull(at(20), flag),
    provisioning: orNull(at(21), unpackProvisioning),
  };
}

function packConfigurations(of: Configurations): JsonValue {
  return [of.inboundWebhookEnabled, of.payloadSchema, of.other];
}

function unpackConfigurations(value: JsonValue): Configurations {
  const [inboundWebhookEnabled, payloadSchema, other] = array(value);
  return compactConfigurations({
    inboundWebhookEnabled: orNull(inboundWebhookEnabled, flag),
    payloadSchema: orNull(payloadSchema, text),
    other: orNull(other, object),
  });
}

function packProvisioning(of: Provisioning): JsonValue {
  return [of.status, of.startedAt, of.completedAt];
}

function unpackProvisioning(value: JsonValue): Provisioning {
  const [status, startedAt, completedAt] = array(value);
  return {
    status: orNull(status, text),
    startedAt: orNull(startedAt, text),
    completedAt: orNull(completedAt, text),
  };
}

function packGroup(of: ConditionGroup): JsonValue {
  return [
    of.isNegated,
    of.type,
    of.value,
    of.children.map((child) => [child.field, child.value, child.operator, child.on]),
  ];
}

function unpackConditions(groups: readonly JsonValue[]): readonly ConditionGroup[] {
  return groups.length > 0 ? groups.map(unpackGroup) : NO_CONDITIONS;
}

function unpackGroup(value: JsonValue): ConditionGroup {
  const [isNegated, type, operator, children] = array(value);
  return {
    isNegated: orNull(isNegated, flag),
    type: orNull(type, text),
    value: orNull(operator, text),
    children: array(children).map(unpackCondition),
  };
}

function unpackCondition(packed: JsonValue): Condition {
  const [field, value, operator, on] = array(packed);
  return { field: orNull(field, text), value: value ?? null, operator: orNull(operator, text), on: orNull(on, text) };
}

function shorten(column: readonly JsonValue[]): readonly JsonValue[] {
  const [first] = column;
  if (typeof first !== 'object' || first === null) {
    return column.every((value) => value === first) ? column.slice(0, 1) : column;
  }
  const text = JSON.stringify(first);
  return column.every((value) => JSON.stringify(value) === text) ? column.slice(0, 1) : column;
}

function unpackRows(length: number, columns: readonly (readonly JsonValue[])[]): Integration[] {
  if (!columns.every((column) => column.length === 1 || column.length === length)) throw new TypeError('damaged');
  const intern = createIdNormalizer();
  return Array.from({ length }, (_, row) => unpackRow(columns, row, intern));
}

function text(value: JsonValue | undefined): string {
  if (typeof value !== 'string') throw new TypeError('not a string');
  return value;
}

function number(value: JsonValue | undefined): number {
  if (typeof value !== 'number') throw new TypeError('not a number');
  return value;
}

function flag(value: JsonValue | undefined): boolean {
  if (typeof value !== 'boolean') throw new TypeError('not a boolean');
  return value;
}

function object(value: JsonValue | undefined): JsonObject {
  if (value === undefined || !isJsonObject(value)) throw new TypeError('not an object');
  return value;
}

function array(value: JsonValue | undefined): readonly JsonValue[] {
  if (!Array.isArray(value)) throw new TypeError('not an array');
  return value;
}

function oneOf<T>(values: readonly T[], index: JsonValue | undefined): T {
  const value = values[number(index)];
  if (value === undefined) throw new TypeError('not a member');
  return value;
}

function orNull<T>(value: JsonValue | undefined, read: (value: JsonValue) => T): T | null {
  return value === null || value === undefined ? null : read(value);
}
