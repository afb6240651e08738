import {
  boolean,
  duration,
  headerNames,
  host,
  integer,
  oneOf,
  origins,
  rate,
  secretOf,
  size,
  text,
  timeLimit,
  url,
  urlWithoutSecrets,
} from './setting-values.ts';

/** A setting: how its text is read, what it is by default, and what it does. */
export interface Setting<T> {
  readonly parse: (text: string) => T;
  /** The default as text; null: unset. */
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
    urlWithoutSecrets,
    null,
    'Base URL of the Novu API, e.g. `https://api.novu.co`, with or without `/v1` at its end; unset: the embedded backend.',
  ),
  GATEWAY_MODE: setting(
    oneOf('development', 'production'),
    null,
    '`development` or `production`. Introspection, suggestions in error messages and the exploration pages exist in development only. Default: development on the embedded backend, production with `NOVU_API_URL`.',
  ),
  SHOW_CREDENTIALS: setting(
    oneOf('sessions', 'never'),
    'sessions',
    '`sessions` or `never`. Who may see credentials: sessions, as Novu lets them, or no caller at all.',
  ),
  HOST: setting(host, '127.0.0.1', 'Address to listen on.'),
  PORT: setting(integer(0, 65_535), '4000', 'Port to listen on; 0 picks a free one.'),
  ADMIN_HOST: setting(host, '127.0.0.1', 'Address of the admin port.'),
  ADMIN_PORT: setting(
    integer(0, 65_535),
    null,
    'Port for `/metrics`, `/livez`, `/readyz` and `/cache/purge`; 0 picks a free one. Default: 9464, without which the gateway starts where that is taken.',
  ),
  ADMIN_TOKEN: setting(
    secretOf(32),
    null,
    'Bearer token of at least 32 characters for `POST /cache/purge` on the admin port. Unset: nothing can be purged.',
    'secret',
  ),
  LOG_LEVEL: setting(
    oneOf('silent', 'error', 'warn', 'info', 'debug'),
    'info',
    'Least severe level that is logged, as JSON lines on standard output: `silent`, `error`, `warn`, `info`, `debug`.',
  ),
  AUDIT_FILE: setting(
    text,
    null,
    'File to which the audit log is appended: a JSON line for each mutation that reached Novu or was refused for the caller’s rights. Unset: standard output.',
  ),
  LOG_REQUEST_SAMPLE: setting(
    integer(0, 100),
    '10',
    'Percent of the requests without error and faster than `LOG_SLOW` that have a line in the log. All others have one always.',
  ),
  LOG_SLOW: setting(duration, '1s', 'A request that takes longer is logged, whatever `LOG_REQUEST_SAMPLE` says.'),
  UPSTREAM_TIMEOUT: setting(timeLimit, '10s', 'Time limit of one call to Novu, its wait and its retries included.'),
  UPSTREAM_MAX_BODY: setting(size, '16MiB', 'Largest response of Novu that is read, as it is sent and decompressed.'),
  UPSTREAM_CONNECTIONS: setting(integer(1, 10_000), '64', 'Maximum number of calls to Novu at the same time.'),
  UPSTREAM_QUEUE: setting(integer(0, 100_000), '512', 'Maximum number of calls to Novu that wait for their turn.'),
  UPSTREAM_QUEUE_TIMEOUT: setting(
    timeLimit,
    '1s',
    'Longest wait for a turn, at most half of `UPSTREAM_TIMEOUT`. After it the call is refused without having been sent.',
  ),
  UPSTREAM_CALLER_CONNECTIONS: setting(
    integer(1, 10_000),
    '16',
    'Maximum number of calls to Novu at the same time for one caller.',
  ),
  UPSTREAM_CALLER_QUEUE: setting(integer(0, 100_000), '64', 'Maximum number of waiting calls of one caller.'),
  UPSTREAM_STRANGER_CONNECTIONS: setting(
    integer(1, 10_000),
    '16',
    'Maximum number of calls to Novu at the same time for all callers together that Novu has not accepted yet. They get the same share of the queue.',
  ),
  UPSTREAM_CALLER_RATE: setting(
    rate,
    null,
    'Rate limit for the calls of one caller to Novu in each process, such as `50/s`, `600/m` or `10000/h`; as many may come in one burst. Unset: only Novu’s own limit holds.',
  ),
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
    secretOf(32),
    null,
    'Secret of at least 32 characters from which the cache derives its keys: those that name callers, and the one that signs what Redis holds. Required with `REDIS_URL`, and the same for all processes.',
    'secret',
  ),
  REDIS_CA_FILE: setting(text, null, 'PEM file of the certificate authority that signed Redis’ certificate.'),
  REDIS_KEY_PREFIX: setting(text, 'igw', 'Prefix of every key and channel in Redis.'),
  REDIS_COMMAND_TIMEOUT: setting(timeLimit, '50ms', 'Time limit of one Redis command.'),
  REDIS_REQUEST_BUDGET: setting(timeLimit, '100ms', 'Time limit of all Redis commands of one request together.'),
  CACHE_TTL: setting(duration, '30s', 'How long a cached list is fresh.'),
  CACHE_STALE_WHILE_REVALIDATE: setting(
    duration,
    '30s',
    'How long after that it is still served while it is being refreshed.',
  ),
  CACHE_STALE_IF_ERROR: setting(duration, '5m', 'How long after that it is served when Novu fails or limits the rate.'),
  CACHE_MEMORY_TTL: setting(duration, '2s', 'How long a process serves a list without checking the shared cache.'),
  CACHE_MEMORY_MAX_BYTES: setting(
    size,
    '64MiB',
    'Memory for cached lists in a process, and for responses to requests that were seen before.',
  ),
  MAX_EVENT_LOOP_DELAY: setting(
    duration,
    '1s',
    'When the median delay of the event loop is longer, everything but the response cache answers 503. `0ms`: no limit.',
  ),
  MAX_RSS: setting(size, null, 'The same for the resident memory of the process. Unset: no limit.'),
  HEADERS_TIMEOUT: setting(
    timeLimit,
    '10s',
    'How long the headers of a request may take to arrive. At most `REQUEST_TIMEOUT`.',
  ),
  REQUEST_TIMEOUT: setting(timeLimit, '30s', 'How long a whole request, body included, may take to arrive.'),
  KEEP_ALIVE_TIMEOUT: setting(
    timeLimit,
    '65s',
    'How long an idle connection stays open. Longer than a load balancer in front keeps it (usually 60s).',
  ),
  WRITE_TIMEOUT: setting(
    timeLimit,
    '30s',
    'How long a client may read nothing of a response before its connection is closed.',
  ),
  MAX_CONNECTIONS: setting(
    integer(1, 1_000_000),
    '2000',
    'Maximum number of open connections. Further ones are closed at once, and idle ones make room.',
  ),
  MAX_BODY: setting(size, '256KiB', 'Largest request body.'),
  MAX_ANSWER: setting(size, '8MiB', 'Largest response.'),
  COMPRESSION: setting(
    oneOf('on', 'off'),
    'off',
    '`on` or `off`. Whether answers above 1 KiB without secrets are compressed, with br or gzip. Off where a proxy in front does it.',
  ),
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
  IDEMPOTENCY_TTL: setting(
    duration,
    '24h',
    'How long the outcome of a mutation with an idempotency key is kept, in Redis or in the process.',
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
  CORS_HEADERS: setting(
    headerNames,
    null,
    'Headers that those pages may send, separated by commas. Unset: all that they ask for, so that tools for tracing work. The gateway reads `Content-Type`, `Authorization`, `Novu-Environment-Id`, `Idempotency-Key`, `Cache-Control`, `X-Request-Id`, `X-Cache-Debug`, `Apollo-Require-Preflight` and `Apollographql-Client-*`.',
  ),
  TRUSTED_DOCUMENTS: setting(
    text,
    null,
    'Manifest file of trusted documents, as written by `@apollo/generate-persisted-query-manifest`. Its operations can be sent by id.',
  ),
  TRUSTED_DOCUMENTS_ONLY: setting(boolean, 'false', 'Whether operations that are not in the manifest are refused.'),
  PERSISTED_QUERIES_TTL: setting(duration, '24h', 'How long Redis keeps an automatic persisted query.'),
  APOLLO_KEY: setting(
    secretOf(8),
    null,
    'Key of a graph in Apollo Studio, to which usage is reported without variables, headers or error messages. Requires `APOLLO_GRAPH_REF`.',
    'secret',
  ),
  APOLLO_GRAPH_REF: setting(text, null, 'Graph and variant to report to, e.g. `integrations@production`.'),
  APOLLO_SCHEMA_REPORTING: setting(boolean, 'false', 'Whether the schema is reported to Apollo Studio at startup.'),
  SHUTDOWN_DELAY: setting(
    duration,
    '5s',
    'How long after SIGTERM the gateway, no longer ready, still takes new connections, until load balancers have noticed. At most half of `SHUTDOWN_TIMEOUT`.',
  ),
  SHUTDOWN_TIMEOUT: setting(
    timeLimit,
    '25s',
    'How long after SIGTERM the process ends at the latest, the delay included. Requests that are not answered by then are cut off.',
  ),
  HEAP_GROWTH_PERCENT: setting(
    integer(1, 1000),
    '100',
    'How far V8 lets the heap grow before it collects garbage, in percent of what is in use. `40` saves memory and costs 10 to 20 % more CPU; see [the measurements](cache/README.md#sizing).',
  ),
} satisfies Record<string, Setting<unknown>>;

function setting<T, const F extends string | null>(
  parse: (text: string) => T,
  fallback: F,
  sentence: string,
  secret?: 'secret',
): Setting<T> & { readonly fallback: F } {
  return { parse, fallback, sentence, ...(secret && { secret: true }) };
}
