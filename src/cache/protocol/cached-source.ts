import { type Caller, type CallerScope, mayAskForEnvironments, mayReadSecrets } from '../../model/caller.ts';
import type { Ledger, WriteGroup } from '../../model/coordination.ts';
import type {
  Call,
  CallerEnvironment,
  Channel,
  Integration,
  IntegrationDraft,
  IntegrationList,
  IntegrationPatch,
  IntegrationSource,
  ListOptions,
  MeOptions,
  NamedEnvironment,
  PeekedList,
  RateLimit,
  WriteCoordinator,
} from '../../model/integration.ts';
import type {
  AutoConfigureResult,
  ChannelLimit,
  ConfiguredWebhook,
  IssuedLink,
  LinkRequest,
} from '../../model/links.ts';
import { memoize } from '../../model/memoize.ts';
import type { CallerFacts } from '../../model/request-facts.ts';
import { isOrganizationId } from '../store/store.ts';
import type { CacheContext } from './context.ts';
import type { FencedGroup } from './fenced-group.ts';
import { type LedgerSettings, ProcessLedger } from './process-ledger.ts';
import type { Reads } from './reads.ts';
import { refuseWhileBackedOff, type UpstreamCalls } from './upstream-calls.ts';
import type { WriteFence } from './write-fence.ts';

/**
 * The cache protocol (PROTOCOL.md) as a decorator of a source: reads fill and writes invalidate in one place, so no caller
 * can forget to.
 */
export class CachedSource implements IntegrationSource {
  readonly #context: CacheContext;
  readonly #upstream: UpstreamCalls;
  readonly #fence: WriteFence;
  readonly #reads: Reads;
  readonly #ledger: LedgerSettings;
  /** Labels of callers in telemetry. */
  readonly #shortName: (caller: Caller) => string;
  /** By identity of the `Call`. */
  readonly #groups = new WeakMap<Call, FencedGroup>();
  readonly coordinator: WriteCoordinator = {
    group: (call) => this.#group(call),
    ledger: (call) => this.#ledgerOf(call),
  };
  /** Calls to `me` that are under way and may be shared. */
  readonly #asked = new Map<CallerScope, Promise<CallerEnvironment>>();

  constructor(context: CacheContext, upstream: UpstreamCalls, fence: WriteFence, reads: Reads, ledger: LedgerSettings) {
    this.#context = context;
    this.#shortName = memoize((caller) => Buffer.from(context.scope(caller), 'base64url').toString('hex', 0, 4));
    this.#ledger = ledger;
    this.#upstream = upstream;
    this.#fence = fence;
    this.#reads = reads;
  }

  list(call: Call, options: ListOptions = {}): Promise<IntegrationList> {
    const scope = this.#context.scope(call.caller);
    if (options.secrets === true && mayReadSecrets(call.caller)) return this.#reads.secretList(call, scope, options);
    return this.#reads.list(call, scope, options);
  }

  peek(caller: Caller): PeekedList | null {
    const scope = this.#context.scope(caller);
    const integrations = this.#reads.peek(scope);
    return integrations && { scope, integrations };
  }

  identify(caller: Caller): CallerFacts {
    const { local } = this.#context;
    const scope = this.#context.scope(caller);
    return {
      id: this.#shortName(caller),
      scheme: caller.scheme,
      organization: local.organization(scope),
      environment: caller.environmentId ?? local.environment(scope),
    };
  }

  me(call: Call, { remembered = false }: MeOptions = {}): Promise<CallerEnvironment> {
    return remembered ? this.#rememberedMe(call) : this.#askMe(call);
  }

  async #rememberedMe(call: Call): Promise<CallerEnvironment> {
    const scope = this.#context.scope(call.caller);
    const known = await this.#upstream.knownEnvironment(call, scope);
    if (known !== null) return known;
    // Concurrent requests of one caller share one call, which none of them aborts.
    const { caller, requestId, request } = call;
    const asked =
      this.#asked.get(scope) ?? this.#askMe({ caller, requestId, request }).finally(() => this.#asked.delete(scope));
    this.#asked.set(scope, asked);
    return asked;
  }

  async #askMe(call: Call): Promise<CallerEnvironment> {
    const answer = await this.#pass(call, () => this.#context.source.me(call));
    const scope = this.#context.scope(call.caller);
    this.#upstream.learnEnvironment(scope, answer.environmentId);
    await this.#upstream.learnOrganization(scope, answer.organizationId);
    return answer;
  }

  environments(call: Call): Promise<readonly NamedEnvironment[]> {
    return this.#pass(call, () => this.#context.source.environments(call));
  }

  webhookSupported(call: Call, id: string): Promise<boolean | null> {
    return this.#pass(call, () => this.#context.source.webhookSupported(call, id));
  }

  create(call: Call, draft: IntegrationDraft): Promise<Integration> {
    return this.#write(call, () => this.#context.source.create(call, draft), ownerOf);
  }

  update(call: Call, id: string, patch: IntegrationPatch): Promise<Integration | null> {
    return this.#write(call, () => this.#context.source.update(call, id, patch), ownerOf);
  }

  setPrimary(call: Call, id: string): Promise<Integration | null> {
    return this.#write(call, () => this.#context.source.setPrimary(call, id), ownerOf);
  }

  delete(call: Call, id: string): Promise<void> {
    return this.#write(
      call,
      () => this.#context.source.delete(call, id),
      () => null,
    );
  }

  autoConfigure(call: Call, id: string): Promise<AutoConfigureResult> {
    return this.#write(
      call,
      () => this.#context.source.autoConfigure(call, id),
      () => null,
    );
  }

  /** Changes no list, so that nothing is fenced, and what it answers is not kept. */
  issueLink(call: Call, request: LinkRequest): Promise<IssuedLink> {
    return this.#pass(call, () => this.#context.source.issueLink(call, request));
  }

  configureWebhook(call: Call, identifier: string): Promise<ConfiguredWebhook> {
    return this.#write(
      call,
      () => this.#context.source.configureWebhook(call, identifier),
      () => null,
    );
  }

  channelLimit(call: Call, channel: Exclude<Channel, 'UNKNOWN'>): Promise<ChannelLimit> {
    return this.#pass(call, () => this.#context.source.channelLimit(call, channel));
  }

  inAppActive(call: Call): Promise<boolean> {
    return this.#pass(call, () => this.#context.source.inAppActive(call));
  }

  rateLimit(caller: Caller): RateLimit | null {
    return this.#context.source.rateLimit(caller);
  }

  #group(call: Call): WriteGroup {
    const scope = this.#context.scope(call.caller);
    const group = this.#fence.group(() => this.#context.local.organization(scope));
    this.#groups.set(call, group);
    return group;
  }

  /**
   * A caller whose organization is not known has its own leases and outcomes, so that it cannot block others. One who
   * may not ask for it keeps them when it becomes known.
   */
  async #ledgerOf(call: Call): Promise<Ledger> {
    const scope = this.#context.scope(call.caller);
    const organization = await this.#upstream.organizationForWrite(call, scope);
    const mayAsk = mayAskForEnvironments(call.caller);
    const owner = {
      name: (mayAsk ? organization : null) ?? scope,
      isAccepted: organization !== null,
      isPermanent: organization !== null || !mayAsk,
    };
    return new ProcessLedger(this.#ledger, owner, call.request);
  }

  async #pass<T>(call: Call, run: () => Promise<T>): Promise<T> {
    const scope = this.#context.scope(call.caller);
    // The admission queues callers that upstream has accepted separately (`Cache.knows`).
    await this.#upstream.knownOrganization(call, scope);
    return this.#upstream.run(scope, run);
  }

  async #write<T>(call: Call, write: () => Promise<T>, organizationOf: (answer: T) => string | null): Promise<T> {
    const scope = this.#context.scope(call.caller);
    refuseWhileBackedOff(this.#upstream.backOffMs(scope));
    // A write that will not be sent must not cost the organization its cached lists: while upstream is down, they are all it has.
    const refusal = this.#context.source.refusal?.(call.caller);
    if (refusal) throw refusal;
    const organization = await this.#upstream.organizationForWrite(call, scope);
    const run = () => this.#upstream.run(scope, write);
    const fence = this.#groups.get(call) ?? this.#fence;
    const answer = await fence.run({ call, scope, organization, run, organizationOf });
    const learned = organization ?? organizationOf(answer);
    if (learned !== null) await this.#upstream.learnOrganization(scope, learned);
    return answer;
  }
}

function ownerOf(integration: Integration | null): string | null {
  return isOrganizationId(integration?.organizationId) ? integration.organizationId : null;
}
