import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { HOLD, LET_GO, SETTLE } from './ledger-scripts.ts';
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
  igwHold: HOLD,
  igwLetGo: LET_GO,
  igwSettle: SETTLE,
};

const MAX_RETRY_MS = 1_000;
/** A server that says nothing for so long while something was asked is given up, and connected to anew. */
export const SILENCE_MS = 1_500;
const CONNECT_TIMEOUT_MS = 2_000;
/** ioredis waits so long for a socket to close, also for one that has closed already. */
const DISCONNECT_TIMEOUT_MS = 100;
/** Once all sentinels were asked in vain. Short: ioredis cannot be told to stop in between. */
const SENTINEL_RETRY_MS = 250;
/** How soon a cluster's change of masters is noticed without a redirection. */
const SLOTS_REFRESH_MS = 1_000;

/** A client for commands, not connected yet. Nothing is queued and nothing sent twice: a late command is a lost one. */
export function createClient(target: RedisTarget, caPem: string | undefined, silenceMs: number): RedisClient {
  const options = commonOptions(target, caPem, silenceMs);
  const client =
    target.form === 'redis-cluster'
      ? createCluster(target.nodes, options)
      : new GatheringRedis({ ...options, ...place(target, options), retryStrategy: retryDelayMs, scripts: SCRIPTS });
  // ioredis adds the methods that `scripts` names; its types cannot tell.
  return client as unknown as RedisClient;
}

/**
 * Writes what is sent in one turn of the event loop together: to hand bytes to the kernel costs as much as all the rest of a read that
 * a short command answers.
 */
class GatheringRedis extends Redis {
  #isGathering = false;

  override sendCommand(...[command, stream]: Parameters<Redis['sendCommand']>): ReturnType<Redis['sendCommand']> {
    if (!this.#isGathering && this.status === 'ready') this.#gather(this.stream);
    return super.sendCommand(command, stream);
  }

  #gather(connection: Redis['stream']): void {
    this.#isGathering = true;
    connection.cork();
    setImmediate(() => {
      this.#isGathering = false;
      connection.uncork();
    });
  }
}

/** A connection to listen with, not connected yet, that does not connect again by itself. `turn` counts the tries. */
export function createListener(target: RedisTarget, caPem: string | undefined, turn: number): Redis {
  const options = commonOptions(target, caPem, SILENCE_MS);
  const node = target.nodes[turn % target.nodes.length] ?? target.nodes[0];
  const where = target.form === 'redis-sentinel' ? place(target, options) : node;
  return new Redis({ ...options, ...where, retryStrategy: () => null, autoResubscribe: false });
}

/** Grows with each try in a row, up to 1 s. */
export function retryDelayMs(tries: number): number {
  return Math.min(50 * 2 ** Math.min(tries, 10), MAX_RETRY_MS);
}

/** User and password are the servers'; sentinels are asked without. */
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
    // A command that failed is not kept to be tried again: its reader has gone on by then.
    retryDelayOnFailover: 0,
    retryDelayOnClusterDown: 0,
    maxRedirections: 4,
    redisOptions: options,
    scripts: SCRIPTS,
  });
}

function place(target: RedisTarget, { tls }: Common) {
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
 * A server that has become a replica says READONLY to every write: connecting anew finds the master, behind a name or by
 * a Sentinel. Once a second at most: where there is only the replica, reads go on.
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
