import { randomBytes } from 'node:crypto';
import {
  cacheSettings,
  exploringOf,
  httpSettings,
  readTrustedDocuments,
  studioOf,
  unusableFile,
  upstreamOptions,
} from './app-options.ts';
import { type CacheHealth, createCache } from './cache/cache.ts';
import { type Config, isDevelopment } from './config.ts';
import { CompiledExecutor } from './graphql/compiled/executor.ts';
import { createSchema, type SchemaOptions } from './graphql/schema.ts';
import { type ApolloOptions, createApollo } from './http/apollo/apollo.ts';
import { FastPath } from './http/fast/fast-path.ts';
import { MutationRunner } from './http/fast/mutations.ts';
import { startLoadMonitor } from './http/load.ts';
import { OperationAnalyzer } from './http/request/analysis.ts';
import { OperationLimits } from './http/request/limits.ts';
import { type HttpServer, startHttpServer } from './http/server.ts';
import type { BoundedMemory } from './model/bounded-memory.ts';
import { createCacheScope } from './model/caller.ts';
import { startAdmin } from './start-admin.ts';
import { startTraces } from './start-traces.ts';
import { startAudit } from './telemetry/audit.ts';
import { publishState } from './telemetry/channels.ts';
import { startLog } from './telemetry/log.ts';
import { UpstreamSource } from './upstream/source.ts';

export interface App {
  readonly url: string;
  /** The address of Novu, or of the embedded backend. */
  readonly upstreamUrl: string;
  readonly embedded: boolean;
  /** Whether `/`, `/graphiql` and `/settings` exist. */
  readonly exploring: boolean;
  readonly cache: { readonly form: CacheHealth['form']; readonly fault: string | null };
  /** See `GATEWAY_MODE`. */
  readonly mode: 'development' | 'production';
  /** Asks Novu once, without a caller. Why what answers does not look like Novu; null where it does. */
  checkUpstream(): Promise<string | null>;
  /** Of the admin port; null if the default port is taken. */
  readonly adminUrl: string | null;
  /** Reports that it is not ready, so that load balancers choose another process. It still answers. Idempotent. */
  leave(): void;
  /**
   * Accepts no new connections, finishes requests under way, and closes everything. Resolves to the number of requests
   * that were aborted after `timeoutMs`, by default `SHUTDOWN_TIMEOUT`.
   */
  stop(timeoutMs?: number): Promise<number>;
}

/** What a deployment adds to the schema. */
export type SchemaExtensions = Pick<SchemaOptions, 'resolvers'>;

/**
 * Assembles HTTP, GraphQL, cache and upstream from one configuration. Nothing is global, so a process can run several
 * gateways. @throws what listening throws, and a ConfigError that names the setting of an unusable file.
 */
export async function createApp(config: Config, extensions: SchemaExtensions = {}): Promise<App> {
  const opened: Closer[] = [];
  const close = async (leftMs: number) => {
    if (opened.length > 0) publishState({ component: 'gateway', state: 'stopping', degraded: false, figures: {} });
    for (const one of opened.splice(0).reverse()) await one(leftMs);
  };
  try {
    const { server, ...app } = await openApp(config, extensions, opened);
    const stop = async (timeoutMs = config.SHUTDOWN_TIMEOUT) => {
      const deadline = performance.now() + timeoutMs;
      const cutOff = await server.stop(timeoutMs);
      await close(Math.max(0, deadline - performance.now()));
      return cutOff;
    };
    return { ...app, leave: () => server.leave(), stop };
  } catch (error) {
    await close(0);
    throw error;
  }
}

/** The server must be stopped before everything else is closed. */
type OpenApp = Omit<App, 'leave' | 'stop'> & { readonly server: HttpServer };

/** Closes one component. @param leftMs remaining time. */
type Closer = (leftMs: number) => unknown;

/**
 * @param opened collects the closer of each component as soon as it is open, so that a failed start leaves nothing behind.
 */
async function openApp(config: Config, extensions: SchemaExtensions, opened: Closer[]): Promise<OpenApp> {
  const trustedDocuments = readTrustedDocuments(config);
  opened.push(startAuditOf(config));
  opened.push(startLog(config.LOG_LEVEL, { sample: config.LOG_REQUEST_SAMPLE / 100, slowMs: config.LOG_SLOW }));
  const backend = config.NOVU_API_URL === null ? await startEmbedded() : null;
  if (backend) opened.push(() => backend.stop());
  const upstreamUrl = backend?.url ?? String(config.NOVU_API_URL);
  const traces = await startTraces(config, upstreamUrl, trustedDocuments);
  if (traces) opened.push(traces.stop);
  const { cache, upstream } = openSource(config, upstreamUrl, opened);
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
    ...httpSettings(config, exploring),
    apollo,
    fastPath,
    source: cache.wrap(upstream),
    trustedDocuments,
    isShedding: () => load.refuses(),
    readiness: () => ({
      upstream: backend ? 'embedded' : 'configured',
      breaker: upstream.state().breaker,
      cache: cache.health(),
      load: load.shedding ? 'shedding' : 'ok',
    }),
  });
  const isReady = () => !server.draining && !load.shedding;
  const admin = await startAdmin(config, { cache, upstream, trustedDocuments, isReady }).catch(
    async (error: unknown) => {
      await server.stop(0);
      throw error;
    },
  );
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
    checkUpstream: async () => (backend ? null : upstream.check()),
    adminUrl: admin?.url ?? null,
  };
}

/** The client of Novu, and the cache in front of it. */
function openSource(config: Config, upstreamUrl: string, opened: Closer[]) {
  const secret = config.CACHE_KEY_SECRET ?? randomBytes(32);
  const scope = createCacheScope(secret, upstreamUrl);
  const cache = createCache(cacheSettings(config, secret, scope));
  const upstream = new UpstreamSource({
    ...upstreamOptions(config, upstreamUrl, scope),
    isKnown: cache.knows,
    lists: cache.lists,
  });
  opened.push(upstream.close.bind(upstream), cache.stop.bind(cache));
  return { cache, upstream };
}

interface ExecutionParts extends SchemaExtensions, Pick<ApolloOptions, 'exploring' | 'persistedQueries'> {
  readonly memory: BoundedMemory;
}

/** The schema and what executes operations over it: Apollo Server's pipeline, and the fast path in front of it. */
function createExecution(config: Config, { exploring, persistedQueries, memory, ...extensions }: ExecutionParts) {
  const federation = config.FEDERATION === 'on';
  const { schema, readers, apiSdl, subgraphSdl } = createSchema({ federation, ...extensions });
  // Otherwise the first request for `_service`, from any client, would wait for it.
  if (federation && !isDevelopment(config)) subgraphSdl();
  const studio = studioOf(config);
  const analyzer = new OperationAnalyzer(schema);
  const limits = new OperationLimits(analyzer, {
    depth: config.MAX_QUERY_DEPTH,
    aliases: config.MAX_QUERY_ALIASES,
    cost: config.MAX_QUERY_COST,
    mutations: config.MAX_MUTATIONS,
  });
  const apollo = createApollo({
    schema,
    apiSdl,
    federation,
    exploring,
    studio,
    persistedQueries,
    maxTokens: config.MAX_QUERY_TOKENS,
    analyzer,
    limits,
    maxAnswerBytes: config.MAX_ANSWER,
  });
  // Usage reports measure every operation, so they need the pipeline.
  if (studio) return { apollo, fastPath: null };
  const executor = new CompiledExecutor(schema, readers, config.MAX_ANSWER);
  const mutations = new MutationRunner(schema, limits, config.MAX_ANSWER);
  const fastPath = new FastPath(executor, limits, mutations, { memory, keepsCompressed: config.COMPRESSION === 'on' });
  return { apollo, fastPath };
}

/** Loaded on demand, so that a process with a real Novu never runs the double's code. */
async function startEmbedded() {
  const { startBackend } = await import('./novu-double/server/backend.ts');
  const { DEMO_CALLERS } = await import('./novu-double/seed/seed.ts');
  return { ...(await startBackend()), demoCallers: DEMO_CALLERS };
}

/** @throws ConfigError if the file cannot be written. */
function startAuditOf({ AUDIT_FILE }: Config): Closer {
  try {
    return startAudit(AUDIT_FILE);
  } catch (error) {
    throw unusableFile('AUDIT_FILE', AUDIT_FILE ?? '', error);
  }
}
