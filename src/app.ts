import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Config, isDevelopment } from './config.ts';
import { startBackend } from './dev/backend.ts';
import { createSchema } from './graphql/schema.ts';
import { createApollo } from './http/apollo.ts';
import { startHttpServer } from './http/server.ts';
import { createCacheScope } from './model/caller.ts';
import { startLog } from './telemetry/log.ts';
import { createUpstreamSource } from './upstream/source.ts';

export interface App {
  readonly url: string;
  /** Where reads and writes go; the embedded backend's own address where there is no other. */
  readonly upstreamUrl: string;
  readonly embedded: boolean;
  /** Not ready from now on; resolves when all that was under way has ended. */
  stop(): Promise<void>;
}

/**
 * Stacks the pieces: HTTP over GraphQL over the upstream, all of one configuration and nothing global, so that a process can
 * hold several. @throws what listening throws, and an Error that names an unreadable CA file.
 */
export async function createApp(config: Config): Promise<App> {
  const stopLog = startLog(config.LOG_LEVEL);
  const backend = config.NOVU_API_URL === null ? await startBackend() : null;
  const upstreamUrl = backend?.url ?? String(config.NOVU_API_URL);
  const source = createUpstreamSource({
    baseUrl: upstreamUrl,
    timeoutMs: config.UPSTREAM_TIMEOUT,
    maxBodyBytes: config.UPSTREAM_MAX_BODY,
    connections: config.UPSTREAM_CONNECTIONS,
    scope: createCacheScope(randomBytes(32), upstreamUrl),
    ...(config.UPSTREAM_CA_FILE && { ca: readFileSync(config.UPSTREAM_CA_FILE, 'utf8') }),
    ...(config.HTTPS_PROXY && { httpsProxy: config.HTTPS_PROXY.href }),
    ...(config.NO_PROXY && { noProxy: config.NO_PROXY }),
  });
  const apollo = createApollo({
    schema: createSchema().schema,
    development: isDevelopment(config),
    maxTokens: config.MAX_QUERY_TOKENS,
    limits: {
      depth: config.MAX_QUERY_DEPTH,
      aliases: config.MAX_QUERY_ALIASES,
      fields: config.MAX_QUERY_FIELDS,
    },
  });
  await apollo.start();
  const server = await startHttpServer({
    apollo,
    source,
    host: config.HOST,
    port: config.PORT,
    maxBodyBytes: config.MAX_BODY,
    readiness: () => ({ upstream: backend ? 'embedded' : 'configured', cache: 'none' }),
  });
  return {
    url: server.url,
    upstreamUrl,
    embedded: backend !== null,
    async stop() {
      await server.stop(config.SHUTDOWN_TIMEOUT);
      await apollo.stop();
      await source.close();
      await backend?.stop();
      stopLog();
    },
  };
}
