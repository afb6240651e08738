import { findProvider } from '../catalog/catalog.ts';
import { isPlainDate } from '../model/dates.ts';
import { UpstreamContractError } from '../model/errors.ts';
import { normalId } from '../model/ids.ts';
import type {
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
  Provisioning,
} from '../model/integration.ts';
import { isJsonObject, type JsonObject } from '../model/json.ts';
import { withUnreadable } from '../model/unreadable.ts';
import { findDifference } from './difference.ts';
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
 * Every row of a list that can be shown, including those that are marked as deleted; of rows with the same id the first.
 * How many could not be read goes with the list (`unreadableIn`).
 * @param secrets copy credentials and signing key; the caller of this function has checked the right to them.
 * @throws UpstreamContractError where it is not a list, or only a part of one.
 */
export function readIntegrations(body: unknown, secrets: boolean): Integration[] {
  const rows = readList(body).map((row) => readRow(row, secrets));
  const byId = new Map<string, Integration>();
  for (const row of rows) {
    if (row !== null && !byId.has(row.id)) byId.set(row.id, row);
  }
  return withUnreadable([...byId.values()], rows.filter((row) => row === null).length);
}

/**
 * The integration in the answer to a write, with how it differs from what was sent.
 * @param sent the body of the write; null where it had none.
 * @throws UpstreamContractError where there is none that can be shown.
 */
export function readIntegration(body: unknown, secrets: boolean, sent: object | null = null): Integration {
  const row = withDifference(readRow(unwrap(body), secrets), unwrap(body), secrets, sent);
  if (row === null) throw contractError('a field of the integration');
  return row;
}

function withDifference(
  integration: Integration | null,
  row: unknown,
  secrets: boolean,
  sent: object | null,
): Integration | null {
  if (integration === null || sent === null || !isJsonObject(row)) return integration;
  // Only a caller that may not see credentials is answered without those that are stored (contract §4.3).
  const difference = findDifference(sent, row, !secrets);
  return difference.lost.length + difference.kept.length > 0 ? { ...integration, difference } : integration;
}

/**
 * As {@link readIntegration}, for a write to a known integration: null where there is no content (204), or this integration but
 * cannot be shown. The write is done then, and what it made can be read from the list.
 */
export function readKnownIntegration(
  body: unknown,
  id: string,
  secrets: boolean,
  sent: object | null,
): Integration | null {
  const content = unwrap(body);
  const isDone = content === undefined || (isJsonObject(content) && idOf(content) === normalId(id));
  if (!isDone) return readIntegration(body, secrets, sent);
  return withDifference(readRow(content, secrets), content, secrets, sent);
}

/** @throws UpstreamContractError where `_id` or `_organizationId` is missing. */
export function readCallerEnvironment(body: unknown): CallerEnvironment {
  const row = asObject(unwrap(body));
  return { environmentId: readId(row), organizationId: normalId(requireText(row, '_organizationId')) };
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

/**
 * The content of `{data: …}`. A bare array or record is accepted as it is: another make of upstream, or a proxy, may leave
 * the envelope out. No record has a member `data` of its own (contract §1.3).
 */
export function unwrap(body: unknown): unknown {
  return isJsonObject(body) && Object.hasOwn(body, 'data') && !Object.hasOwn(body, '_id') ? body.data : body;
}

/** Null for what cannot be shown: it has no id, environment, organization or provider (contract §2.1). */
function readRow(value: unknown, secrets: boolean): Integration | null {
  if (!isJsonObject(value)) return null;
  const row = value;
  const id = idOf(row);
  const environmentId = filledText(row._environmentId);
  const organizationId = filledText(row._organizationId);
  const providerId = filledText(row.providerId);
  if (id === null || environmentId === null || organizationId === null || providerId === null) return null;
  const integration: Integration = {
    id,
    environmentId: normalId(environmentId),
    organizationId: normalId(organizationId),
    identifier: typeof row.identifier === 'string' ? row.identifier : id,
    name: typeof row.name === 'string' ? row.name : (findProvider(providerId)?.displayName ?? providerId),
    providerId,
    channel: row.channel == null ? null : (CHANNELS.get(row.channel) ?? 'UNKNOWN'),
    kind: row.kind == null ? 'DELIVERY' : (KINDS.get(row.kind) ?? 'UNKNOWN'),
    // Stored as null, or not at all, by servers of both generations (contract §2.1).
    active: readBoolean(row.active) ?? false,
    primary: readBoolean(row.primary) ?? false,
    priority: readInt(row.priority),
    configurations: isJsonObject(row.configurations) ? readConfigurations(row.configurations) : null,
    conditions: Array.isArray(row.conditions) ? row.conditions.map(readGroup) : [],
    rules: isJsonObject(row.rules) ? sanitizeObject(row.rules).value : null,
    removeNovuBranding: readBoolean(row.removeNovuBranding),
    createdAt: readDate(row.createdAt),
    updatedAt: readDate(row.updatedAt),
    deleted: readBoolean(row.deleted) ?? false,
    deletedAt: readDate(row.deletedAt),
    deletedBy: sanitizeText(row.deletedBy),
    connected: readBoolean(row.connected),
    provisioning: isJsonObject(row.provisioning) ? readProvisioning(row.provisioning) : null,
  };
  return secrets ? { ...integration, secrets: readSecrets(row) } : integration;
}

/** Upstream leaves out credentials that are empty (contract §3.7, §4.3): then it has none, and the model says null. */
function readSecrets(row: JsonObject): IntegrationSecrets {
  const credentials = isJsonObject(row.credentials) ? sanitizeObject(row.credentials) : null;
  const configurations = isJsonObject(row.configurations) ? row.configurations : {};
  const { provisioning } = row;
  return {
    credentials: credentials === null || Object.keys(credentials.value).length === 0 ? null : credentials.value,
    incomplete: credentials !== null && !credentials.complete,
    inboundWebhookSigningKey: sanitizeText(configurations.inboundWebhookSigningKey),
    ...(isJsonObject(provisioning) && {
      provisioning: {
        errorMessage: sanitizeText(provisioning.errorMessage),
        teamsAppCatalogId: sanitizeText(provisioning.teamsAppCatalogId),
      },
    }),
  };
}

function readProvisioning(row: JsonObject): Provisioning {
  return {
    status: sanitizeText(row.status),
    startedAt: readDate(row.startedAt),
    completedAt: readDate(row.completedAt),
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
  if (isJsonObject(body) && saysMore(body, list.length)) throw new UpstreamContractError(PARTIAL);
  return list;
}

/** Lists are not paged (contract §1.1). A server that pages them would have a part taken for the whole. */
function saysMore({ hasMore, next, totalCount }: JsonObject, length: number): boolean {
  return readBoolean(hasMore) === true || Boolean(next) || (typeof totalCount === 'number' && totalCount > length);
}

/** @throws UpstreamContractError for anything but a JSON object. */
export function asObject(value: unknown): JsonObject {
  if (!isJsonObject(value)) throw contractError('a record');
  return value;
}

function readId(row: JsonObject): string {
  const id = idOf(row);
  if (id === null) throw contractError('the field `_id`');
  return id;
}

function idOf(row: JsonObject): string | null {
  const id = filledText(row._id ?? row.id);
  return id === null ? null : normalId(id);
}

function filledText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function requireText(row: JsonObject, field: string): string {
  const value = row[field];
  if (typeof value !== 'string') throw contractError(`the field \`${field}\``);
  return value;
}

/** Names the field, never its value. */
export function contractError(what: string): UpstreamContractError {
  return new UpstreamContractError(
    `Novu's answer cannot be read: ${what} is missing or has another type. Ask the operator of this gateway to check the version of the Novu API.`,
  );
}

const PARTIAL =
  'Novu sent only a part of the list. Ask the operator of this gateway to check the version of the Novu API.';

/** Some values are stored as text, where the server did not check them (contract §2.5). */
export function readBoolean(value: unknown): boolean | null {
  if (value === 'true' || value === 'false') return value === 'true';
  return typeof value === 'boolean' ? value : null;
}

/** Whole numbers of 32 bits, the range of GraphQL's `Int`; 0 for anything else. */
function readInt(value: unknown): number {
  return typeof value === 'number' && (value | 0) === value ? value : 0;
}

/** ISO 8601 in, ISO 8601 with milliseconds out; null for anything else. */
export function readDate(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (isPlainDate(value)) return value;
  const time = /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
