import type { IntegrationSeed, Role, Seed } from '../../src/novu-double/state/seed-types.ts';

/** One of the clients of the soak. Its token is its own. */
export interface SoakCaller {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly scheme: 'ApiKey' | 'Bearer';
  readonly organization: string;
  /** The environment that it acts in. */
  readonly environment: string;
  /** May be shown credentials. */
  readonly seesSecrets: boolean;
  readonly mayWrite: boolean;
}

export type Channel = 'EMAIL' | 'SMS' | 'CHAT';

/** A row that is there from the start. */
export interface FirstRow {
  readonly key: number;
  readonly id: string;
  readonly environment: string;
  readonly providerId: 'twilio' | 'sendgrid' | 'discord' | 'slack' | 'telegram';
  readonly channel: Channel;
  readonly name: string;
  readonly identifier: string;
  /** In the field of its credentials that the soak reads; null where it reads none. */
  readonly secret: string | null;
  readonly primary: boolean;
}

export interface World {
  readonly seed: Seed;
  readonly rows: readonly FirstRow[];
  readonly callers: readonly SoakCaller[];
  /** Organization by environment. */
  readonly environments: ReadonlyMap<string, string>;
  /** Owners' headers, one for each organization: they see all of it, also when the soak asks Novu itself. */
  readonly owners: readonly SoakCaller[];
}

/** Begins every credential; then comes the organization. None may stand in a log, in Redis, or before other eyes. */
export const CANARY = 'CANARY-';
/** What every token of the soak has, and no answer or log may have. */
export const TOKEN_MARK = /CANARYTOKEN|caca0caca0/;

export function secretOf(organization: string, text: string): string {
  return `${CANARY}${organization.slice(-2)}-${text}`;
}

/** The organizations whose credentials are in a text, as {@link secretOf} names them. */
export function secretsIn(text: string): string[] {
  return [...text.matchAll(/CANARY-(\w\w)-/g)].map(([, organization = '']) => organization);
}

const ORGANIZATIONS = 4;
const ENVIRONMENTS_EACH = 2;
const ROWS: readonly (readonly [FirstRow['providerId'], number])[] = [
  ['twilio', 4],
  ['sendgrid', 3],
  ['discord', 5],
  ['slack', 1],
  ['telegram', 1],
];
const CHANNELS = { twilio: 'SMS', sendgrid: 'EMAIL', discord: 'CHAT', slack: 'CHAT', telegram: 'CHAT' } as const;

/** The data that the upstream starts with, and its callers: of four organizations with two environments each. */
export function createWorld(callers: number): World {
  const organizations = Array.from({ length: ORGANIZATIONS }, (_, index) => `65a0000000000000000000a${index + 1}`);
  const environments = new Map<string, string>();
  for (const organization of organizations) {
    for (let index = 0; index < ENVIRONMENTS_EACH; index++) {
      environments.set(`65a00000000000000000${organization.slice(-2)}0${index + 1}`, organization);
    }
  }
  const rows = [...environments.keys()].flatMap((environment, place) => rowsOf(environment, place, environments));
  const all = [...environments];
  const made = Array.from({ length: callers }, (_, index) => callerOf(index, all));
  const owners = organizations.map((organization, index) => {
    const environment = all.find(([, owner]) => owner === organization)?.[0] ?? '';
    return session(10_000 + index, 'owner', organization, environment);
  });
  return {
    rows,
    environments,
    callers: made.map(({ caller }) => caller),
    owners: owners.map(({ caller }) => caller),
    seed: seedOf(organizations, environments, rows, [...made, ...owners]),
  };
}

function rowsOf(environment: string, place: number, environments: ReadonlyMap<string, string>): FirstRow[] {
  const kinds = ROWS.flatMap(([providerId, count]) =>
    Array.from({ length: count }, (_, index) => ({ providerId, index })),
  );
  return kinds.map(({ providerId, index }, within) => {
    const key = place * kinds.length + within + 1;
    const hasSecret = providerId === 'twilio' || providerId === 'sendgrid';
    return {
      key,
      id: `65b${String(key).padStart(21, '0')}`,
      environment,
      providerId,
      channel: CHANNELS[providerId],
      name: `w${key}`,
      identifier: `w${key}`,
      secret: hasSecret ? secretOf(environments.get(environment) ?? '', `w${key}`) : null,
      primary: hasSecret && index === 0,
    };
  });
}

/** Complete credentials of a provider, with a secret that can be found again. */
export function credentialsOf(providerId: string, secret: string): Record<string, string> {
  switch (providerId) {
    case 'twilio':
      return { accountSid: 'AC-soak', token: secret, from: '+15550100' };
    case 'sendgrid':
      return { apiKey: secret, from: 'soak@acme.example', senderName: 'Soak' };
    default:
      return {};
  }
}

interface Made {
  readonly caller: SoakCaller;
  readonly token: string;
  readonly role: Role;
}

/** Of twelve callers five have keys, two are viewers' sessions, and five are sessions that may do everything. */
function callerOf(index: number, environments: readonly (readonly [string, string])[]): Made {
  const [environment, organization] = environments[index % environments.length] ?? ['', ''];
  const kind = Math.floor(index / environments.length) % 6;
  if (kind === 5) return session(index, 'viewer', organization, environment);
  if (kind % 2 === 1) return session(index, kind === 1 ? 'owner' : 'admin', organization, environment);
  const token = `caca0caca0${index.toString(16).padStart(22, '0')}`;
  return {
    token,
    role: 'admin',
    caller: {
      name: `key ${index}`,
      headers: { authorization: `ApiKey ${token}` },
      scheme: 'ApiKey',
      organization,
      environment,
      seesSecrets: false,
      mayWrite: true,
    },
  };
}

function session(index: number, role: Role, organization: string, environment: string): Made {
  const token = `CANARYTOKEN-${index}`;
  return {
    token,
    role,
    caller: {
      name: `${role} ${index}`,
      headers: { authorization: `Bearer ${token}`, 'novu-environment-id': environment },
      scheme: 'Bearer',
      organization,
      environment,
      seesSecrets: role !== 'viewer',
      mayWrite: role !== 'viewer',
    },
  };
}

function seedOf(
  organizations: readonly string[],
  environments: ReadonlyMap<string, string>,
  rows: readonly FirstRow[],
  made: readonly Made[],
): Seed {
  const userId = '65a0000000000000000000f1';
  return {
    organizations: organizations.map((id) => ({ id, plan: 'business' })),
    environments: [...environments].map(([id, organizationId]) => ({
      id,
      organizationId,
      name: id.endsWith('1') ? 'Development' : 'Production',
      identifier: `env${id.slice(-4)}`,
      type: id.endsWith('1') ? 'dev' : 'prod',
    })),
    apiKeys: made
      .filter(({ caller }) => caller.scheme === 'ApiKey')
      .map(({ token, caller }) => ({ key: token, environmentId: caller.environment, userId })),
    sessions: made
      .filter(({ caller }) => caller.scheme === 'Bearer')
      .map(({ token, role, caller }) => ({ token, organizationId: caller.organization, userId, role })),
    integrations: rows.map(toSeed),
  };
}

function toSeed({
  id,
  environment,
  providerId,
  channel,
  name,
  identifier,
  secret,
  primary,
}: FirstRow): IntegrationSeed {
  return {
    id,
    environmentId: environment,
    providerId,
    channel: channel.toLowerCase() as 'email' | 'sms' | 'chat',
    identifier,
    name,
    active: true,
    primary,
    priority: primary ? 1 : 0,
    credentials: secret ? credentialsOf(providerId, secret) : { clientId: 'soak', apiToken: 'soak' },
  };
}
