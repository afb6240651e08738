import { startAdminServer } from './admin/admin-server.ts';
import type { Cache } from './cache/cache.ts';
import type { Config } from './config.ts';
import type { TrustedDocuments } from './http/apollo/trusted-documents.ts';
import { trustedHashesOf, versionOfPackage } from './start-traces.ts';
import { publishState } from './telemetry/channels.ts';
import type { UpstreamSource } from './upstream/source.ts';

/** The default: the port of OpenTelemetry's Prometheus exporters. */
const ADMIN_PORT = 9464;

interface AdminParts {
  readonly cache: Cache;
  readonly upstream: UpstreamSource;
  readonly trustedDocuments: TrustedDocuments | null;
  readonly isReady: () => boolean;
}

/**
 * Starts the metrics and the admin port; null if no port was set and the default one is taken.
 * @throws what listening on a configured port throws.
 */
export async function startAdmin(config: Config, { cache, upstream, trustedDocuments, isReady }: AdminParts) {
  const { startMetrics } = await import('./telemetry/metrics/metrics.ts');
  const metrics = startMetrics({
    upstream: () => upstream.state(),
    cacheBytes: () => ({ lists: cache.bytes() + cache.lists.bytes, responses: cache.lists.otherBytes }),
    cacheDegraded: () => (cache.health().state === 'degraded' ? (cache.fault() ?? 'unsettled') : null),
    version: versionOfPackage(),
    trustedHashes: trustedHashesOf(trustedDocuments),
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
