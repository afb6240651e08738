import { isPlainDate } from '../model/dates.ts';
import { UpstreamContractError } from '../model/errors.ts';
import type {
  CallerEnvironment,
  Channel,
  Condition,
  ConditionGroup,
  Configurations,
  Integration,
  IntegrationSecrets,
  Kind,
  NamedEnvironment,
} from '../model/integration.ts';
import { isJsonObject, type JsonObject } from '../model/json.ts';
import { sanitizeObject, sanitizeText, sanitizeValue } from './sanitize.ts';

const CHANNELS: ReadonlyMap<unknown, Channel> = new Map([
  ['in_app', 'IN_APP'],
  ['email', 'EMAIL'],
  ['sms', 'SMS'],
  ['chat', 'CHAT'],
  ['push', 'PUSH'],
  ['tool', 'TOOL'],
]);

const KINDS: ReadonlyMap<unknown, Kind> = new Map([
  ['delivery', 'DELIVERY'],
  ['agent', 'AGENT'],
]);

/** Members of `configurations` that are known to be public beside those with a name in the model (contract §2.5). */
const PUBLIC_CONFIGURATIONS = ['pushResources', 'inboxCount', 'configurationSetName'];

/**
 * What is inside `{data: …}`. A bare array or record is taken as it is: an upstream of another make, or something between,
 * may leave the envelope out, and no record has a member `data` of its own (contract §1.3).
 */
export function unwrap(body: unknown): unknown {
  return isJsonObject(body) && Object.hasOwn(body, 'data') && !Object.hasOwn(body, '_id') ? body.data : body;
}

/**
 * Every row of an answer to a list, also those marked as deleted.
 * @param secrets copy credentials and signing key; the caller of this function has checked the right to them.
 * @throws UpstreamContractError where it is no list, or where a row lacks what the contract guarantees.
 */
export function readIntegrations(body: unknown, secrets: boolean): Integration[] {
  return readList(body).map((row) => readIntegration(row, secrets));
}

/** As {@link readIntegrations}, for an answer that is one integration, in its envelope or without. */
export function readIntegrationAnswer(body: unknown, secrets: boolean): Integration {
  return readIntegration(unwrap(body), secrets);
}

/** @throws UpstreamContractError where `_id` or `_organizationId` is missing. */
export function readCallerEnvironment(body: unknown): CallerEnvironment {
  const row = asRow(unwrap(body));
  return { environmentId: readId(row), organizationId: requireText(row, '_organizationId') };
}

/** Ids and names; the API keys that upstream sends along are not read (contract §1.2). */
export function readEnvironments(body: unknown): NamedEnvironment[] {
  return readList(body).map((item) => {
    const row = asRow(item);
    return { id: readId(row), name: requireText(row, 'name') };
  });
}

/** @throws UpstreamContractError that names the field, never its value. */
export function contractError(what: string): UpstreamContractError {
  return new UpstreamContractError(
    `Novu's answer cannot be read: ${what} is missing or of another type. Tell whoever runs this gateway to check the version of the Novu API.`,
  );
}

function readIntegration(value: unknown, secrets: boolean): Integration {
  const row = asRow(value);
  const integration: Integration = {
    id: readId(row),
    environmentId: requireText(row, '_environmentId'),
    organizationId: requireText(row, '_organizationId'),
    identifier: requireText(row, 'identifier'),
    name: requireText(row, 'name'),
    providerId: requireText(row, 'providerId'),
    channel: row.channel == null ? null : (CHANNELS.get(row.channel) ?? 'UNKNOWN'),
    kind: row.kind == null ? 'DELIVERY' : (KINDS.get(row.kind) ?? 'UNKNOWN'),
    active: requireBoolean(row, 'active'),
    primary: row.primary === true,
    priority: readInt(row.priority),
    configurations: isJsonObject(row.configurations) ? readConfigurations(row.configurations) : null,
    conditions: Array.isArray(row.conditions) ? row.conditions.map(readGroup) : [],
    rules: isJsonObject(row.rules) ? sanitizeObject(row.rules).value : null,
    removeNovuBranding: readBoolean(row.removeNovuBranding),
    createdAt: readDate(row.createdAt),
    updatedAt: readDate(row.updatedAt),
    deleted: row.deleted === true,
    deletedAt: readDate(row.deletedAt),
    deletedBy: sanitizeText(row.deletedBy),
  };
  return secrets ? { ...integration, secrets: readSecrets(row) } : integration;
}

/** Where upstream leaves credentials out (contract §3.7, §4.3), the answer is known to hold none: null, not undefined. */
function readSecrets(row: JsonObject): IntegrationSecrets {
  const given = isJsonObject(row.credentials) ? sanitizeObject(row.credentials) : null;
  const configurations = isJsonObject(row.configurations) ? row.configurations : {};
  return {
    credentials: given === null || Object.keys(given.value).length === 0 ? null : given.value,
    incomplete: given !== null && !given.whole,
    inboundWebhookSigningKey: sanitizeText(configurations.inboundWebhookSigningKey),
  };
}

function readConfigurations(row: JsonObject): Configurations {
  const other: JsonObject = Object.fromEntries(
    PUBLIC_CONFIGURATIONS.filter((key) => Object.hasOwn(row, key)).map((key) => [key, sanitizeValue(row[key])]),
  );
  return {
    inboundWebhookEnabled: readBoolean(row.inboundWebhookEnabled),
    payloadSchema: sanitizeText(row.payloadSchema),
    other: Object.keys(other).length === 0 ? null : other,
  };
}

/** A damaged group keeps its place: that there is something is worth to be seen. */
function readGroup(value: unknown): ConditionGroup {
  const row = isJsonObject(value) ? value : {};
  return {
    isNegated: readBoolean(row.isNegated),
    type: sanitizeText(row.type),
    value: sanitizeText(row.value),
    children: Array.isArray(row.children) ? row.children.map(readCondition) : [],
  };
}

function readCondition(value: unknown): Condition {
  const row = isJsonObject(value) ? value : {};
  return {
    field: sanitizeText(row.field),
    value: sanitizeValue(row.value),
    operator: sanitizeText(row.operator),
    on: sanitizeText(row.on),
  };
}

function readList(body: unknown): readonly unknown[] {
  const list = unwrap(body);
  if (!Array.isArray(list)) {
    throw contractError('the list');
  }
  return list;
}

function asRow(value: unknown): JsonObject {
  if (!isJsonObject(value)) {
    throw contractError('a record');
  }
  return value;
}

function readId(row: JsonObject): string {
  const id = row._id ?? row.id;
  if (typeof id !== 'string' || id === '') {
    throw contractError('the field `_id`');
  }
  return id;
}

function requireText(row: JsonObject, field: string): string {
  const value = row[field];
  if (typeof value !== 'string') {
    throw contractError(`the field \`${field}\``);
  }
  return value;
}

function requireBoolean(row: JsonObject, field: string): boolean {
  const value = row[field];
  if (typeof value !== 'boolean') {
    throw contractError(`the field \`${field}\``);
  }
  return value;
}

function readBoolean(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** Whole numbers of 32 bits, which is what GraphQL can say. */
function readInt(value: unknown): number {
  return typeof value === 'number' && (value | 0) === value ? value : 0;
}

/** ISO 8601 in, ISO 8601 with milliseconds out; null for all else. */
function readDate(value: unknown): string | null {
  if (typeof value === 'string' && isPlainDate(value)) {
    return value;
  }
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) {
    return null;
  }
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
