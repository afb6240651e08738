import type { CallerScope } from '../../model/caller.ts';
import type { Slot } from '../store/store.ts';

/**
 * The key names (cache protocol §3). The part in braces determines the slot in a Redis Cluster. All keys of an
 * organization are in one slot, so that a script can access them.
 */
export class RedisKeys {
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = `${prefix}:v1`;
  }

  /** Pub/sub channel of invalidations. */
  get channel(): string {
    return `${this.#prefix}:invalidate`;
  }

  /** String: the generation. */
  generation(organization: string): string {
    return `${this.#prefix}:{${organization}}:gen`;
  }

  /** Sorted set: tokens of writes under way, scored by the moment (ms) at which the mark expires. */
  writing(organization: string): string {
    return `${this.#prefix}:{${organization}}:writing`;
  }

  /** Hash: g generation, t stored at (µs), b MAC and name of the list. */
  list(slot: Slot): string {
    return `${this.#prefix}:{${slot.organization}}:list:${slot.scope}`;
  }

  /** String: a packed list, by its name. */
  content(organization: string, name: string): string {
    return `${this.#prefix}:{${organization}}:content:${name}`;
  }

  /** String: the generation that the holder saw, a space, and the holder's token. */
  lease(slot: Slot): string {
    return `${this.#prefix}:{${slot.organization}}:lease:${slot.scope}`;
  }

  /** String that exists while upstream is not to be called. */
  backOff(slot: Slot): string {
    return `${this.#prefix}:{${slot.organization}}:backoff:${slot.scope}`;
  }

  /** Sorted set: token and name of each lease of a namespace, scored by the moment (ms) at which it expires. */
  writeLeases(owner: string, namespace: string): string {
    return `${this.#prefix}:{${owner}}:held:${namespace}`;
  }

  /** String: the MAC and the outcome of a write. */
  outcome(owner: string, key: string): string {
    return `${this.#prefix}:{${owner}}:outcome:${key}`;
  }

  /** String: the scope's organization. */
  organization(scope: CallerScope): string {
    return `${this.#prefix}:{${scope}}:org`;
  }

  /** String: an immutable text, by its hash. All texts share one slot with the indexes that bound them. */
  text(hash: string): string {
    return `${this.#prefix}:{texts}:text:${hash}`;
  }

  /** Sorted set: hashes of all texts, scored by the moment (ms) at which they expire. */
  texts(): string {
    return `${this.#prefix}:{texts}:all`;
  }

  /** The same, of the texts that one caller registered. */
  textsOf(scope: CallerScope): string {
    return `${this.#prefix}:{texts}:of:${scope}`;
  }
}
