import { type CallerScope, mayAskForEnvironments } from '../../model/caller.ts';
import type { Call, Integration, IntegrationSource } from '../../model/integration.ts';
import { boundedMap } from '../store/bounded.ts';
import { type CacheStore, isOrganizationId } from '../store/store.ts';
import type { GuardedStore } from './guarded-store.ts';
import type { LocalState } from './local-state.ts';
import type { UpstreamCalls } from './upstream-calls.ts';

const SCOPES = 10_000;

export interface OrganizationsParts {
  readonly source: IntegrationSource;
  readonly store: CacheStore;
  readonly guard: GuardedStore;
  readonly knowledge: LocalState;
  readonly upstream: UpstreamCalls;
}

/** Which organization a caller belongs to: it names the slot of the caller's list (cache protocol §1). */
export class Organizations {
  readonly #parts: OrganizationsParts;
  /** Scopes that upstream did not tell this process the organization of: asking once is enough. */
  readonly #refused = boundedMap<CallerScope, true>(SCOPES);

  constructor(parts: OrganizationsParts) {
    this.#parts = parts;
  }

  /** From what this process or the store knows, else null. */
  async recall(call: Call, scope: CallerScope): Promise<string | null> {
    const { guard, knowledge, store } = this.#parts;
    const known = knowledge.organization(scope);
    if (known !== null) return known;
    const stored = await guard.ask(call, 'organization', () => store.organization(scope));
    if (!isOrganizationId(stored)) return null;
    knowledge.learn(scope, stored);
    return stored;
  }

  /** Asks upstream, unless that was in vain before; learns nothing by itself. Null where it did not say. @throws what upstream rejects with. */
  async ask(call: Call, scope: CallerScope): Promise<string | null> {
    if (!mayAskForEnvironments(call.caller) || this.#refused.has(scope)) return null;
    this.#refused.set(scope, true);
    const { organizationId } = await this.#parts.upstream.run(scope, () => this.#parts.source.me(call));
    if (!isOrganizationId(organizationId)) return null;
    this.#refused.delete(scope);
    return organizationId;
  }

  /** Upstream said so. */
  async learn(scope: CallerScope, organization: string): Promise<void> {
    const { guard, knowledge, store } = this.#parts;
    if (!isOrganizationId(organization) || knowledge.organization(scope) === organization) return;
    knowledge.learn(scope, organization);
    await guard.ask(null, 'learn', () => store.learn(scope, organization));
  }
}

/** The one organization of a list; null for an empty list; undefined for a list that cannot be anybody's. */
export function organizationOf(integrations: readonly Integration[]): string | null | undefined {
  const id = integrations[0]?.organizationId;
  if (id === undefined) return null;
  return isOrganizationId(id) && integrations.every((one) => one.organizationId === id) ? id : undefined;
}
