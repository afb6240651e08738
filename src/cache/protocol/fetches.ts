import { randomUUID } from 'node:crypto';
import type { Call, Integration, IntegrationSource } from '../../model/integration.ts';
import { type Clock, sleep } from '../store/clock.ts';
import type { CacheStore } from '../store/store.ts';
import type { CacheFiller } from './cache-filler.ts';
import type { GuardedStore } from './guarded-store.ts';
import type { Landing } from './in-flight.ts';
import type { LocalState } from './local-state.ts';
import type { Found } from './memory-layer.ts';
import type { StoreReader, StoreView } from './store-reader.ts';
import { refuseWhileBackedOff, type UpstreamCalls } from './upstream-calls.ts';

/** A list that was fetched, by this process or (`found`) by another one meanwhile. */
export interface FetchResult extends Landing {
  readonly integrations: readonly Integration[];
  readonly found: Found | null;
}

export interface FetchesParts {
  readonly source: IntegrationSource;
  readonly clock: Clock;
  readonly store: CacheStore;
  readonly guard: GuardedStore;
  readonly knowledge: LocalState;
  readonly upstream: UpstreamCalls;
  readonly sights: StoreReader;
  readonly keeper: CacheFiller;
  readonly ttlMs: number;
  readonly upstreamTimeoutMs: number;
}

/** Whose turn it is to fetch. */
type Turn =
  | { readonly phase: 'fetched'; readonly found: Found }
  /** `token` null: no lease was tried for. */
  | { readonly phase: 'mine'; readonly sight: StoreView; readonly token: string | null };

const FIRST_WAIT_MS = 5;
const LONGEST_WAIT_MS = 100;
/** Who waits for another process's fetch gives up after this part of upstream's deadline. */
const WAIT_PART = 1 / 4;

/** Fetches from upstream: one process at a time for a scope (Read, step 3), and keeps what came (step 4). */
export class Fetches {
  readonly #parts: FetchesParts;

  constructor(parts: FetchesParts) {
    this.#parts = parts;
  }

  /** Waits for its turn, then fetches; or takes what another process has stored meanwhile. @throws what upstream rejects with. */
  async fetchInTurn(call: Call & { readonly signal: AbortSignal }, sight: StoreView): Promise<FetchResult> {
    const turn = await this.#turn(call, sight);
    if (turn.phase === 'fetched') {
      return { integrations: turn.found.integrations, found: turn.found, kept: Promise.resolve() };
    }
    const release = () => this.#release(turn.sight, turn.token);
    try {
      const landed = await this.fetch(call, turn.sight);
      return { ...landed, kept: landed.kept.then(release) };
    } catch (error) {
      void release();
      throw error;
    }
  }

  /** Fetches now. @throws what upstream rejects with. */
  async fetch(call: Call, sight: StoreView): Promise<FetchResult> {
    const { clock, keeper, knowledge, source, upstream } = this.#parts;
    const asked = { askedAtMs: clock.now(), writes: knowledge.writes };
    const { integrations } = await upstream.run(sight.slot.scope, () => source.list(call));
    const behind = { caller: call.caller, requestId: call.requestId };
    return { integrations, found: null, kept: keeper.keep({ call: behind, sight, integrations, ...asked }) };
  }

  async #turn(call: Call & { readonly signal: AbortSignal }, first: StoreView): Promise<Turn> {
    const { clock, guard, sights, store, upstreamTimeoutMs } = this.#parts;
    const giveUpAtMs = clock.now() + upstreamTimeoutMs * WAIT_PART;
    const token = randomUUID();
    let sight = first;
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
      const { generation, slot } = sight;
      // What is not stored need not be waited for.
      if (generation === null || sight.writing) return { phase: 'mine', sight, token: null };
      const granted = await guard.ask(call, 'lease', () => store.lease(slot, generation, token, upstreamTimeoutMs));
      if (granted !== false || clock.now() >= giveUpAtMs) return { phase: 'mine', sight, token };
      await sleep(clock, waitMs, call.signal);
      const next = await sights.look(call, slot.scope, 'entry');
      if (next.found !== null && clock.now() - next.found.storedAtMs < this.#parts.ttlMs) {
        return { phase: 'fetched', found: next.found };
      }
      refuseWhileBackedOff(next.backOffMs);
      // Where the store says nothing more, what it said before still fences the fill.
      if (next.generation === null) return { phase: 'mine', sight, token };
      sight = next;
    }
  }

  async #release(sight: StoreView, token: string | null): Promise<void> {
    const { guard, store } = this.#parts;
    if (token !== null) await guard.ask(null, 'release', () => store.release(sight.slot, token));
  }
}
