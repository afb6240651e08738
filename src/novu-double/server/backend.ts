import { once, setMaxListeners } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createFaults, type Faults } from '../faults/faults.ts';
import { demoSeed } from '../seed/seed.ts';
import { createCipher } from '../state/cipher.ts';
import type { Generation, IntegrationRecord } from '../state/records.ts';
import type { Seed } from '../state/seed-types.ts';
import { createStore } from '../state/store.ts';
import { type Exchanges, exchange, type LoggedRequest } from './exchange.ts';
import { createIdempotency } from './idempotency.ts';
import type { Services } from './pipeline.ts';
import { createRateLimiter, type RateLimitOptions } from './rate-limit.ts';

/** Its tokens are public, so it only listens on this machine. */
const LOOPBACK = '127.0.0.1';

/** Options of a double. Default: api2026 with the demo data. */
export interface BackendOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** The server generation to imitate. Default `api2026`. */
  readonly generation?: Generation;
  /** Status of set-primary and auto-configure. Default 200 on api2026, 201 on api2024 (contract §1.1). */
  readonly writeStatus?: 200 | 201;
  /** `Idempotency-Key` of API keys; sessions always have it (contract §5). Default off, as upstream. */
  readonly idempotency?: boolean;
  /** Rate limit of API keys (contract §6). Default off, as upstream. */
  readonly rateLimit?: boolean | RateLimitOptions;
  /** Whether Novu's demo providers can be created (contract §3.2). Default true. */
  readonly demoCredentials?: boolean;
  /** Default {@link demoSeed}. */
  readonly seed?: Seed;
  /** Milliseconds since the epoch. Default `Date.now`. */
  readonly now?: () => number;
}

/** A running double. */
export interface Backend {
  /** Base URL without a slash at its end. */
  readonly url: string;
  readonly port: number;
  readonly faults: Faults;
  /** All requests to the API since the start, oldest first. */
  readonly requests: RequestLog;
  /** All stored records in storage order, including soft-deleted ones, with credentials in stored form. Must not be changed. */
  records(): readonly Readonly<IntegrationRecord>[];
  /** Resets data, faults, requests, idempotency keys and rate limits. */
  reset(): void;
  /** Closes the port and all connections, including hanging ones. Idempotent. */
  stop(): Promise<void>;
}

/** A list that tests may clear between two steps. */
export type RequestLog = readonly LoggedRequest[] & { clear(): void };

/**
 * Starts a double of Novu's integrations API with its data in memory.
 * @throws Error for a port that is in use, or an inconsistent seed.
 */
export async function startBackend(options: BackendOptions = {}): Promise<Backend> {
  const requests = createRequestLog();
  const faults = createFaults();
  const stopping = new AbortController();
  // Each request that a fault delays adds a listener: there may be many, but none leaks.
  setMaxListeners(0, stopping.signal);
  let services = createServices(options);
  const context: Omit<Exchanges, 'services'> = {
    faults,
    log: (request) => requests.push(request),
    stopped: stopping.signal,
  };
  const server = createServer((request, response) => void exchange({ ...context, services }, request, response));
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://${LOOPBACK}:${port}`,
    port,
    faults,
    requests,
    records: () => services.state.store.all(),
    reset() {
      services = createServices(options);
      faults.clear();
      requests.clear();
    },
    async stop() {
      stopping.abort();
      await close(server);
    },
  };
}

function createServices(options: BackendOptions): Services {
  const { generation = 'api2026', now = Date.now, rateLimit = false, demoCredentials = true } = options;
  const cipher = createCipher();
  const store = createStore(options.seed ?? demoSeed(generation), generation, cipher);
  const writeStatus = options.writeStatus ?? (generation === 'api2026' ? 200 : 201);
  return {
    state: { generation, writeStatus, demoCredentials, now, cipher, store },
    idempotency: createIdempotency(generation, now),
    idempotencyForKeys: options.idempotency ?? false,
    rateLimiter: rateLimit === false ? undefined : createRateLimiter(rateLimit === true ? {} : rateLimit, now),
  };
}

function createRequestLog(): LoggedRequest[] & { clear(): void } {
  const entries: LoggedRequest[] = [];
  const clear = () => {
    entries.length = 0;
  };
  // Not enumerable, so that a test may compare the log with a plain array.
  return Object.defineProperty(Object.assign(entries, { clear }), 'clear', { enumerable: false });
}

async function listen(server: Server, port: number): Promise<number> {
  // Longer than any pause in a test: closing an idle connection during a request would look like a fault.
  server.keepAliveTimeout = 60_000;
  await once(server.listen(port, LOOPBACK), 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
