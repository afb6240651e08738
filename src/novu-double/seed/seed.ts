import type { Generation } from '../state/records.ts';
import type { EnvironmentSeed, IntegrationSeed, Seed } from '../state/seed-types.ts';
import { developmentRows, globexRows, productionRows } from './demo-rows.ts';

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

/** The demo data: two organizations, three environments, 25 integrations. api2024 has neither tools nor agents. */
export function demoSeed(generation: Generation = 'api2026'): Seed {
  return {
    organizations: [
      { id: ACME, plan: 'business' },
      { id: GLOBEX, plan: 'free' },
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
    integrations: INTEGRATIONS.filter(
      ({ channel, kind }) => generation === 'api2026' || (channel !== 'tool' && kind !== 'agent'),
    ),
  };
}

/** Headers of callers of the embedded double, for pages to choose from. They give access to nothing else. */
export const DEMO_CALLERS = [
  demoCaller('Acme Development, API key', `ApiKey ${ACME_DEVELOPMENT_KEY}`),
  demoCaller('Acme Development, session of the owner', `Bearer ${ACME_SESSION}`, ACME_DEVELOPMENT),
  demoCaller('Acme Development, session of a viewer', `Bearer ${ACME_VIEWER_SESSION}`, ACME_DEVELOPMENT),
  demoCaller('Acme Production, API key', `ApiKey ${ACME_PRODUCTION_KEY}`),
  demoCaller('Acme Production, session of the owner', `Bearer ${ACME_SESSION}`, ACME_PRODUCTION),
  demoCaller('Globex, API key', `ApiKey ${GLOBEX_KEY}`),
] as const;

function demoCaller(label: string, authorization: string, environmentId?: string) {
  const headers: Record<string, string> = { Authorization: authorization };
  if (environmentId !== undefined) headers['Novu-Environment-Id'] = environmentId;
  return { label, headers };
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

const INTEGRATIONS: readonly IntegrationSeed[] = [
  ...place(developmentRows, ACME_DEVELOPMENT),
  ...place(productionRows, ACME_PRODUCTION),
  ...place(globexRows, GLOBEX_DEVELOPMENT),
];

/** Ids are `65b`, the last digit of the environment and a running number. */
function place(rows: typeof developmentRows, environmentId: string): IntegrationSeed[] {
  return rows.map((row, index) => ({
    ...row,
    id: `65b${environmentId.slice(-1)}${String(index + 1).padStart(20, '0')}`,
    environmentId,
  }));
}
