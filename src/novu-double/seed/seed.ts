import type { JsonObject } from '../../model/json.ts';
import type { Generation, WireChannel, WireKind } from '../integrations/records.ts';
import { demoIntegrations } from './seed-integrations.ts';

/** Roles of api2026; on api2024 they mean nothing, whoever is a member may do everything. */
export type Role = 'owner' | 'admin' | 'author' | 'viewer';

/** Everything a backend starts with. Take {@link demoSeed} and replace parts of it. */
export interface Seed {
  readonly organizations: readonly OrganizationSeed[];
  readonly environments: readonly EnvironmentSeed[];
  readonly apiKeys: readonly ApiKeySeed[];
  readonly sessions: readonly SessionSeed[];
  /** Tokens of the schemes `Keyless` and `OAuth2`, which only api2026 knows and only some endpoints take (contract §4.1). */
  readonly otherTokens?: readonly OtherTokenSeed[];
  readonly integrations: readonly IntegrationSeed[];
}

export interface OrganizationSeed {
  readonly id: string;
  readonly name: string;
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
  /** What `in-app/status` answers. */
  readonly inboxConnected?: boolean;
}

export interface ApiKeySeed {
  /** 32 lowercase hexadecimal digits. */
  readonly key: string;
  readonly environmentId: string;
  /** Null: the user who made the key is gone, so the key is refused. */
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

/** What is left out gets the defaults of a create; `primary` and `priority` are taken as they stand. */
export interface IntegrationSeed {
  readonly id: string;
  readonly environmentId: string;
  readonly providerId: string;
  readonly identifier: string;
  readonly channel?: WireChannel;
  readonly kind?: WireKind;
  readonly name?: string;
  /** In clear; stored encrypted. */
  readonly credentials?: JsonObject;
  readonly configurations?: JsonObject;
  readonly active?: boolean;
  readonly primary?: boolean;
  readonly priority?: number;
  readonly conditions?: readonly JsonObject[];
  readonly rules?: JsonObject | null;
  readonly removeNovuBranding?: boolean;
  /** ISO 8601; default the date of the demo data. */
  readonly createdAt?: string;
}

export const ACME = '65a0000000000000000000a1';
export const GLOBEX = '65a0000000000000000000a2';

/** Ids for the header `Novu-Environment-Id`. */
export const ACME_DEVELOPMENT = '65a000000000000000000001';
export const ACME_PRODUCTION = '65a000000000000000000002';
export const GLOBEX_DEVELOPMENT = '65a000000000000000000003';

/** API keys, one for each environment. */
export const ACME_DEVELOPMENT_KEY = 'a'.repeat(32);
export const ACME_PRODUCTION_KEY = 'b'.repeat(32);
export const GLOBEX_KEY = 'c'.repeat(32);

/** Session tokens: owner of Acme, read-only member of Acme, owner of Globex. */
export const ACME_SESSION = 'dev-session';
export const ACME_VIEWER_SESSION = 'dev-session-viewer';
export const GLOBEX_SESSION = 'dev-session-globex';

/** Date of everything in the demo data that has one of its own. */
export const SEED_DATE = '2026-01-15T09:00:00.000Z';

/** The demo data: two organizations, three environments, 25 integrations. api2024 has neither tools nor agents. */
export function demoSeed(generation: Generation = 'api2026'): Seed {
  return {
    organizations: [
      { id: ACME, name: 'Acme', plan: 'business' },
      { id: GLOBEX, name: 'Globex', plan: 'free' },
    ],
    environments: ENVIRONMENTS,
    apiKeys: [
      { key: ACME_DEVELOPMENT_KEY, environmentId: ACME_DEVELOPMENT, userId: ACME_OWNER },
      { key: ACME_PRODUCTION_KEY, environmentId: ACME_PRODUCTION, userId: ACME_OWNER },
      { key: GLOBEX_KEY, environmentId: GLOBEX_DEVELOPMENT, userId: GLOBEX_OWNER },
    ],
    sessions: [
      { token: ACME_SESSION, organizationId: ACME, userId: ACME_OWNER, role: 'owner' },
      { token: ACME_VIEWER_SESSION, organizationId: ACME, userId: '65a0000000000000000000b3', role: 'viewer' },
      { token: GLOBEX_SESSION, organizationId: GLOBEX, userId: GLOBEX_OWNER, role: 'owner' },
    ],
    integrations: demoIntegrations.filter(
      ({ channel, kind }) => generation === 'api2026' || (channel !== 'tool' && kind !== 'agent'),
    ),
  };
}

/** `count` inactive integrations of one environment, for tests of size. Every provider of a short list in turn. */
export function manyIntegrations(count: number, environmentId: string): IntegrationSeed[] {
  const kinds = [
    { providerId: 'sendgrid', channel: 'email', credentials: { apiKey: 'SG.many-demo', from: 'many@acme.example' } },
    { providerId: 'twilio', channel: 'sms', credentials: { accountSid: 'AC-many-demo', token: 'many-demo-token' } },
    { providerId: 'discord', channel: 'chat', credentials: {} },
    { providerId: 'expo', channel: 'push', credentials: { apiKey: 'expo-many-demo' } },
  ] as const;
  return Array.from({ length: count }, (_, index) => ({
    ...(kinds[index % kinds.length] ?? kinds[0]),
    id: `65c${environmentId.slice(-5)}${index.toString(16).padStart(16, '0')}`,
    environmentId,
    identifier: `many-${index}`,
    name: `Many ${index}`,
  }));
}

const ACME_OWNER = '65a0000000000000000000b1';
const GLOBEX_OWNER = '65a0000000000000000000b2';

const ENVIRONMENTS: readonly EnvironmentSeed[] = [
  {
    id: ACME_DEVELOPMENT,
    organizationId: ACME,
    name: 'Development',
    identifier: 'AcmeDevDemo1',
    type: 'dev',
    inboxConnected: true,
  },
  {
    id: ACME_PRODUCTION,
    organizationId: ACME,
    name: 'Production',
    identifier: 'AcmeProdDemo',
    type: 'prod',
    parentId: ACME_DEVELOPMENT,
  },
  { id: GLOBEX_DEVELOPMENT, organizationId: GLOBEX, name: 'Development', identifier: 'GlobexDevDem', type: 'dev' },
];
