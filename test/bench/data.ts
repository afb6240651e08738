import { createHash } from 'node:crypto';

/** An integration as the REST API writes it. */
export interface WireIntegration {
  _id: string;
  _environmentId: string;
  _organizationId: string;
  name: string;
  identifier: string;
  providerId: string;
  channel: string;
  kind: string;
  credentials: Record<string, string>;
  configurations: Record<string, never>;
  active: boolean;
  primary: boolean;
  priority: number;
  conditions: never[];
  deleted: boolean;
  removeNovuBranding: boolean;
  createdAt: string;
  updatedAt: string;
}

export const ENVIRONMENT = '65a000000000000000000001';
export const ORGANIZATION = '65e000000000000000000001';
/** The API key of a caller in an organization of its own ids, which the stub tells from the key alone. */
export function keyOf(organization: number, caller: number): string {
  return `ApiKey ff${organization.toString(16).padStart(8, '0')}${caller.toString(16).padStart(22, '0')}`;
}

/** With what the ids of the caller's organization begin; null: as in {@link integrations}. */
export function prefixOf(authorization: string): string | null {
  return /^ApiKey ff([0-9a-f]{8})/.exec(authorization)?.[1] ?? null;
}

/** Where ids stand in the JSON of lists. */
const places = new WeakMap<Buffer, readonly number[]>();

function placesIn(json: Buffer): readonly number[] {
  const known = places.get(json);
  if (known) return known;
  const ids = json.toString('latin1').matchAll(/(?<="_(?:id|organizationId)":")[0-9a-f]{8}/g);
  const found = Array.from(ids, ({ index }) => index);
  places.set(json, found);
  return found;
}

/** The JSON of a list with the ids of another organization. It costs the stub little: the other peers are sent bytes that are ready. */
export function withPrefix(json: Buffer, prefix: string): Buffer {
  const copy = Buffer.from(json);
  const bytes = Buffer.from(prefix);
  for (const place of placesIn(json)) copy.set(bytes, place);
  return copy;
}

export const API_KEY = 'a'.repeat(32);
export const SESSION = 'bench-session';

interface Provider {
  readonly id: string;
  readonly channel: string;
  readonly credentials: (seed: string) => Record<string, string>;
}

const PROVIDERS: readonly [Provider, ...Provider[]] = [
  {
    id: 'sendgrid',
    channel: 'email',
    credentials: (seed) => ({ apiKey: `SG.${seed}${seed}`, from: 'hello@acme.example', senderName: 'Acme' }),
  },
  {
    id: 'twilio',
    channel: 'sms',
    credentials: (seed) => ({ accountSid: `AC${seed}`, token: seed, from: '+15550100' }),
  },
  {
    id: 'slack',
    channel: 'chat',
    credentials: (seed) => ({ applicationId: 'A0BENCH', clientId: '1.2', secretKey: seed }),
  },
  { id: 'fcm', channel: 'push', credentials: (seed) => ({ serviceAccount: `{"private_key":"${seed}${seed}"}` }) },
];

/** The same rows each time, oldest first, as wide as one another so that answers are of nearly one length. */
export function integrations(count: number): readonly WireIntegration[] {
  const made = lists.get(count) ?? Array.from({ length: count }, (_, index) => integration(index));
  lists.set(count, made);
  return made;
}

const lists = new Map<number, readonly WireIntegration[]>();

/** The id that the stub gives to a new integration: the sender of the write can tell it without reading the answer. */
export function idOf(identifier: string): string {
  return createHash('sha1').update(identifier).digest('hex').slice(0, 24);
}

export function created(identifier: string, name: string): WireIntegration {
  const row = integration(0);
  return { ...row, _id: idOf(identifier), identifier, name, active: false, primary: false, priority: 0 };
}

function integration(index: number): WireIntegration {
  const number = String(index).padStart(5, '0');
  const provider = PROVIDERS[index % PROVIDERS.length] ?? PROVIDERS[0];
  const time = new Date(Date.UTC(2025, 0, 1) + index * 60_000).toISOString();
  return {
    _id: idOf(number),
    _environmentId: ENVIRONMENT,
    _organizationId: ORGANIZATION,
    name: `Integration ${number}`,
    identifier: `${provider.id}-${number}`,
    providerId: provider.id,
    channel: provider.channel,
    kind: 'delivery',
    credentials: provider.credentials(createHash('sha256').update(number).digest('hex')),
    configurations: {},
    active: index % 3 !== 0,
    primary: index % 50 === 0,
    priority: index % 10,
    conditions: [],
    deleted: false,
    removeNovuBranding: false,
    createdAt: time,
    updatedAt: time,
  };
}
