import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Config } from './config.ts';
import type { TrustedDocuments } from './http/apollo/trusted-documents.ts';

/**
 * Bounds of the time to flush spans at the end, in milliseconds. The minimum is also bounded by a share of the shutdown timeout.
 */
const FLUSH = { mostMs: 5_000, leastMs: 500, leastShare: 0.05 };

/** Null if traces are off: then OpenTelemetry is not loaded. */
export async function startTraces(config: Config, upstreamUrl: string, trustedDocuments: TrustedDocuments | null) {
  if (config.tracing === null) return null;
  const { startTraces: start } = await import('./telemetry/traces/traces.ts');
  const traces = start(config.tracing, {
    version: versionOfPackage(),
    upstreamUrl,
    hasRedis: config.REDIS_URL !== null,
    trustedHashes: trustedHashesOf(trustedDocuments),
  });
  const leastMs = Math.min(FLUSH.leastMs, config.SHUTDOWN_TIMEOUT * FLUSH.leastShare);
  return { stop: (leftMs: number) => traces.stop(Math.min(FLUSH.mostMs, Math.max(leftMs, leastMs))) };
}

/** Hashes of the documents whose operations telemetry may name. */
export function trustedHashesOf(trustedDocuments: TrustedDocuments | null): ReadonlySet<string> {
  const bodies = [...(trustedDocuments?.bodies.values() ?? [])];
  return new Set(bodies.map((body) => createHash('sha256').update(body).digest('hex')));
}

/** The version in package.json, which is one folder above the sources and two above a build. */
export function versionOfPackage(): string {
  const file = ['../package.json', '../../package.json']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  if (!file) return 'unknown';
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version?: string };
  return version ?? 'unknown';
}
