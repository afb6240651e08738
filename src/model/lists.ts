import type { CacheOutcome, Integration, IntegrationList, SentList } from './integration.ts';

const counts = new WeakMap<readonly unknown[], number>();

/** Notes how many rows of upstream's answer could not be read and are missing from a list. Returns the list. */
export function withUnreadable<T extends readonly unknown[]>(list: T, unreadable: number): T {
  if (unreadable > 0) counts.set(list, unreadable);
  return list;
}

/** How many rows upstream sent beside those of this list. Bound to the array: a copy of it (a page, a filter) has none. */
export function unreadableIn(list: readonly unknown[]): number {
  return counts.get(list) ?? 0;
}

/** A list with secrets, which are read when something asks for them. Most answers are put together from the bytes themselves. */
export class LazyList implements IntegrationList {
  readonly cache: CacheOutcome;
  readonly sent: SentList | undefined;
  readonly #read: () => readonly Integration[];
  #integrations: readonly Integration[] | null = null;

  /** @param sent undefined: its bytes are not known. @param read is called once at most. */
  constructor(cache: CacheOutcome, sent: SentList | undefined, read: () => readonly Integration[]) {
    this.cache = cache;
    this.sent = sent;
    this.#read = read;
  }

  get integrations(): readonly Integration[] {
    this.#integrations ??= this.#read();
    return this.#integrations;
  }
}
