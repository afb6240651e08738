import { nearMisses } from './near-miss.ts';
import { readTraceSettings, type TraceSettings } from './otel-settings.ts';
import { fromFile } from './secret-files.ts';
import { faultSentence } from './setting-values.ts';
import { SETTINGS, type Setting } from './settings.ts';

export type Config = {
  readonly [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K] extends Setting<infer T>
    ? (typeof SETTINGS)[K]['fallback'] extends null
      ? T | null
      : T
    : never;
} & {
  /** From the variables that OpenTelemetry defines; null: no traces. */
  readonly tracing: TraceSettings | null;
};

/** Thrown by {@link parseConfig}. The message has a line for each fault, and never the value of a secret setting. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** All variables: the settings, and the files of secret ones. */
const NAMES: readonly string[] = Object.entries<Setting<unknown>>(SETTINGS).flatMap(([name, { secret }]) =>
  secret ? [name, `${name}_FILE`] : [name],
);

/**
 * Reads the settings from an environment, and secret ones also from the file that `<NAME>_FILE` names. An empty
 * variable counts as unset. Other variables are ignored, but a near miss of a setting is an error, because it would be
 * silently ignored. @throws ConfigError with every fault at once.
 */
export function parseConfig(env: Environment): Config {
  const faults = nearMisses(env, NAMES);
  const config = Object.entries<Setting<unknown>>(SETTINGS).map(([name, { parse, fallback, secret }]) => {
    let given = env[name] || fallback;
    try {
      if (secret) given = fromFile(name, env) ?? given;
      return [name, given === null ? null : parse(given)];
    } catch (error) {
      faults.push(faultSentence(name, given ?? '', error, secret));
      return [name, null];
    }
  });
  const parsed = { ...Object.fromEntries(config), tracing: readTraceSettings(env, faults) } as Config;
  // A setting that is wrong by itself is not reported again.
  const wrong = new Set(faults.map((fault) => fault.split(' ', 1)[0]));
  faults.push(...faultsTogether(parsed).filter((fault) => !wrong.has(fault.split(' ', 1)[0])));
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  return Object.freeze(parsed);
}

/** Errors between settings that are valid one by one. A setting that could not be read counts as unset. */
function faultsTogether(config: Config): string[] {
  const faults: [broken: unknown, sentence: string][] = [
    [
      config.REDIS_URL && !config.CACHE_KEY_SECRET,
      'CACHE_KEY_SECRET must be set with REDIS_URL: a long random text, the same for all processes',
    ],
    [
      config.CORS_CREDENTIALS && config.CORS_ORIGINS?.includes('*'),
      'CORS_ORIGINS must name the origins where CORS_CREDENTIALS is true: browsers refuse * there',
    ],
    [
      config.TRUSTED_DOCUMENTS_ONLY && !config.TRUSTED_DOCUMENTS,
      'TRUSTED_DOCUMENTS must be set with TRUSTED_DOCUMENTS_ONLY: the manifest file',
    ],
    // A setting that could not be read is null here.
    [
      config.HEADERS_TIMEOUT > (config.REQUEST_TIMEOUT ?? Number.POSITIVE_INFINITY),
      'HEADERS_TIMEOUT must not be longer than REQUEST_TIMEOUT',
    ],
    [config.APOLLO_KEY && !config.APOLLO_GRAPH_REF, 'APOLLO_GRAPH_REF must be set with APOLLO_KEY'],
    [config.APOLLO_SCHEMA_REPORTING && !config.APOLLO_KEY, 'APOLLO_KEY must be set with APOLLO_SCHEMA_REPORTING'],
  ];
  return faults.filter(([broken]) => broken).map(([, sentence]) => sentence);
}

/** Whether there are introspection, suggestions and exploration pages; see `GATEWAY_MODE`. */
export function isDevelopment({ GATEWAY_MODE, NOVU_API_URL }: Config): boolean {
  return GATEWAY_MODE === null ? NOVU_API_URL === null : GATEWAY_MODE === 'development';
}
