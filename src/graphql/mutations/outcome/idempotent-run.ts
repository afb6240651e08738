import { randomUUID } from 'node:crypto';
import type { GraphQLInputType } from 'graphql';
import type { Ledger } from '../../../model/coordination.ts';
import type { IdempotencyStatus } from '../../context.ts';
import { UserErrors } from '../user-errors.ts';
import type { Payload } from '../write.ts';
import type { Attempt } from './attempt.ts';
import { decodeRecord, encodeRecord, type Outcome, type OutcomeRecord } from './record.ts';

/** A mutation with an idempotency key. */
export interface IdempotentRunOptions {
  /** Where the outcome is kept. */
  readonly recordKey: string;
  /** Keyed hash of the input. */
  readonly input: string;
  readonly inputType: GraphQLInputType;
  /** What is kept there: a write that was begun, and nothing of it is known. Null: nothing; undefined: the store did not say. */
  readonly text: string | null | undefined;
  /** Others with this key are kept away. */
  readonly isExclusive: boolean;
}

/** One run under an idempotency key: what is kept of it, and what can be promised for it. */
export class IdempotentRun {
  readonly #ledger: Ledger;
  readonly #options: IdempotentRunOptions;
  /** As it is in the store, for all that this run knows. */
  #text: string | null;
  #record: OutcomeRecord | null;
  #isBegun = false;
  #isProtected: boolean;

  constructor(ledger: Ledger, options: IdempotentRunOptions) {
    this.#ledger = ledger;
    this.#options = options;
    this.#text = options.text ?? null;
    this.#record = decodeRecord(options.text);
    this.#isProtected = options.isExclusive && options.text !== undefined && ledger.isPermanent;
  }

  /** Runs it, keeps its outcome, and tells what became of the key. @throws what `run` throws. */
  async run(
    run: (attempt: Attempt) => Promise<Payload>,
    report: (status: IdempotencyStatus) => void,
  ): Promise<Payload> {
    const { recordKey, input } = this.#options;
    const seed = Buffer.from(this.#ledger.digest('identifier', recordKey, input), 'base64url');
    const earlier = this.#record;
    const begin = (provable: boolean) => this.#begin(provable);
    let payload: Payload;
    try {
      payload = await run({ earlier, seed, outcomeTtlMs: this.#ledger.outcomeTtlMs, begin });
    } catch (error) {
      const isFinal = error instanceof UserErrors && error.isFinal;
      report(await (isFinal ? this.#keep({ id: null, errors: error.errors }) : this.#forget()));
      throw error;
    }
    const { integration, errors, success, isUnfinished, id = integration?.id ?? null } = payload;
    const outcome = { id, errors, ...(success !== undefined && { success }) };
    report(await this.#keep(isUnfinished === true ? null : outcome));
    return payload;
  }

  async #begin(provable: boolean): Promise<void> {
    const { input, inputType, recordKey, text } = this.#options;
    this.#isBegun = true;
    // What may be there already must not be lost.
    if (text === undefined) return;
    const { outcomeTtlMs, leaseMs, isAccepted } = this.#ledger;
    this.#record = { input, run: randomUUID(), provable, outcome: null };
    this.#text = encodeRecord(this.#record, inputType);
    // A stranger's record lives no longer than its lease would.
    const isKept = await this.#ledger.set(
      recordKey,
      this.#text,
      isAccepted ? Math.max(outcomeTtlMs, leaseMs) : leaseMs,
    );
    this.#isProtected &&= isKept;
  }

  /** What certainly ran, and what Novu refused for its content. @param outcome null: not known, the write stays begun. */
  async #keep(outcome: Outcome | null): Promise<IdempotencyStatus> {
    if (this.#record === null) return 'UNPROTECTED';
    await this.#replace(encodeRecord({ ...this.#record, outcome }, this.#options.inputType));
    if (!this.#isProtected) return 'UNPROTECTED';
    return outcome ? 'NEW' : 'RETRY';
  }

  /** It certainly did not run. What an earlier run has begun, and this one did not come to look for, stays. */
  async #forget(): Promise<IdempotencyStatus> {
    if (this.#isBegun) await this.#replace(null);
    return this.#isProtected ? 'RETRY' : 'UNPROTECTED';
  }

  async #replace(next: string | null): Promise<void> {
    if (this.#text === null) return;
    // Where the store was lost in between, another run may have begun.
    const isOurs = await this.#ledger.compareAndSet(this.#options.recordKey, this.#text, next);
    this.#isProtected &&= isOurs;
  }
}
