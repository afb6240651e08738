/** What takes room in the one memory of a process. */
export interface Remembered {
  /** An estimate. */
  readonly bytes: number;
}

/**
 * The one bound for what a process keeps of lists: the lists themselves, with the texts of their rows, and ready answers. What
 * was not used for longest goes first. Lists are found by texts, ready answers by numbers, so that neither meets the other.
 */
export interface BoundedMemory {
  get(key: string | number): Remembered | undefined;
  /** Does nothing where it is larger than the memory. */
  set(key: string | number, value: Remembered): unknown;
}
