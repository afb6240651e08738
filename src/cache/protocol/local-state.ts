import type { CallerScope } from '../../model/caller.ts';
import { boundedMap } from '../store/bounded.ts';

/** What this process knows of one organization. */
export interface OrganizationState {
  /** Highest generation read or heard; 0 for none. */
  readonly highest: number;
  /** Differs after every news: a higher generation heard, a write of this process begun or ended. Never repeats. */
  readonly epoch: number;
}

const ORGANIZATIONS = 10_000;
const SCOPES = 50_000;

/**
 * What one process knows without asking the store: scopes' organizations, organizations' generations, and how many writes
 * went through this process. Losing any of it costs a look into the store, never correctness: an epoch that is begun anew
 * equals no old one.
 */
export class LocalState {
  /** Whoever still holds a standing that is forgotten sees by its epoch that nobody looks after it. */
  readonly #standings = boundedMap<string, { highest: number; epoch: number }>(ORGANIZATIONS, (standing) =>
    this.#renew(standing),
  );
  readonly #organizations = boundedMap<CallerScope, string>(SCOPES);
  #epochs = 0;
  #writes = 0;

  /**
   * Writes of this process that were begun or ended, of whatever organization: a flight that began before is not joined
   * after, also where no store answers and where an organization is not known.
   */
  get writes(): number {
    return this.#writes;
  }

  organization(scope: CallerScope): string | null {
    return this.#organizations.get(scope) ?? null;
  }

  learn(scope: CallerScope, organization: string): void {
    this.#organizations.set(scope, organization);
  }

  forget(scope: CallerScope): void {
    this.#organizations.delete(scope);
  }

  /** The live standing of an organization: its fields change as news come in. */
  standing(organization: string): OrganizationState {
    return this.#standing(organization);
  }

  /** A generation was read or heard of. */
  note(organization: string, generation: number): void {
    const standing = this.#standing(organization);
    if (generation <= standing.highest) return;
    standing.highest = generation;
    this.#renew(standing);
  }

  /** A write of this process begins or has ended; null where nobody knows of which organization. */
  wrote(organization: string | null): void {
    this.#writes += 1;
    if (organization !== null) this.#renew(this.#standing(organization));
  }

  #standing(organization: string): { highest: number; epoch: number } {
    const known = this.#standings.get(organization);
    if (known !== undefined) return known;
    const standing = { highest: 0, epoch: 0 };
    this.#renew(standing);
    this.#standings.set(organization, standing);
    return standing;
  }

  #renew(standing: { epoch: number }): void {
    this.#epochs += 1;
    standing.epoch = this.#epochs;
  }
}
