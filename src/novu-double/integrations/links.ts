import { createHash } from 'node:crypto';
import { type Call, param, requireEnvironment } from '../state/call.ts';
import { badRequest, notFound } from '../state/errors.ts';
import type { IntegrationRecord } from '../state/records.ts';
import { timestamp } from '../state/server-state.ts';
import {
  type FieldRule,
  isBoolean,
  isList,
  isPlainObject,
  isString,
  oneOf,
  validateBody,
} from '../state/validation.ts';

/** Rows 11 to 16 of contract §1.1: links that connect a chat. They are well formed but lead nowhere. */

/** POST …/channel-connections/oauth. */
export function connectOauth(call: Call): { url: string } {
  return { url: oauthUrl(call, named(call, CONNECT), 'connect') };
}

/** POST …/channel-endpoints/oauth. */
export function linkUserOauth(call: Call): { url: string } {
  return { url: oauthUrl(call, named(call, LINK_USER), 'link_user') };
}

/** POST …/chat/oauth, deprecated: does one of the above. */
export function chatOauth(call: Call): { url: string } {
  const record = named(call, [...CONNECT, { field: 'mode', checks: [oneOf(['connect', 'link_user'])] }]);
  return { url: oauthUrl(call, record, call.body.mode === 'link_user' ? 'link_user' : 'connect') };
}

/** POST …/channel-endpoints/link: Telegram only. */
export function linkChat(call: Call): { url: string; providerMetadata: object } {
  const record = named(call, [...CONTEXT, SUBSCRIBER]);
  requireTelegram(record, 'subscriber chat linking');
  return {
    url: `https://t.me/${botOf(record)}?start=${token(call, record)}`,
    providerMetadata: { botUsername: botOf(record) },
  };
}

/** POST …/{integrationIdentifier}/mobile-link: Telegram only. */
export function mobileLink(call: Call): { token: string; url: string; expiresAt: string } {
  validateBody(call.body, [{ field: 'subscriberId', checks: [isString] }]);
  const record = find(call, param(call, 'integrationIdentifier'));
  requireTelegram(record, 'mobile setup links');
  const code = token(call, record);
  // Five minutes, like an OAuth URL (contract §2.6).
  const expiresAt = new Date(call.state.now() + 5 * 60_000).toISOString();
  return { token: code, url: `https://t.me/${botOf(record)}?start=${code}`, expiresAt };
}

/** POST …/{integrationIdentifier}/webhook/configure: Telegram only. */
export function configureWebhook(call: Call): { webhookUrl: string; configuredAt: string; botUsername: string } {
  const record = find(call, param(call, 'integrationIdentifier'));
  requireTelegram(record, 'webhook configuration');
  const webhookUrl = `https://api.novu.example/v1/telegram/webhook/${record._id}`;
  return { webhookUrl, configuredAt: timestamp(call.state), botUsername: botOf(record) };
}

const OAUTH_HOSTS: Readonly<Record<string, string>> = {
  slack: 'https://slack.com/oauth/v2/authorize',
  'novu-slack': 'https://slack.com/oauth/v2/authorize',
  msteams: 'https://login.microsoftonline.com/common/adminconsent',
};

const SUBSCRIBER: FieldRule = { field: 'subscriberId', required: true, checks: [isString] };
const CONTEXT: readonly FieldRule[] = [
  { field: 'integrationIdentifier', required: true, checks: [isString] },
  { field: 'context', checks: [isPlainObject] },
  { field: 'contextHash', checks: [isString] },
];
const CONNECT: readonly FieldRule[] = [
  ...CONTEXT,
  { field: 'scope', checks: [isList] },
  { field: 'connectionMode', checks: [oneOf(['subscriber', 'shared'])] },
  { field: 'autoLinkUser', checks: [isBoolean] },
  { field: 'connectionIdentifier', checks: [isString] },
  { field: 'subscriberId', checks: [isString] },
];
const LINK_USER: readonly FieldRule[] = [
  ...CONTEXT,
  SUBSCRIBER,
  { field: 'userScope', checks: [isList] },
  { field: 'connectionIdentifier', checks: [isString] },
];

function named(call: Call, rules: readonly FieldRule[]): IntegrationRecord {
  validateBody(call.body, rules);
  return find(call, String(call.body.integrationIdentifier));
}

function find(call: Call, identifier: string): IntegrationRecord {
  requireEnvironment(call);
  const { state, caller } = call;
  const own = state.store.list(caller.organizationId, caller.environmentId);
  const record = own.find((candidate) => candidate.identifier === identifier);
  if (record === undefined) throw notFound(`Integration ${identifier} not found`);
  return record;
}

function requireTelegram({ providerId }: IntegrationRecord, what: string): void {
  if (providerId !== 'telegram') {
    throw badRequest(`Provider "${providerId}" does not support ${what} via this endpoint.`);
  }
}

function oauthUrl(call: Call, record: IntegrationRecord, mode: 'connect' | 'link_user'): string {
  const host = OAUTH_HOSTS[record.providerId];
  if (host === undefined) throw badRequest(`Provider "${record.providerId}" does not support OAuth.`);
  const clientId = String(record.credentials.clientId ?? 'novu');
  return `${host}?${new URLSearchParams({ client_id: clientId, state: `${mode}.${token(call, record)}` })}`;
}

function token({ state, body }: Call, record: IntegrationRecord): string {
  const seed = JSON.stringify([record._id, body, state.now()]);
  return createHash('sha256').update(seed).digest('base64url').slice(0, 32);
}

function botOf(record: IntegrationRecord): string {
  return `${record.identifier.replace(/[^a-z0-9]+/gi, '_')}_bot`;
}
