import type { RefusalReason } from '../model/errors.ts';
import { isJsonObject, type JsonObject } from '../model/json.ts';
import { ERROR_CODES, type HttpResponse, type HttpResult } from './send-request.ts';
import { LINK_ROUTES } from './wire/links.ts';

/** An error body of Novu (contract §7) has at least one of these members. */
const ERROR_MEMBERS = ['message', 'statusCode', 'errors', 'error'];

/** The beginning of a text of the check of rules (contract §2.7). */
const RULE_ISSUE =
  /^(Value is (not valid|required)|Field variable is required|Invalid (logical operator|field reference|operation|node)|Unknown operator|A rule must have)\b/;

/** Messages of contract §3, §5 and §7, of both generations. The first match decides. */
const RULES: readonly (readonly [status: number, text: RegExp, reason: RefusalReason])[] = [
  [400, /^No properties found for update/, { kind: 'NOTHING_TO_UPDATE' }],
  [400, /^Channel \S+ does not support primary/, { kind: 'PRIMARY_NOT_SUPPORTED' }],
  [400, /^One environment can only have one In app provider/, { kind: 'ONE_IN_APP_ONLY' }],
  [400, /^Creating Novu integration for \S+ provider is not allowed/, { kind: 'NOVU_PROVIDER_NOT_ALLOWED' }],
  [400, /^Provider gateway can't resolve the host/, { kind: 'CHECK_FAILED' }],
  [400, /^integrationId must be a mongodb id/, { kind: 'NOT_FOUND' }],
  [403, /is scoped to a single environment/, { kind: 'ENVIRONMENT_SCOPE' }],
  [404, /^Environment with id .* not found/, { kind: 'ENVIRONMENT_NOT_FOUND' }],
  // Requests for links name an identifier, which is not part of their paths (contract §2.6).
  [404, /^Integration\b.* not found|^Integration not found\b/, { kind: 'NOT_FOUND' }],
  [404, /^Subscriber\b.* not found|^Subscriber not found\b/, { kind: 'INVALID', fields: ['subscriberId'] }],
  [400, /^Provider \S+ does not support /, { kind: 'NOT_SUPPORTED_BY_PROVIDER' }],
  // Credentials are checked for safety, and rules for their form (contract §11). The texts name no field of the body.
  [400, /\bSMTP port\b/, { kind: 'INVALID', fields: ['credentials.port'] }],
  [400, /\bSMTP\b/, { kind: 'INVALID', fields: ['credentials.host'] }],
  [400, /^Invalid \S+ region\b/, { kind: 'INVALID', fields: ['credentials.region'] }],
  [400, /^AppIO base URL blocked/, { kind: 'INVALID', fields: ['credentials.AppIOBaseUrl'] }],
  [400, /\bbase URL\b.* (blocked|allowed|valid)\b/i, { kind: 'INVALID', fields: ['credentials.baseUrl'] }],
  [400, /\bAPI URL\b.* (blocked|allowed|valid)\b/i, { kind: 'INVALID', fields: ['credentials.apiURL'] }],
  [400, /\bwebhook URL\b.* (blocked|allowed|valid)\b/i, { kind: 'INVALID', fields: ['credentials.webhookUrl'] }],
  [400, /\bauth URL\b.* (blocked|allowed|valid)\b/i, { kind: 'INVALID', fields: ['credentials.domain'] }],
  [400, /\bhost(name)? .*blocked\b|^Host \S+ is not allowed/i, { kind: 'INVALID', fields: ['credentials.host'] }],
  // One check is used for all addresses; release 3.19.0 only checks a host.
  [
    400,
    /^Requests to .* are not allowed|^Unable to resolve hostname/,
    { kind: 'INVALID', fields: ['credentials.host'] },
  ],
  [400, RULE_ISSUE, { kind: 'INVALID', fields: ['rules'] }],
  [409, /^Integration with identifier already exists/, { kind: 'IDENTIFIER_TAKEN' }],
  [409, /^Integration with novu provider for .* already exists/, { kind: 'NOVU_PROVIDER_EXISTS' }],
  [422, /^integrationId must be a mongodb id/, { kind: 'NOT_FOUND' }],
];

/** An agent was saved before its credentials were found incomplete (contract §11). */
const INCOMPLETE = /^Integration "(?:([0-9a-f]{24})|[^"]*)" has incomplete runtime credentials/;

/** Members of a request body. No other name is read from upstream's texts, which may hold anything. */
const BODY_FIELDS: ReadonlySet<string> = new Set([
  'providerId',
  'channel',
  'kind',
  'name',
  'identifier',
  'environmentId',
  'credentials',
  'configurations',
  'conditions',
  'rules',
  'active',
  'check',
  'removeNovuBranding',
  'integrationIdentifier',
  'subscriberId',
  'connectionIdentifier',
  'context',
  'contextHash',
  'scope',
  'userScope',
  'connectionMode',
  'autoLinkUser',
]);

/** Routes that api2024 lacks (contract §1.1). */
const NEWER_ROUTES: ReadonlySet<string> = new Set([
  '/v1/integrations/{id}/auto-configure',
  '/v1/integrations/{id}/webhook/configure',
  ...Object.values(LINK_ROUTES),
]);

/** True if the server has no such route, although every Novu API has it: the address is wrong. */
export function isRouteMissing(response: HttpResponse, route: string): boolean {
  return !NEWER_ROUTES.has(route) && isExpressNotFound(response);
}

/** In JSON, as Nest says it, or as a page of Express. */
function isExpressNotFound(response: HttpResponse): boolean {
  return response.errorCode === ERROR_CODES.noRoute || hasErrorText(response, 404, /^Cannot [A-Z]+ \//);
}

function hasErrorText(
  { status, json }: Pick<HttpResponse, 'status' | 'json'>,
  expected: number,
  pattern: RegExp,
): boolean {
  return status === expected && isJsonObject(json) && readTexts(json).some((text) => pattern.test(text));
}

/** True if api2026 does not know the environment that a session names (contract §4.2). */
export function isEnvironmentUnknown(response: HttpResponse): boolean {
  return hasErrorText(response, 401, /^Cannot find environment/);
}

/**
 * True for a 503 that Novu sends before its handler: its rate limiter failed (contract §6). A plain `Service
 * Unavailable` may come from a proxy.
 */
export function isRateLimiterFailure(response: HttpResponse): boolean {
  return hasErrorText(response, 503, LIMITER_FAILED);
}

const LIMITER_FAILED = /^(Rate limiting cache service is not available|Failed to evaluate rate limit)/;

/** True for a 5xx whose body only Novu's own exception filter writes (contract §7): its handler has ended. */
export function isNovuFailure({ status, json }: HttpResponse): boolean {
  if (status < 500 || !isJsonObject(json) || json.statusCode !== status) return false;
  return typeof json.timestamp === 'string' && typeof json.path === 'string';
}

/**
 * True if Novu cannot read delivery events of a provider (contract §3.8): that concerns one integration, although the
 * status is 500.
 */
export function isHandlerMissing(result: HttpResult): boolean {
  return result.phase === 'answered' && hasErrorText(result, 500, /\bHandler\b.*\bnot found\b/i);
}

/**
 * Why a response refused a write; null if it is not a readable 4xx.
 * @param route path template of the write. If it has an `{id}`, a 404 is about that integration.
 */
export function readRefusal(response: HttpResponse, route: string): RefusalReason | null {
  const { status, json } = response;
  if (isExpressNotFound(response)) return { kind: 'NOT_ON_SERVER' };
  if (status < 400 || status > 499 || !isJsonObject(json) || !ERROR_MEMBERS.some((name) => Object.hasOwn(json, name))) {
    return null;
  }
  const texts = readTexts(json);
  const incomplete = texts.map((text) => INCOMPLETE.exec(text)).find((match) => match !== null);
  if (status === 400 && incomplete) return { kind: 'INCOMPLETE_SETUP', integrationId: incomplete[1] ?? null };
  const rule = RULES.find(([code, pattern]) => code === status && texts.some((text) => pattern.test(text)));
  return rule?.[2] ?? reasonByStatus(status, json, texts, route);
}

function reasonByStatus(status: number, json: JsonObject, texts: readonly string[], route: string): RefusalReason {
  if (status === 402) return { kind: 'PLAN' };
  if (status === 413) return { kind: 'TOO_LARGE', field: null };
  if (status === 404 && route.includes('{id}')) {
    return { kind: 'NOT_FOUND' };
  }
  if (status === 400 || status === 422) {
    const fields = readFields(json, texts);
    // Validation sends a list of texts; a single text may come from any rule.
    if (fields.length > 0 || Array.isArray(json.message) || isJsonObject(json.errors)) {
      return { kind: 'INVALID', fields };
    }
  }
  return { kind: 'OTHER', status };
}

/** All texts of an error body: `message` alone or as a list, and `errors.<field>.messages`. */
function readTexts(json: JsonObject): string[] {
  const errors = isJsonObject(json.errors) ? Object.values(json.errors) : [];
  const messages = errors.map((error) => (isJsonObject(error) ? error.messages : undefined));
  return [json.message, ...messages].flat().filter((text) => typeof text === 'string');
}

/** Fields that an error body complains about, as dotted paths in model names, each once. */
function readFields(json: JsonObject, texts: readonly string[]): string[] {
  const keys = isJsonObject(json.errors) ? Object.keys(json.errors) : [];
  const fields = [...keys, ...texts.map(fieldOf)].map(toModelName);
  return [...new Set(fields.filter((field) => BODY_FIELDS.has(field.split('.', 1)[0] ?? '')))];
}

/** The field that a text of class-validator or mongoose names, or ''. For an element of a list, the list. */
function fieldOf(text: string): string {
  const match =
    /^([\w.]+?)(?:\.each value in nested property \w+)? (?:must|should) /.exec(text) ??
    /^(?:each value in )?nested property ([\w.]+) (?:must|should) /.exec(text) ??
    /^each value in ([\w.]+) (?:must|should) /.exec(text) ??
    /^Integration validation failed: ([\w.]+):/.exec(text) ??
    /^Cast to .* at path "([\w.]+)" because of "\w+"$/.exec(text);
  return match?.[1]?.replace(/\.\d.*$/, '') ?? '';
}

function toModelName(field: string): string {
  return field === '_environmentId' ? 'environmentId' : field;
}
