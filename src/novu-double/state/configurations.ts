import type { JsonObject, JsonValue } from '../../model/json.ts';
import { type Cast, castError, toBoolean, toNumber, toText } from './casts.ts';
import { badRequest, ServerFailureError } from './errors.ts';

/** The keys that api2026 stores (contract §2.5). */
const CASTS: ReadonlyMap<string, Cast> = new Map([
  ['inboundWebhookEnabled', toBoolean],
  ['inboundWebhookSigningKey', toText],
  ['configurationSetName', toText],
  ['inboxCount', toNumber],
  ['payloadSchema', toText],
]);

/**
 * Configurations as the schema stores them: known keys only, with cast values.
 * @throws ApiError 400 on a create, ServerFailureError on an update, if a value cannot be cast.
 */
export function castConfigurations(sent: JsonObject, operation: 'create' | 'update'): JsonObject {
  const entries = Object.entries(sent).flatMap(([key, value]): [string, JsonValue][] => {
    const cast = CASTS.get(key);
    if (cast === undefined) return [];
    const stored = value === null ? null : cast.to(value);
    if (stored !== undefined) return [[key, stored]];
    throw operation === 'create'
      ? badRequest(castError(`configurations.${key}`, cast, value))
      : new ServerFailureError();
  });
  return Object.fromEntries(entries);
}
