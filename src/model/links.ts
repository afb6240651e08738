import type { JsonObject } from './json.ts';

/** What a link is for: rows 11, 12, 13 and 15 of contract §1.1. */
export type LinkKind = 'CONNECT' | 'LINK_USER' | 'LINK_CHAT' | 'MOBILE_SETUP';

/** A link to issue. The integration is looked up in the caller's own environment. Absent members are not sent. */
export interface LinkRequest {
  readonly kind: LinkKind;
  readonly identifier: string;
  readonly subscriberId?: string;
  readonly connectionIdentifier?: string;
  readonly context?: JsonObject;
  readonly contextHash?: string;
  readonly scope?: readonly string[];
  readonly userScope?: readonly string[];
  readonly connectionMode?: 'subscriber' | 'shared';
  readonly autoLinkUser?: boolean;
}

/** A link as Novu issued it. It gives rights to its bearer, so only the caller gets it: it is never kept, cached or logged. */
export interface IssuedLink {
  /** Absolute, of the scheme `https` or `http`. */
  readonly url: string;
  /** Null if the answer has none: only links for mobile setup have them. */
  readonly token: string | null;
  /** ISO 8601 with milliseconds. */
  readonly expiresAt: string | null;
  /** Name of the bot that the link leads to; null if the answer has none. */
  readonly botUsername: string | null;
}

/** The result of an auto-configuration. */
export interface AutoConfigureResult {
  /** False if the provider refused; upstream answers 2xx in that case too. */
  readonly success: boolean;
  /** Where the provider must send its events; null if upstream did not say. */
  readonly webhookUrl: string | null;
}

/** A webhook that was registered at a chat provider. */
export interface ConfiguredWebhook {
  /** Absolute, of the scheme `https` or `http`; null if the answer has none. */
  readonly webhookUrl: string | null;
  /** ISO 8601 with milliseconds; null if the answer has none. */
  readonly configuredAt: string | null;
  readonly botUsername: string | null;
}

/** How much of Novu's own demo provider of a channel is used up this month (contract §3.8). */
export interface ChannelLimit {
  /** Messages a month; 0 if the server has no demo provider for the channel. */
  readonly limit: number;
  readonly count: number;
}
