import type { Caller, CallerScope } from './caller.ts';
import type { JsonObject, JsonValue } from './json.ts';

/** Channels of contract §2.1. `UNKNOWN`: upstream named one that this gateway has not heard of. */
export const CHANNELS = ['IN_APP', 'EMAIL', 'SMS', 'CHAT', 'PUSH', 'TOOL', 'UNKNOWN'] as const;
export type Channel = (typeof CHANNELS)[number];

export const KINDS = ['DELIVERY', 'AGENT', 'UNKNOWN'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * One integration as the gateway knows it. Everywhere in the model `null` means known to be absent and `undefined` means
 * not known.
 */
export interface Integration {
  readonly id: string;
  readonly environmentId: string;
  readonly organizationId: string;
  readonly identifier: string;
  readonly name: string;
  readonly providerId: string;
  /** Null for agents, which have none. */
  readonly channel: Channel | null;
  readonly kind: Kind;
  readonly active: boolean;
  readonly primary: boolean;
  readonly priority: number;
  readonly configurations: Configurations | null;
  readonly conditions: readonly ConditionGroup[];
  /** JSONLogic of newer servers; wins over `conditions` when a message is sent. */
  readonly rules: JsonObject | null;
  readonly removeNovuBranding: boolean | null;
  /** ISO 8601 with milliseconds, or null on answers that leave it out. */
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly deleted: boolean;
  readonly deletedAt: string | null;
  readonly deletedBy: string | null;
  /** Present only where the caller may see it and upstream gave it. Never cached, never logged. */
  readonly secrets?: IntegrationSecrets;
}

/** What only a caller with the right to read credentials ever holds (schema.md §3). */
export interface IntegrationSecrets {
  /** Credentials by wire key, without any value in stored form; null where upstream gave none or an empty object. */
  readonly credentials: JsonObject | null;
  /** Upstream gave at least one value in its stored form (`nvsk.`), which was dropped: `credentials` is not the whole. */
  readonly incomplete: boolean;
  readonly inboundWebhookSigningKey: string | null;
}

/** The public part of `configurations`, contract §2.5. The signing key is in {@link IntegrationSecrets}. */
export interface Configurations {
  readonly inboundWebhookEnabled: boolean | null;
  readonly payloadSchema: string | null;
  /** Other keys that are known to be public, by wire key; null where there are none. */
  readonly other: JsonObject | null;
}

/** Contract §2.7. Every part may be damaged upstream: what cannot be read is null. */
export interface ConditionGroup {
  readonly isNegated: boolean | null;
  readonly type: string | null;
  readonly value: string | null;
  readonly children: readonly Condition[];
}

export interface Condition {
  readonly field: string | null;
  readonly value: JsonValue;
  readonly operator: string | null;
  readonly on: string | null;
}

/** Fields that a write may carry, in model vocabulary; absent: not sent. `rules: null` clears the stored rules. */
export interface IntegrationFields {
  name?: string;
  identifier?: string;
  environmentId?: string;
  /** By wire key; replaces the stored object whole (contract §3.3.7). */
  credentials?: JsonObject;
  /** By wire key; replaces the stored object whole. */
  configurations?: JsonObject;
  conditions?: readonly ConditionInput[];
  rules?: JsonObject | null;
  active?: boolean;
  /** Ask upstream to try the credentials with the provider before it saves. */
  check?: boolean;
}

export interface IntegrationDraft extends IntegrationFields {
  providerId: string;
  channel?: Exclude<Channel, 'UNKNOWN'>;
  kind?: Exclude<Kind, 'UNKNOWN'>;
}

export interface IntegrationPatch extends IntegrationFields {
  removeNovuBranding?: boolean;
}

export interface ConditionInput {
  isNegated?: boolean;
  type?: string;
  value?: string;
  children?: readonly { field?: string; value?: JsonValue; operator?: string; on?: string }[];
}

/** How an answer came about; `generation` counts the writes of the organization as the cache knows them. */
export interface CacheOutcome {
  readonly status: 'HIT' | 'MISS' | 'STALE' | 'BYPASS';
  /** Whole seconds since the answer was stored; 0 where it came from upstream just now. */
  readonly ageSeconds: number;
  /** Null where no generation is known (no cache, organization not known yet, cache out of reach). */
  readonly generation: string | null;
}

/**
 * All integrations that upstream shows to a caller. The array's identity is the list's identity: two results that share it
 * are the same list, so whatever is computed from it (an index, a sorted view) may be kept by it.
 */
export interface IntegrationList {
  readonly integrations: readonly Integration[];
  readonly cache: CacheOutcome;
}

export interface CallerEnvironment {
  readonly environmentId: string;
  readonly organizationId: string;
}

export interface NamedEnvironment {
  readonly id: string;
  readonly name: string;
}

/** Last budget that upstream told a caller, contract §6. */
export interface RateLimit {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Date;
  readonly policy: string | null;
}

export interface AutoConfigureResult {
  readonly success: boolean;
  readonly message: string | null;
}

/** Who asks, and under which circumstances; the first argument of every source call. */
export interface Call {
  readonly caller: Caller;
  readonly requestId: string;
  /** Fires when nobody waits for the answer any more. Ends reads; a write that was sent is never ended by it. */
  readonly signal?: AbortSignal;
}

export interface ListOptions {
  /** Fill {@link Integration.secrets}. Ignored for a caller who may not see them. Never answered from a cache. */
  readonly secrets?: boolean;
  /** Read past every cache (and refill it). */
  readonly fresh?: boolean;
}

export interface WriteOptions {
  /** Sent as `Idempotency-Key`. */
  readonly idempotencyKey?: string;
}

/**
 * Everything the gateway asks of Novu. Reads reject with a `GatewayError` of `errors.ts`. Writes reject with
 * `OutcomeUnknownError` whenever the write may have been carried out, with `UpstreamRefusedError` where a readable answer
 * refused it, and with another `GatewayError` only where it certainly did not run.
 */
export interface IntegrationSource {
  list(call: Call, options?: ListOptions): Promise<IntegrationList>;
  /** The caller's own environment and organization (contract §1.2). */
  me(call: Call): Promise<CallerEnvironment>;
  /** Every environment of the caller's organization. */
  environments(call: Call): Promise<readonly NamedEnvironment[]>;
  /** Whether the provider can call back with delivery events; null where upstream cannot say (contract §3.8). */
  webhookSupported(call: Call, id: string): Promise<boolean | null>;
  create(call: Call, draft: IntegrationDraft, options?: WriteOptions): Promise<Integration>;
  update(call: Call, id: string, patch: IntegrationPatch, options?: WriteOptions): Promise<Integration>;
  setPrimary(call: Call, id: string, options?: WriteOptions): Promise<Integration>;
  delete(call: Call, id: string, options?: WriteOptions): Promise<void>;
  autoConfigure(call: Call, id: string, options?: WriteOptions): Promise<AutoConfigureResult>;
  /** From the last upstream answer to this caller; null before any. No I/O. */
  rateLimit(caller: Caller): RateLimit | null;
  /**
   * The list that {@link list} would answer with at this moment as a `HIT`, without asking anybody; null where it would have
   * to ask. No I/O.
   */
  held(caller: Caller): HeldList | null;
}

/** A list that the process may answer with by itself, and whose it is. */
export interface HeldList {
  readonly scope: CallerScope;
  readonly integrations: readonly Integration[];
}
