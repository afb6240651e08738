import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { credentialFieldName } from '../../catalog/catalog.ts';
import type { Integration } from '../../model/integration.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';

/** An integration to compare. */
export interface Side {
  readonly row: Integration;
  /** Credentials by wire key; null if the caller's list does not show them all. */
  readonly shown: JsonObject | null;
}

export interface Comparison {
  /** Dotted paths in the schema's names, each once, in the order of {@link publicParts} with secrets last. Never values. */
  readonly fields: readonly string[];
  /** Credentials and signing keys were compared. */
  readonly secretsCompared: boolean;
}

/** The differences between two integrations. Ids, dates and the state at the provider are not compared. */
export function compare(one: Side, other: Side): Comparison {
  const publics = differing(publicParts(one.row), publicParts(other.row), isSame);
  const secrets = [secretParts(one), secretParts(other)] as const;
  if (secrets[0] === null || secrets[1] === null) return { fields: publics, secretsCompared: false };
  return { fields: [...publics, ...differing(secrets[0], secrets[1], isSameSecret)], secretsCompared: true };
}

type Parts = ReadonlyMap<string, unknown>;

/** What is the same for no two rows, or is not the client's to set. A new member of the model is compared, or is named here. */
type NotCompared =
  | 'id'
  | 'environmentId'
  | 'organizationId'
  | 'identifier'
  | `${'created' | 'updated' | 'deleted'}At`
  | 'deleted'
  | 'deletedBy'
  | 'connected'
  | 'provisioning'
  | 'difference'
  | 'secrets';
type Compared = Exclude<keyof Integration, NotCompared | 'configurations'>;

function publicParts(row: Integration): Parts {
  const { name, providerId, channel, kind, active, primary, priority, removeNovuBranding, rules } = row;
  const { other, ...named } = row.configurations ?? { other: null };
  const own = {
    ...{ name, providerId, channel, kind, active, primary, priority },
    conditions: row.conditions.length > 0 ? row.conditions : null,
    ...{ rules, removeNovuBranding },
  } satisfies Record<Compared, unknown>;
  return new Map(Object.entries({ ...own, ...prefixed('configurations', { ...other, ...named }) }));
}

function secretParts({ row, shown }: Side): Parts | null {
  if (!row.secrets || !shown) return null;
  const credentials = Object.entries(shown).map(([key, value]) => [credentialFieldName(key), value] as const);
  return new Map(
    Object.entries({
      'configurations.inboundWebhookSigningKey': row.secrets.inboundWebhookSigningKey,
      ...prefixed('credentials', Object.fromEntries(credentials)),
    }),
  );
}

function prefixed(name: string, values: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${name}.${key}`, value]));
}

/** Upstream stores null for an unset value, or omits it: both are equal. */
function differing(one: Parts, other: Parts, same: (a: unknown, b: unknown) => boolean): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (name) => !same(one.get(name) ?? null, other.get(name) ?? null),
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other);
}

/** Random and known to this process only, so that digests reveal nothing about secrets. */
const KEY = randomBytes(32);

/** Constant-time comparison, whatever the secrets have in common. */
function isSameSecret(one: unknown, other: unknown): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(value: unknown): Buffer {
  return createHmac('sha256', KEY).update(canonical(value)).digest();
}

/** JSON with sorted members, because upstream keeps the order in which they were sent. */
function canonical(value: unknown): string {
  // Most parts are scalars, and a replacer function would slow them down.
  if (typeof value !== 'object') return JSON.stringify(value);
  return JSON.stringify(value, (_key, member: JsonValue) =>
    isJsonObject(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
}
