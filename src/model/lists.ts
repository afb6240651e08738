import type { CacheOutcome, Integration, IntegrationList, RawList } from './integration.ts';

const counts = new WeakMap<readonly unknown[], number>();

/** Records how many rows of upstream's answer could not be read and are missing from a list. Returns the list. */
export function withUnreadable<T extends readonly unknown[]>(list: T, unreadable: number): T {
  if (unreadable > 0) counts.set(list, unreadable);
  return list;
}

/** The number of unreadable rows that are missing from a list. Bound to the array: a copy (a page, a filter) has none. */
export function unreadableIn(list: readonly unknown[]): number {
  return counts.get(list) ?? 0;
}

/** A list with secrets, which are parsed on first use. Most answers are made from the bytes directly. */
export class LazyList implements IntegrationList {
  readonly cache: CacheOutcome;
  readonly raw: RawList | undefined;
  readonly #read: () => readonly Integration[];
  #integrations: readonly Integration[] | null = null;

  /** @param raw undefined if the bytes did not come before. @param read called at most once. */
  constructor(cache: CacheOutcome, raw: RawList | undefined, read: () => readonly Integration[]) {
    this.cache = cache;
    this.raw = raw;
    this.#read = read;
  }

  get integrations(): readonly Integration[] {
    this.#integrations ??= this.#read();
    return this.#integrations;
  }
}
