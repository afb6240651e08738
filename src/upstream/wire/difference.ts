import type { WriteDifference } from '../../model/integration.ts';
import { isJsonObject, type JsonObject } from '../../model/json.ts';
import { isEmpty, matchesStored } from '../../model/stored-values.ts';

/** Members of a body that have another name in the model. */
const MODEL_NAMES: Readonly<Record<string, string>> = { _environmentId: 'environmentId' };

/** Members of a body that are compared as a whole, with the value that their absence in an answer means. */
const WHOLE: Readonly<Record<string, unknown>> = {
  name: undefined,
  identifier: undefined,
  _environmentId: undefined,
  active: false,
  removeNovuBranding: false,
  conditions: undefined,
  rules: undefined,
};

/**
 * Compares what came back from a write with what was sent. Servers silently drop unknown fields, keep merged ones, and
 * cast values (contract §10, §11). The result holds names, never values.
 * @param hidesCredentials the answer may omit stored credentials. If it has none, nothing is known about them or about
 * a signing key.
 */
export function findDifference(body: object, row: JsonObject, hidesCredentials: boolean): WriteDifference {
  const sent = new Map(Object.entries(body as JsonObject).filter(([, value]) => value !== undefined));
  const whole = Object.entries(WHOLE)
    .filter(([name, absent]) => sent.has(name) && !matchesStored(sent.get(name), row[name] ?? absent))
    .map(([name]) => MODEL_NAMES[name] ?? name);
  // Servers of 2024 know no kinds, and store an agent as a delivery integration.
  if (sent.get('kind') === 'agent' && (row.kind ?? 'delivery') === 'delivery') whole.unshift('kind');
  const credentials =
    hidesCredentials && !isJsonObject(row.credentials) ? null : compare('credentials', sent, row.credentials);
  const configurations = compare('configurations', sent, row.configurations);
  const hidden =
    hidesCredentials && isJsonObject(row.configurations) ? 'configurations.inboundWebhookSigningKey' : null;
  return {
    lost: [...whole, ...(credentials?.lost ?? []), ...(configurations?.lost ?? []).filter((path) => path !== hidden)],
    kept: credentials?.kept ?? [],
  };
}

/** Compares an object that a write replaces, key by key. Null if it was not sent. */
function compare(name: string, sent: ReadonlyMap<string, unknown>, stored: unknown): WriteDifference | null {
  const given = sent.get(name);
  if (!isJsonObject(given)) return null;
  const have = isJsonObject(stored) ? stored : {};
  const path = (key: string) => `${name}.${key}`;
  return {
    lost: Object.entries(given)
      .filter(([key, value]) => !matchesStored(value, have[key]))
      .map(([key]) => path(key)),
    kept: Object.keys(have)
      .filter((key) => !isEmpty(have[key]) && !Object.hasOwn(given, key))
      .map(path),
  };
}
