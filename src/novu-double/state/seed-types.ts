import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { WireChannel, WireKind } from './records.ts';

/** Roles of api2026. On api2024 they have no effect: every member may do everything. */
export type Role = 'owner' | 'admin' | 'author' | 'viewer';

/** The initial data of a double. */
export interface Seed {
  readonly organizations: readonly OrganizationSeed[];
  readonly environments: readonly EnvironmentSeed[];
  readonly apiKeys: readonly ApiKeySeed[];
  readonly sessions: readonly SessionSeed[];
  /** Tokens of the schemes `Keyless` and `OAuth2`, which only api2026 knows and only some endpoints accept (contract §4.1). */
  readonly otherTokens?: readonly OtherTokenSeed[];
  readonly integrations: readonly IntegrationSeed[];
}

export interface OrganizationSeed {
  readonly id: string;
  /** On the plan `free`, api2024 ignores `removeNovuBranding`. */
  readonly plan: 'free' | 'business';
}

export interface EnvironmentSeed {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly identifier: string;
  readonly type: 'dev' | 'prod';
  readonly parentId?: string;
  /** The answer of `in-app/status`. */
  readonly inboxConnected?: boolean;
}

export interface ApiKeySeed {
  /** 32 lowercase hexadecimal digits. */
  readonly key: string;
  readonly environmentId: string;
  /** Null: the user who made the key was deleted, so the key is refused. */
  readonly userId: string | null;
}

export interface SessionSeed {
  readonly token: string;
  readonly organizationId: string;
  readonly userId: string;
  readonly role: Role;
  /** False: the token names an organization that its user has left. */
  readonly member?: boolean;
}

export interface OtherTokenSeed {
  readonly scheme: 'Keyless' | 'OAuth2';
  readonly token: string;
  readonly environmentId: string;
}

/** Omitted fields get the defaults of a create. `primary` and `priority` are stored as given. */
export interface IntegrationSeed {
  readonly id: string;
  readonly environmentId: string;
  readonly providerId: string;
  readonly identifier: string;
  readonly channel?: WireChannel | undefined;
  readonly kind?: WireKind | undefined;
  readonly name?: string | undefined;
  /** In clear; stored encrypted. */
  readonly credentials?: JsonObject | undefined;
  readonly configurations?: JsonObject | undefined;
  readonly active?: boolean | undefined;
  readonly primary?: boolean;
  readonly priority?: number;
  readonly conditions?: readonly JsonValue[] | undefined;
  readonly rules?: JsonObject | null | undefined;
  readonly removeNovuBranding?: boolean;
  /** ISO 8601; default the date of the demo data. */
  readonly createdAt?: string;
}

/** Default date of seed data. */
export const SEED_DATE = '2026-01-15T09:00:00.000Z';
