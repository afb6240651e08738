import DataLoader from 'dataloader';
import { BadUserInputError } from '../model/errors.ts';
import type {
  CacheOutcome,
  Call,
  CallerEnvironment,
  Integration,
  IntegrationList,
  IntegrationSource,
  NamedEnvironment,
  RateLimit,
} from '../model/integration.ts';
import { integrationsById } from './integrations.ts';

/** Each of them costs an upstream call of its own (schema.md §2). */
const MAX_WEBHOOK_LOOKUPS = 10;

export interface LoaderOptions {
  /** Ask for secrets with every list: the operation selects some and the caller may read them. */
  readonly secrets: boolean;
  /** Read past every cache. */
  readonly fresh: boolean;
}

/**
 * The reads of one operation: however many questions it asks, each method makes at most one upstream call until
 * {@link Loaders.clear}. Errors are kept as long as answers are.
 */
export class Loaders {
  /** How the newest list came about; null before any. */
  outcome: CacheOutcome | null = null;
  /** The one list that the operation's reads came from; null where there was none, or any other read beside it. */
  onlySource: readonly Integration[] | null = null;

  readonly #source: IntegrationSource;
  readonly #call: Call;
  readonly #options: LoaderOptions;
  /** Made when they are needed: most operations ask for lists alone. */
  #integrations: DataLoader<string, Integration | null> | null = null;
  #webhooks: DataLoader<string, boolean | null> | null = null;
  #webhookLookups = 0;
  #reads = 0;
  #list: Promise<IntegrationList> | null = null;
  #listIsFresh = false;
  #me: Promise<CallerEnvironment> | null = null;
  #environments: Promise<readonly NamedEnvironment[]> | null = null;

  constructor(source: IntegrationSource, call: Call, options: LoaderOptions) {
    this.#source = source;
    this.#call = call;
    this.#options = options;
  }

  list(): Promise<IntegrationList> {
    this.#list ??= this.#readList(this.#options.fresh);
    return this.#list;
  }

  /** The list read past every cache, since the last write of this operation; its other reads see it from here on. */
  freshList(): Promise<IntegrationList> {
    if (!this.#list || !this.#listIsFresh) {
      this.clear();
      this.#list = this.#readList(true);
    }
    return this.#list;
  }

  /** Null where there is none that the caller may see. */
  integration(id: string): Promise<Integration | null> {
    this.#integrations ??= new DataLoader((ids) => this.#findAll(ids));
    return this.#integrations.load(id);
  }

  me(): Promise<CallerEnvironment> {
    if (!this.#me) {
      this.#countRead();
      this.#me = this.#source.me(this.#call);
    }
    return this.#me;
  }

  environments(): Promise<readonly NamedEnvironment[]> {
    if (!this.#environments) {
      this.#countRead();
      this.#environments = this.#source.environments(this.#call);
    }
    return this.#environments;
  }

  /** @throws BadUserInputError where the operation asks for more than ten integrations. */
  webhookSupported(id: string): Promise<boolean | null> {
    this.#webhooks ??= new DataLoader((ids) => this.#askWebhooks(ids), { maxBatchSize: Number.POSITIVE_INFINITY });
    return this.#webhooks.load(id);
  }

  rateLimit(): RateLimit | null {
    this.#countRead();
    return this.#source.rateLimit(this.#call.caller);
  }

  /** Forgets what a write may have changed. */
  clear(): void {
    this.#list = null;
    this.#integrations?.clearAll();
    this.#webhooks?.clearAll();
  }

  #countRead(): void {
    this.#reads += 1;
    if (this.#reads > 1) this.onlySource = null;
  }

  async #readList(fresh: boolean): Promise<IntegrationList> {
    this.#listIsFresh = fresh;
    this.#countRead();
    const list = await this.#source.list(this.#call, { secrets: this.#options.secrets, fresh });
    this.outcome = list.cache;
    this.onlySource = this.#reads === 1 ? list.integrations : null;
    return list;
  }

  async #findAll(ids: readonly string[]): Promise<(Integration | null)[]> {
    const byId = integrationsById((await this.list()).integrations);
    return ids.map((id) => byId.get(id) ?? null);
  }

  async #askWebhooks(ids: readonly string[]): Promise<(boolean | null | Error)[]> {
    this.#countRead();
    this.#webhookLookups += ids.length;
    if (this.#webhookLookups > MAX_WEBHOOK_LOOKUPS) {
      const error = new BadUserInputError(
        `webhookSupported costs a call to Novu each: ask it of at most ${MAX_WEBHOOK_LOOKUPS} integrations in one operation.`,
      );
      return ids.map(() => error);
    }
    return Promise.all(
      ids.map((id) => this.#source.webhookSupported(this.#call, id).catch((error: unknown) => asError(error))),
    );
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error('A lookup failed', { cause: thrown });
}
