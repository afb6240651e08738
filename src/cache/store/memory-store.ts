import type { CallerScope } from '../../model/caller.ts';
import type { Integration } from '../../model/integration.ts';
import { RecentMap } from '../../model/recent-map.ts';
import { boundedMap } from './bounded.ts';
import type { Clock } from './clock.ts';
import { ListMemory, type SharedList } from './list-memory.ts';
import {
  type BeginResult,
  type CacheStore,
  type Invalidation,
  NO_BODY,
  type ReadHints,
  type Restore,
  type Slot,
  type Snapshot,
  type StoredEntry,
} from './store.ts';

interface Entry {
  readonly organization: string;
  readonly generation: number;
  readonly stamp: string;
  readonly storedAtMs: number;
  readonly lifeMs: number;
  readonly body: string;
}

/** Which entries of an organization count, by their generations (cache protocol §3). */
export interface Validity {
  /** The organization's generation to which this belongs; at any other, only entries of that one count. */
  readonly generation: number;
  /** Entries of this generation or later are valid. */
  readonly since: number;
  /** Entries of this generation or later were valid before writes that were never acknowledged. */
  readonly heldSince: number;
}

interface Lease {
  readonly generation: number;
  readonly token: string;
  readonly expiresAtMs: number;
}

/** Of each of the small values: generations, leases, back-offs, names of lists. */
const MAX_KEYS = 50_000;
/** At least this many recently used values of callers; see {@link RecentMap}. */
const MIN_CALLER_VALUES = 25_000;
/** An entry takes about as much: an object, its numbers, and its place in the map. */
const ENTRY_BYTES = 250;

/**
 * The cache protocol within one process, in place of Redis. Entries are bounded by bytes, other keys by count. An
 * evicted key counts as lost, which the protocol allows.
 */
export class MemoryStore implements CacheStore {
  readonly form = 'memory';
  readonly #clock: Clock;
  /** One for each scope: a caller belongs to one organization, and a key for each of them would be a text more to keep. */
  protected readonly entries: RecentMap<CallerScope, Entry>;
  protected readonly generations = boundedMap<string, number>(MAX_KEYS);
  readonly #validities = boundedMap<string, Validity>(MAX_KEYS);
  /** Writes under way and of the last half minute, never evicted. By organization, then token: when the mark expires. */
  protected readonly writing = new Map<string, Map<string, number>>();
  protected readonly leases = boundedMap<string, Lease>(MAX_KEYS);
  protected readonly backOffs = boundedMap<string, number>(MAX_KEYS);
  protected readonly organizations = new RecentMap<string, string>(MIN_CALLER_VALUES);
  readonly #lists: ListMemory;
  readonly #named = boundedMap<string, SharedList>(MAX_KEYS);
  readonly #names = new WeakMap<SharedList, string>();
  readonly #listeners = new Set<(event: Invalidation) => void>();
  #fills = 0;
  #listNames = 0;

  /** @param maxBytes of entries. @param lists that they point to, which the memory of the process can share. */
  constructor(clock: Clock, maxBytes: number, lists = new ListMemory(maxBytes)) {
    this.#clock = clock;
    this.#lists = lists;
    this.entries = new RecentMap(maxBytes / ENTRY_BYTES / 2);
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {
    this.#listeners.clear();
  }

  state(): 'ok' {
    return 'ok';
  }

  subscribe(listener: (event: Invalidation) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async organization(scope: CallerScope): Promise<string | null> {
    return this.organizations.get(scope) ?? null;
  }

  async learn(scope: CallerScope, organization: string): Promise<void> {
    this.organizations.set(scope, organization);
  }

  async read(slot: Slot, hints: ReadHints): Promise<Snapshot> {
    const now = this.#clock.now();
    const generation = this.#generation(slot.organization, hints.floor);
    const found = this.entries.get(slot.scope);
    const entry = found?.organization === slot.organization ? found : undefined;
    const { since, heldSince } = this.#validity(slot.organization, generation);
    const counts = entry !== undefined && entry.generation >= heldSince && entry.generation <= generation;
    const current = counts && entry.storedAtMs + entry.lifeMs > now;
    const writing = this.#isWriting(slot.organization);
    return {
      generation,
      writing,
      heldBack: current && (writing || entry.generation < since),
      backOffMs: Math.max(0, (this.backOffs.get(keyOf(slot)) ?? 0) - now),
      entry: current ? toStoredEntry(entry, now, hints) : null,
    };
  }

  async lease(slot: Slot, generation: number, token: string, ttlMs: number): Promise<boolean> {
    const now = this.#clock.now();
    const held = this.leases.get(keyOf(slot));
    if (held !== undefined && held.expiresAtMs > now && held.generation >= generation) return false;
    this.leases.set(keyOf(slot), { generation, token, expiresAtMs: now + ttlMs });
    return true;
  }

  async release(slot: Slot, token: string): Promise<void> {
    if (this.leases.get(keyOf(slot))?.token === token) this.leases.delete(keyOf(slot));
  }

  async keepList(_organization: string, list: readonly Integration[]): Promise<string> {
    const shared = this.#lists.share(list);
    const name = this.#names.get(shared) ?? String(++this.#listNames);
    this.#names.set(shared, name);
    this.#named.set(name, shared);
    return name;
  }

  async list(_organization: string, name: string): Promise<readonly Integration[] | null> {
    return this.#named.get(name)?.list() ?? null;
  }

  async fill(slot: Slot, generation: number, body: string, lifeMs: number): Promise<string | null> {
    if (!this.mayFill(slot.organization, generation)) return null;
    const now = this.#clock.now();
    this.#fills += 1;
    const stamp = String(this.#fills);
    const { organization, scope } = slot;
    this.entries.set(scope, { organization, generation, stamp, storedAtMs: now, lifeMs, body });
    return stamp;
  }

  async beginWrite(slot: Slot, token: string, ttlMs: number, floor: number): Promise<BeginResult> {
    const now = this.#clock.now();
    const backOffUntilMs = this.backOffs.get(keyOf(slot)) ?? 0;
    if (backOffUntilMs > now) return { phase: 'backed-off', forMs: backOffUntilMs - now };
    this.#sweep();
    const marks = this.#marks(slot.organization);
    marks.set(token, now + ttlMs);
    this.writing.set(slot.organization, marks);
    const before = this.#validity(slot.organization, this.#generation(slot.organization, floor));
    const generation = this.count(slot.organization, floor);
    this.#validities.set(slot.organization, { generation, since: generation, heldSince: before.heldSince });
    return { phase: 'begun', generation, since: before.since };
  }

  async endWrite(organization: string, token: string, floor: number, restore: Restore | null = null): Promise<number> {
    this.#marks(organization).delete(token);
    const before = this.#validity(organization, this.#generation(organization, floor));
    const generation = this.count(organization, floor);
    this.#validities.set(organization, { generation, ...this.validAfter(before, generation, restore) });
    for (const listener of this.#listeners) listener({ kind: 'generation', organization, generation });
    return generation;
  }

  async backOff(slot: Slot, forMs: number): Promise<void> {
    this.backOffs.set(keyOf(slot), this.#clock.now() + forMs);
  }

  async drop(slot: Slot): Promise<void> {
    this.entries.delete(slot.scope);
    this.organizations.delete(slot.scope);
  }

  /** What counts after the end of a write. */
  protected validAfter(before: Validity, generation: number, restore: Restore | null): Omit<Validity, 'generation'> {
    if (restore === null) return { since: generation, heldSince: generation };
    const since = before.generation === restore.begun ? restore.since : generation;
    return { since, heldSince: Math.min(before.heldSince, since) };
  }

  #validity(organization: string, generation: number): Validity {
    const known = this.#validities.get(organization);
    return known?.generation === generation ? known : { generation, since: generation, heldSince: generation };
  }

  /** The condition of Read, step 4. */
  protected mayFill(organization: string, generation: number): boolean {
    return this.generations.get(organization) === generation && !this.#isWriting(organization);
  }

  /** The first value of a missing generation. Later than any before: no organization is written to each microsecond. */
  protected firstGeneration(floor: number): number {
    return Math.max(Math.floor(this.#clock.now() * 1000), floor + 1);
  }

  /** One increment: a write makes one at its begin and one at its end. */
  protected count(organization: string, floor: number): number {
    const generation = this.#generation(organization, floor) + 1;
    this.generations.set(organization, generation);
    return generation;
  }

  #generation(organization: string, floor: number): number {
    const known = this.generations.get(organization);
    if (known !== undefined && known >= floor) return known;
    const generation = known === undefined ? this.firstGeneration(floor) : floor;
    this.generations.set(organization, generation);
    return generation;
  }

  /** Marks of organizations that are not asked about any more, the oldest first, up to one that is alive. */
  #sweep(): void {
    for (const organization of this.writing.keys()) if (this.#isWriting(organization)) return;
  }

  #isWriting(organization: string): boolean {
    return this.#marks(organization).size > 0;
  }

  #marks(organization: string): Map<string, number> {
    const marks = this.writing.get(organization) ?? new Map<string, number>();
    for (const [token, expiresAtMs] of marks) if (expiresAtMs <= this.#clock.now()) marks.delete(token);
    if (marks.size === 0) this.writing.delete(organization);
    return marks;
  }
}

function toStoredEntry({ stamp, storedAtMs, body }: Entry, nowMs: number, { knownStamp }: ReadHints): StoredEntry {
  return { stamp, ageMs: nowMs - storedAtMs, body: knownStamp === NO_BODY || knownStamp === stamp ? null : body };
}

function keyOf(slot: Slot): string {
  return `${slot.organization} ${slot.scope}`;
}
