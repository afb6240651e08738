import { setTimeout } from 'node:timers/promises';
import type { CallerScope } from '../../model/caller.ts';
import type { Integration } from '../../model/integration.ts';
import { publishState } from '../../telemetry/channels.ts';
import type { LedgerStore } from '../store/ledger-store.ts';
import { ListMemory } from '../store/list-memory.ts';
import {
  type BeginResult,
  type CacheStore,
  type Invalidation,
  MAX_TEXTS,
  MAX_TEXTS_OF_CALLER,
  type ReadHints,
  type Restore,
  type SharedTexts,
  type Slot,
  type Snapshot,
  type StoredEntry,
} from '../store/store.ts';
import { createClient, type RedisClient, SILENCE_MS } from './client.ts';
import { RedisKeys } from './keys.ts';
import { ListContents } from './list-contents.ts';
import { RedisListener } from './listener.ts';
import { RedisLedgerStore } from './redis-ledger.ts';
import { EntrySeal } from './seal.ts';
import { parseRedisUrl, type RedisTarget } from './url.ts';

export interface RedisSettings {
  /** See `parseRedisUrl` for the forms. */
  readonly url: string;
  /** Signs what is stored; the same for all processes. */
  readonly secret: string | Buffer;
  /** The authorities to trust with `rediss://`, in PEM. Absent: the ones that Node.js knows. */
  readonly caPem?: string;
  /** Begins every key and the channel. Default `igw`. */
  readonly keyPrefix?: string;
  /** Milliseconds without a reply after which a connection is replaced. Default 1,500. */
  readonly silenceMs?: number;
}

/** Not longer, because session tokens may change every minute; the next list tells it again. */
const LEARNED_MS = 3_600_000;
/** A generation must outlive every entry: otherwise a lost generation could start again below that of an entry. */
const GENERATION_MS = 24 * 3_600_000;

/** Memory for lists if none is shared with the store. */
const LIST_BYTES = 16 * 1024 * 1024;

/** Longest wait for Redis at the start: sentinels, for example, are silently retried forever. */
const START_MS = 2_000;

/**
 * The cache protocol in Redis: one server, a Sentinel group or a Cluster. Every step is one script or one command.
 * Without a connection, a command rejects at once. `GuardedStore` adds deadlines.
 */
export class RedisStore implements CacheStore {
  readonly form: RedisTarget['form'];
  readonly #client: RedisClient;
  readonly #keys: RedisKeys;
  readonly #listener: RedisListener;
  readonly #seal: EntrySeal;
  readonly #contents: ListContents;
  #repairs = 0;
  #lastReported = '';
  #fault: string | null = null;
  readonly #subscribers = new Set<(event: Invalidation) => void>();

  /** Shares the connection with lists and texts. */
  readonly ledger: LedgerStore;
  readonly texts: SharedTexts = {
    get: (hash) => this.#client.get(this.#keys.text(hash)),
    register: async (hash, text, ttlMs, scope) => {
      const keys = [this.#keys.text(hash), this.#keys.texts(), this.#keys.textsOf(scope)];
      return (await this.#client.igwRegisterText(...keys, hash, text, ttlMs, MAX_TEXTS_OF_CALLER, MAX_TEXTS)) === 1;
    },
  };

  /**
   * Does not connect yet. @param lists the memory for decoded lists of this process.
   * @throws RedisUrlError where the URL cannot be read.
   */
  constructor(settings: RedisSettings, lists = new ListMemory(LIST_BYTES)) {
    const target = parseRedisUrl(settings.url);
    this.form = target.form;
    this.#keys = new RedisKeys(settings.keyPrefix ?? 'igw');
    this.#seal = new EntrySeal(settings.secret);
    this.#client = createClient(target, settings.caPem, settings.silenceMs ?? SILENCE_MS);
    this.ledger = new RedisLedgerStore(this.#client, this.#keys);
    this.#contents = new ListContents(this.#client, this.#keys, this.#seal, lists);
    // Failed commands and state() report errors, but an `error` event without a listener would end the process.
    this.#client.on('error', (error) => this.#lost(error));
    this.#client.on('ready', () => this.#report('connected'));
    this.#listener = new RedisListener(target, settings.caPem, this.#keys.channel, (event) => {
      for (const subscriber of this.#subscribers) subscriber(event);
    });
  }

  #lost(error: unknown): void {
    this.#fault = error instanceof Error ? reasonOf(error) : 'Unknown';
    this.#report('away', this.#fault);
  }

  /** Publishes each change once, including a new reason. */
  #report(state: 'connected' | 'away', reason?: string): void {
    const report = `${state} ${reason ?? ''}`;
    if (report === this.#lastReported) return;
    this.#lastReported = report;
    publishState({ component: 'redis', state, degraded: state === 'away', figures: {}, reason });
  }

  async start(): Promise<void> {
    const connected = Promise.allSettled([this.#client.connect(), this.#listener.start()]);
    await Promise.race([connected, setTimeout(START_MS, null, { ref: false })]);
  }

  async stop(): Promise<void> {
    this.#subscribers.clear();
    this.#listener.stop();
    this.#client.disconnect();
  }

  state(): 'ok' | 'degraded' {
    return this.#client.status === 'ready' && this.#listener.listening ? 'ok' : 'degraded';
  }

  /** Why there is no connection, if known: the code of the last failure, such as `ECONNREFUSED` or `WRONGPASS`. */
  fault(): string | null {
    return this.state() === 'ok' ? null : this.#fault;
  }

  /** Number of keys with invalid content that this process repaired. */
  repairs(): number {
    return this.#repairs + this.#contents.repairs;
  }

  subscribe(listener: (event: Invalidation) => void): () => void {
    this.#subscribers.add(listener);
    return () => this.#subscribers.delete(listener);
  }

  organization(scope: CallerScope): Promise<string | null> {
    return this.#client.get(this.#keys.organization(scope));
  }

  async learn(scope: CallerScope, organization: string): Promise<void> {
    await this.#client.set(this.#keys.organization(scope), organization, 'PX', LEARNED_MS);
  }

  async read(slot: Slot, hints: ReadHints): Promise<Snapshot> {
    const keys = [...this.#fenceKeys(slot.organization), this.#keys.list(slot), this.#keys.backOff(slot)];
    const answer = await this.#client.igwRead(...keys, hints.floor, GENERATION_MS, hints.knownStamp ?? '');
    const [repairs, generation, writing, backOffMs, stamp, ageMs, body, heldBack] = tuple(answer);
    this.#repairs += whole(repairs);
    const entry = typeof stamp === 'string' ? { stamp, ageMs: whole(ageMs), body } : null;
    return {
      generation: whole(generation),
      writing: writing !== 0,
      backOffMs: whole(backOffMs),
      entry: entry && this.#opened(slot, entry),
      heldBack: heldBack === 1,
    };
  }

  /** Null for an entry that no gateway wrote. Without a body, the reader already holds the entry and has checked it. */
  #opened(slot: Slot, entry: { stamp: string; ageMs: number; body: unknown }): StoredEntry | null {
    // From the future: it would be served for too long.
    if (entry.ageMs < 0) return null;
    if (typeof entry.body !== 'string') return { ...entry, body: null };
    const body = this.#seal.open(slot, Number(entry.stamp.split('.', 1)[0]), entry.body);
    return body === null ? null : { ...entry, body };
  }

  async lease(slot: Slot, generation: number, token: string, ttlMs: number): Promise<boolean> {
    return (await this.#client.igwLease(this.#keys.lease(slot), generation, token, Math.ceil(ttlMs))) === 1;
  }

  async release(slot: Slot, token: string): Promise<void> {
    await this.#client.igwRelease(this.#keys.lease(slot), token);
  }

  keepList(organization: string, list: readonly Integration[], lifeMs: number): Promise<string> {
    return this.#contents.keep(organization, list, lifeMs);
  }

  list(organization: string, name: string): Promise<readonly Integration[] | null> {
    return this.#contents.find(organization, name);
  }

  async fill(slot: Slot, generation: number, body: string, lifeMs: number): Promise<string | null> {
    const keys = [...this.#fenceKeys(slot.organization), this.#keys.list(slot)];
    const sealed = this.#seal.seal(slot, generation, body);
    const stamp = await this.#client.igwFill(...keys, generation, GENERATION_MS, lifeMs, sealed);
    return typeof stamp === 'string' ? stamp : null;
  }

  async beginWrite(slot: Slot, token: string, ttlMs: number, floor: number): Promise<BeginResult> {
    const keys = [...this.#fenceKeys(slot.organization), this.#keys.backOff(slot)];
    const [repairs, generation, backOffMs, since] = tuple(
      await this.#client.igwBeginWrite(...keys, floor, GENERATION_MS, token, ttlMs),
    );
    this.#repairs += whole(repairs);
    if (generation === 0) return { phase: 'backed-off', forMs: whole(backOffMs) };
    return { phase: 'begun', generation: whole(generation), since: whole(since) };
  }

  async endWrite(organization: string, token: string, floor: number, restore: Restore | null = null): Promise<number> {
    const keys = this.#fenceKeys(organization);
    const { channel } = this.#keys;
    const before = restore === null ? [] : [restore.begun, restore.since];
    const [repairs, generation] = tuple(
      await this.#client.igwEndWrite(...keys, floor, GENERATION_MS, token, channel, organization, ...before),
    );
    this.#repairs += whole(repairs);
    return whole(generation);
  }

  async backOff(slot: Slot, forMs: number): Promise<void> {
    await this.#client.set(this.#keys.backOff(slot), '1', 'PX', Math.ceil(forMs));
  }

  async drop(slot: Slot): Promise<void> {
    await Promise.all([this.#client.del(this.#keys.list(slot)), this.#client.del(this.#keys.organization(slot.scope))]);
  }

  #fenceKeys(organization: string): [string, string] {
    return [this.#keys.generation(organization), this.#keys.writing(organization)];
  }
}

/** A code, or the first word of a server's error, such as `WRONGPASS`: the rest of a message may quote anything. */
function reasonOf(error: Error & { code?: unknown; lastNodeError?: unknown }): string {
  if (error.lastNodeError instanceof Error) return reasonOf(error.lastNodeError);
  if (typeof error.code === 'string') return error.code;
  const [, word] = /^([A-Z]{3,20})\b/.exec(error.message) ?? [];
  return word ?? error.name;
}

function tuple(answer: unknown): readonly unknown[] {
  if (!Array.isArray(answer)) throw new TypeError('The script did not return a list');
  return answer;
}

function whole(value: unknown): number {
  if (!Number.isSafeInteger(value)) throw new TypeError('The script did not return a whole number');
  return Number(value);
}
