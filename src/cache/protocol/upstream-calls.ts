import type { CallerScope } from '../../model/caller.ts';
import { ForbiddenError, RateLimitedError, UnauthenticatedError } from '../../model/errors.ts';
import { boundedMap } from '../store/bounded.ts';
import type { Clock } from '../store/clock.ts';
import { ANY_ORGANIZATION, type CacheStore, type Slot } from '../store/store.ts';
import type { GuardedStore } from './guarded-store.ts';
import type { LocalState } from './local-state.ts';
import type { MemoryLayer } from './memory-layer.ts';

const SCOPES = 10_000;
/** A longer `Retry-After` than this is a mistake of somebody's; nobody is shut out for longer. */
const LONGEST_BACK_OFF_MS = 3_600_000;

export interface UpstreamCallsParts {
  readonly clock: Clock;
  readonly store: CacheStore;
  readonly guard: GuardedStore;
  readonly knowledge: LocalState;
  readonly layer: MemoryLayer;
}

/**
 * Every call to upstream passes here, for what its failure means to the cache: after a 401 or 403 nothing that the scope
 * has is kept (cache protocol §1); after a 429 nobody calls for the scope until `Retry-After` has passed.
 */
export class UpstreamCalls {
  readonly #parts: UpstreamCallsParts;
  /** When a scope may be called again, by the process clock: what is known here while the store is out of reach. */
  readonly #backOffs = boundedMap<CallerScope, number>(SCOPES);

  constructor(parts: UpstreamCallsParts) {
    this.#parts = parts;
  }

  /** How long this process knows that upstream is not to be called; 0 where it may be. */
  backOffMs(scope: CallerScope): number {
    return Math.max(0, (this.#backOffs.get(scope) ?? 0) - this.#parts.clock.now());
  }

  /** Runs `call`. @throws what it rejects with; RateLimitedError, without running it, while the scope is backed off. */
  async run<T>(scope: CallerScope, call: () => Promise<T>): Promise<T> {
    refuseWhileBackedOff(this.backOffMs(scope));
    try {
      return await call();
    } catch (error) {
      await this.#learnFrom(scope, error);
      throw error;
    }
  }

  async #learnFrom(scope: CallerScope, error: unknown): Promise<void> {
    const { guard, knowledge, layer, store } = this.#parts;
    const slot: Slot = { scope, organization: knowledge.organization(scope) ?? ANY_ORGANIZATION };
    if (error instanceof UnauthenticatedError || error instanceof ForbiddenError) {
      layer.drop(scope);
      knowledge.forget(scope);
      await guard.ask(null, 'drop', () => store.drop(slot));
    } else if (error instanceof RateLimitedError && error.retryAfterSeconds > 0) {
      const forMs = Math.min(error.retryAfterSeconds * 1000, LONGEST_BACK_OFF_MS);
      this.#backOffs.set(scope, this.#parts.clock.now() + forMs);
      await guard.ask(null, 'back-off', () => store.backOff(slot, forMs));
    }
  }
}

/** @throws RateLimitedError where upstream is not to be called for `forMs` more. */
export function refuseWhileBackedOff(forMs: number): void {
  if (forMs > 0) throw new RateLimitedError(Math.ceil(forMs / 1000));
}
