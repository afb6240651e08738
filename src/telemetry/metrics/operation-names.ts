import type { OperationFacts } from '../../model/request-facts.ts';

/** Maximum number of registered documents whose operations are named. */
const MAX_REGISTERED = 30;

/**
 * The operations that a metric may name: those of trusted documents, and the first few registered persisted queries.
 * Any other name is chosen by a client.
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
