import { type Caller, mayReadSecrets } from '../model/caller.ts';
import {
  BadUserInputError,
  GatewayError,
  NotSentError,
  OutcomeUnknownError,
  UpstreamRefusedError,
} from '../model/errors.ts';
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
import { Admission, type AdmissionOptions, type AdmissionState } from './admission/admission.ts';
import {
  type ClientOptions,
  createClient,
  DEFAULT_CONNECTIONS,
  type UpstreamClient,
  type UpstreamRequest,
} from './client.ts';
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
import { publishWrite } from './write-events.ts';

export interface UpstreamOptions extends ClientOptions, AdmissionOptions {
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

type Request = Omit<UpstreamRequest, 'startedAt' | 'mayRetry'>;
type Write = Omit<Request, 'call'>;

/**
 * The source that calls Novu's REST API each time, once the {@link Admission} lets the call through. It keeps no answer. It
 * must be closed by its owner.
 */
export class UpstreamSource implements IntegrationSource {
  readonly #client: UpstreamClient;
  readonly #admission: Admission;
  readonly #longestWaitMs: number;
  readonly #now: () => number;

  constructor(options: UpstreamOptions) {
    this.#client = createClient(options);
    const { connections: underWay = DEFAULT_CONNECTIONS, limits } = options;
    this.#admission = new Admission({ ...options, limits: { underWay, ...limits } });
    // What is left must do for the call: a write that was sent too late would end with an unknown outcome.
    this.#longestWaitMs = options.timeoutMs / 2;
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
    const body = beforeSending(() => toCreateBody(draft));
    refuseTooLarge(body);
    const read = (answer: unknown) => readIntegration(answer, mayReadSecrets(call.caller), body);
    return this.#write(call, { ...request, body, ...options }, read);
  }

  async update(call: Call, id: string, patch: IntegrationPatch, options?: WriteOptions): Promise<Integration | null> {
    const write = toWrite('PUT', ROUTES.integration, id);
    const body = beforeSending(() => toUpdateBody(patch));
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
    return this.#admission.rateLimit(caller);
  }

  /** What the gate in front of Novu is doing. No I/O. */
  state(): AdmissionState {
    return this.#admission.state();
  }

  refusal(caller: Caller): GatewayError | null {
    return this.#admission.refusal(caller);
  }

  held(): null {
    return null;
  }

  /** Refuses the calls that wait, waits for those in flight, which their timeouts bound, and closes all connections. */
  close(): Promise<void> {
    this.#admission.close();
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
    publishWrite({ call, ...write }, result);
    const body = resolveWrite({ ...write, now: this.#now(), caller: call.caller }, result);
    try {
      return read(body);
    } catch (cause) {
      throw new OutcomeUnknownError({ cause });
    }
  }

  /** @throws GatewayError where the call was not sent. */
  async #send(request: Request): Promise<HttpResult> {
    const startedAt = performance.now();
    const kind = request.method === 'GET' ? 'read' : 'write';
    const admitted = await this.#admission.enter(request.call, kind, this.#longestWaitMs);
    let result: HttpResult | null = null;
    try {
      result = await this.#client.request({ ...request, startedAt, mayRetry: () => admitted.retries.retry() });
      return result;
    } finally {
      admitted.leave(result);
    }
  }
}

/** Makes a part of a write. @throws NotSentError for a bug: nothing has been sent yet. */
function beforeSending<T>(make: () => T): T {
  try {
    return make();
  } catch (cause) {
    throw cause instanceof GatewayError ? cause : new NotSentError({ cause });
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
