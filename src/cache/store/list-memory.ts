import { LRUCache } from 'lru-cache';
import type { BoundedMemory, CacheItem } from '../../model/bounded-memory.ts';
import type { Integration } from '../../model/integration.ts';
import { decodeList, encodeList } from './entry.ts';

/** A list that several callers may point to. */
export interface SharedList {
  /** Always the same array; null once the memory had no room for it. */
  list(): readonly Integration[] | null;
}

/**
 * Measured with lists of 1 to 1,000 integrations: 380 for an object with 22 fields, its share of strings and the array's
 * slot, and as much again for the texts that answers are put together from and for the room that the collector needs.
 */
const BYTES_PER_INTEGRATION = 1_000;
const BYTES_PER_LIST = 1_000;

/**
 * One list for all callers who see the same (cache protocol §1). It knows contents, not callers: the entries that point
 * to a list decide which callers may be answered from it. A list with secrets is never held.
 */
export class ListMemory {
  /** The shared memory, which also holds cached answers under numbers. */
  readonly memory: LRUCache<string | number, CacheItem>;
  readonly #held = new WeakMap<readonly Integration[], HeldList>();
  #unnamed = 0;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.memory = new LRUCache({
      maxSize: Math.ceil(maxBytes),
      sizeCalculation: ({ bytes }) => bytes,
      dispose: (gone) => {
        if (!(gone instanceof HeldList)) return;
        this.#bytes -= gone.bytes;
        gone.forget();
      },
    });
  }

  /** Estimated bytes of all lists. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Estimated bytes of everything except lists. */
  get otherBytes(): number {
    return this.memory.calculatedSize - this.#bytes;
  }

  /** The list that {@link keep} was given under this key. */
  find(key: string): readonly Integration[] | null {
    const found = this.memory.get(key);
    return found instanceof HeldList ? found.integrations : null;
  }

  /**
   * The list to use from now on: the one that is held under this key, or `list`.
   * @param key of the content: equal keys, equal lists. @param list made of named fields, without secrets.
   */
  keep(key: string, list: readonly Integration[]): readonly Integration[] {
    // The last line of defence: what reads lists leaves them out unless a caller asked for them.
    if (list.some(({ secrets }) => secrets !== undefined)) return list;
    // Two callers may have received it at the same time.
    const known = this.find(key);
    if (known) return known;
    this.#hold(new HeldList(key, this.memory, list), list);
    return list;
  }

  /** The list to keep: itself if it is kept already, else a copy with only the fields of the allow-list. */
  share(list: readonly Integration[]): SharedList {
    const held = this.#held.get(list);
    if (held) return this.#hold(held, list);
    this.#unnamed += 1;
    const own = decodeList(encodeList(list)) ?? [];
    return this.#hold(new HeldList(`list ${this.#unnamed}`, this.memory, own), own);
  }

  #hold(held: HeldList, list: readonly Integration[]): HeldList {
    if (held.integrations === null || this.memory.get(held.key) !== held) {
      held.integrations = list;
      this.memory.set(held.key, held);
      this.#held.set(list, held);
      // Larger than the memory.
      if (this.memory.get(held.key) !== held) held.forget();
      else this.#bytes += held.bytes;
    }
    return held;
  }
}

class HeldList implements SharedList, CacheItem {
  readonly key: string;
  readonly bytes: number;
  readonly #memory: BoundedMemory;
  integrations: readonly Integration[] | null;

  constructor(key: string, memory: BoundedMemory, integrations: readonly Integration[]) {
    this.key = key;
    this.#memory = memory;
    this.integrations = integrations;
    this.bytes = BYTES_PER_LIST + integrations.length * BYTES_PER_INTEGRATION;
  }

  list(): readonly Integration[] | null {
    // So that a list is not forgotten while callers ask for it.
    this.#memory.get(this.key);
    return this.integrations;
  }

  forget(): void {
    this.integrations = null;
  }
}
