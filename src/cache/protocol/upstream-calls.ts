import { type CallerScope, mayAskForEnvironments } from '../../model/caller.ts';
import { ForbiddenError, RateLimitedError, UnauthenticatedError } from '../../model/errors.ts';
import type { Call, CallerEnvironment, Integration } from '../../model/integration.ts';
import { publishShed } from '../../telemetry/channels.ts';
import { boundedMap } from '../store/bounded.ts';
import { ANY_ORGANIZATION, isOrganizationId, type Slot } from '../store/store.ts';
import type { CacheContext } from './context.ts';

const MAX_SCOPES = 10_000;
/** A longer `Retry-After` than this is a mistake; no caller is shut out for longer. */
const MAX_BACK_OFF_MS = 3_600_000;

/**
 * Every call to upstream passes here, because its result also concerns the cache (cache protocol §1). After a 401 or
 * 403, the scope's entries are dropped. After a 429, the scope is not called until `Retry-After` has passed. An answer
 * may also tell the caller's organization, which determines the slot of its list.
 */
export class UpstreamCalls {
  readonly #context: CacheContext;
  /** When a scope may be called again, by the process clock: what is known here while the store is out of reach. */
  readonly #backOffs = boundedMap<CallerScope, number>(MAX_SCOPES);
  /** Scopes whose organization upstream did not tell this process: asking once is enough. */
  readonly #withoutOrganization = boundedMap<CallerScope, true>(MAX_SCOPES);

  /** Scopes whose environment was learned since the store was last told of them. */
  readonly #unsharedEnvironments = boundedMap<CallerScope, true>(MAX_SCOPES);

  constructor(context: CacheContext) {
    this.#context = context;
  }

  /** How long this process knows that upstream is not to be called; 0 where it may be. */
  backOffMs(scope: CallerScope): number {
    return Math.max(0, (this.#backOffs.get(scope) ?? 0) - this.#context.clock.now());
  }

  /** Runs `call`. @throws what it rejects with; RateLimitedError, without running it, while the scope is backed off. */
  async run<T>(scope: CallerScope, call: () => Promise<T>): Promise<T> {
    refuseWhileBackedOff(this.backOffMs(scope));
    try {
      return await call();
    } catch (error) {
      await this.#learnFrom(scope, error);
      throw error;
    }
  }

  /** A caller's organization as this process or the store knows it, else null. */
  async knownOrganization(call: Call, scope: CallerScope): Promise<string | null> {
    const { local, store } = this.#context;
    const known = local.organization(scope);
    if (known !== null) return known;
    const [organization, environment] = readLearned(
      await store.send(call, 'organization', (to) => to.organization(scope)),
    );
    if (environment !== null) local.learnEnvironment(scope, environment);
    if (organization !== null) local.learn(scope, organization, false);
    return organization;
  }

  /** A caller's own environment and organization as this process or the store knows them, else null. */
  async knownEnvironment(call: Call, scope: CallerScope): Promise<CallerEnvironment | null> {
    const { local, store } = this.#context;
    const known = [local.organization(scope), local.environment(scope)] as const;
    const isKnown = known[0] !== null && known[1] !== null;
    const [organizationId, environmentId] = isKnown
      ? known
      : readLearned(await store.send(call, 'organization', (to) => to.organization(scope)));
    if (organizationId === null || environmentId === null) return null;
    if (!isKnown) {
      local.learn(scope, organizationId, false);
      local.learnEnvironment(scope, environmentId);
    }
    return { organizationId, environmentId };
  }

  /**
   * Asks upstream for a caller's organization, unless that failed before. Does not store it. Null if upstream does not
   * tell. @throws what upstream rejects with.
   */
  async askOrganization(call: Call, scope: CallerScope): Promise<string | null> {
    if (!mayAskForEnvironments(call.caller) || this.#withoutOrganization.has(scope)) return null;
    this.#withoutOrganization.set(scope, true);
    const { organizationId, environmentId } = await this.run(scope, () => this.#context.source.me(call));
    if (!isOrganizationId(organizationId)) return null;
    this.learnEnvironment(scope, environmentId);
    this.#withoutOrganization.delete(scope);
    return organizationId;
  }

  /** Upstream said so. The store is told with the organization that is learned next. */
  learnEnvironment(scope: CallerScope, environment: string): void {
    if (!isOrganizationId(environment) || this.#context.local.environment(scope) === environment) return;
    this.#context.local.learnEnvironment(scope, environment);
    this.#unsharedEnvironments.set(scope, true);
  }

  /** A list tells its organization. The store is told by {@link learnOrganization}. */
  noteOrganization(scope: CallerScope, integrations: readonly Integration[]): void {
    const organization = organizationOf(integrations);
    if (organization && this.#context.local.organization(scope) === null) {
      this.#context.local.learn(scope, organization, false);
    }
  }

  /** Upstream said so. */
  async learnOrganization(scope: CallerScope, organization: string): Promise<void> {
    const { local, store } = this.#context;
    if (!isOrganizationId(organization)) return;
    if (local.isShared(scope, organization) && !this.#unsharedEnvironments.has(scope)) return;
    this.#unsharedEnvironments.delete(scope);
    local.learn(scope, organization, true);
    const environment = local.environment(scope);
    const learned = environment === null ? organization : `${organization} ${environment}`;
    const saved = await store.send(null, 'learn', (to) => to.learn(scope, learned).then(() => true));
    if (saved === undefined) local.learn(scope, organization, false);
  }

  /**
   * A write learns its organization before it begins, if need be from upstream; null where upstream does not tell.
   * @throws UnauthenticatedError or RateLimitedError: upstream would refuse the write for the same reason.
   */
  async organizationForWrite(call: Call, scope: CallerScope): Promise<string | null> {
    const known = await this.knownOrganization(call, scope);
    if (known !== null) return known;
    try {
      const organization = await this.askOrganization(call, scope);
      if (organization !== null) await this.learnOrganization(scope, organization);
      return organization;
    } catch (error) {
      if (error instanceof UnauthenticatedError || error instanceof RateLimitedError) throw error;
      return null;
    }
  }

  async #learnFrom(scope: CallerScope, error: unknown): Promise<void> {
    const { clock, local, store } = this.#context;
    const slot: Slot = { scope, organization: local.organization(scope) ?? ANY_ORGANIZATION };
    if (error instanceof UnauthenticatedError || error instanceof ForbiddenError) {
      local.drop(scope);
      await store.send(null, 'drop', (to) => to.drop(slot));
    } else if (error instanceof RateLimitedError && !error.own && error.retryAfterSeconds > 0) {
      const forMs = Math.min(error.retryAfterSeconds * 1000, MAX_BACK_OFF_MS);
      this.#backOffs.set(scope, clock.now() + forMs);
      await store.send(null, 'back-off', (to) => to.backOff(slot, forMs));
    }
  }
}

/** What the store keeps of a scope: its organization, and after a blank its own environment where that was told. */
function readLearned(
  text: string | null | undefined,
): readonly [organization: string | null, environment: string | null] {
  const [organization, environment] = (text ?? '').split(' ');
  return [isOrganizationId(organization) ? organization : null, isOrganizationId(environment) ? environment : null];
}

/** @throws RateLimitedError where upstream is not to be called for `forMs` more. */
export function refuseWhileBackedOff(forMs: number): void {
  if (forMs <= 0) return;
  publishShed('rate-limit');
  throw new RateLimitedError(Math.ceil(forMs / 1000));
}

/** The one organization of a list; null for an empty list; undefined for a list that mixes organizations. */
export function organizationOf(integrations: readonly Integration[]): string | null | undefined {
  const id = integrations[0]?.organizationId;
  if (id === undefined) return null;
  return isOrganizationId(id) && integrations.every((one) => one.organizationId === id) ? id : undefined;
}
