import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { credentialFieldName } from '../../catalog/catalog.ts';
import type { Integration } from '../../model/integration.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';

/** An integration to compare. */
export interface Side {
  readonly row: Integration;
  /** Credentials by wire key; null where the caller's list does not show them all. */
  readonly shown: JsonObject | null;
}

export interface Comparison {
  /** Dotted paths in the schema's names, each once, in the order of {@link publicParts} with secrets last. Names alone. */
  readonly fields: readonly string[];
  /** Credentials and signing keys were compared. */
  readonly secretsCompared: boolean;
}

/** What differs between the integrations of two environments. Ids, dates and the state at the provider always may. */
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

/** Upstream stores null, or leaves out, what is not set: both mean the same. */
function differing(one: Parts, other: Parts, same: (a: unknown, b: unknown) => boolean): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (name) => !same(one.get(name) ?? null, other.get(name) ?? null),
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other);
}

/** Of this process alone, and never written down: what is compared under it says nothing of a secret. */
const KEY = randomBytes(32);

/** Takes as long for two secrets that begin alike as for any others. */
function isSameSecret(one: unknown, other: unknown): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(value: unknown): Buffer {
  return createHmac('sha256', KEY).update(canonical(value)).digest();
}

/** JSON whose members are in one order, since upstream keeps that in which they were sent. */
function canonical(value: unknown): string {
  // Most parts are plain, and to sort nothing takes as long.
  if (typeof value !== 'object') return JSON.stringify(value);
  return JSON.stringify(value, (_key, member: JsonValue) =>
    isJsonObject(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
}
