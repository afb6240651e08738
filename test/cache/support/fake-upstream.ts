import type { Caller, CallerScope } from '../../../src/model/caller.ts';
import { createCacheScope } from '../../../src/model/caller.ts';
import type {
  Call,
  CallerEnvironment,
  Integration,
  IntegrationDraft,
  IntegrationList,
  IntegrationPatch,
  IntegrationSource,
  ListOptions,
  NamedEnvironment,
  RateLimit,
} from '../../../src/model/integration.ts';
import type { AutoConfigureResult, ChannelLimit, ConfiguredWebhook, IssuedLink } from '../../../src/model/links.ts';

export const SECRET = 'key secret of the tests, long enough';

export const scopeOf: (caller: Caller) => CallerScope = createCacheScope(SECRET, 'http://upstream.test');

export const UPSTREAM_TIMEOUT_MS = 8_000;

export function apiKey(name: string): Caller {
  return { scheme: 'API_KEY', authorization: `ApiKey ${name}`, environmentId: undefined, showCredentials: 'sessions' };
}

export function session(name: string): Caller {
  return { scheme: 'SESSION', authorization: `Bearer ${name}`, environmentId: 'env', showCredentials: 'sessions' };
}

let requests = 0;

/** A call of a request of its own. */
export function callOf(caller: Caller, signal?: AbortSignal): Call {
  requests += 1;
  return { caller, requestId: `request-${requests}`, ...(signal === undefined ? {} : { signal }) };
}

/**
 * A small upstream behind the source interface. Each caller belongs to the organization that `organizations` says
 * (default `org`), and sees `<caller>/v<n>`, where n counts the organization's writes.
 */
export class FakeUpstream {
  readonly calls: string[] = [];
  readonly versions = new Map<string, number>();
  readonly organizations = new Map<string, string>();
  /** Callers whose list is empty. */
  readonly empty = new Set<string>();
  /** Integrations a list. */
  size = 1;
  /** Runs when a call arrives, before it takes effect; may wait, and may throw instead of the answer. */
  before: (kind: string, call: Call) => Promise<void> | void = () => {};
  /** Runs when a call has taken effect, before its answer is on its way; may wait and throw too. */
  after: (kind: string, call: Call) => Promise<void> | void = () => {};

  count(kind: string): number {
    return this.calls.filter((call) => call === kind).length;
  }

  organizationOf(caller: Caller): string {
    return this.organizations.get(caller.authorization) ?? 'org';
  }

  versionOf(organization: string): number {
    return this.versions.get(organization) ?? 0;
  }

  /** A change made past every gateway. */
  change(organization = 'org'): void {
    this.versions.set(organization, this.versionOf(organization) + 1);
  }

  source(): IntegrationSource {
    return new FakeSource(this);
  }
}

class FakeSource implements IntegrationSource {
  readonly #upstream: FakeUpstream;

  constructor(upstream: FakeUpstream) {
    this.#upstream = upstream;
  }

  async list(call: Call, options: ListOptions = {}): Promise<IntegrationList> {
    await this.#arrive('list', call);
    const organization = this.#upstream.organizationOf(call.caller);
    const empty = this.#upstream.empty.has(call.caller.authorization);
    const integrations = Array.from({ length: empty ? 0 : this.#upstream.size }, (_, index) =>
      integration(
        index,
        organization,
        `${call.caller.authorization}/v${this.#upstream.versionOf(organization)}`,
        options.secrets === true,
      ),
    );
    await unlessAborted(call, this.#upstream.after('list', call));
    return { integrations, cache: { status: 'MISS', ageSeconds: 0, generation: null } };
  }

  async me(call: Call): Promise<CallerEnvironment> {
    await this.#arrive('me', call);
    return { environmentId: 'env', organizationId: this.#upstream.organizationOf(call.caller) };
  }

  async environments(call: Call): Promise<readonly NamedEnvironment[]> {
    await this.#arrive('environments', call);
    return [{ id: 'env', name: 'Development' }];
  }

  async webhookSupported(call: Call): Promise<boolean | null> {
    await this.#arrive('webhookSupported', call);
    return true;
  }

  create(call: Call, _draft: IntegrationDraft): Promise<Integration> {
    return this.#write('create', call);
  }

  update(call: Call, _id: string, _patch: IntegrationPatch): Promise<Integration> {
    return this.#write('update', call);
  }

  setPrimary(call: Call, _id: string): Promise<Integration> {
    return this.#write('setPrimary', call);
  }

  async delete(call: Call, _id: string): Promise<void> {
    await this.#write('delete', call);
  }

  async autoConfigure(call: Call, _id: string): Promise<AutoConfigureResult> {
    await this.#write('autoConfigure', call);
    return { success: true, webhookUrl: null };
  }

  async issueLink(call: Call): Promise<IssuedLink> {
    await this.#arrive('issueLink', call);
    return { url: 'https://chat.example/', token: null, expiresAt: null, botUsername: null };
  }

  async configureWebhook(call: Call, _identifier: string): Promise<ConfiguredWebhook> {
    await this.#write('configureWebhook', call);
    return { webhookUrl: null, configuredAt: null, botUsername: null };
  }

  async channelLimit(call: Call): Promise<ChannelLimit> {
    await this.#arrive('channelLimit', call);
    return { limit: 300, count: 0 };
  }

  async inAppActive(call: Call): Promise<boolean> {
    await this.#arrive('inAppActive', call);
    return false;
  }

  peek(): null {
    return null;
  }

  rateLimit(): RateLimit | null {
    return { limit: 10, remaining: 9, resetAt: new Date(0), policy: null };
  }

  async #arrive(kind: string, call: Call): Promise<void> {
    this.#upstream.calls.push(kind);
    call.signal?.throwIfAborted();
    await unlessAborted(call, this.#upstream.before(kind, call));
  }

  async #write(kind: string, call: Call): Promise<Integration> {
    await this.#arrive(kind, call);
    const organization = this.#upstream.organizationOf(call.caller);
    this.#upstream.change(organization);
    const written = integration(
      0,
      organization,
      `${call.caller.authorization}/v${this.#upstream.versionOf(organization)}`,
      false,
    );
    await this.#upstream.after(kind, call);
    return written;
  }
}

async function unlessAborted(call: Call, work: Promise<void> | void): Promise<void> {
  const { signal } = call;
  if (signal === undefined) return work;
  const aborted = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  return Promise.race([work, aborted]);
}

/** An integration with something in every field. */
export function integration(index: number, organizationId: string, name: string, secrets = false): Integration {
  return {
    id: `6651f1c2a7b3d4e5f60718${String(index).padStart(2, '0')}`,
    environmentId: '6651f1c2a7b3d4e5f6071829',
    organizationId,
    identifier: `sendgrid-${index}`,
    name,
    providerId: 'sendgrid',
    channel: index % 7 === 6 ? null : 'EMAIL',
    kind: index % 7 === 6 ? 'AGENT' : 'DELIVERY',
    active: index % 2 === 0,
    primary: index === 0,
    priority: index,
    configurations:
      index % 3 === 0 ? { inboundWebhookEnabled: true, payloadSchema: null, other: { region: 'eu' } } : null,
    conditions:
      index % 5 === 0
        ? [
            {
              isNegated: false,
              type: 'GROUP',
              value: 'AND',
              children: [{ field: 'a', value: ['b'], operator: 'IN', on: null }],
            },
          ]
        : [],
    rules: index % 4 === 0 ? { '==': [{ var: 'tenant' }, 'ü'] } : null,
    removeNovuBranding: index % 2 === 0 ? null : true,
    createdAt: '2024-05-25T14:00:00.000Z',
    updatedAt: index % 3 === 0 ? null : '2024-05-25T14:00:01.123Z',
    deleted: false,
    deletedAt: null,
    deletedBy: null,
    connected: null,
    provisioning: null,
    ...(secrets
      ? { secrets: { credentials: { apiKey: 'SECRET' }, incomplete: false, inboundWebhookSigningKey: 'KEY' } }
      : {}),
  };
}

/** The version that a list shows; the caller it was made for is before it. */
export function shownBy(list: IntegrationList): string {
  return list.integrations[0]?.name ?? '(empty)';
}
