import type { CallerScope } from '../../model/caller.ts';
import type { Integration } from '../../model/integration.ts';

/**
 * Stands for "some organization or other". Every write fences it besides its own organization, so a reader whose
 * organization is not known yet has a generation too: its fetch is not joined, and its answer not stored, across
 * a write of any organization (cache protocol §1).
 */
export const ANY_ORGANIZATION = '*';

/** Where the list of one caller is kept: under an organization's id, or under {@link ANY_ORGANIZATION}. */
export interface Slot {
  readonly organization: string;
  readonly scope: CallerScope;
}

/** A list as stored. */
export interface StoredEntry {
  /** Differs for every fill of a slot: equal stamps, equal bodies. */
  readonly stamp: string;
  /** Milliseconds since it was stored, by the store's own clock. */
  readonly ageMs: number;
  /** The name of the list, see {@link CacheStore.keepList}; null if the reader already holds the body of this stamp. */
  readonly body: string | null;
}

/** One moment of a slot, seen in one atomic step. */
export interface Snapshot {
  readonly generation: number;
  /** A write of the organization is under way, or ended with an unknown outcome. */
  readonly writing: boolean;
  /** How long upstream is not to be called for this scope; 0 where it may be. */
  readonly backOffMs: number;
  /** Only ever an entry that is valid or held back (cache protocol §3). */
  readonly entry: StoredEntry | null;
  /** The entry is held back: it may only be served while upstream fails. */
  readonly heldBack: boolean;
}

/** What a reader already knows. */
export interface ReadHints {
  /**
   * Highest generation of the organization that the reader knows, 0 for none. The store never answers with a lower one.
   */
  readonly floor: number;
  /** Stamp of the body that the reader holds, {@link NO_BODY}, or null to be given the body. */
  readonly knownStamp: string | null;
}

/** For {@link ReadHints.knownStamp}: the body is not wanted at all. */
export const NO_BODY = '*';

export type BeginResult =
  /** `since`: the lowest generation whose entries were valid until now. */
  | { readonly phase: 'begun'; readonly generation: number; readonly since: number }
  /** Nothing was marked, because the scope is backed off. */
  | { readonly phase: 'backed-off'; readonly forMs: number };

/** Restores what was valid before a write that certainly did not run, unless another write came in between. */
export interface Restore {
  /** Generation after its begin. */
  readonly begun: number;
  /** See {@link BeginResult}. */
  readonly since: number;
}

/** Heard from other processes (and from this one). */
export type Invalidation =
  | { readonly kind: 'generation'; readonly organization: string; readonly generation: number }
  /** Messages may have been missed. */
  | { readonly kind: 'lost' };

export type StoreForm = 'memory' | 'redis' | 'redis-cluster' | 'redis-sentinel';

/**
 * The shared state of the cache protocol (§3), as atomic steps. Every step may reject with whatever the store's client
 * throws, may never settle, and may still take effect after it was given up; `GuardedStore` turns all that into "no answer".
 * All durations in milliseconds.
 */
export interface CacheStore {
  readonly form: StoreForm;

  /** Begins to connect. Resolves when the store can be used or the first try has failed; never rejects. */
  start(): Promise<void>;
  /** Ends all connections and timers. Idempotent. */
  stop(): Promise<void>;
  /** `degraded` while commands cannot be sent or invalidations not be heard. No I/O. */
  state(): 'ok' | 'degraded';
  /** Calls `listener` with every {@link Invalidation} from now on. Returns the way to end that. */
  subscribe(listener: (event: Invalidation) => void): () => void;

  /** What was learned of a scope, else null: its organization, and after a blank its own environment where that was told. */
  organization(scope: CallerScope): Promise<string | null>;
  /** Remembers what {@link organization} tells. */
  learn(scope: CallerScope, learned: string): Promise<void>;

  /** Read, step 2. Creates the generation where there is none. */
  read(slot: Slot, hints: ReadHints): Promise<Snapshot>;
  /**
   * Read, step 3. True: the caller of this step fetches, until it releases `token` or `ttlMs` has passed. A lease of a
   * lower generation does not block: its holder's list will not be stored.
   */
  lease(slot: Slot, generation: number, token: string, ttlMs: number): Promise<boolean>;
  /** Releases a lease; does nothing if another process holds it. */
  release(slot: Slot, token: string): Promise<void>;
  /**
   * Keeps a list by its content, for at least `lifeMs`. The name by which an entry points to it: equal names, equal lists. A list
   * is kept once, however many callers see it; the allow-list of `store/entry.ts` applies.
   */
  keepList(organization: string, list: readonly Integration[], lifeMs: number): Promise<string>;
  /** The list of a name; null where it is not kept any more. */
  list(organization: string, name: string): Promise<readonly Integration[] | null>;
  /**
   * Read, step 4. Stores `body` only if the generation is still `generation` and no write is under way. The new stamp,
   * or null where it was refused.
   */
  fill(slot: Slot, generation: number, body: string, lifeMs: number): Promise<string | null>;

  /**
   * Write, step 1. Increments the generation and marks a write under way for `ttlMs`, unless the scope is backed off.
   * `floor` as in {@link ReadHints}.
   */
  beginWrite(slot: Slot, token: string, ttlMs: number, floor: number): Promise<BeginResult>;
  /**
   * Write, step 3. Increments the generation, removes the mark and notifies every process. Returns the new generation.
   * `restore` only for a write that certainly did not run.
   */
  endWrite(organization: string, token: string, floor: number, restore?: Restore | null): Promise<number>;

  /** Upstream is not to be called for this slot's scope for that long. */
  backOff(slot: Slot, forMs: number): Promise<void>;
  /** Deletes the entry of a slot and the scope's organization. */
  drop(slot: Slot): Promise<void>;
}

/** Texts that all processes share: the two commands that they need. */
export interface SharedTexts {
  get(hash: string): Promise<string | null>;
  /** Keeps a text for `ttlMs`. False: `scope`, or all callers together, have as many as they may. */
  register(hash: string, text: string, ttlMs: number, scope: CallerScope): Promise<boolean>;
}

/** At most this many texts that one caller registered; 3.2 MB of the longest ones. */
export const MAX_TEXTS_OF_CALLER = 200;
/** At most this many texts in a shared store; 82 MB of the longest ones. */
export const MAX_TEXTS = 5_000;

/** An id of an organization or environment that may be part of a key or value. Anything else counts as not known: it might break out of a hash tag. */
export function isOrganizationId(id: unknown): id is string {
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id);
}
