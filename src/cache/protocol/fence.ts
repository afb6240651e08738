import { randomUUID } from 'node:crypto';
import type { CallerScope } from '../../model/caller.ts';
import { GatewayError, UpstreamRefusedError } from '../../model/errors.ts';
import type { Call } from '../../model/integration.ts';
import type { Clock } from '../store/clock.ts';
import { ANY_ORGANIZATION, type BeginResult, type CacheStore, type Slot } from '../store/store.ts';
import { type GuardedStore, publish } from './guarded-store.ts';
import type { LocalState } from './local-state.ts';
import { refuseWhileBackedOff } from './upstream-calls.ts';

export interface FenceParts {
  readonly clock: Clock;
  readonly store: CacheStore;
  readonly guard: GuardedStore;
  readonly knowledge: LocalState;
  readonly upstreamTimeoutMs: number;
}

/** What is to be fenced. `organization` null: not known. */
export interface FencedWrite<T> {
  readonly call: Call;
  readonly scope: CallerScope;
  readonly organization: string | null;
  run(): Promise<T>;
  /** The organization that the answer tells, if any. */
  organizationOf(answer: T): string | null;
}

/** An end of a write that the store has not heard of yet. */
interface Debt {
  readonly token: string;
  readonly notBeforeMs: number;
}

/** How long a mark outlives upstream's deadline. */
const MARK_MARGIN_MS = 5_000;
const PAY_EVERY_MS = 250;

/**
 * Write, steps 1 to 3 (cache protocol §5): counts the generation up before and after the upstream call, of the caller's
 * organization and of {@link ANY_ORGANIZATION}. What the store did not hear is owed: this process does not read the store for
 * that organization again before it is paid.
 */
export class WriteFence {
  readonly #parts: FenceParts;
  readonly #markMs: number;
  /** By organization. */
  readonly #debts = new Map<string, Debt[]>();
  /** Wrote while nobody knew their organization. */
  readonly #unplaced = new Set<CallerScope>();
  #cancelPaying: (() => void) | null = null;

  constructor(parts: FenceParts) {
    this.#parts = parts;
    this.#markMs = parts.upstreamTimeoutMs + MARK_MARGIN_MS;
  }

  /** True while the store has heard of every write of this process. */
  get settled(): boolean {
    return this.#debts.size === 0;
  }

  /** Ends the timer. What is still owed then is lost with the process: the marks' expiry and the times of §2 bound it. */
  stop(): void {
    this.#cancelPaying?.();
    this.#cancelPaying = null;
  }

  /** May this process read the store for a slot's organization? Pays what is owed first, if it can. */
  async ready({ scope, organization }: Slot): Promise<boolean> {
    if (organization !== ANY_ORGANIZATION && this.#unplaced.delete(scope)) this.#owe(organization, randomUUID(), 0);
    return !this.#debts.has(organization) || this.#pay(organization);
  }

  /**
   * Runs a write between its two increments. It runs whatever the store does; that it could not be fenced is telemetry's
   * business and shows in the bounds of §5.
   * @throws what the write rejects with; RateLimitedError, without running it, while the scope is backed off.
   */
  async around<T>(write: FencedWrite<T>): Promise<T> {
    const token = randomUUID();
    this.#parts.knowledge.wrote(write.organization);
    const begun = await this.#begin(write, token);
    let organization = write.organization;
    try {
      const answer = await write.run();
      organization ??= write.organizationOf(answer);
      await this.#end(token, write.scope, organization);
      return answer;
    } catch (error) {
      if (certainlyDidNotRun(error)) await this.#end(token, write.scope, organization);
      else this.#leaveOpen(token, write.scope, organization, begun);
      throw error;
    } finally {
      this.#parts.knowledge.wrote(organization);
    }
  }

  /** Step 1, for both organizations at once. Those for which it succeeded. */
  async #begin(write: FencedWrite<unknown>, token: string): Promise<Set<string>> {
    const { guard, knowledge, store } = this.#parts;
    const begin = async (organization: string): Promise<BeginResult | undefined> => {
      const { highest } = knowledge.standing(organization);
      const slot = { organization, scope: write.scope };
      const result = await guard.ask(write.call, 'write.begin', () =>
        store.beginWrite(slot, token, this.#markMs, highest),
      );
      if (result?.phase === 'begun') knowledge.note(organization, result.generation);
      return result;
    };
    const organizations = fenced(write.organization);
    const results = await Promise.all(organizations.map(begin));
    const begun = new Set(organizations.filter((_, index) => results[index]?.phase === 'begun'));
    for (const result of results) if (result?.phase === 'backed-off') await this.#refuse(result.forMs, token, begun);
    return begun;
  }

  /** The write will not run: takes back the marks that were made. @throws RateLimitedError */
  async #refuse(forMs: number, token: string, begun: Set<string>): Promise<void> {
    await Promise.all([...begun].map((organization) => this.#endOne(token, organization)));
    refuseWhileBackedOff(forMs);
  }

  /** Step 3. */
  async #end(token: string, scope: CallerScope, organization: string | null): Promise<void> {
    if (organization === null) this.#misplace(scope);
    await Promise.all(fenced(organization).map((one) => this.#endOne(token, one)));
  }

  async #endOne(token: string, organization: string): Promise<void> {
    if (!(await this.#tellEnd(token, organization))) this.#owe(organization, token, 0);
  }

  /** No request's budget cuts this short: an acknowledged write that others do not see is worse than a slow one. */
  async #tellEnd(token: string, organization: string): Promise<boolean> {
    const { guard, knowledge, store } = this.#parts;
    const { highest } = knowledge.standing(organization);
    const generation = await guard.ask(null, 'write.end', () => store.endWrite(organization, token, highest));
    if (generation !== undefined) knowledge.note(organization, generation);
    return generation !== undefined;
  }

  /** The write may commit later: marks stay until they expire, and where there is none, the debt waits as long. */
  #leaveOpen(token: string, scope: CallerScope, organization: string | null, begun: Set<string>): void {
    if (organization === null) this.#misplace(scope);
    for (const one of fenced(organization)) if (!begun.has(one)) this.#owe(one, token, this.#markMs);
  }

  /** Colleagues of the writer may be shown old lists for as long as §5 bounds, in this process too. */
  #misplace(scope: CallerScope): void {
    this.#unplaced.add(scope);
    publish({ command: 'write.unfenced', outcome: 'error', durationMs: 0, fault: 'OrganizationUnknown' });
  }

  #owe(organization: string, token: string, delayMs: number): void {
    const debts = this.#debts.get(organization) ?? [];
    debts.push({ token, notBeforeMs: this.#parts.clock.now() + delayMs });
    this.#debts.set(organization, debts);
    publish({ command: 'write.unfenced', outcome: 'error', durationMs: 0, fault: 'StoreOutOfReach' });
    this.#payLater();
  }

  /** True when nothing is owed for the organization any more. */
  async #pay(organization: string): Promise<boolean> {
    const now = this.#parts.clock.now();
    for (const debt of [...(this.#debts.get(organization) ?? [])]) {
      if (debt.notBeforeMs > now || !(await this.#tellEnd(debt.token, organization))) return false;
      this.#settle(organization, debt);
    }
    return !this.#debts.has(organization);
  }

  #settle(organization: string, paid: Debt): void {
    const left = (this.#debts.get(organization) ?? []).filter((debt) => debt !== paid);
    if (left.length > 0) this.#debts.set(organization, left);
    else this.#debts.delete(organization);
  }

  #payLater(): void {
    this.#cancelPaying ??= this.#parts.clock.after(PAY_EVERY_MS, async () => {
      for (const organization of [...this.#debts.keys()]) await this.#pay(organization);
      this.#cancelPaying = null;
      if (this.#debts.size > 0) this.#payLater();
    });
  }
}

function fenced(organization: string | null): string[] {
  return organization === null ? [ANY_ORGANIZATION] : [organization, ANY_ORGANIZATION];
}

/** By the promise of `IntegrationSource`: any other rejection of a write leaves its outcome open. */
function certainlyDidNotRun(error: unknown): boolean {
  return error instanceof GatewayError || error instanceof UpstreamRefusedError;
}
