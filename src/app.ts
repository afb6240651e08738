import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { startAdminServer } from './admin/admin-server.ts';
import { type Cache, type CacheHealth, type CacheSettings, createCache } from './cache/cache.ts';
import { type Config, ConfigError, isDevelopment } from './config.ts';
import { CompiledExecutor } from './graphql/compiled/executor.ts';
import { createSchema, type SchemaOptions } from './graphql/schema.ts';
import { Compression } from './http/answer/compression.ts';
import { type ApolloOptions, createApollo } from './http/apollo/apollo.ts';
import type { ApolloStudio } from './http/apollo/reporting.ts';
import { parseManifest, type TrustedDocuments } from './http/apollo/trusted-documents.ts';
import type { CorsOptions } from './http/cors.ts';
import { type Exploring, STUDIO_ORIGIN } from './http/explore/explore.ts';
import { FastPath } from './http/fast/fast-path.ts';
import { startLoadMonitor } from './http/load.ts';
import { OperationAnalyzer } from './http/request/analysis.ts';
import { OperationLimits } from './http/request/limits.ts';
import { type HttpOptions, type HttpServer, startHttpServer } from './http/server.ts';
import type { BoundedMemory } from './model/bounded-memory.ts';
import { createCacheScope } from './model/caller.ts';
import { quoted } from './setting-values.ts';
import { startAudit } from './telemetry/audit.ts';
import { publishState } from './telemetry/channels.ts';
import { startLog } from './telemetry/log.ts';
import { type UpstreamOptions, UpstreamSource } from './upstream/source.ts';

export interface App {
  readonly url: string;
  /** Where reads and writes go; the embedded backend's own address where there is no other. */
  readonly upstreamUrl: string;
  readonly embedded: boolean;
  /** `/` and `/graphiql` are there. */
  readonly exploring: boolean;
  readonly cache: { readonly form: CacheHealth['form']; readonly fault: string | null };
  /** See `GATEWAY_MODE`. */
  readonly mode: 'development' | 'production';
  /** Asks Novu once, without a caller. What makes it doubtful that it is Novu, or null. */
  doubt(): Promise<string | null>;
  /** Of the admin port; null where it could not be had. */
  readonly adminUrl: string | null;
  /** Not ready from now on, so that load balancers look elsewhere. It still answers. Idempotent. */
  leave(): void;
  /**
   * Takes no new connections, ends what is under way, and closes all that was opened. Resolves to the number of requests that
   * were cut off after `timeoutMs`, by default `SHUTDOWN_TIMEOUT`.
   */
  stop(timeoutMs?: number): Promise<number>;
}

/** What a deployment adds to the schema. */
export type SchemaExtensions = Pick<SchemaOptions, 'resolvers'>;

/**
 * Stacks the pieces: HTTP over GraphQL over the upstream, all of one configuration and nothing global, so that a process can
 * hold several. @throws what listening throws, and a ConfigError that names the setting of a file that cannot be used.
 */
export async function createApp(config: Config, extensions: SchemaExtensions = {}): Promise<App> {
  const opened: Closer[] = [];
  const close = async () => {
    if (opened.length > 0) publishState({ component: 'gateway', state: 'stopping', degraded: false, figures: {} });
    for (const one of opened.splice(0).reverse()) await one();
  };
  try {
    const { server, ...app } = await openApp(config, extensions, opened);
    const stop = async (timeoutMs = config.SHUTDOWN_TIMEOUT) => {
      const cutOff = await server.stop(timeoutMs);
      await close();
      return cutOff;
    };
    return { ...app, leave: () => server.leave(), stop };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The server is to be stopped before all others are closed. */
type OpenApp = Omit<App, 'leave' | 'stop'> & { readonly server: HttpServer };

/** Ends one piece. */
type Closer = () => unknown;

/** @param opened takes the closer of each piece as soon as it is open, so that a start that fails leaves nothing behind. */
async function openApp(config: Config, extensions: SchemaExtensions, opened: Closer[]): Promise<OpenApp> {
  const trustedDocuments = readTrustedDocuments(config);
  opened.push(startAuditOf(config));
  opened.push(startLog(config.LOG_LEVEL, { sample: config.LOG_REQUEST_SAMPLE / 100, slowMs: config.LOG_SLOW }));
  const backend = config.NOVU_API_URL === null ? await startEmbedded() : null;
  if (backend) opened.push(() => backend.stop());
  const upstreamUrl = backend?.url ?? String(config.NOVU_API_URL);
  const secret = config.CACHE_KEY_SECRET ?? randomBytes(32);
  const scope = createCacheScope(secret, upstreamUrl);
  const cache = createCache(cacheSettings(config, secret, scope));
  const upstream = new UpstreamSource({
    ...upstreamOptions(config, upstreamUrl, scope),
    isKnown: cache.knows,
    lists: cache.lists,
  });
  opened.push(upstream.close.bind(upstream), cache.stop.bind(cache));
  const exploring = exploringOf(config, backend?.demoCallers);
  const persistedQueries = trustedDocuments?.only ? null : cache.texts(config.PERSISTED_QUERIES_TTL);
  const memory = cache.lists.memory;
  const { apollo, fastPath } = createExecution(config, { exploring, persistedQueries, memory, ...extensions });
  await apollo.start();
  opened.push(() => apollo.stop());
  await cache.start();
  const load = startLoadMonitor({ eventLoopDelayMs: config.MAX_EVENT_LOOP_DELAY, rssBytes: config.MAX_RSS });
  opened.push(() => load.stop());
  const server = await startHttpServer({
    apollo,
    fastPath,
    source: cache.wrap(upstream),
    host: config.HOST,
    port: config.PORT,
    connections: connectionLimits(config),
    showCredentials: config.SHOW_CREDENTIALS,
    maxBodyBytes: config.MAX_BODY,
    trustedDocuments,
    exploring,
    cors: corsOf(config, exploring),
    isShedding: () => load.refuses(),
    compression: config.COMPRESSION === 'on' ? new Compression() : null,
    readiness: () => ({
      upstream: backend ? 'embedded' : 'configured',
      breaker: upstream.state().breaker,
      cache: cache.health(),
      load: load.shedding ? 'shedding' : 'ok',
    }),
  });
  const isReady = () => !server.draining && !load.shedding;
  const admin = await startAdmin(config, { cache, upstream, trustedDocuments, isReady });
  if (admin) opened.push(admin.stop);
  publishState({ component: 'gateway', state: 'started', degraded: false, figures: {} });
  return {
    server,
    url: server.url,
    upstreamUrl,
    embedded: backend !== null,
    exploring: exploring !== null,
    cache: { form: cache.health().form, fault: cache.fault() },
    mode: isDevelopment(config) ? 'development' : 'production',
    doubt: async () => (backend ? null : upstream.doubt()),
    adminUrl: admin?.url ?? null,
  };
}

const ADMIN_PORT = 9464;

interface AdminParts {
  readonly cache: Cache;
  readonly upstream: UpstreamSource;
  readonly trustedDocuments: TrustedDocuments | null;
  readonly isReady: () => boolean;
}

/**
 * Metrics and the port that shows them; null where nobody asked for a port and the default one is taken.
 * @throws what listening throws on a port that was asked for.
 */
async function startAdmin(config: Config, { cache, upstream, trustedDocuments, isReady }: AdminParts) {
  const { startMetrics } = await import('./telemetry/metrics/metrics.ts');
  const bodies = [...(trustedDocuments?.bodies.values() ?? [])];
  const metrics = startMetrics({
    upstream: () => upstream.state(),
    cacheBytes: () => ({ lists: cache.bytes() + cache.lists.bytes, responses: cache.lists.otherBytes }),
    cacheDegraded: () => cache.health().state === 'degraded',
    version: versionOfPackage(),
    trustedHashes: new Set(bodies.map((body) => createHash('sha256').update(body).digest('hex'))),
  });
  const { ADMIN_HOST: host, ADMIN_PORT: port, ADMIN_TOKEN: token } = config;
  try {
    const server = await startAdminServer({
      host,
      port: port ?? ADMIN_PORT,
      token,
      metrics: metrics.scrape,
      isReady,
      purge: cache.purge,
    });
    const stop = async () => {
      await server.stop();
      metrics.stop();
    };
    return { url: server.url, stop };
  } catch (error) {
    metrics.stop();
    if (port !== null || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    publishState({ component: 'admin-port', state: 'taken', degraded: true, figures: { port: ADMIN_PORT } });
    return null;
  }
}

/** Of package.json, which is one folder above the sources, and two above a build. */
function versionOfPackage(): string {
  const file = ['../package.json', '../../package.json']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  if (!file) return 'unknown';
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version?: string };
  return version ?? 'unknown';
}

interface ExecutionParts extends SchemaExtensions, Pick<ApolloOptions, 'exploring' | 'persistedQueries'> {
  readonly memory: BoundedMemory;
}

/** The schema and what executes operations over it: Apollo Server's pipeline, and the fast path in front of it. */
function createExecution(config: Config, { exploring, persistedQueries, memory, ...extensions }: ExecutionParts) {
  const federation = config.FEDERATION === 'on';
  const { schema, readers, apiSdl } = createSchema({ federation, ...extensions });
  const studio = studioOf(config);
  const analyzer = new OperationAnalyzer(schema);
  const limits = new OperationLimits(analyzer, {
    depth: config.MAX_QUERY_DEPTH,
    aliases: config.MAX_QUERY_ALIASES,
    cost: config.MAX_QUERY_COST,
    mutations: config.MAX_MUTATIONS,
  });
  const maxTokens = config.MAX_QUERY_TOKENS;
  const apollo = createApollo({
    schema,
    apiSdl,
    federation,
    exploring,
    studio,
    persistedQueries,
    maxTokens,
    analyzer,
    limits,
    maxAnswerBytes: config.MAX_ANSWER,
  });
  // Usage reports time every operation, so they need the pipeline.
  if (studio) return { apollo, fastPath: null };
  const executor = new CompiledExecutor(schema, readers, config.MAX_ANSWER);
  const fastPath = new FastPath(executor, limits, { memory, keepsCompressed: config.COMPRESSION === 'on' });
  return { apollo, fastPath };
}

function upstreamOptions(config: Config, baseUrl: string, scope: UpstreamOptions['scope']): UpstreamOptions {
  return {
    baseUrl,
    scope,
    timeoutMs: config.UPSTREAM_TIMEOUT,
    maxBodyBytes: config.UPSTREAM_MAX_BODY,
    connections: config.UPSTREAM_CONNECTIONS,
    limits: {
      waiting: config.UPSTREAM_QUEUE,
      waitMs: config.UPSTREAM_QUEUE_TIMEOUT,
      callerUnderWay: config.UPSTREAM_CALLER_CONNECTIONS,
      callerWaiting: config.UPSTREAM_CALLER_QUEUE,
      strangersUnderWay: config.UPSTREAM_STRANGER_CONNECTIONS,
    },
    callerRate: config.UPSTREAM_CALLER_RATE,
    ...(config.UPSTREAM_CA_FILE && { ca: readCertificates('UPSTREAM_CA_FILE', config.UPSTREAM_CA_FILE) }),
    ...(config.HTTPS_PROXY && { httpsProxy: config.HTTPS_PROXY.href }),
    ...(config.NO_PROXY && { noProxy: config.NO_PROXY }),
  };
}

function connectionLimits(config: Config): HttpOptions['connections'] {
  return {
    headersTimeoutMs: config.HEADERS_TIMEOUT,
    requestTimeoutMs: config.REQUEST_TIMEOUT,
    keepAliveTimeoutMs: config.KEEP_ALIVE_TIMEOUT,
    writeTimeoutMs: config.WRITE_TIMEOUT,
    maxConnections: config.MAX_CONNECTIONS,
  };
}

function corsOf({ CORS_ORIGINS, CORS_CREDENTIALS, CORS_HEADERS }: Config, exploring: Exploring | null): CorsOptions {
  return {
    origins: [...(CORS_ORIGINS ?? []), ...(exploring ? [STUDIO_ORIGIN] : [])],
    credentials: CORS_CREDENTIALS,
    headers: CORS_HEADERS,
    privateNetwork: exploring !== null,
  };
}

/** Loaded on demand, so that a process with an upstream of its own never runs the double's code. */
async function startEmbedded() {
  const { startBackend } = await import('./novu-double/server/backend.ts');
  const { DEMO_CALLERS } = await import('./novu-double/seed/seed.ts');
  return { ...(await startBackend()), demoCallers: DEMO_CALLERS };
}

/** The callers that pages for exploring offer: those of the embedded double, or forms to fill in. */
function exploringOf(config: Config, demoCallers?: Exploring['demoCallers']): Exploring | null {
  if (!isDevelopment(config)) return null;
  if (demoCallers) return { demoCallers, keepHeaders: true };
  const session = { Authorization: 'Bearer <session token>', 'Novu-Environment-Id': '<environment id>' };
  return {
    demoCallers: [
      { label: 'API key', headers: { Authorization: 'ApiKey <key>' } },
      { label: 'Session', headers: session },
    ],
    keepHeaders: false,
  };
}

function studioOf({ APOLLO_KEY, APOLLO_GRAPH_REF, APOLLO_SCHEMA_REPORTING }: Config): ApolloStudio | null {
  if (!APOLLO_KEY || !APOLLO_GRAPH_REF) return null;
  return { key: APOLLO_KEY, graphRef: APOLLO_GRAPH_REF, reportSchema: APOLLO_SCHEMA_REPORTING };
}

function readTrustedDocuments({ TRUSTED_DOCUMENTS, TRUSTED_DOCUMENTS_ONLY }: Config): TrustedDocuments | null {
  if (TRUSTED_DOCUMENTS === null) return null;
  try {
    return { bodies: parseManifest(readFileSync(TRUSTED_DOCUMENTS, 'utf8')), only: TRUSTED_DOCUMENTS_ONLY };
  } catch (error) {
    throw unusable('TRUSTED_DOCUMENTS', TRUSTED_DOCUMENTS, error);
  }
}

/** @throws ConfigError that names the setting. */
function readCertificates(setting: 'UPSTREAM_CA_FILE' | 'REDIS_CA_FILE', path: string): string {
  let pem: string;
  try {
    pem = readFileSync(path, 'utf8');
  } catch (error) {
    throw unusable(setting, path, error);
  }
  // TLS takes any text without a word, and then trusts no server.
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  if (certificates.length === 0 || !certificates.every(isCertificate)) {
    throw unusable(setting, path, new Error('it is no PEM file of certificates'));
  }
  return pem;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

/** The messages of the file system quote the path, which may be anything that was put into the setting. */
function unusable(setting: string, path: string, error: unknown): ConfigError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new ConfigError(`${setting}: ${quoted(path) === null ? 'the file' : path} cannot be used: ${code ?? message}`);
}

/** @throws ConfigError where the file cannot be written. */
function startAuditOf({ AUDIT_FILE }: Config): Closer {
  try {
    return startAudit(AUDIT_FILE);
  } catch (error) {
    throw unusable('AUDIT_FILE', AUDIT_FILE ?? '', error);
  }
}

function cacheSettings(config: Config, secret: string | Buffer, scope: CacheSettings['scope']): CacheSettings {
  return {
    ttlMs: config.CACHE_TTL,
    staleWhileRevalidateMs: config.CACHE_STALE_WHILE_REVALIDATE,
    staleIfErrorMs: config.CACHE_STALE_IF_ERROR,
    memoryTtlMs: config.CACHE_MEMORY_TTL,
    outcomeTtlMs: config.IDEMPOTENCY_TTL,
    memoryMaxBytes: config.CACHE_MEMORY_MAX_BYTES,
    commandTimeoutMs: config.REDIS_COMMAND_TIMEOUT,
    requestBudgetMs: config.REDIS_REQUEST_BUDGET,
    upstreamTimeoutMs: config.UPSTREAM_TIMEOUT,
    scope,
    ...(config.REDIS_URL && {
      redis: {
        url: config.REDIS_URL,
        secret,
        keyPrefix: config.REDIS_KEY_PREFIX,
        ...(config.REDIS_CA_FILE && { caPem: readCertificates('REDIS_CA_FILE', config.REDIS_CA_FILE) }),
      },
    }),
  };
}
