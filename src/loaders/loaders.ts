import DataLoader from 'dataloader';
import { BadUserInputError } from '../model/errors.ts';
import { normalizeId } from '../model/ids.ts';
import {
  type CacheOutcome,
  type Call,
  type CallerEnvironment,
  type Channel,
  contentOf,
  type Integration,
  type IntegrationList,
  type IntegrationSource,
  type ListOptions,
  type NamedEnvironment,
  type RateLimit,
} from '../model/integration.ts';
import type { ChannelLimit } from '../model/links.ts';
import { unreadableIn } from '../model/lists.ts';
import { integrationsById } from './integrations.ts';

/** Each of them costs an upstream call of its own (schema/DESIGN.md §2). */
const MAX_WEBHOOK_LOOKUPS = 10;

/** What a list or lookup of an operation returned. */
export interface Lookup {
  readonly integrations: readonly Integration[];
  /** The environments that were searched; null: every environment that the caller sees. */
  readonly environmentIds: readonly string[] | null;
}

/** The reads of an operation so far. */
export interface ReadSummary {
  /** Where the newest list came from; null before the first. */
  readonly cache: CacheOutcome | null;
  /** How many rows of the newest list, and of the environments, could not be read. */
  readonly unreadable: number;
  /** The content of the only list that was read; null if there was none, or any other read as well. */
  readonly onlyList: readonly Integration[] | null;
  readonly lookups: readonly Lookup[];
  /** The answer also depends on the caller: two callers with the same list may get different answers. */
  readonly dependsOnCaller: boolean;
  /** Nothing was read for the caller, and who it is was not asked: the answer is the same for every other. */
  readonly isEmpty: boolean;
  /** Novu has answered this caller, now or when the cached list was stored. */
  readonly accepted: boolean;
}

export interface LoaderOptions {
  /** Ask for secrets with every list: the operation selects some and the caller may read them. */
  readonly secrets: boolean;
  /** Read past every cache. */
  readonly fresh: boolean;
}

/**
 * The reads of one operation: each method makes at most one upstream call until {@link Loaders.clear}. Errors are kept
 * as long as results.
 */
export class Loaders {
  readonly #source: IntegrationSource;
  readonly #call: Call;
  readonly #options: LoaderOptions;
  /** Made when they are needed: most operations ask for lists alone. */
  #integrations: DataLoader<string, Integration | null> | null = null;
  #webhooks: DataLoader<string, boolean | null> | null = null;
  #webhookLookups = 0;
  #reads = 0;
  #accepted = false;
  #dependsOnCaller = false;
  readonly #lookups: Lookup[] = [];
  #newest: IntegrationList | null = null;
  #list: Promise<IntegrationList> | null = null;
  #listIsFresh = false;
  #listHasSecrets = false;
  /** A write of this operation depends on secrets. Others may as well, so one list serves all of them between two writes. */
  #secretsNeeded = false;
  #own: Promise<string> | null = null;
  /** Of reads that are made once, by what they ask. */
  readonly #answers = new Map<string, Promise<unknown>>();
  #unreadableEnvironments = 0;

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
      this.#list = this.#readList(true, { operation: this });
    }
    return this.#list;
  }

  /**
   * As {@link Loaders.freshList}, but never a stale list: for what a write depends on.
   * @param secrets ask for them, whatever the operation selects. They are read for a caller that may see them alone.
   * @throws GatewayError of the failed read.
   */
  async currentList(secrets = false): Promise<IntegrationList> {
    this.#secretsNeeded ||= secrets;
    const known = this.#list && this.#listIsFresh ? await this.#list : null;
    if (known && known.cache.status !== 'STALE' && (this.#listHasSecrets || !secrets)) return known;
    this.clear();
    this.#list = this.#readList(true, { current: true, secrets: this.#secretsNeeded, operation: this });
    return this.#list;
  }

  /** Null where there is none that the caller may see. */
  integration(id: string): Promise<Integration | null> {
    this.#integrations ??= new DataLoader((ids) => this.#findAll(ids));
    return this.#integrations.load(normalizeId(id));
  }

  me(): Promise<CallerEnvironment> {
    return this.#once('me', () => this.#source.me(this.#call));
  }

  /**
   * The environment that the caller's API key belongs to. Unlike {@link me} it may come from memory, and since it does not change
   * it is none of the reads that an answer depends on.
   */
  ownEnvironment(): Promise<string> {
    this.#own ??= this.#source.me(this.#call, { remembered: true }).then(({ environmentId }) => environmentId);
    return this.#own;
  }

  environments(): Promise<readonly NamedEnvironment[]> {
    return this.#once('environments', async () => {
      const environments = await this.#source.environments(this.#call);
      this.#unreadableEnvironments = unreadableIn(environments);
      return environments;
    });
  }

  /** @throws BadUserInputError where the operation asks for more than ten integrations. */
  webhookSupported(id: string): Promise<boolean | null> {
    this.#webhooks ??= new DataLoader((ids) => this.#askWebhooks(ids));
    return this.#webhooks.load(id);
  }

  /** However often it is asked, one call for each channel. */
  channelLimit(channel: Exclude<Channel, 'UNKNOWN'>): Promise<ChannelLimit> {
    return this.#once(`limit of ${channel}`, () => this.#source.channelLimit(this.#call, channel));
  }

  inAppActive(): Promise<boolean> {
    return this.#once('inbox', () => this.#source.inAppActive(this.#call));
  }

  /** Must be called with the result of a list or lookup, for cache tags. */
  noteLookup(lookup: Lookup): void {
    this.#lookups.push(lookup);
  }

  /** To be called where an answer begins to depend on who the caller is. */
  noteCallerDependency(): void {
    this.#dependsOnCaller = true;
  }

  /** To be called when Novu has answered the caller by another way than a read. */
  noteAccepted(): void {
    this.#accepted = true;
  }

  summary(): ReadSummary {
    const newest = this.#newest;
    const content = newest && contentOf(newest);
    return {
      cache: newest?.cache ?? null,
      unreadable: (content ? unreadableIn(content) : 0) + this.#unreadableEnvironments,
      onlyList: this.#reads === 1 ? content : null,
      lookups: this.#lookups,
      dependsOnCaller: this.#dependsOnCaller,
      isEmpty: this.#reads === 0 && this.#own === null && !this.#dependsOnCaller,
      accepted: this.#accepted,
    };
  }

  rateLimit(): RateLimit | null {
    this.#reads += 1;
    return this.#source.rateLimit(this.#call.caller);
  }

  /** Forgets what a write may have changed. */
  clear(): void {
    this.#list = null;
    this.#integrations?.clearAll();
    this.#webhooks?.clearAll();
  }

  async #readList(fresh: boolean, options: Omit<ListOptions, 'fresh'> = {}): Promise<IntegrationList> {
    const secrets = this.#options.secrets || options.secrets === true;
    this.#listIsFresh = fresh;
    this.#listHasSecrets = secrets;
    this.#reads += 1;
    const list = await this.#source.list(this.#call, { ...options, secrets, fresh });
    this.noteAccepted();
    this.#newest = list;
    return list;
  }

  /** @param name of the question: what it is answered with has one type. */
  #once<T>(name: string, read: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(name) as Promise<T> | undefined;
    if (known) return known;
    this.#reads += 1;
    const answer = this.#accepting(read());
    this.#answers.set(name, answer);
    return answer;
  }

  async #accepting<T>(read: Promise<T>): Promise<T> {
    const answer = await read;
    this.noteAccepted();
    return answer;
  }

  async #findAll(ids: readonly string[]): Promise<(Integration | null)[]> {
    const byId = integrationsById((await this.list()).integrations);
    return ids.map((id) => byId.get(id) ?? null);
  }

  async #askWebhooks(ids: readonly string[]): Promise<(boolean | null | Error)[]> {
    this.#reads += 1;
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
