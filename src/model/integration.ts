import type { Caller, CallerScope } from './caller.ts';
import type { Ledger, WriteGroup } from './coordination.ts';
import type { GatewayError } from './errors.ts';
import type { JsonObject } from './json.ts';
import type { AutoConfigureResult, ChannelLimit, ConfiguredWebhook, IssuedLink, LinkRequest } from './links.ts';
import type { ConditionGroup, Configurations, IntegrationFields, Provisioning } from './parts.ts';
import type { CallerFacts, RequestFacts } from './request-facts.ts';

/** Channels of contract §2.1. `UNKNOWN`: upstream sent one that this gateway does not know. */
export const CHANNELS = ['IN_APP', 'EMAIL', 'SMS', 'CHAT', 'PUSH', 'TOOL', 'UNKNOWN'] as const;
export type Channel = (typeof CHANNELS)[number];

export const KINDS = ['DELIVERY', 'AGENT', 'UNKNOWN'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * One integration as the gateway knows it. Throughout the model, `null` means known to be absent and `undefined` means not known.
 */
export interface Integration {
  readonly id: string;
  readonly environmentId: string;
  readonly organizationId: string;
  readonly identifier: string;
  readonly name: string;
  readonly providerId: string;
  /** Null for agents, which have no channel. */
  readonly channel: Channel | null;
  readonly kind: Kind;
  readonly active: boolean;
  readonly primary: boolean;
  readonly priority: number;
  readonly configurations: Configurations | null;
  readonly conditions: readonly ConditionGroup[];
  /** JSONLogic of newer servers. Overrides `conditions` when a message is sent. */
  readonly rules: JsonObject | null;
  readonly removeNovuBranding: boolean | null;
  /** ISO 8601 with milliseconds; null if the answer lacks it. */
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly deleted: boolean;
  readonly deletedAt: string | null;
  readonly deletedBy: string | null;
  /** Whether an account at the provider is connected; null if the answer does not say (contract §11). */
  readonly connected: boolean | null;
  /** Null if there is none, or the answer does not say (contract §11). */
  readonly provisioning: Provisioning | null;
  /** Only for callers that may see them: in answers to their writes, and in lists read with secrets. Never cached or logged. */
  readonly secrets?: IntegrationSecrets;
  /** Only in answers to a create or update that stored other values than were sent. Never cached. */
  readonly difference?: WriteDifference;
}

/** How a stored integration differs from what a write sent, as dotted paths in the body, e.g. `credentials.apiURL`. */
export interface WriteDifference {
  /** Sent but not stored. */
  readonly lost: readonly string[];
  /** Credentials that were not sent but are stored. */
  readonly kept: readonly string[];
}

/** Only ever handed to a caller with the right to read credentials (schema/DESIGN.md §3). */
export interface IntegrationSecrets {
  /** Credentials by wire key, without encrypted values; null if upstream sent none or an empty object. */
  readonly credentials: JsonObject | null;
  /** At least one value was dropped, such as an encrypted one (`nvsk.`), so `credentials` is not complete. */
  readonly incomplete: boolean;
  readonly inboundWebhookSigningKey: string | null;
  /** Present if the row has `provisioning`. Its error is the provider's text, which can echo a credential. */
  readonly provisioning?: { readonly errorMessage: string | null; readonly teamsAppCatalogId: string | null };
  /** The same integration without secrets, as other callers share it; derived values can be kept with it. Absent: not shared. */
  readonly row?: Integration;
}

export interface IntegrationDraft extends IntegrationFields {
  providerId: string;
  channel?: Exclude<Channel, 'UNKNOWN'>;
  kind?: Exclude<Kind, 'UNKNOWN'>;
}

export interface IntegrationPatch extends IntegrationFields {
  removeNovuBranding?: boolean;
}

/** Where an answer came from. `generation` counts the writes of the organization as the cache knows them. */
export interface CacheOutcome {
  readonly status: 'HIT' | 'MISS' | 'STALE' | 'BYPASS';
  /** Whole seconds since the answer was stored; 0 if it has just come from upstream. */
  readonly ageSeconds: number;
  /** Null if no generation is known: no cache, unknown organization, or cache unreachable. */
  readonly generation: string | null;
}

/**
 * All readable integrations that upstream shows to a caller; `unreadableIn` counts the others. The array identifies the
 * list, so anything derived from it (an index, a sorted view) can be cached by the array.
 */
export interface IntegrationList {
  /** With {@link raw}: parsed on first use. */
  readonly integrations: readonly Integration[];
  /** Present for a list with secrets whose bytes came before. */
  readonly raw?: RawList | undefined;
  /** Lets upstream say later whether this caller's list is unchanged (`ETag`). Absent: upstream sent none. */
  readonly validator?: string | undefined;
  readonly cache: CacheOutcome;
}

/** The bytes that upstream sent to a caller who may see secrets, if the same bytes came before. */
export interface RawList {
  /** The same list without secrets, as all callers share it. */
  readonly shared: readonly Integration[];
  /** Holds the secrets. Lives only as long as the request. */
  readonly body: Buffer;
  /** The span of each row in the bytes. */
  rowSpans(): readonly Span[];
}

/** From one byte up to, not including, another. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The identity of a list's content, with secrets or without. */
export function contentOf(list: IntegrationList): readonly Integration[] {
  return list.raw?.shared ?? list.integrations;
}

export interface CallerEnvironment {
  readonly environmentId: string;
  readonly organizationId: string;
}

export interface NamedEnvironment {
  readonly id: string;
  readonly name: string;
}

/** The last rate limit that upstream reported to a caller, contract §6. */
export interface RateLimit {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Date;
  readonly policy: string | null;
}

/** The caller and the request that a source is called for. The first argument of every source call. */
export interface Call {
  readonly caller: Caller;
  readonly requestId: string;
  /** Fires when the client has disconnected. It aborts reads, but never writes. */
  readonly signal?: AbortSignal;
  /** For events; absent if no request waits for the call. */
  readonly request?: RequestFacts | undefined;
}

export interface ListOptions {
  /** Fills {@link Integration.secrets}. Ignored for a caller that may not see them. Never served from a cache. */
  readonly secrets?: boolean;
  /** Bypasses every cache, and refills it. */
  readonly fresh?: boolean;
  /** With `fresh`: rejects if upstream cannot be read, instead of returning a stale list. */
  readonly current?: boolean;
  /** The list that upstream gave this caller before, for a conditional request. Not used for lists with secrets. */
  readonly since?: { readonly integrations: readonly Integration[]; readonly validator: string } | undefined;
  /** Identifies an operation that may read again: rows that have not changed stay the same objects. */
  readonly operation?: object | undefined;
}

export interface MeOptions {
  /** An earlier answer is sufficient. Only for API keys, whose environment does not change. */
  readonly remembered?: boolean;
}

/**
 * Everything the gateway asks of Novu. Reads reject with a `GatewayError`. Writes reject with `OutcomeUnknownError` if
 * the write may have run, and with `UpstreamRefusedError` if a readable answer refused it. They reject with a
 * `GatewayError` only if the write certainly did not run, and with `NotSentError` if a bug kept it from being sent.
 */
export interface IntegrationSource {
  list(call: Call, options?: ListOptions): Promise<IntegrationList>;
  /** The caller's own environment and organization (contract §1.2). */
  me(call: Call, options?: MeOptions): Promise<CallerEnvironment>;
  /** Every environment of the caller's organization. */
  environments(call: Call): Promise<readonly NamedEnvironment[]>;
  /** Whether the provider can report delivery events by webhook; null if upstream cannot say (contract §3.8). */
  webhookSupported(call: Call, id: string): Promise<boolean | null>;
  create(call: Call, draft: IntegrationDraft): Promise<Integration>;
  /** Null: it was done, but the answer does not show the integration. */
  update(call: Call, id: string, patch: IntegrationPatch): Promise<Integration | null>;
  /** As {@link update}. */
  setPrimary(call: Call, id: string): Promise<Integration | null>;
  delete(call: Call, id: string): Promise<void>;
  autoConfigure(call: Call, id: string): Promise<AutoConfigureResult>;
  /** Issues a link. It changes no integration and may be repeated: upstream makes another link. */
  issueLink(call: Call, request: LinkRequest): Promise<IssuedLink>;
  /** Registers upstream's webhook at the chat provider of an integration in the caller's own environment. */
  configureWebhook(call: Call, identifier: string): Promise<ConfiguredWebhook>;
  /** For the caller's own environment. Only sessions may call this and {@link inAppActive} (contract §1.1). */
  channelLimit(call: Call, channel: Exclude<Channel, 'UNKNOWN'>): Promise<ChannelLimit>;
  /** Whether the inbox of the caller's own environment has been connected. */
  inAppActive(call: Call): Promise<boolean>;
  /** From the last upstream answer to this caller; null before the first one. No I/O. */
  rateLimit(caller: Caller): RateLimit | null;
  /**
   * The error with which any call of this caller would now be refused unsent; null if it may be sent. A write can check
   * this before it sets its fence. No I/O.
   */
  refusal?(caller: Caller): GatewayError | null;
  /** Absent: writes are not coordinated. */
  readonly coordinator?: WriteCoordinator;
  /** The list that {@link list} would now return as a `HIT` without I/O; null if it would have to call upstream or a store. */
  peek(caller: Caller): PeekedList | null;
  /** How telemetry names a caller. No I/O. */
  identify?(caller: Caller): CallerFacts;
}

/** A list that this process can serve without I/O, and its scope. */
export interface PeekedList {
  readonly scope: CallerScope;
  readonly integrations: readonly Integration[];
}

/** Coordinates the writes of several processes. */
export interface WriteCoordinator {
  /** All writes with this `Call` object belong to the group until its end. */
  group(call: Call): WriteGroup;
  /** @throws upstream's error for a caller that it does not accept or that must wait. */
  ledger(call: Call): Promise<Ledger>;
}
