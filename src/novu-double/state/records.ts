import type { JsonObject, JsonValue } from '../../model/json.ts';

/** The two server generations in use: October 2024, and May to September 2026. */
export type Generation = 'api2024' | 'api2026';

export type WireChannel = 'in_app' | 'email' | 'sms' | 'chat' | 'push' | 'tool';
/** The channels that a generation knows (contract §2.1). */
export const CHANNELS: Readonly<Record<Generation, readonly WireChannel[]>> = {
  api2024: ['in_app', 'email', 'sms', 'chat', 'push'],
  api2026: ['in_app', 'email', 'sms', 'chat', 'push', 'tool'],
};
export type WireKind = 'delivery' | 'agent';

/** A stored integration (contract §2.1), possibly soft-deleted, with credentials in stored form. */
export interface IntegrationRecord {
  readonly _id: string;
  readonly _organizationId: string;
  _environmentId: string;
  name: string;
  identifier: string;
  readonly providerId: string;
  readonly channel: WireChannel | undefined;
  readonly kind: WireKind | undefined;
  /** Secure keys as `nvsk.…`, others in clear (contract §2.4). Replaced as a whole, never mutated. */
  credentials: JsonObject;
  configurations: JsonObject | undefined;
  /** Null after an update with null. */
  active: boolean | null;
  primary: boolean;
  priority: number;
  conditions: readonly StoredFilter[] | null;
  rules: JsonObject | null | undefined;
  removeNovuBranding: boolean | null | undefined;
  deleted: boolean;
  deletedAt: string | undefined;
  readonly createdAt: string;
  updatedAt: string;
}

/** Contract §2.7; every part but `_id` is optional on the way in. */
export interface StoredFilter {
  readonly _id: string;
  readonly isNegated?: JsonValue;
  readonly type?: JsonValue;
  readonly value?: JsonValue;
  readonly children: readonly (StoredChild | null)[] | null;
}

export interface StoredChild {
  readonly _id: string;
  readonly field?: JsonValue;
  readonly value?: JsonValue;
  readonly operator?: JsonValue;
  readonly on?: JsonValue;
}
