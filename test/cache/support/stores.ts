import { randomUUID } from 'node:crypto';
import { RedisStore } from '../../../src/cache/redis/redis-store.ts';
import { systemClock } from '../../../src/cache/store/clock.ts';
import { type LedgerStore, MemoryLedgerStore } from '../../../src/cache/store/ledger-store.ts';
import { MemoryStore } from '../../../src/cache/store/memory-store.ts';
import { type CacheStore, type Slot } from '../../../src/cache/store/store.ts';
import type { CallerScope } from '../../../src/model/caller.ts';
import { type RedisServer, startRedis, startRedisCluster } from '../../helpers/redis.ts';
import { SECRET } from '../support/fake-upstream.ts';

/** Two connections of one store, as two processes have them. */
export interface Backing {
  /** Two processes' views of the same state. */
  readonly stores: readonly [CacheStore, CacheStore];
  readonly ledgers: readonly [LedgerStore, LedgerStore];
  /** Everything is forgotten, as by FLUSHALL or eviction. */
  forget(): Promise<void>;
  stop(): Promise<void>;
}

/** Every store that there is, by its name. */
export const FORMS: readonly [string, () => Promise<Backing>][] = [
  ['in memory', overMemory],
  ['over Redis', overRedis],
  ['over a Redis Cluster', overCluster],
];

export const LONG_MS = 60_000;
export const SOON_MS = 40;
export const NOTHING = { floor: 0, knownStamp: null };

export function newSlot(): Slot {
  return { organization: `org-${randomUUID()}`, scope: newScope() };
}

/** Another caller of the same organization. */
export function sibling(slot: Slot): Slot {
  return { ...slot, scope: newScope() };
}

export function newScope(): CallerScope {
  return randomUUID() as unknown as CallerScope;
}

async function overMemory(): Promise<Backing> {
  const store = new (class extends MemoryStore {
    forget() {
      for (const map of [this.generations, this.entries, this.leases, this.backOffs, this.organizations]) map.clear();
      this.writing.clear();
    }
  })(systemClock, 10e6);
  const ledger = new MemoryLedgerStore(systemClock);
  return {
    stores: [store, store],
    ledgers: [ledger, ledger],
    forget: async () => store.forget(),
    stop: () => store.stop(),
  };
}

async function overRedis(): Promise<Backing> {
  const server = await startRedis();
  return connected(server.url, [server], () => server.stop());
}

async function overCluster(): Promise<Backing> {
  const cluster = await startRedisCluster();
  return connected(cluster.url, cluster.nodes, () => cluster.stop());
}

async function connected(url: string, nodes: readonly RedisServer[], stop: () => Promise<void>): Promise<Backing> {
  // What a silent server does is another test's: here a busy machine must not be taken for one.
  const settings = { secret: SECRET, url, silenceMs: 60_000 };
  const stores = [new RedisStore(settings), new RedisStore(settings)] as const;
  await Promise.all(stores.map((store) => store.start()));
  return {
    stores,
    ledgers: [stores[0].ledger, stores[1].ledger],
    async forget() {
      await Promise.all(nodes.map((node) => node.command('flushall')));
    },
    async stop() {
      await Promise.all(stores.map((store) => store.stop()));
      await stop();
    },
  };
}
