import { isPlainDate } from '../model/dates.ts';
import { UpstreamContractError } from '../model/errors.ts';
import type {
  AutoConfigureResult,
  CallerEnvironment,
  Channel,
  Condition,
  ConditionGroup,
  Configurations,
  Integration,
  IntegrationDraft,
  IntegrationFields,
  IntegrationPatch,
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

/** Members of `configurations` that are known to be public and have no name of their own in the model (contract §2.5). */
const PUBLIC_CONFIGURATIONS = ['pushResources', 'inboxCount', 'configurationSetName'];

/** Body of a create (contract §2.2). Members that are undefined are not sent: JSON has no such value. */
export function toCreateBody(draft: IntegrationDraft): object {
  return {
    providerId: draft.providerId,
    channel: draft.channel?.toLowerCase(),
    kind: draft.kind?.toLowerCase(),
    ...toFields(draft),
  };
}

/** Body of an update (contract §2.3). */
export function toUpdateBody(patch: IntegrationPatch): object {
  return { ...toFields(patch), removeNovuBranding: patch.removeNovuBranding };
}

/** Copied member by member, so that nothing reaches upstream that the model does not name. */
function toFields(fields: IntegrationFields): object {
  return {
    name: fields.name,
    identifier: fields.identifier,
    _environmentId: fields.environmentId,
    credentials: fields.credentials,
    configurations: fields.configurations,
    conditions: fields.conditions,
    rules: fields.rules,
    active: fields.active,
    // Always sent: by default api2024 checks the credentials, on update even the stored ones, which fails (contract §3.3).
    check: fields.check ?? false,
  };
}

/**
 * Every row of a list, including those that are marked as deleted.
 * @param secrets copy credentials and signing key; the caller of this function has checked the right to them.
 * @throws UpstreamContractError where it is not a list, or where a row lacks what the contract guarantees.
 */
export function readIntegrations(body: unknown, secrets: boolean): Integration[] {
  return readList(body).map((row) => readRow(row, secrets));
}

/** As {@link readIntegrations}, for one integration. */
export function readIntegration(body: unknown, secrets: boolean): Integration {
  return readRow(unwrap(body), secrets);
}

/** @throws UpstreamContractError where `_id` or `_organizationId` is missing. */
export function readCallerEnvironment(body: unknown): CallerEnvironment {
  const row = asObject(unwrap(body));
  return { environmentId: readId(row), organizationId: requireText(row, '_organizationId') };
}

/** Ids and names. The API keys that upstream sends along are not read (contract §1.2). */
export function readEnvironments(body: unknown): NamedEnvironment[] {
  return readList(body).map((item) => {
    const row = asObject(item);
    return { id: readId(row), name: requireText(row, 'name') };
  });
}

/** The answer to a webhook status (contract §3.8); null where it is not a boolean. */
export function readWebhookStatus(body: unknown): boolean | null {
  return readBoolean(unwrap(body));
}

/** @throws UpstreamContractError where `success` is missing. The provider's message can echo a credential: it is not read. */
export function readAutoConfigure(body: unknown): AutoConfigureResult {
  return { success: requireBoolean(asObject(unwrap(body)), 'success') };
}

/**
 * The content of `{data: …}`. A bare array or record is accepted as it is: another make of upstream, or a proxy, may leave
 * the envelope out. No record has a member `data` of its own (contract §1.3).
 */
function unwrap(body: unknown): unknown {
  return isJsonObject(body) && Object.hasOwn(body, 'data') && !Object.hasOwn(body, '_id') ? body.data : body;
}

function readRow(value: unknown, secrets: boolean): Integration {
  const row = asObject(value);
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

/** Upstream leaves out credentials that are empty (contract §3.7, §4.3): then it has none, and the model says null. */
function readSecrets(row: JsonObject): IntegrationSecrets {
  const credentials = isJsonObject(row.credentials) ? sanitizeObject(row.credentials) : null;
  const configurations = isJsonObject(row.configurations) ? row.configurations : {};
  return {
    credentials: credentials === null || Object.keys(credentials.value).length === 0 ? null : credentials.value,
    incomplete: credentials !== null && !credentials.complete,
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

/** A damaged group keeps its place: readers see that there is one. */
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
  if (!Array.isArray(list)) throw contractError('the list');
  return list;
}

function asObject(value: unknown): JsonObject {
  if (!isJsonObject(value)) throw contractError('a record');
  return value;
}

function readId(row: JsonObject): string {
  const id = row._id ?? row.id;
  if (typeof id !== 'string' || id === '') throw contractError('the field `_id`');
  return id;
}

function requireText(row: JsonObject, field: string): string {
  const value = row[field];
  if (typeof value !== 'string') throw contractError(`the field \`${field}\``);
  return value;
}

function requireBoolean(row: JsonObject, field: string): boolean {
  const value = row[field];
  if (typeof value !== 'boolean') throw contractError(`the field \`${field}\``);
  return value;
}

/** Names the field, never its value. */
function contractError(what: string): UpstreamContractError {
  return new UpstreamContractError(
    `Novu's answer cannot be read: ${what} is missing or has another type. Ask the operator of this gateway to check the version of the Novu API.`,
  );
}

function readBoolean(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** Whole numbers of 32 bits, the range of GraphQL's `Int`; 0 for anything else. */
function readInt(value: unknown): number {
  return typeof value === 'number' && (value | 0) === value ? value : 0;
}

/** ISO 8601 in, ISO 8601 with milliseconds out; null for anything else. */
function readDate(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (isPlainDate(value)) return value;
  const time = /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
