import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { Cipher } from './cipher.ts';
import { ServerFailureError } from './errors.ts';
import type { Generation } from './records.ts';
import { type FieldRule, isBoolean, isObject, isPlainObject, isString, oneOf } from './validation.ts';

/** Keys that a generation's schema stores (contract §2.4). Other keys pass validation and are dropped on save. */
const KEYS_2024 = words(`apiKey user secretKey domain password host port secure region accountSid messageProfileId token
  from senderName projectName applicationId clientId requireTls ignoreTls tlsOptions baseUrl webhookUrl redirectUrl hmac
  serviceAccount ipPoolName apiKeyRequestHeader secretKeyRequestHeader idPath datePath apiToken authenticateByToken
  authenticationTokenKey instanceId alertUid title imageUrl state externalLink channelId phoneNumberIdentification
  accessKey`);
const KEYS_2026 = [
  ...KEYS_2024,
  ...words(`appSid senderId tenantId AppIOBaseUrl signingSecret outboundIntegrationId useFromAddressOverride
    fromAddressOverride emailSlugPrefix externalEnvironmentId externalVaultId externalWorkspaceId hmacSecretKeyEncoding
    configurationSetName outboundConnectedAt whatsNextCompletedAt contentType apiURL appID businessAccountId apiVersion
    servicePlanId method headers body routingMode isNovuManaged inboxRoutingKey sharedInboxDisabled`),
];
const STORED: Record<Generation, ReadonlySet<string>> = { api2024: new Set(KEYS_2024), api2026: new Set(KEYS_2026) };

const SECURE_2024 = words('apiKey apiToken secretKey token password serviceAccount');
const SECURE: Record<Generation, ReadonlySet<string>> = {
  api2024: new Set(SECURE_2024),
  api2026: new Set([...SECURE_2024, 'headers', 'signingSecret']),
};

/** Booleans that are also accepted as text and converted. */
const CONVERTED = new Set(['secure', 'requireTls', 'ignoreTls']);
const STRICT_BOOLEANS = new Set(['hmac', 'authenticateByToken', 'useFromAddressOverride']);
/** Written by the server itself, so the request body is not checked for them. */
const UNCHECKED = new Set(['isNovuManaged', 'sharedInboxDisabled']);

/** The API's checks of `credentials`: the type of each known key, but nothing about the provider (contract §2.4). */
export function credentialRules(generation: Generation): readonly FieldRule[] {
  return [...STORED[generation]]
    .filter((key) => !UNCHECKED.has(key))
    .map((field) => ({ field, checks: checksOf(field) }));
}

/**
 * Credentials as they are saved: without unknown keys and empty `tlsOptions`, with converted booleans and encrypted
 * secure keys. Null is stored (contract §2.4).
 * @throws ServerFailureError for null in a secure key, which cannot be encrypted.
 */
export function toStoredCredentials(generation: Generation, cipher: Cipher, sent: JsonObject): JsonObject {
  const entries = Object.entries(sent)
    .filter(([key, value]) => STORED[generation].has(key) && !isEmptyObject(value))
    .map(([key, value]) => [key, toStored(generation, cipher, key, value)] as const);
  return Object.fromEntries(entries);
}

function toStored(generation: Generation, cipher: Cipher, key: string, value: JsonValue): JsonValue {
  if (value === null && SECURE[generation].has(key)) throw new ServerFailureError();
  if (value === null) return null;
  if (CONVERTED.has(key)) return value === true || value === 'true';
  return SECURE[generation].has(key) && typeof value === 'string' ? cipher.encrypt(value) : value;
}

function isEmptyObject(value: JsonValue): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

function checksOf(key: string) {
  if (key === 'tlsOptions') return [isPlainObject];
  if (key === 'hmacSecretKeyEncoding') return [oneOf(['text', 'base64', 'hex'])];
  if (STRICT_BOOLEANS.has(key)) return [isBoolean];
  if (CONVERTED.has(key)) {
    return [
      { ...isBoolean, holds: (value: unknown) => typeof value === 'boolean' || value === 'true' || value === 'false' },
    ];
  }
  return [isString];
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
