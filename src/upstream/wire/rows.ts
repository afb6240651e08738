import { findProvider } from '../../catalog/catalog.ts';
import { normalizeId } from '../../model/ids.ts';
import { type Channel, type Integration, type IntegrationSecrets, type Kind } from '../../model/integration.ts';
import { isJsonObject, type JsonObject } from '../../model/json.ts';
import {
  type Condition,
  type ConditionGroup,
  type Configurations,
  compactConfigurations,
  NO_CONDITIONS,
  OTHER_CONFIGURATIONS,
  type Provisioning,
} from '../../model/parts.ts';
import { sanitizeObject, sanitizeText, sanitizeValue } from './sanitize.ts';
import { nonEmptyText, readBoolean, readDate, readInt } from './values.ts';

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

/**
 * Null if the row cannot be shown, because it has no id, environment, organization or provider (contract §2.1).
 * @param normalize shared by the rows of one list (`createIdNormalizer`).
 */
export function readRow(value: unknown, secrets: boolean, normalize = normalizeId): Integration | null {
  if (!isJsonObject(value)) return null;
  const row = value;
  const id = idOf(row);
  const environmentId = nonEmptyText(row._environmentId);
  const organizationId = nonEmptyText(row._organizationId);
  const providerId = nonEmptyText(row.providerId);
  if (id === null || environmentId === null || organizationId === null || providerId === null) return null;
  const [createdAt, updatedAt] = [readDate(row.createdAt), readDate(row.updatedAt)];
  const integration: Integration = {
    id,
    environmentId: normalize(environmentId),
    organizationId: normalize(organizationId),
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
    conditions: readConditions(row.conditions),
    rules: isJsonObject(row.rules) ? sanitizeObject(row.rules).value : null,
    removeNovuBranding: readBoolean(row.removeNovuBranding),
    createdAt,
    // They are equal for a row that was never changed: one string for both.
    updatedAt: updatedAt === createdAt ? createdAt : updatedAt,
    deleted: readBoolean(row.deleted) ?? false,
    deletedAt: readDate(row.deletedAt),
    deletedBy: sanitizeText(row.deletedBy),
    connected: readBoolean(row.connected),
    provisioning: isJsonObject(row.provisioning) ? readProvisioning(row.provisioning) : null,
  };
  return secrets ? withSecrets(integration, readSecrets(row)) : integration;
}

/** A copy of the row with secrets. */
export function withSecrets(row: Integration, secrets: IntegrationSecrets): Integration {
  const copy: Writable<Integration> = withoutSecrets(row);
  copy.secrets = secrets;
  return copy;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A copy of the row, member by member: a spread would take as long as reading the row. */
export function withoutSecrets(row: Integration): Integration {
  return {
    id: row.id,
    environmentId: row.environmentId,
    organizationId: row.organizationId,
    identifier: row.identifier,
    name: row.name,
    providerId: row.providerId,
    channel: row.channel,
    kind: row.kind,
    active: row.active,
    primary: row.primary,
    priority: row.priority,
    configurations: row.configurations,
    conditions: row.conditions,
    rules: row.rules,
    removeNovuBranding: row.removeNovuBranding,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    deleted: row.deleted,
    deletedAt: row.deletedAt,
    deletedBy: row.deletedBy,
    connected: row.connected,
    provisioning: row.provisioning,
  };
}

/**
 * Upstream omits empty credentials (contract §3.7, §4.3), which are null in the model.
 * @param shared the same row without secrets, if it is shared.
 */
export function readSecrets(row: JsonObject, shared?: Integration): IntegrationSecrets {
  const credentials = isJsonObject(row.credentials) ? sanitizeObject(row.credentials) : null;
  const configurations = isJsonObject(row.configurations) ? row.configurations : {};
  const { provisioning } = row;
  return {
    credentials: credentials === null || Object.keys(credentials.value).length === 0 ? null : credentials.value,
    incomplete: credentials !== null && !credentials.complete,
    inboundWebhookSigningKey: sanitizeText(configurations.inboundWebhookSigningKey),
    ...(shared && { row: shared }),
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
    OTHER_CONFIGURATIONS.filter((key) => Object.hasOwn(row, key)).map((key) => [key, sanitizeValue(row[key])]),
  );
  return compactConfigurations({
    inboundWebhookEnabled: readBoolean(row.inboundWebhookEnabled),
    payloadSchema: sanitizeText(row.payloadSchema),
    other: Object.keys(other).length === 0 ? null : other,
  });
}

function readConditions(value: unknown): readonly ConditionGroup[] {
  return Array.isArray(value) && value.length > 0 ? value.map(readGroup) : NO_CONDITIONS;
}

/** A damaged group keeps its place, so that readers see that there is one. */
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

/** The id in its one spelling; null where there is none. */
export function idOf(row: JsonObject): string | null {
  const id = nonEmptyText(row._id ?? row.id);
  return id === null ? null : normalizeId(id);
}
