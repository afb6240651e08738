import { type Caller, type CallerScope, mayReadSecrets } from '../model/caller.ts';
import { BadUserInputError, OutcomeUnknownError, UpstreamRefusedError } from '../model/errors.ts';
import type {
  AutoConfigureResult,
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
  WriteOptions,
} from '../model/integration.ts';
import { isJsonObject } from '../model/json.ts';
import { unreadableIn } from '../model/unreadable.ts';
import { type UnreadableEvent, unreadableChannel } from '../telemetry/channels.ts';
import { type ClientOptions, createClient, type UpstreamClient, type UpstreamRequest } from './client.ts';
import { createRateLimits, readRateLimit } from './rate-limits.ts';
import { noEnvironment, resolveRead, resolveWrite } from './result.ts';
import type { HttpResult } from './send-request.ts';
import {
  readAutoConfigure,
  readCallerEnvironment,
  readEnvironments,
  readIntegration,
  readIntegrations,
  readKnownIntegration,
  readWebhookStatus,
  toCreateBody,
  toUpdateBody,
} from './wire.ts';

export interface UpstreamOptions extends ClientOptions {
  /** Names a caller without its token: the key under which {@link IntegrationSource.rateLimit} is kept. */
  readonly scope: (caller: Caller) => CallerScope;
  /** Wall clock in milliseconds. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** Path templates of the REST API (contract §1.1, §1.2). */
const ROUTES = {
  integrations: '/v1/integrations',
  integration: '/v1/integrations/{id}',
  setPrimary: '/v1/integrations/{id}/set-primary',
  autoConfigure: '/v1/integrations/{id}/auto-configure',
  webhookStatus: '/v1/integrations/webhook/provider/{id}/status',
  me: '/v1/environments/me',
  environments: '/v1/environments',
} as const;

type Write = Omit<UpstreamRequest, 'call'>;

/**
 * The source that calls Novu's REST API each time. The only state it keeps is the last rate limit of each caller. It must
 * be closed by its owner.
 */
export class UpstreamSource implements IntegrationSource {
  readonly #client: UpstreamClient;
  readonly #scope: UpstreamOptions['scope'];
  readonly #now: () => number;
  readonly #rateLimits = createRateLimits();

  constructor(options: UpstreamOptions) {
    this.#client = createClient(options);
    this.#scope = options.scope;
    this.#now = options.now ?? Date.now;
  }

  async list(call: Call, { secrets = false }: ListOptions = {}): Promise<IntegrationList> {
    const body = this.#resolve(call, ROUTES.integrations, await this.#get(call, ROUTES.integrations));
    const integrations = readIntegrations(body, secrets && mayReadSecrets(call.caller));
    reportUnreadable(call, unreadableIn(integrations));
    return { integrations, cache: { status: 'MISS', ageSeconds: 0, generation: null } };
  }

  async me(call: Call): Promise<CallerEnvironment> {
    const result = await this.#get(call, ROUTES.me);
    if (isEnvironmentNotFound(result)) {
      throw new BadUserInputError(noEnvironment(call.caller));
    }
    return readCallerEnvironment(this.#resolve(call, ROUTES.me, result));
  }

  async environments(call: Call): Promise<readonly NamedEnvironment[]> {
    return readEnvironments(this.#resolve(call, ROUTES.environments, await this.#get(call, ROUTES.environments)));
  }

  async webhookSupported(call: Call, id: string): Promise<boolean | null> {
    const path = toPath(ROUTES.webhookStatus, id);
    if (path === null) return null;
    const result = await this.#get(call, ROUTES.webhookStatus, path);
    if (hasStatus(result, 400) || hasStatus(result, 404) || isHandlerMissing(result)) return null;
    return readWebhookStatus(this.#resolve(call, ROUTES.webhookStatus, result));
  }

  async create(call: Call, draft: IntegrationDraft, options?: WriteOptions): Promise<Integration> {
    const request: Write = { method: 'POST', route: ROUTES.integrations, path: ROUTES.integrations };
    const body = toCreateBody(draft);
    refuseTooLarge(body);
    const read = (answer: unknown) => readIntegration(answer, mayReadSecrets(call.caller), body);
    return this.#write(call, { ...request, body, ...options }, read);
  }

  async update(call: Call, id: string, patch: IntegrationPatch, options?: WriteOptions): Promise<Integration | null> {
    const write = toWrite('PUT', ROUTES.integration, id);
    const body = toUpdateBody(patch);
    refuseTooLarge(body);
    return this.#writeKnown(call, id, { ...write, body, ...options });
  }

  async setPrimary(call: Call, id: string, options?: WriteOptions): Promise<Integration | null> {
    return this.#writeKnown(call, id, { ...toWrite('POST', ROUTES.setPrimary, id), ...options });
  }

  async delete(call: Call, id: string, options?: WriteOptions): Promise<void> {
    // The response lists what remains, with encrypted credentials (contract §3.6). It is not read.
    await this.#write(call, { ...toWrite('DELETE', ROUTES.integration, id), ...options }, () => undefined);
  }

  async autoConfigure(call: Call, id: string, options?: WriteOptions): Promise<AutoConfigureResult> {
    return this.#write(call, { ...toWrite('POST', ROUTES.autoConfigure, id), ...options }, readAutoConfigure);
  }

  rateLimit(caller: Caller): RateLimit | null {
    return this.#rateLimits.get(this.#scope(caller)) ?? null;
  }

  held(): null {
    return null;
  }

  /** Waits for the calls in flight, which their timeouts bound, and closes all connections. */
  close(): Promise<void> {
    return this.#client.close();
  }

  #get(call: Call, route: string, path = route): Promise<HttpResult> {
    return this.#send({ call, method: 'GET', route, path });
  }

  #resolve({ caller }: Call, route: string, result: HttpResult): unknown {
    return resolveRead({ method: 'GET', route, now: this.#now(), caller }, result);
  }

  #writeKnown(call: Call, id: string, write: Write): Promise<Integration | null> {
    const sent = write.body ?? null;
    return this.#write(call, write, (body) => readKnownIntegration(body, id, mayReadSecrets(call.caller), sent));
  }

  /** Sends a write and reads its response. A response that `read` rejects leaves the outcome of the write unknown. */
  async #write<T>(call: Call, write: Write, read: (body: unknown) => T): Promise<T> {
    const result = await this.#send({ call, ...write });
    const body = resolveWrite({ ...write, now: this.#now(), caller: call.caller }, result);
    try {
      return read(body);
    } catch (cause) {
      throw new OutcomeUnknownError({ cause });
    }
  }

  async #send(request: UpstreamRequest): Promise<HttpResult> {
    const result = await this.#client.request(request);
    const limit = result.phase === 'answered' ? readRateLimit(result.headers, this.#now()) : null;
    if (limit !== null) this.#rateLimits.set(this.#scope(request.call.caller), limit);
    return result;
  }
}

function reportUnreadable({ requestId }: Call, rows: number): void {
  if (rows > 0) unreadableChannel.publish({ requestId, route: ROUTES.integrations, rows } satisfies UnreadableEvent);
}

/** @throws UpstreamRefusedError where the id cannot stand in a path, so that there is no such integration. */
function toWrite(method: UpstreamRequest['method'], route: string, id: string): Write {
  const path = toPath(route, id);
  if (path === null) throw new UpstreamRefusedError({ kind: 'NOT_FOUND' });
  return { method, route, path };
}

/** Bytes of a body that Novu reads: a larger one never reaches it, or ends in a 500 (contract §6, §10). */
const MAX_BODY_BYTES = 100 * 1024;

/** @throws UpstreamRefusedError that names the largest member of a body that is too large. */
function refuseTooLarge(body: object): void {
  const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? '');
  if (sizeOf(body) <= MAX_BODY_BYTES) return;
  const [largest] = Object.entries(body).sort(([, one], [, other]) => sizeOf(other) - sizeOf(one));
  throw new UpstreamRefusedError({ kind: 'TOO_LARGE', field: largest?.[0].replace(/^_/, '') ?? null });
}

/** The route with the id as one segment; null for an id that would be no segment, or lead to another route. */
function toPath(route: string, id: string): string | null {
  if (id === '' || id === '.' || id === '..') return null;
  try {
    return route.replace('{id}', () => encodeURIComponent(id));
  } catch {
    return null; // a lone surrogate
  }
}

function hasStatus(result: HttpResult, status: number): boolean {
  return result.phase === 'answered' && result.status === status;
}

function isEnvironmentNotFound(result: HttpResult): boolean {
  return hasStatus(result, 404) && /^Environment .* not found/.test(messageOf(result));
}

/** Novu reads no delivery events of this provider (contract §3.8). */
function isHandlerMissing(result: HttpResult): boolean {
  return hasStatus(result, 500) && /\bHandler\b.*\bnot found\b/i.test(messageOf(result));
}

function messageOf(result: HttpResult): string {
  const json = result.phase === 'answered' ? result.json : undefined;
  return isJsonObject(json) && typeof json.message === 'string' ? json.message : '';
}
