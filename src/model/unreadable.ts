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
