import type { CallerScope } from '../../model/caller.ts';
import type { Integration, ListOptions } from '../../model/integration.ts';
import { RecentMap } from '../../model/recent-map.ts';
import { boundedMap } from '../store/bounded.ts';
import type { Clock } from '../store/clock.ts';
import type { SharedList } from '../store/list-memory.ts';
import type { Invalidation } from '../store/store.ts';

/** What this process knows about one organization. The fields change with each invalidation. */
export interface OrganizationState {
  /** Highest generation read or heard; 0 for none. */
  readonly highest: number;
  /** Changes with every event: a higher generation, or the begin or end of a write in this process. Never repeats. */
  readonly epoch: number;
}

/** A list as it may be answered. */
export interface CachedList {
  readonly integrations: readonly Integration[];
  /** By the process clock. */
  readonly storedAtMs: number;
  /** Null: no store told it. */
  readonly generation: number | null;
}

/** A list in this process's memory, and what its use depends on. Times by the process clock. */
export interface MemoryEntry {
  /** Which all callers who see the same share. */
  readonly shared: SharedList;
  /**
   * The validator that upstream gave this caller with the list; undefined if there was none, or another process has it.
   */
  readonly validator: string | undefined;
  /** Null: no store confirmed it. */
  readonly generation: number | null;
  /** Stamp of the store's entry that told it; null: of none. */
  readonly stamp: string | null;
  readonly storedAtMs: number;
  /** Last moment at which the store (without one: upstream) is known to have had nothing newer. */
  readonly confirmedAtMs: number;
  readonly organizationState: OrganizationState;
  /** The state's epoch when the list was read: once they differ, the list may be old. */
  readonly epoch: number;
}

const MAX_ORGANIZATIONS = 10_000;
/** That were used last; see {@link RecentMap}. */
const MIN_SCOPES = 25_000;
/** Of the hour for which the store keeps a scope's organization: it is to be there after a restart. */
const SHARE_AGAIN_MS = 30 * 60_000;

/** Callers of one organization may share it. */
interface KnownOrganization {
  readonly id: string;
  /** When this process told the store, by the process clock; up to {@link SHARED_TOGETHER_MS} too early. */
  readonly sharedAtMs: number;
}

interface State {
  highest: number;
  epoch: number;
  /** As the last caller learned it. */
  known: KnownOrganization | null;
}

/** What an entry takes beside its list, about: an object, its times, and its place in the map. */
const ENTRY_BYTES = 250;
/** Callers who learn their organization within so many milliseconds share what is known of it. */
const SHARED_TOGETHER_MS = 10_000;

/**
 * What one process knows without asking the store: lists of scopes (Read, step 1), scopes' organizations,
 * organizations' generations, and how many writes went through this process. Losing any of it costs a read of the
 * store, but never correctness: a new epoch differs from every old one.
 */
export class LocalState {
  readonly #clock: Clock;
  readonly #memoryTtlMs: number;
  /** Bounded by an estimate of their bytes, without the lists that they point to. Null: switched off. */
  readonly #lists: RecentMap<CallerScope, MemoryEntry> | null;
  /** An entry that still refers to a forgotten state sees by the new epoch that the state is no longer kept current. */
  readonly #states = boundedMap<string, State>(MAX_ORGANIZATIONS, (state) => this.#renew(state));
  readonly #organizations = new RecentMap<CallerScope, KnownOrganization>(MIN_SCOPES);
  readonly #environments = new RecentMap<CallerScope, string>(MIN_SCOPES);
  #epochs = 0;
  #writes = 0;

  /** `memoryTtlMs` 0: no list is kept. */
  constructor(clock: Clock, memoryTtlMs: number, maxBytes: number) {
    this.#clock = clock;
    this.#memoryTtlMs = memoryTtlMs;
    this.#lists = memoryTtlMs > 0 ? new RecentMap(maxBytes / ENTRY_BYTES / 2) : null;
  }

  /** The list of a scope, if it may be served without asking the store. */
  list(scope: CallerScope): CachedList | null {
    const entry = this.#lists?.get(scope);
    if (entry === undefined || entry.epoch !== entry.organizationState.epoch) return null;
    if (this.#clock.now() - entry.confirmedAtMs > this.#memoryTtlMs) return null;
    const integrations = entry.shared.list();
    return integrations && { integrations, storedAtMs: entry.storedAtMs, generation: entry.generation };
  }

  /** The entry of a scope, whatever its age: it only saves looking for the list of the same stamp again. */
  entry(scope: CallerScope): MemoryEntry | null {
    return this.#lists?.get(scope) ?? null;
  }

  /** The list that upstream gave a scope last, as far as this process was given it, and by what upstream can tell it again. */
  since(scope: CallerScope): ListOptions['since'] {
    const { shared, validator } = this.#lists?.get(scope) ?? {};
    const integrations = shared?.list();
    return integrations && validator !== undefined ? { integrations, validator } : undefined;
  }

  /** Of the lists, as they are estimated. */
  get bytes(): number {
    return (this.#lists?.size ?? 0) * ENTRY_BYTES;
  }

  /** Keeps a list. Where there was news of its organization since `entry.epoch`, {@link list} does not serve it. */
  put(scope: CallerScope, entry: MemoryEntry): void {
    const { shared, validator, generation, stamp, storedAtMs, confirmedAtMs, organizationState, epoch } = entry;
    // Copied member by member: V8 reserves unused room in an object made by spreads.
    this.#lists?.set(scope, {
      shared,
      validator,
      generation,
      stamp,
      storedAtMs,
      confirmedAtMs,
      organizationState,
      epoch,
    });
  }

  /** Forgets the list, the organization and the environment of a scope. */
  drop(scope: CallerScope): void {
    this.#lists?.delete(scope);
    this.#organizations.delete(scope);
    this.#environments.delete(scope);
  }

  organization(scope: CallerScope): string | null {
    return this.#organizations.get(scope)?.id ?? null;
  }

  /** Does the store hold a scope's organization for a while to come, as far as this process knows? */
  isShared(scope: CallerScope, organization: string): boolean {
    const known = this.#organizations.get(scope);
    return known?.id === organization && this.#clock.now() - known.sharedAtMs < SHARE_AGAIN_MS;
  }

  /** `shared`: the store is told of it now. Else it comes from the store, which may be about to forget it. */
  learn(scope: CallerScope, organization: string, shared: boolean): void {
    const now = this.#clock.now();
    const sharedAtMs = shared ? now - (now % SHARED_TOGETHER_MS) : Number.NEGATIVE_INFINITY;
    const state = this.#state(organization);
    if (state.known?.sharedAtMs !== sharedAtMs) state.known = { id: organization, sharedAtMs };
    this.#organizations.set(scope, state.known);
  }

  /** The scope's own environment. */
  environment(scope: CallerScope): string | null {
    return this.#environments.get(scope) ?? null;
  }

  learnEnvironment(scope: CallerScope, environment: string): void {
    this.#environments.set(scope, environment);
  }

  organizationState(organization: string): OrganizationState {
    return this.#state(organization);
  }

  /** A generation was read or heard of. */
  noteGeneration(organization: string, generation: number): void {
    const state = this.#state(organization);
    if (generation <= state.highest) return;
    state.highest = generation;
    this.#renew(state);
  }

  /** What the store publishes. A lost subscription may have missed any write, so no list is served after it. */
  applyInvalidation(event: Invalidation): void {
    if (event.kind === 'lost') this.#lists?.clear();
    else this.noteGeneration(event.organization, event.generation);
  }

  /**
   * Writes of this process that were begun or ended, of whatever organization: a fetch that began before is not joined
   * after, also where no store answers and where an organization is not known.
   */
  get writes(): number {
    return this.#writes;
  }

  /** A write of this process begins or has ended; null where its organization is not known. */
  noteWrite(organization: string | null): void {
    this.#writes += 1;
    if (organization !== null) this.#renew(this.#state(organization));
  }

  #state(organization: string): State {
    const known = this.#states.get(organization);
    if (known !== undefined) return known;
    const state: State = { highest: 0, epoch: 0, known: null };
    this.#renew(state);
    this.#states.set(organization, state);
    return state;
  }

  #renew(state: { epoch: number }): void {
    this.#epochs += 1;
    state.epoch = this.#epochs;
  }
}
