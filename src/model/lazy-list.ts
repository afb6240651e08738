import type { CacheOutcome, Integration, IntegrationList, SentList } from './integration.ts';

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
