import { type Caller, type CallerScope, mayReadSecrets } from '../../model/caller.ts';
import { RateLimitedError, UnauthenticatedError } from '../../model/errors.ts';
import type {
  AutoConfigureResult,
  Call,
  CallerEnvironment,
  HeldList,
  Integration,
  IntegrationDraft,
  IntegrationList,
  IntegrationPatch,
  IntegrationSource,
  ListOptions,
  NamedEnvironment,
  RateLimit,
  WriteOptions,
} from '../../model/integration.ts';
import { isOrganizationId } from '../store/store.ts';
import type { WriteFence } from './fence.ts';
import type { Organizations } from './organizations.ts';
import type { Reads } from './reads.ts';
import { refuseWhileBackedOff, type UpstreamCalls } from './upstream-calls.ts';

export interface CachedSourceParts {
  readonly source: IntegrationSource;
  readonly scope: (caller: Caller) => CallerScope;
  readonly reads: Reads;
  readonly fence: WriteFence;
  readonly organizations: Organizations;
  readonly upstream: UpstreamCalls;
}

/**
 * The cache protocol as a decorator of a source: reads fill and writes invalidate in one place, so none can forget to.
 *
 * 1. A list is kept for one caller scope, without secrets, under the generation of the caller's organization.
 * 2. A read takes the list of this process, if that is young and no news came since; else the store's, if it is of the
 *    current generation and no write is under way; else upstream's, fetched once for all who wait.
 * 3. A list that was fetched is stored only if the generation is still the one seen before the fetch began.
 * 4. A write counts the generation up before it begins, so that nothing older survives a crash in its midst, and again
 *    before it is acknowledged, so that nothing survives that was read meanwhile.
 * 5. A store that does not answer makes reads misses and fills nothing; a write then owes its increments, and this process
 *    does not read the store for that organization before they are paid.
 * 6. Who fetches holds a lease of the scope and generation, and the other processes wait for what it stores, not for long.
 * 7. A reader whose organization is not known is fenced by the generation of `ANY_ORGANIZATION`, which every write counts up too.
 *
 * `fresh` lists are `BYPASS`: the cache is not read (a stale answer may still stand in for a failing upstream), but filled.
 */
export class CachedSource implements IntegrationSource {
  readonly #parts: CachedSourceParts;

  constructor(parts: CachedSourceParts) {
    this.#parts = parts;
  }

  list(call: Call, options: ListOptions = {}): Promise<IntegrationList> {
    const { reads, scope } = this.#parts;
    const secrets = options.secrets === true && mayReadSecrets(call.caller);
    if (secrets) return reads.secretList(call, scope(call.caller), options);
    return reads.list(call, scope(call.caller), options.fresh === true);
  }

  async me(call: Call): Promise<CallerEnvironment> {
    const answer = await this.#pass(call, () => this.#parts.source.me(call));
    await this.#parts.organizations.learn(this.#parts.scope(call.caller), answer.organizationId);
    return answer;
  }

  environments(call: Call): Promise<readonly NamedEnvironment[]> {
    return this.#pass(call, () => this.#parts.source.environments(call));
  }

  webhookSupported(call: Call, id: string): Promise<boolean | null> {
    return this.#pass(call, () => this.#parts.source.webhookSupported(call, id));
  }

  create(call: Call, draft: IntegrationDraft, options?: WriteOptions): Promise<Integration> {
    return this.#write(call, () => this.#parts.source.create(call, draft, options), ownerOf);
  }

  update(call: Call, id: string, patch: IntegrationPatch, options?: WriteOptions): Promise<Integration> {
    return this.#write(call, () => this.#parts.source.update(call, id, patch, options), ownerOf);
  }

  setPrimary(call: Call, id: string, options?: WriteOptions): Promise<Integration> {
    return this.#write(call, () => this.#parts.source.setPrimary(call, id, options), ownerOf);
  }

  delete(call: Call, id: string, options?: WriteOptions): Promise<void> {
    return this.#write(call, () => this.#parts.source.delete(call, id, options), nobody);
  }

  autoConfigure(call: Call, id: string, options?: WriteOptions): Promise<AutoConfigureResult> {
    return this.#write(call, () => this.#parts.source.autoConfigure(call, id, options), nobody);
  }

  rateLimit(caller: Caller): RateLimit | null {
    return this.#parts.source.rateLimit(caller);
  }

  #pass<T>(call: Call, run: () => Promise<T>): Promise<T> {
    return this.#parts.upstream.run(this.#parts.scope(call.caller), run);
  }

  held(caller: Caller): HeldList | null {
    const scope = this.#parts.scope(caller);
    const integrations = this.#parts.reads.held(scope);
    return integrations && { scope, integrations };
  }

  async #write<T>(call: Call, write: () => Promise<T>, organizationOf: (answer: T) => string | null): Promise<T> {
    const { fence, upstream } = this.#parts;
    const scope = this.#parts.scope(call.caller);
    refuseWhileBackedOff(upstream.backOffMs(scope));
    const organization = await this.#organization(call, scope);
    const run = () => upstream.run(scope, write);
    const answer = await fence.around({ call, scope, organization, run, organizationOf });
    const learned = organization ?? organizationOf(answer);
    if (learned !== null) await this.#parts.organizations.learn(scope, learned);
    return answer;
  }

  /** A write learns its organization before it begins, if need be from upstream (cache protocol §1). */
  async #organization(call: Call, scope: CallerScope): Promise<string | null> {
    const { organizations } = this.#parts;
    const known = await organizations.recall(call, scope);
    if (known !== null) return known;
    try {
      const told = await organizations.ask(call, scope);
      if (told !== null) await organizations.learn(scope, told);
      return told;
    } catch (error) {
      // Upstream would refuse the write for the same reason; anything else is no reason not to try.
      if (error instanceof UnauthenticatedError || error instanceof RateLimitedError) throw error;
      return null;
    }
  }
}

function ownerOf(integration: Integration): string | null {
  return isOrganizationId(integration.organizationId) ? integration.organizationId : null;
}

function nobody(): null {
  return null;
}
