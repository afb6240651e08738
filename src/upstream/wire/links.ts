import { isJsonObject, type JsonObject } from '../../model/json.ts';
import type {
  AutoConfigureResult,
  ChannelLimit,
  ConfiguredWebhook,
  IssuedLink,
  LinkKind,
  LinkRequest,
} from '../../model/links.ts';
import { asObject, contractError, unwrap } from './envelope.ts';
import { sanitizeText } from './sanitize.ts';
import { readBoolean, readDate } from './values.ts';

/** Path templates of the endpoints that issue links (contract §1.1, rows 11, 12, 13 and 15). */
export const LINK_ROUTES: Readonly<Record<LinkKind, string>> = {
  CONNECT: '/v1/integrations/channel-connections/oauth',
  LINK_USER: '/v1/integrations/channel-endpoints/oauth',
  LINK_CHAT: '/v1/integrations/channel-endpoints/link',
  MOBILE_SETUP: '/v1/integrations/{id}/mobile-link',
};

/** Body of a request for a link (contract §2.6). For mobile setup, the identifier is in the path instead. */
export function toLinkBody({ kind, identifier, ...fields }: LinkRequest): object {
  return kind === 'MOBILE_SETUP' ? fields : { integrationIdentifier: identifier, ...fields };
}

/** @throws UpstreamContractError if there is no link that a client could open safely. */
export function readLink(body: unknown): IssuedLink {
  const row = asObject(unwrap(body));
  const url = readUrl(row.url);
  if (url === null) throw contractError('the field `url`');
  const { providerMetadata } = row;
  return {
    url,
    token: sanitizeText(row.token),
    expiresAt: readDate(row.expiresAt),
    botUsername: isJsonObject(providerMetadata) ? sanitizeText(providerMetadata.botUsername) : null,
  };
}

/** @throws UpstreamContractError if it is not an object. */
export function readConfiguredWebhook(body: unknown): ConfiguredWebhook {
  const row = asObject(unwrap(body));
  return {
    webhookUrl: readUrl(row.webhookUrl),
    configuredAt: readDate(row.configuredAt),
    botUsername: sanitizeText(row.botUsername),
  };
}

/** @throws UpstreamContractError if one of the two is not a count. */
export function readChannelLimit(body: unknown): ChannelLimit {
  const row = asObject(unwrap(body));
  return { limit: requireCount(row, 'limit'), count: requireCount(row, 'count') };
}

/** @throws UpstreamContractError if `active` is missing. */
export function readInAppStatus(body: unknown): boolean {
  const active = readBoolean(asObject(unwrap(body)).active);
  if (active === null) throw contractError('the field `active`');
  return active;
}

/** @throws UpstreamContractError if `success` is missing. */
export function readAutoConfigure(body: unknown, id: string): AutoConfigureResult {
  const row = asObject(unwrap(body));
  if (typeof row.success !== 'boolean') throw contractError('the field `success`');
  return { success: row.success, webhookUrl: readInboundWebhookUrl(row, id) };
}

/**
 * The address at which Novu receives delivery events, if the answer to an auto-configure has it in a field or in its
 * message. Only an address made of ids is used: the message is the provider's and can echo a credential.
 */
function readInboundWebhookUrl(row: JsonObject, id: string): string | null {
  const texts = [row.webhookUrl, row.message].filter((text) => typeof text === 'string');
  const urls = texts.flatMap((text) => text.match(INBOUND_WEBHOOK) ?? []);
  return urls.find((url) => url.toLowerCase().endsWith(`/${id.toLowerCase()}`)) ?? null;
}

const INBOUND_WEBHOOK =
  /https?:\/\/[\w.-]+(?::\d{1,5})?(?:\/[\w-]+){0,3}\/v2\/inbound-webhooks\/delivery-providers\/[0-9a-f]{24}\/[0-9a-f]{24}(?![\w/?#%@:-])/gi;

/** A frontend follows the URL: a `javascript:` one would run in its page. */
function readUrl(value: unknown): string | null {
  const text = sanitizeText(value);
  if (text === null || !URL.canParse(text)) return null;
  return /^https?:$/.test(new URL(text).protocol) ? text : null;
}

function requireCount(row: JsonObject, field: string): number {
  const value = row[field];
  // The range of GraphQL's `Int`.
  if (typeof value === 'number' && (value | 0) === value && value >= 0) return value;
  throw contractError(`the field \`${field}\``);
}
