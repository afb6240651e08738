import {
  boolean,
  duration,
  integer,
  oneOf,
  origins,
  size,
  text,
  UnquotableError,
  url,
  urlWithoutPassword,
} from './setting-values.ts';

/** A setting: how its text is read, what it is by default, and what it does. */
interface Setting<T> {
  readonly parse: (text: string) => T;
  /** The default, as it would be written; null: unset. */
  readonly fallback: string | null;
  readonly sentence: string;
  /** The value is never printed. */
  readonly secret?: true;
}

/**
 * Every setting of the gateway, by its environment variable. A new setting is a line here, and `config.NAME` where it is used:
 * `npm run generate` prints the table in src/SETTINGS.md from this one.
 */
export const SETTINGS = {
  NOVU_API_URL: setting(
    urlWithoutPassword,
    null,
    'Base URL of the Novu API, e.g. `https://api.novu.co`, with or without `/v1` at its end; unset: the embedded backend.',
  ),
  GATEWAY_MODE: setting(
    oneOf('development', 'production'),
    null,
    '`development` or `production`. Introspection, suggestions in error messages and the exploration pages exist in development only. Default: development on the embedded backend, production with `NOVU_API_URL`.',
  ),
  HOST: setting(text, '127.0.0.1', 'Address to listen on.'),
  PORT: setting(integer(0, 65_535), '4000', 'Port to listen on; 0 picks a free one.'),
  LOG_LEVEL: setting(
    oneOf('silent', 'error', 'warn', 'info', 'debug'),
    'info',
    'Least severe level that is logged, as JSON lines on standard output: `silent`, `error`, `warn`, `info`, `debug`.',
  ),
  UPSTREAM_TIMEOUT: setting(duration, '10s', 'Time limit of one call to Novu, retries included.'),
  UPSTREAM_MAX_BODY: setting(size, '16MiB', 'Largest response of Novu that is read, as it is sent and decompressed.'),
  UPSTREAM_CONNECTIONS: setting(integer(1, 10_000), '64', 'Maximum number of open connections to Novu.'),
  UPSTREAM_CA_FILE: setting(text, null, 'PEM file of the certificate authority that signed Novu’s certificate.'),
  HTTPS_PROXY: setting(url, null, 'Proxy for calls to an `https` Novu.', 'secret'),
  NO_PROXY: setting(text, null, 'Hosts to call without the proxy, separated by commas.'),
  REDIS_URL: setting(
    text,
    null,
    'Redis in which all processes share cached reads: `redis://`, `rediss://` (TLS), several nodes separated by commas (Redis Cluster), or `redis+sentinel://host:port,host:port/master`. Unset: reads are cached in the process.',
    'secret',
  ),
  CACHE_KEY_SECRET: setting(
    text,
    null,
    'Secret from which the cache derives its keys for callers. Required with `REDIS_URL`, and the same for all processes.',
    'secret',
  ),
  REDIS_CA_FILE: setting(text, null, 'PEM file of the certificate authority that signed Redis’ certificate.'),
  REDIS_KEY_PREFIX: setting(text, 'igw', 'Prefix of every key and channel in Redis.'),
  REDIS_COMMAND_TIMEOUT: setting(duration, '50ms', 'Time limit of one Redis command.'),
  REDIS_REQUEST_BUDGET: setting(duration, '100ms', 'Time limit of all Redis commands of one request together.'),
  CACHE_TTL: setting(duration, '30s', 'How long a cached list is fresh.'),
  CACHE_STALE_WHILE_REVALIDATE: setting(
    duration,
    '30s',
    'How long after that it is still served while it is being refreshed.',
  ),
  CACHE_STALE_IF_ERROR: setting(duration, '5m', 'How long after that it is served when Novu fails or limits the rate.'),
  CACHE_MEMORY_TTL: setting(duration, '2s', 'How long a process serves a list without checking the shared cache.'),
  CACHE_MEMORY_MAX_BYTES: setting(size, '64MiB', 'Memory for cached lists in a process.'),
  RESPONSE_CACHE_MAX_BYTES: setting(
    size,
    '8MiB',
    'Memory for the response cache: responses to requests that were seen before.',
  ),
  MAX_BODY: setting(size, '256KiB', 'Largest request body.'),
  MAX_ANSWER: setting(size, '8MiB', 'Largest response.'),
  MAX_QUERY_TOKENS: setting(integer(1, 1_000_000), '10000', 'Maximum number of tokens in a GraphQL document.'),
  MAX_QUERY_DEPTH: setting(integer(1, 1000), '15', 'Maximum depth of nested fields.'),
  MAX_QUERY_ALIASES: setting(
    integer(0, 100_000),
    '200',
    'Maximum number of aliases in an operation; also of fragments, and of fields that repeat another one.',
  ),
  MAX_QUERY_COST: setting(
    integer(1, 1_000_000_000),
    '50000',
    'Maximum cost of an operation: the fields that a response could have, every list counted at its page size.',
  ),
  MAX_MUTATIONS: setting(integer(1, 1000), '10', 'Most mutations in an operation.'),
  FEDERATION: setting(
    oneOf('on', 'off'),
    'on',
    '`on` or `off`. Whether the gateway is a Federation 2 subgraph, with `_service`, `_entities`, and traces and cache tags for routers.',
  ),
  CORS_ORIGINS: setting(
    origins,
    null,
    'Origins whose pages may call the gateway, separated by commas, e.g. `https://app.example.com`, or `*` for all. In development Apollo Studio may call as well.',
  ),
  CORS_CREDENTIALS: setting(
    boolean,
    'false',
    'Whether those pages may send cookies and HTTP authentication, for a proxy in front; not with `*`. The gateway itself reads `Authorization` only.',
  ),
  TRUSTED_DOCUMENTS: setting(
    text,
    null,
    'Manifest file of trusted documents, as written by `@apollo/generate-persisted-query-manifest`. Its operations can be sent by id.',
  ),
  TRUSTED_DOCUMENTS_ONLY: setting(boolean, 'false', 'Whether operations that are not in the manifest are refused.'),
  PERSISTED_QUERIES_TTL: setting(duration, '24h', 'How long Redis keeps an automatic persisted query.'),
  APOLLO_KEY: setting(
    text,
    null,
    'Key of a graph in Apollo Studio, to which usage is reported without variables, headers or error messages. Requires `APOLLO_GRAPH_REF`.',
    'secret',
  ),
  APOLLO_GRAPH_REF: setting(text, null, 'Graph and variant to report to, e.g. `integrations@production`.'),
  APOLLO_SCHEMA_REPORTING: setting(boolean, 'false', 'Whether the schema is reported to Apollo Studio at startup.'),
  SHUTDOWN_TIMEOUT: setting(duration, '30s', 'How long requests in progress may take to finish after SIGTERM.'),
  HEAP_GROWTH_PERCENT: setting(
    integer(1, 1000),
    null,
    'How far V8 lets the heap grow before it collects garbage, in percent of what was in use. Unset: V8 decides. `40` saves memory and costs 10 to 20 % more CPU; see [the measurements](cache/README.md#sizing).',
  ),
} satisfies Record<string, Setting<unknown>>;

export type Config = {
  readonly [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K] extends Setting<infer T>
    ? (typeof SETTINGS)[K]['fallback'] extends null
      ? T | null
      : T
    : never;
};

/** Thrown by {@link parseConfig}. The message has a line for each fault, and never the value of a secret setting. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the settings from an environment. An empty variable counts as unset; variables that are not settings are ignored.
 * @throws ConfigError with every fault at once.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const config = Object.entries<Setting<unknown>>(SETTINGS).map(([name, { parse, fallback, secret }]) => {
    const given = env[name] || fallback;
    if (given === null) return [name, null];
    try {
      return [name, parse(given)];
    } catch (error) {
      const shown = secret || error instanceof UnquotableError ? '' : ` (it is ${JSON.stringify(given)})`;
      faults.push(`${name} must be ${(error as Error).message}${shown}`);
      return [name, null];
    }
  });
  const parsed = Object.fromEntries(config) as Config;
  faults.push(...faultsTogether(parsed));
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  return Object.freeze(parsed);
}

/** What is wrong with settings that are valid one by one. A setting that could not be read counts as unset. */
function faultsTogether(config: Config): string[] {
  const needs: [boolean, string][] = [
    [
      Boolean(config.REDIS_URL && !config.CACHE_KEY_SECRET),
      'CACHE_KEY_SECRET must be set with REDIS_URL: a long random text, the same for all processes',
    ],
    [
      Boolean(config.CORS_CREDENTIALS && config.CORS_ORIGINS?.includes('*')),
      'CORS_ORIGINS must name the origins where CORS_CREDENTIALS is true: browsers refuse * there',
    ],
    [
      Boolean(config.TRUSTED_DOCUMENTS_ONLY && !config.TRUSTED_DOCUMENTS),
      'TRUSTED_DOCUMENTS must be set with TRUSTED_DOCUMENTS_ONLY: the manifest file',
    ],
    [Boolean(config.APOLLO_KEY && !config.APOLLO_GRAPH_REF), 'APOLLO_GRAPH_REF must be set with APOLLO_KEY'],
    [
      Boolean(config.APOLLO_SCHEMA_REPORTING && !config.APOLLO_KEY),
      'APOLLO_KEY must be set with APOLLO_SCHEMA_REPORTING',
    ],
  ];
  return needs.filter(([broken]) => broken).map(([, fault]) => fault);
}

/** Whether there are introspection, suggestions and exploration pages; see `GATEWAY_MODE`. */
export function isDevelopment({ GATEWAY_MODE, NOVU_API_URL }: Config): boolean {
  return GATEWAY_MODE === null ? NOVU_API_URL === null : GATEWAY_MODE === 'development';
}

/** The table of settings in src/SETTINGS.md, as Markdown. */
export function settingsTable(): string {
  const rows = Object.entries<Setting<unknown>>(SETTINGS).map(
    ([name, { fallback, sentence }]) => `| \`${name}\` | ${fallback === null ? '' : `\`${fallback}\``} | ${sentence} |`,
  );
  return ['| Variable | Default | |', '|---|---|---|', ...rows].join('\n');
}

function setting<T, const F extends string | null>(
  parse: (text: string) => T,
  fallback: F,
  sentence: string,
  secret?: 'secret',
): Setting<T> & { readonly fallback: F } {
  return { parse, fallback, sentence, ...(secret && { secret: true }) };
}
