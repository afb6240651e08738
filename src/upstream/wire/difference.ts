import type { WriteDifference } from '../../model/integration.ts';
import { isJsonObject, type JsonObject } from '../../model/json.ts';
import { isEmpty, isStored } from '../../model/stored-values.ts';

/** Members of a body that an answer has under another name. */
const MODEL_NAMES: Readonly<Record<string, string>> = { _environmentId: 'environmentId' };

/** Members of a body that are compared as a whole, and what an answer without them means. */
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
 * Compares what came back from a write with what was sent. Servers drop what they do not know without a word, keep what they
 * merge, and cast values (contract §10, §11). Holds names only, never values.
 * @param hidesCredentials the answer may leave out credentials that are stored: where it has none, nothing is known of them, and nothing
 * of a signing key.
 */
export function findDifference(body: object, row: JsonObject, hidesCredentials: boolean): WriteDifference {
  const sent = new Map(Object.entries(body as JsonObject).filter(([, value]) => value !== undefined));
  const whole = Object.entries(WHOLE)
    .filter(([name, absent]) => sent.has(name) && !isStored(sent.get(name), row[name] ?? absent))
    .map(([name]) => MODEL_NAMES[name] ?? name);
  // Servers of 2024 know no kinds, and take an agent for what delivers.
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

/** Key by key, for an object that a write replaces. Null where it was not sent. */
function compare(name: string, sent: ReadonlyMap<string, unknown>, stored: unknown): WriteDifference | null {
  const given = sent.get(name);
  if (!isJsonObject(given)) return null;
  const have = isJsonObject(stored) ? stored : {};
  const path = (key: string) => `${name}.${key}`;
  return {
    lost: Object.entries(given)
      .filter(([key, value]) => !isStored(value, have[key]))
      .map(([key]) => path(key)),
    kept: Object.keys(have)
      .filter((key) => !isEmpty(have[key]) && !Object.hasOwn(given, key))
      .map(path),
  };
}
