import type { Integration } from '../../model/integration.ts';
import { boundedMap } from '../store/bounded.ts';
import { decodeList, encodeList } from '../store/entry.ts';
import type { ListMemory, SharedList } from '../store/list-memory.ts';
import type { RedisClient } from './client.ts';
import type { RedisKeys } from './keys.ts';
import type { EntrySeal } from './seal.ts';

/** Names of lists that this process remembers; the memory of the lists has its own bound. */
const MAX_NAMES = 10_000;

/** A name is a MAC in base64url. Values of older gateways are ignored. */
const NAME = /^[\w-]{43}$/;

/**
 * Lists in Redis by their content, once for each organization, for all callers who see them. A name is the MAC of organization
 * and packed list. It finds the list and proves it is genuine, and reveals nothing that the list itself does not.
 */
export class ListContents {
  readonly #client: RedisClient;
  readonly #keys: RedisKeys;
  readonly #seal: EntrySeal;
  readonly #lists: ListMemory;
  readonly #names = new WeakMap<readonly Integration[], string>();
  readonly #known = boundedMap<string, SharedList>(MAX_NAMES);
  #repairs = 0;

  constructor(client: RedisClient, keys: RedisKeys, seal: EntrySeal, lists: ListMemory) {
    this.#client = client;
    this.#keys = keys;
    this.#seal = seal;
    this.#lists = lists;
  }

  /** Number of keys with invalid content that were removed. */
  get repairs(): number {
    return this.#repairs;
  }

  /** Stores a list unless it is stored already. Returns its name. */
  async keep(organization: string, list: readonly Integration[], lifeMs: number): Promise<string> {
    const known = this.#names.get(list);
    if (known !== undefined && (await this.#renew(organization, known, lifeMs))) return known;
    const body = encodeList(list);
    const name = this.#seal.name(organization, body);
    await this.#client.set(this.#keys.content(organization, name), body, 'PX', lifeMs);
    this.#names.set(list, name);
    this.#known.set(name, this.#lists.share(list));
    return name;
  }

  /** The list of a name, from this process or from Redis; null if neither has it. */
  async find(organization: string, name: string): Promise<readonly Integration[] | null> {
    if (!NAME.test(name)) return null;
    const known = this.#known.get(name)?.list();
    if (known) return known;
    const key = this.#keys.content(organization, name);
    const body = await this.#client.get(key).catch((error: unknown) => this.#remove(key, error));
    if (body === null) return null;
    const list = this.#seal.isNameOf(name, organization, body) ? decodeList(body) : null;
    return list ? this.#learn(name, list) : this.#remove(key, null);
  }

  #learn(name: string, decoded: readonly Integration[]): readonly Integration[] | null {
    const shared = this.#lists.share(decoded);
    const list = shared.list();
    if (list) this.#names.set(list, name);
    this.#known.set(name, shared);
    return list;
  }

  /** A list must live as long as the last entry that points to it. */
  async #renew(organization: string, name: string, lifeMs: number): Promise<boolean> {
    return (await this.#client.pexpire(this.#keys.content(organization, name), lifeMs)) === 1;
  }

  /**
   * Removes a key with invalid content, which would otherwise be renewed forever. @throws any error other than a wrong
   * type of key.
   */
  async #remove(key: string, error: unknown): Promise<null> {
    if (error !== null && !(error instanceof Error && error.message.includes('WRONGTYPE'))) throw error;
    this.#repairs += 1;
    await this.#client.del(key);
    return null;
  }
}
