/** A setting: how it is written, what it is when left out, and what it does. */
interface Setting<T> {
  readonly parse: (text: string) => T;
  /** As it would be written; null: unset. */
  readonly fallback: string | null;
  readonly sentence: string;
  /** Never printed. */
  readonly secret?: true;
}

/** Every setting of the gateway, by its environment variable; the README's table is printed from this. */
export const SETTINGS = {
  NOVU_API_URL: setting(
    plainUrl,
    null,
    'Base URL of the Novu API, e.g. `https://api.novu.co`; unset: the embedded backend.',
  ),
  GATEWAY_MODE: setting(
    oneOf('development', 'production'),
    null,
    '`development` or `production`: introspection, suggestions and exploration pages are for development. Default: development on the embedded backend, production with `NOVU_API_URL`.',
  ),
  HOST: setting(text, '127.0.0.1', 'Address to listen on.'),
  PORT: setting(integer(0, 65_535), '4000', 'Port to listen on; 0 picks a free one.'),
  LOG_LEVEL: setting(
    oneOf('silent', 'error', 'warn', 'info', 'debug'),
    'info',
    'What is logged, as JSON lines on standard output: `silent`, `error`, `warn`, `info`, `debug`.',
  ),
  UPSTREAM_TIMEOUT: setting(duration, '10s', 'Bound of one call to Novu, with its retries.'),
  UPSTREAM_MAX_BODY: setting(size, '16MiB', 'Largest answer of Novu that is read.'),
  UPSTREAM_CONNECTIONS: setting(integer(1, 10_000), '64', 'Most connections to Novu that are open at once.'),
  UPSTREAM_CA_FILE: setting(text, null, 'PEM file of the certificate authority that signed the certificate of Novu.'),
  HTTPS_PROXY: setting(url, null, 'Proxy for calls to an `https` Novu.', 'secret'),
  NO_PROXY: setting(text, null, 'Hosts that are called without the proxy, separated by commas.'),
  REDIS_URL: setting(
    text,
    null,
    'Where reads are cached for all processes: `redis://`, `rediss://` (TLS), several nodes separated by commas (a Cluster), or `redis+sentinel://host:port,host:port/master`; unset: in the process.',
    'secret',
  ),
  CACHE_KEY_SECRET: setting(
    text,
    null,
    'Secret from which the cache derives the names of callers; needed with `REDIS_URL`, the same for all processes.',
    'secret',
  ),
  REDIS_CA_FILE: setting(text, null, 'PEM file of the certificate authority that signed the certificate of Redis.'),
  REDIS_KEY_PREFIX: setting(text, 'igw', 'Beginning of every key and channel in Redis.'),
  REDIS_COMMAND_TIMEOUT: setting(duration, '50ms', 'Longest wait for one Redis command.'),
  REDIS_REQUEST_BUDGET: setting(duration, '100ms', 'Longest wait for all Redis commands of one request.'),
  CACHE_TTL: setting(duration, '30s', 'How long a cached list is fresh.'),
  CACHE_STALE_WHILE_REVALIDATE: setting(duration, '30s', 'How long after that it is served while one refresh runs.'),
  CACHE_STALE_IF_ERROR: setting(duration, '5m', 'How long after that it is served when Novu fails or limits.'),
  CACHE_MEMORY_TTL: setting(duration, '2s', 'How long a process serves a list without a look at the shared cache.'),
  CACHE_MEMORY_MAX_BYTES: setting(size, '64MiB', 'Most memory of cached lists in a process.'),
  ANSWERS_MAX_BYTES: setting(size, '8MiB', 'Most memory of ready answers to requests that were asked before.'),
  MAX_BODY: setting(size, '256KiB', 'Largest request body.'),
  MAX_ANSWER: setting(size, '8MiB', 'Largest answer.'),
  MAX_QUERY_TOKENS: setting(integer(1, 1_000_000), '10000', 'Most tokens in a GraphQL document.'),
  MAX_QUERY_DEPTH: setting(integer(1, 1000), '15', 'Deepest nesting of fields.'),
  MAX_QUERY_ALIASES: setting(
    integer(0, 100_000),
    '200',
    'Most aliases in an operation; also most fragments, and most fields that repeat another.',
  ),
  MAX_QUERY_COST: setting(
    integer(1, 1_000_000_000),
    '50000',
    'Most that an operation may cost: the fields that its answer could have, every list counted at its page size.',
  ),
  MAX_MUTATIONS: setting(integer(1, 1000), '10', 'Most mutations in an operation.'),
  FEDERATION: setting(
    oneOf('on', 'off'),
    'on',
    'Whether the gateway is a Federation 2 subgraph: `_service` and `_entities`, traces and cache tags for routers. `on` or `off`.',
  ),
  CORS_ORIGINS: setting(
    origins,
    null,
    'Origins whose pages may call, separated by commas, e.g. `https://app.example.com`, or `*` for all. In development Apollo Studio is let in as well.',
  ),
  CORS_CREDENTIALS: setting(
    boolean,
    'false',
    'Whether those pages may send cookies and HTTP authentication along, which a proxy in front may want; not with `*`. The gateway itself looks at `Authorization` alone.',
  ),
  TRUSTED_DOCUMENTS: setting(
    text,
    null,
    'Manifest of trusted documents, as `@apollo/generate-persisted-query-manifest` writes it: its operations can be sent by their id.',
  ),
  TRUSTED_DOCUMENTS_ONLY: setting(boolean, 'false', 'Whether all other operations are refused.'),
  PERSISTED_QUERIES_TTL: setting(duration, '24h', 'How long an automatic persisted query is remembered in Redis.'),
  APOLLO_KEY: setting(
    text,
    null,
    'Key of a graph in Apollo Studio: usage is reported to it, without variables, headers and error messages. Needs `APOLLO_GRAPH_REF`.',
    'secret',
  ),
  APOLLO_GRAPH_REF: setting(text, null, 'Graph and variant that are reported to, e.g. `integrations@production`.'),
  APOLLO_SCHEMA_REPORTING: setting(boolean, 'false', 'Whether the schema is reported to Apollo Studio at start.'),
  SHUTDOWN_TIMEOUT: setting(duration, '30s', 'How long requests under way may take to finish after SIGTERM.'),
} satisfies Record<string, Setting<unknown>>;

export type Config = {
  readonly [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K] extends Setting<infer T>
    ? (typeof SETTINGS)[K]['fallback'] extends null
      ? T | null
      : T
    : never;
};

/** Thrown by {@link parseConfig}; the message lists every fault on a line of its own, and no value of a secret setting. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the settings from an environment. An empty variable counts as unset; variables that are not settings are ignored.
 * @throws ConfigError that lists every fault at once.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const config = Object.entries<Setting<unknown>>(SETTINGS).map(([name, { parse, fallback, secret }]) => {
    const given = env[name] || fallback;
    if (given === null) return [name, null];
    try {
      return [name, parse(given)];
    } catch (error) {
      const shown = secret || error instanceof Unquotable ? '' : ` (it is ${JSON.stringify(given)})`;
      faults.push(`${name} must be ${(error as Error).message}${shown}`);
      return [name, null];
    }
  });
  const parsed = Object.fromEntries(config) as Config;
  faults.push(...faultsTogether(parsed));
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  return Object.freeze(parsed);
}

/** What is wrong with settings that are right one by one. A setting that could not be read counts as unset. */
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

/** Is this the mode for exploring? See `GATEWAY_MODE`. */
export function isDevelopment({ GATEWAY_MODE, NOVU_API_URL }: Config): boolean {
  return GATEWAY_MODE === null ? NOVU_API_URL === null : GATEWAY_MODE === 'development';
}

/** The README's table of settings, as Markdown. */
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

function text(value: string): string {
  return value;
}

function url(value: string): URL {
  const parsed = URL.parse(value);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) throw new Error('an http or https URL');
  return parsed;
}

/** Origins as browsers write them. */
function origins(value: string): readonly string[] {
  return value.split(',').map((part) => {
    const written = part.trim();
    const origin = URL.parse(written)?.origin;
    if (written !== '*' && (origin === 'null' || origin !== written)) {
      throw new Error('origins such as https://app.example.com, without a path, separated by commas, or *');
    }
    return written;
  });
}

function boolean(value: string): boolean {
  if (value !== 'true' && value !== 'false') throw new Error('true or false');
  return value === 'true';
}

/** Callers bring what they authenticate with; a password in the URL would be printed at the start, and used by nobody. */
function plainUrl(value: string): URL {
  const parsed = url(value);
  if (parsed.username || parsed.password) throw new Unquotable('a URL without user and password');
  return parsed;
}

/** Thrown for a value that must not be quoted. */
class Unquotable extends Error {}

function oneOf<const T extends string>(...values: T[]): (value: string) => T {
  return (value) => {
    const found = values.find((candidate) => candidate === value);
    if (found === undefined) throw new Error(`one of ${values.join(', ')}`);
    return found;
  };
}

function integer(min: number, max: number): (value: string) => number {
  return (value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= min && number <= max)) throw new Error(`a whole number from ${min} to ${max}`);
    return number;
  };
}

const DURATION_UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds. Timers hold 2^31 - 1 of them at the most. */
function duration(value: string): number {
  const [, amount = '', unit = ''] = /^(\d+)(ms|s|m|h)$/.exec(value) ?? [];
  const ms = Number(amount) * (DURATION_UNITS[unit] ?? Number.NaN);
  if (!(ms <= 2 ** 31 - 1)) throw new Error('a duration such as 500ms, 10s or 5m');
  return ms;
}

const SIZE_UNITS: Readonly<Record<string, number>> = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };

/** Bytes. */
function size(value: string): number {
  const [, amount = '', unit = ''] = /^(\d+)(B|KiB|MiB|GiB)$/.exec(value) ?? [];
  const bytes = Number(amount) * (SIZE_UNITS[unit] ?? Number.NaN);
  if (!Number.isSafeInteger(bytes) || bytes === 0) throw new Error('a size such as 256KiB or 64MiB');
  return bytes;
}
