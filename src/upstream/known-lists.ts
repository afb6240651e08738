import { createHmac, randomBytes } from 'node:crypto';
import type { Integration } from '../model/integration.ts';

/** Where lists are kept by content. */
export interface SharedLists {
  find(key: string): readonly Integration[] | null;
  /** The list to use from now on: one that was kept under this key before, or `list`. */
  keep(key: string, list: readonly Integration[]): readonly Integration[];
}

/** Names the bytes of a body. Different bytes must have different names, whoever chose them. */
export type Digest = (body: readonly Buffer[]) => string;

/**
 * Lists by the bytes that Novu sent: what was read once is not read again, whichever caller it was sent to. The bytes hold
 * credentials, so their name is an HMAC under a secret of this process: it tells nothing about them, it is compared with no
 * other process's, and it goes nowhere. What is kept under it was read without secrets.
 */
export class KnownLists {
  readonly #lists: SharedLists;
  readonly #digest: Digest;

  /** @param digest HMAC-SHA-256 under a random key, unless a test wants its own. */
  constructor(lists: SharedLists, digest: Digest = keyedDigest()) {
    this.#lists = lists;
    this.#digest = digest;
  }

  /** To be used for one call. */
  reading(): ListReading {
    return new ListReading(this.#lists, this.#digest);
  }
}

/** One reading of a list. */
export class ListReading {
  readonly #lists: SharedLists;
  readonly #digest: Digest;
  #key: string | null = null;
  #known: readonly Integration[] | null = null;

  constructor(lists: SharedLists, digest: Digest) {
    this.#lists = lists;
    this.#digest = digest;
  }

  /** True: the body of a 2xx response is that of a known list, and need not be parsed. */
  readonly recognize = (body: readonly Buffer[]): boolean => {
    const bytes = body.reduce((sum, { length }) => sum + length, 0);
    this.#key = `${bytes} ${this.#digest(body)}`;
    this.#known = this.#lists.find(this.#key);
    return this.#known !== null;
  };

  /** The list; `read` makes it where the body is not known. */
  list(read: () => readonly Integration[]): readonly Integration[] {
    if (this.#known) return this.#known;
    const list = read();
    return this.#key === null ? list : this.#lists.keep(this.#key, list);
  }
}

function keyedDigest(): Digest {
  const secret = randomBytes(32);
  return (body) => {
    const hmac = createHmac('sha256', secret);
    for (const chunk of body) hmac.update(chunk);
    return hmac.digest('base64url');
  };
}
