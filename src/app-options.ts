import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CacheSettings } from './cache/cache.ts';
import { type Config, ConfigError, isDevelopment } from './config.ts';
import { Compression } from './http/answer/compression.ts';
import type { ApolloStudio } from './http/apollo/reporting.ts';
import { parseManifest, type TrustedDocuments } from './http/apollo/trusted-documents.ts';
import type { CorsOptions } from './http/cors.ts';
import { type ExplorerOptions, STUDIO_ORIGIN } from './http/explore/explore.ts';
import type { HttpOptions } from './http/server.ts';
import { quoted } from './setting-values.ts';
import type { UpstreamOptions } from './upstream/source.ts';

// The options of each part of the gateway, from the settings.

/** Of the client of Novu. @throws ConfigError that names the setting of an unusable file. */
export function upstreamOptions(config: Config, baseUrl: string, scope: UpstreamOptions['scope']): UpstreamOptions {
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

/** Of the HTTP server. */
export function httpSettings(config: Config, exploring: ExplorerOptions | null) {
  return {
    host: config.HOST,
    port: config.PORT,
    connections: {
      headersTimeoutMs: config.HEADERS_TIMEOUT,
      requestTimeoutMs: config.REQUEST_TIMEOUT,
      keepAliveTimeoutMs: config.KEEP_ALIVE_TIMEOUT,
      writeTimeoutMs: config.WRITE_TIMEOUT,
      maxConnections: config.MAX_CONNECTIONS,
    },
    showCredentials: config.SHOW_CREDENTIALS,
    maxBodyBytes: config.MAX_BODY,
    exploring,
    cors: corsOf(config, exploring),
    compression: config.COMPRESSION === 'on' ? new Compression() : null,
  } satisfies Partial<HttpOptions>;
}

/** Of other sites. Apollo Studio may call where the exploration pages are. */
function corsOf(
  { CORS_ORIGINS, CORS_CREDENTIALS, CORS_HEADERS }: Config,
  exploring: ExplorerOptions | null,
): CorsOptions {
  return {
    origins: [...(CORS_ORIGINS ?? []), ...(exploring ? [STUDIO_ORIGIN] : [])],
    credentials: CORS_CREDENTIALS,
    headers: CORS_HEADERS,
    privateNetwork: exploring !== null,
  };
}

/** The callers that the exploration pages offer: those of the embedded double, or placeholders. */
export function exploringOf(config: Config, demoCallers?: ExplorerOptions['demoCallers']): ExplorerOptions | null {
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

/** Of reports to Apollo Studio; null for none. */
export function studioOf({ APOLLO_KEY, APOLLO_GRAPH_REF, APOLLO_SCHEMA_REPORTING }: Config): ApolloStudio | null {
  if (!APOLLO_KEY || !APOLLO_GRAPH_REF) return null;
  return { key: APOLLO_KEY, graphRef: APOLLO_GRAPH_REF, reportSchema: APOLLO_SCHEMA_REPORTING };
}

/** Null: all documents are trusted. @throws ConfigError if the manifest is unusable. */
export function readTrustedDocuments({ TRUSTED_DOCUMENTS, TRUSTED_DOCUMENTS_ONLY }: Config): TrustedDocuments | null {
  if (TRUSTED_DOCUMENTS === null) return null;
  try {
    return { bodies: parseManifest(readFileSync(TRUSTED_DOCUMENTS, 'utf8')), only: TRUSTED_DOCUMENTS_ONLY };
  } catch (error) {
    throw unusableFile('TRUSTED_DOCUMENTS', TRUSTED_DOCUMENTS, error);
  }
}

/** @throws ConfigError that names the setting. */
function readCertificates(setting: 'UPSTREAM_CA_FILE' | 'REDIS_CA_FILE', path: string): string {
  let pem: string;
  try {
    pem = readFileSync(path, 'utf8');
  } catch (error) {
    throw unusableFile(setting, path, error);
  }
  // TLS silently accepts any text, and then trusts no server.
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  if (certificates.length === 0 || !certificates.every(isCertificate)) {
    throw unusableFile(setting, path, new Error('it is no PEM file of certificates'));
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

/** Messages of the file system quote the path, which may be any text that was put into the setting. */
export function unusableFile(setting: string, path: string, error: unknown): ConfigError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new ConfigError(`${setting}: ${quoted(path) === null ? 'the file' : path} cannot be used: ${code ?? message}`);
}

/** Of the cache. @throws ConfigError if the CA file is unusable. */
export function cacheSettings(config: Config, secret: string | Buffer, scope: CacheSettings['scope']): CacheSettings {
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
