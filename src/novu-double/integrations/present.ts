import type { JsonObject } from '../../model/json.ts';
import { type Call, mayReadCredentials } from '../state/call.ts';
import type { IntegrationRecord, StoredFilter } from '../state/records.ts';

/** An element of the two lists: credentials in clear, or `{}` if the caller may not read them (contract §4.3). */
export function listItem(call: Call, record: IntegrationRecord): object {
  const credentials = mayReadCredentials(call) ? call.state.cipher.decryptAll(record.credentials) : {};
  return { ...common(call, record), credentials };
}

/** An element of a delete's answer: credentials in their stored form for every caller, if there are any (contract §3.6). */
export function remainingItem(call: Call, record: IntegrationRecord): object {
  const { credentials } = record;
  return { ...common(call, record), ...(Object.keys(credentials).length > 0 ? { credentials } : {}) };
}

/** Answer of create, update and set-primary: with `id`; api2024 omits empty credentials (contract §3.7). */
export function writeAnswer(call: Call, record: IntegrationRecord): object {
  const credentials = writtenCredentials(call, record);
  const isShown =
    credentials !== undefined && (call.state.generation === 'api2026' || Object.keys(credentials).length > 0);
  return {
    ...common(call, record),
    ...(call.state.generation === 'api2026' ? { kind: record.kind ?? 'delivery' } : {}),
    id: record._id,
    conditions: withIds(record.conditions),
    ...(isShown ? { credentials } : {}),
  };
}

function writtenCredentials(call: Call, record: IntegrationRecord): JsonObject | undefined {
  if (call.state.generation === 'api2024') return record.credentials;
  return mayReadCredentials(call) ? call.state.cipher.decryptAll(record.credentials) : undefined;
}

function common({ state }: Call, record: IntegrationRecord): object {
  const { credentials: _, kind, configurations, rules, removeNovuBranding, ...shared } = record;
  const own = state.generation === 'api2024' ? { removeNovuBranding } : { kind, configurations, rules };
  return { ...shared, ...own, __v: 0 };
}

/** Sub-documents of a written document carry mongoose's virtual `id` next to `_id` (contract §2.7). */
function withIds(filters: readonly StoredFilter[] | null): object[] | null {
  if (filters === null) return null;
  return filters.map((filter) => ({
    ...filter,
    id: filter._id,
    children: filter.children?.map((child) => child && { ...child, id: child._id }),
  }));
}
