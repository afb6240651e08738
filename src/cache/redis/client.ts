import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { ACQUIRE_LEASES, COMPARE_AND_SET, RELEASE_LEASES } from './ledger-scripts.ts';
import { BEGIN_WRITE, END_WRITE, FILL, LEASE, READ, REGISTER_TEXT, RELEASE } from './scripts.ts';
import type { RedisNode, RedisTarget } from './url.ts';

type Common = ReturnType<typeof commonOptions>;
type ScriptCall = (...args: (string | number)[]) => Promise<unknown>;

/**
 * What the store asks of a connection, alike for one server, a Sentinel group and a Cluster. Scripts are sent by their hash where the
 * server has them, and whole where it does not.
 */
export interface RedisClient extends Readonly<Record<keyof typeof SCRIPTS, ScriptCall>> {
  readonly status: string;
  connect(): Promise<void>;
  disconnect(): void;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  on(event: 'ready', listener: () => void): unknown;
  get(key: string): Promise<string | null>;
  set(key: string, value: string, px: 'PX', ttlMs: number): Promise<unknown>;
  pexpire(key: string, ttlMs: number): Promise<number>;
  del(key: string): Promise<number>;
}

const SCRIPTS = {
  igwRead: READ,
  igwFill: FILL,
  igwBeginWrite: BEGIN_WRITE,
  igwEndWrite: END_WRITE,
  igwLease: LEASE,
  igwRelease: RELEASE,
  igwRegisterText: REGISTER_TEXT,
  igwAcquireLeases: ACQUIRE_LEASES,
  igwReleaseLeases: RELEASE_LEASES,
  igwCompareAndSet: COMPARE_AND_SET,
};

const MAX_RETRY_MS = 1_000;
/** A connection on which a command gets no reply for so long is replaced. */
export const SILENCE_MS = 1_500;
const CONNECT_TIMEOUT_MS = 2_000;
/** How long ioredis waits for a socket to close, even for one that is already closed. */
const DISCONNECT_TIMEOUT_MS = 100;
/** Wait after no sentinel has answered. Short, because ioredis cannot be stopped during it. */
const SENTINEL_RETRY_MS = 250;
/** How soon a change of a cluster's masters is noticed without a redirection. */
const SLOTS_REFRESH_MS = 1_000;

/** A client for commands, not connected yet. Nothing is queued or resent: a late command counts as failed. */
export function createClient(target: RedisTarget, caPem: string | undefined, silenceMs: number): RedisClient {
  const options = commonOptions(target, caPem, silenceMs);
  const client =
    target.form === 'redis-cluster'
      ? createCluster(target.nodes, options)
      : new BatchingRedis({
          ...options,
          ...endpointOptions(target, options),
          retryStrategy: retryDelayMs,
          scripts: SCRIPTS,
        });
  // ioredis adds a method for each of `scripts`, which its types do not show.
  return client as unknown as RedisClient;
}

/** Writes all commands of one turn of the event loop together: a system call costs as much as the rest of a short read. */
class BatchingRedis extends Redis {
  #isBatching = false;

  override sendCommand(...[command, stream]: Parameters<Redis['sendCommand']>): ReturnType<Redis['sendCommand']> {
    if (!this.#isBatching && this.status === 'ready') this.#batch(this.stream);
    return super.sendCommand(command, stream);
  }

  #batch(connection: Redis['stream']): void {
    this.#isBatching = true;
    connection.cork();
    setImmediate(() => {
      this.#isBatching = false;
      connection.uncork();
    });
  }
}

/** A connection for subscriptions, not connected yet, that does not reconnect by itself. `turn` counts the attempts. */
export function createListener(target: RedisTarget, caPem: string | undefined, turn: number): Redis {
  const options = commonOptions(target, caPem, SILENCE_MS);
  const node = target.nodes[turn % target.nodes.length] ?? target.nodes[0];
  const where = target.form === 'redis-sentinel' ? endpointOptions(target, options) : node;
  return new Redis({ ...options, ...where, retryStrategy: () => null, autoResubscribe: false });
}

/** Grows with each consecutive attempt, up to 1 s. */
export function retryDelayMs(tries: number): number {
  return Math.min(50 * 2 ** Math.min(tries, 10), MAX_RETRY_MS);
}

/** User and password are for the servers; sentinels get none. */
function commonOptions(target: RedisTarget, caPem: string | undefined, silenceMs: number) {
  const tls = caPem === undefined ? {} : { ca: caPem };
  return {
    username: target.username,
    password: target.password,
    db: target.database,
    ...(target.tls ? { tls } : {}),
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    autoResendUnfulfilledCommands: false,
    connectTimeout: CONNECT_TIMEOUT_MS,
    disconnectTimeout: DISCONNECT_TIMEOUT_MS,
    socketTimeout: silenceMs,
    reconnectOnError: createReadOnlyCheck(),
  } satisfies RedisOptions;
}

function createCluster(nodes: readonly RedisNode[], options: Common): Cluster {
  return new Cluster([...nodes], {
    lazyConnect: true,
    enableOfflineQueue: false,
    clusterRetryStrategy: retryDelayMs,
    clusterNodeRetryStrategy: retryDelayMs,
    slotsRefreshInterval: SLOTS_REFRESH_MS,
    slotsRefreshTimeout: SLOTS_REFRESH_MS,
    // A failed command is not retried, because its reader no longer waits.
    retryDelayOnFailover: 0,
    retryDelayOnClusterDown: 0,
    maxRedirections: 4,
    redisOptions: options,
    scripts: SCRIPTS,
  });
}

function endpointOptions(target: RedisTarget, { tls }: Common) {
  if (target.form !== 'redis-sentinel') return target.nodes[0];
  const secured = tls === undefined ? {} : { enableTLSForSentinelMode: true, sentinelTLS: tls };
  return {
    sentinels: [...target.nodes],
    name: target.master,
    sentinelRetryStrategy: () => SENTINEL_RETRY_MS,
    ...secured,
  };
}

/**
 * A server that has become a replica answers every write with READONLY. Reconnecting finds the master, behind a name or
 * through a Sentinel. At most once a second: if only the replica is left, reads go on.
 */
function createReadOnlyCheck(): (error: Error) => boolean {
  let lastMs = Number.NEGATIVE_INFINITY;
  return (error) => {
    const now = performance.now();
    if (!error.message.includes('READONLY') || now - lastMs < 1_000) return false;
    lastMs = now;
    return true;
  };
}
