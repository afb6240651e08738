import type { OperationFacts } from '../../model/request-facts.ts';

/** Most documents that are named because callers have registered them. */
const MAX_REGISTERED = 30;

/**
 * Which operations a metric may name: those of trusted documents, and the first few that were registered as persisted
 * queries. Any other name is a text of a client's choice.
 */
export class OperationNames {
  readonly #trusted: ReadonlySet<string>;
  readonly #registered = new Set<string>();

  /** @param trusted hashes as in {@link OperationFacts}. */
  constructor(trusted: ReadonlySet<string>) {
    this.#trusted = trusted;
  }

  register(hash: string): void {
    if (this.#registered.size < MAX_REGISTERED) this.#registered.add(hash);
  }

  of(operation: OperationFacts | null): string {
    if (operation === null || operation.name === null) return 'other';
    return this.#trusted.has(operation.hash) || this.#registered.has(operation.hash) ? operation.name : 'other';
  }
}
