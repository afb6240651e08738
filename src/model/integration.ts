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
 * One integration as the gateway knows it. Throughout the model, `null` means known to be absent and `undefined` means not
 * known.
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
  /** JSONLogic of newer servers. Takes precedence over `conditions` when a message is sent. */
  readonly rules: JsonObject | null;
  readonly removeNovuBranding: boolean | null;
  /** ISO 8601 with milliseconds; null where the answer leaves it out. */
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly deleted: boolean;
  readonly deletedAt: string | null;
  readonly deletedBy: string | null;
  /** Whether an account at the provider is connected; null where the answer does not say (contract §11). */
  readonly connected: boolean | null;
  /** Null where there is none, or the answer does not say (contract §11). */
  readonly provisioning: Provisioning | null;
  /** Only for callers that may see it: in answers to their writes, and in lists that ask for it. Never cached or logged. */
  readonly secrets?: IntegrationSecrets;
  /** Only in answers to a create or an update that stored something else than was sent. Never cached. */
  readonly difference?: WriteDifference;
}

/** How a stored integration differs from what a write sent, as dotted paths in the body, e.g. `credentials.apiURL`. */
export interface WriteDifference {
  /** Sent, and not stored. */
  readonly lost: readonly string[];
  /** Credentials that were not sent, and are stored all the same. */
  readonly kept: readonly string[];
}

/** Only ever handed to a caller with the right to read credentials (schema/DESIGN.md §3). */
export interface IntegrationSecrets {
  /** Credentials by wire key, without encrypted values; null where upstream sent none or an empty object. */
  readonly credentials: JsonObject | null;
  /** Upstream sent at least one value that was dropped, such as an encrypted one (`nvsk.`): `credentials` is not complete. */
  readonly incomplete: boolean;
  readonly inboundWebhookSigningKey: string | null;
  /** Where the row has `provisioning`. Its error is in the provider's own words, which can echo a credential. */
  readonly provisioning?: { readonly errorMessage: string | null; readonly teamsAppCatalogId: string | null };
  /** The same integration without secrets, as others share it: what is made of it can be kept with it. Absent: none is shared. */
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
  /** Whole seconds since the answer was stored; 0 where it has just come from upstream. */
  readonly ageSeconds: number;
  /** Null where no generation is known: no cache, organization not known yet, or cache unreachable. */
  readonly generation: string | null;
}

/**
 * All integrations that upstream shows to a caller and that can be read; how many cannot is told by `unreadableIn`. The identity of the array is the identity of the list: results that
 * share it are the same list, so anything derived from it (an index, a sorted view) can be cached by it.
 */
export interface IntegrationList {
  /** With {@link sent}: read when they are first asked for. */
  readonly integrations: readonly Integration[];
  /** Of a list with secrets, where its bytes are known. */
  readonly sent?: SentList | undefined;
  /** By which upstream can say later whether this caller's list is still this one. Absent: it named none. */
  readonly validator?: string | undefined;
  readonly cache: CacheOutcome;
}

/** What upstream has sent a caller who may see secrets, where the same bytes came before. */
export interface SentList {
  /** The same list without secrets, as all who see it share it. */
  readonly shared: readonly Integration[];
  /** It holds the secrets, and ends with the request. */
  readonly body: Buffer;
  /** Where each row stands in the bytes. */
  places(): readonly Span[];
}

/** From one byte up to, not including, another. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a list is known by, with secrets or without: lists of one content have one. */
export function contentOf(list: IntegrationList): readonly Integration[] {
  return list.sent?.shared ?? list.integrations;
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

/** The caller and request on whose behalf a source is called. The first argument of every source call. */
export interface Call {
  readonly caller: Caller;
  readonly requestId: string;
  /** Fires when the client has disconnected. Ends reads; a write is never ended by it. */
  readonly signal?: AbortSignal;
  /** For events; absent where no request waits for the call. */
  readonly request?: RequestFacts | undefined;
}

export interface ListOptions {
  /** Fills {@link Integration.secrets}. Ignored for a caller that may not see them. Never answered from a cache. */
  readonly secrets?: boolean;
  /** Bypasses every cache, and refills it. */
  readonly fresh?: boolean;
  /** With `fresh`: rejects where upstream cannot be read, instead of letting a stale list stand in. */
  readonly current?: boolean;
  /** What upstream gave this very caller before: it may say that nothing has changed. Not used for lists with secrets. */
  readonly since?: { readonly integrations: readonly Integration[]; readonly validator: string } | undefined;
  /** Stands for the operation that reads, where it may read again: rows that have not changed since are the same objects then. */
  readonly operation?: object | undefined;
}

export interface MeOptions {
  /** What upstream said some time ago will do. Only for API keys, whose environment does not change. */
  readonly remembered?: boolean;
}

/**
 * Everything the gateway asks of Novu. Reads reject with a `GatewayError`. Writes reject with `OutcomeUnknownError`
 * whenever the write may have run, with `UpstreamRefusedError` where a readable answer refused it, and with a
 * `GatewayError` only where it certainly did not run; with `NotSentError` where a bug kept it from being sent.
 */
export interface IntegrationSource {
  list(call: Call, options?: ListOptions): Promise<IntegrationList>;
  /** The caller's own environment and organization (contract §1.2). */
  me(call: Call, options?: MeOptions): Promise<CallerEnvironment>;
  /** Every environment of the caller's organization. */
  environments(call: Call): Promise<readonly NamedEnvironment[]>;
  /** Whether the provider can report delivery events by webhook; null where upstream cannot say (contract §3.8). */
  webhookSupported(call: Call, id: string): Promise<boolean | null>;
  create(call: Call, draft: IntegrationDraft): Promise<Integration>;
  /** Null: it is done, and the answer does not show the integration. */
  update(call: Call, id: string, patch: IntegrationPatch): Promise<Integration | null>;
  /** As {@link update}. */
  setPrimary(call: Call, id: string): Promise<Integration | null>;
  delete(call: Call, id: string): Promise<void>;
  autoConfigure(call: Call, id: string): Promise<AutoConfigureResult>;
  /** Issues a link. It changes no integration, and to repeat it does no harm: upstream makes another link. */
  issueLink(call: Call, request: LinkRequest): Promise<IssuedLink>;
  /** Registers upstream's webhook at a chat provider, of an integration of the caller's own environment. */
  configureWebhook(call: Call, identifier: string): Promise<ConfiguredWebhook>;
  /** Of the caller's own environment. Sessions alone may ask (contract §1.1), as they may {@link inAppActive}. */
  channelLimit(call: Call, channel: Exclude<Channel, 'UNKNOWN'>): Promise<ChannelLimit>;
  /** Whether the inbox of the caller's own environment has been connected. */
  inAppActive(call: Call): Promise<boolean>;
  /** From the last upstream answer to this caller; null before the first one. No I/O. */
  rateLimit(caller: Caller): RateLimit | null;
  /**
   * What any call of this caller would fail with right now, without being sent; null where it might be sent. A write can ask
   * before it announces itself. No I/O.
   */
  refusal?(caller: Caller): GatewayError | null;
  /** Absent: writes stand each by itself. */
  readonly coordinator?: WriteCoordinator;
  /**
   * The list that {@link list} would return at this moment as a `HIT`, without I/O; null where {@link list} would have to
   * call upstream or a store.
   */
  held(caller: Caller): HeldList | null;
  /** How telemetry names a caller. No I/O. */
  identify?(caller: Caller): CallerFacts;
}

/** A list that this process can answer with by itself, and the scope it belongs to. */
export interface HeldList {
  readonly scope: CallerScope;
  readonly integrations: readonly Integration[];
}

/** What keeps writes of several processes apart. */
export interface WriteCoordinator {
  /** All writes with this very `Call` object are in the group until its end. */
  group(call: Call): WriteGroup;
  /** @throws what upstream says to a caller that it does not accept, or that is to wait. */
  ledger(call: Call): Promise<Ledger>;
}
