import { createHmac, randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Integration, RawList } from '../model/integration.ts';
import { unreadableIn, withUnreadable } from '../model/lists.ts';
import { type ReadRows, readChangedRows, withSpans } from './wire/changed-rows.ts';
import { withoutSecrets } from './wire/rows.ts';
import { locateSecrets, readSecretsAt, rowSpansOf, type SecretPositions } from './wire/secret-positions.ts';

/** Where lists are kept by content. */
export interface SharedLists {
  find(key: string): readonly Integration[] | null;
  /** The list to use from now on: one that was kept under this key before, or `list`. */
  keep(key: string, list: readonly Integration[]): readonly Integration[];
}

/** Names the bytes of a body. Different bytes must have different names, even if an attacker chooses them. */
export type Digest = (body: readonly Buffer[]) => string;

/**
 * Lists by the bytes that Novu sent: what was read once is not read again, whichever caller it was sent to. The bytes hold
 * credentials, so their name is an HMAC under a secret of this process: it tells nothing about them, it is compared with no
 * other process's, and it goes nowhere. What is kept under it was read without secrets.
 *
 * A caller who may see secrets is sent bytes with them each time. Of bytes that are known, the secrets alone are read; where they stand
 * is remembered with the list.
 */
export class KnownLists {
  readonly #lists: SharedLists;
  readonly #digest: Digest;
  readonly #positions: Positions = new WeakMap();

  /** @param digest HMAC-SHA-256 under a random key, unless a test wants its own. */
  constructor(lists: SharedLists, digest: Digest = keyedDigest()) {
    this.#lists = lists;
    this.#digest = digest;
  }

  /** To be used for one call. @param secrets of a list for a caller who may see secrets. */
  reading(secrets: boolean): ListReading {
    const key = (body: readonly Buffer[]) =>
      `${body.reduce((sum, { length }) => sum + length, 0)} ${this.#digest(body)}`;
    return secrets ? new SecretReading(this.#lists, key, this.#positions) : new PublicReading(this.#lists, key);
  }
}

/** One reading of a list. */
export interface ListReading {
  /** True: the body of a 2xx response need not be parsed, since {@link known} is the list. */
  readonly canSkipParsing: (body: readonly Buffer[]) => boolean;
  /** The list of a body whose parsing was skipped. */
  known(): readonly Integration[] | null;
  /** The body itself, where {@link known} reads secrets from it. */
  raw(): RawList | null;
  /** The list to use from now on, where the body was parsed: one that is known, or `list`. */
  keep(list: readonly Integration[]): readonly Integration[];
}

type KeyOf = (body: readonly Buffer[]) => string;
type Positions = WeakMap<readonly Integration[], SecretPositions | 'NONE'>;

class PublicReading implements ListReading {
  readonly #lists: SharedLists;
  readonly #keyOf: KeyOf;
  #key: string | null = null;
  #known: readonly Integration[] | null = null;

  constructor(lists: SharedLists, keyOf: KeyOf) {
    this.#lists = lists;
    this.#keyOf = keyOf;
  }

  readonly canSkipParsing = (body: readonly Buffer[]): boolean => {
    this.#key = this.#keyOf(body);
    this.#known = this.#lists.find(this.#key);
    return this.#known !== null;
  };

  known(): readonly Integration[] | null {
    return this.#known;
  }

  raw(): null {
    return null;
  }

  keep(list: readonly Integration[]): readonly Integration[] {
    return this.#key === null ? list : this.#lists.keep(this.#key, list);
  }
}

class SecretReading implements ListReading {
  readonly #lists: SharedLists;
  readonly #keyOf: KeyOf;
  readonly #positions: Positions;
  #key: string | null = null;
  /** The list without secrets of the same bytes. */
  #shared: readonly Integration[] | null = null;
  #bytes: Buffer | null = null;

  constructor(lists: SharedLists, keyOf: KeyOf, positions: Positions) {
    this.#lists = lists;
    this.#keyOf = keyOf;
    this.#positions = positions;
  }

  readonly canSkipParsing = (body: readonly Buffer[]): boolean => {
    this.#key = this.#keyOf(body);
    this.#shared = this.#lists.find(this.#key);
    if (!this.#shared) return false;
    this.#bytes = Buffer.concat(body);
    return this.#positions.get(this.#shared) instanceof Uint32Array;
  };

  known(): readonly Integration[] | null {
    const located = this.#located();
    return located && readSecretsAt(located.body, located.positions, located.shared);
  }

  raw(): RawList | null {
    const located = this.#located();
    if (!located) return null;
    const { body, shared } = located;
    return { shared, body, rowSpans: () => rowSpansOf(body) };
  }

  #located(): {
    readonly shared: readonly Integration[];
    readonly body: Buffer;
    readonly positions: SecretPositions;
  } | null {
    const positions = this.#shared && this.#positions.get(this.#shared);
    if (!this.#bytes || !this.#shared || !(positions instanceof Uint32Array)) return null;
    return { shared: this.#shared, body: this.#bytes, positions };
  }

  keep(list: readonly Integration[]): readonly Integration[] {
    if (this.#key === null) return list;
    // When the bytes come the second time: most never do.
    if (!this.#shared || !this.#bytes) this.#lists.keep(this.#key, allWithoutSecrets(list));
    else if (!this.#positions.has(this.#shared)) {
      this.#positions.set(this.#shared, locate(this.#bytes, this.#shared, list));
    }
    return list;
  }
}

function allWithoutSecrets(list: readonly Integration[]): readonly Integration[] {
  return withUnreadable(list.map(withoutSecrets), unreadableIn(list));
}

/** What an operation has read last, and how. */
interface LastRead {
  readonly secrets: boolean;
  readonly bytes: Buffer;
  readonly list: readonly Integration[];
  /** Where its rows are, once that is known; null where they cannot be told apart. */
  rows?: ReadRows | null;
}

/**
 * Lists that one operation reads again after each of its writes: of the rows those alone are parsed that have changed. The bytes, which
 * hold credentials, are kept under the operation, beside the rows that it has read from them, and end with it.
 */
export class OperationLists {
  readonly #last = new WeakMap<object, LastRead>();

  /** @param operation stands for one. @param inner the same reading, of an operation that reads once. */
  reading(operation: object, secrets: boolean, inner: ListReading): ListReading {
    let bytes: Buffer | null = null;
    let found: readonly Integration[] | null = null;
    const note = (list: readonly Integration[], rows?: ReadRows) => {
      if (bytes) this.#last.set(operation, { secrets, bytes, list, ...(rows && { rows }) });
      return list;
    };
    return {
      canSkipParsing: (body) => {
        bytes = Buffer.concat(body);
        const readChanged = () => readChangedRowsOf(this.#last.get(operation), bytes ?? EMPTY, secrets);
        // With secrets nothing is shared, so that the bytes need no name.
        const own = secrets ? readChanged() : null;
        if (own) found = note(own.list, own);
        if (own || inner.canSkipParsing(body)) return true;
        const rows = secrets ? null : readChanged();
        // Without secrets it is shared with all who are sent the same bytes.
        if (rows) found = note(inner.keep(rows.list), rows);
        return rows !== null;
      },
      known() {
        const known = found ?? inner.known();
        return known && known !== found ? note(known) : known;
      },
      // The rows are wanted here, and not an answer out of the bytes.
      raw: () => null,
      keep: (list) => note(inner.keep(list)),
    };
  }
}

const EMPTY = Buffer.alloc(0);
/** Longer lists are parsed as a whole, in slices: to compare them would take a turn of tens of milliseconds. */
const MAX_COMPARED_BYTES = 4 * 1024 ** 2;

function readChangedRowsOf(last: LastRead | undefined, bytes: Buffer, secrets: boolean): ReadRows | null {
  if (last?.secrets !== secrets || Math.max(bytes.length, last.bytes.length) > MAX_COMPARED_BYTES) return null;
  last.rows ??= last.rows === undefined ? withSpans(last.bytes, last.list) : null;
  return last.rows && readChangedRows(bytes, last.rows, secrets);
}

/** The places of the secrets, if what is read there is what was read from the whole of the same bytes. */
function locate(bytes: Buffer, known: readonly Integration[], list: readonly Integration[]): SecretPositions | 'NONE' {
  const positions = locateSecrets(bytes, known.length);
  if (!positions) return 'NONE';
  const found = readSecretsAt(bytes, positions, known).map(({ secrets: { row: _, ...secrets } = {}, ...row }) => ({
    ...row,
    secrets,
  }));
  return isDeepStrictEqual(found, list) ? positions : 'NONE';
}

function keyedDigest(): Digest {
  const secret = randomBytes(32);
  return (body) => {
    const hmac = createHmac('sha256', secret);
    for (const chunk of body) hmac.update(chunk);
    return hmac.digest('base64url');
  };
}
