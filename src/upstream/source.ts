import { type Caller, mayReadSecrets } from '../model/caller.ts';
import { BadUserInputError, GatewayError, NotSentError, OutcomeUnknownError } from '../model/errors.ts';
import type {
  AutoConfigureResult,
  Call,
  CallerEnvironment,
  Channel,
  Integration,
  IntegrationDraft,
  IntegrationList,
  IntegrationPatch,
  IntegrationSource,
  ListOptions,
  NamedEnvironment,
  RateLimit,
  SentList,
} from '../model/integration.ts';
import { isJsonObject } from '../model/json.ts';
import type { ChannelLimit, ConfiguredWebhook, IssuedLink, LinkRequest } from '../model/links.ts';
import { unreadableIn } from '../model/unreadable.ts';
import { type UnreadableEvent, unreadableChannel } from '../telemetry/channels.ts';
import { Admission, type AdmissionOptions, type AdmissionState } from './admission/admission.ts';
import { etagOf, hasStatus, isChannelUnknown, isEnvironmentNotFound } from './answer-facts.ts';
import {
  type ClientOptions,
  createClient,
  DEFAULT_CONNECTIONS,
  type UpstreamClient,
  type UpstreamRequest,
} from './client.ts';
import { KnownLists, OperationLists, type SharedLists } from './known-lists.ts';
import { isHandlerMissing } from './refusal.ts';
import { ROUTES, refuseTooLarge, toPath, toWrite, type Write } from './requests.ts';
import { noEnvironment, resolveRead, resolveWrite } from './result.ts';
import type { HttpResult } from './send-request.ts';
import { inSlices } from './slices.ts';
import {
  isLong,
  readCallerEnvironment,
  readCreated,
  readEnvironments,
  readInSteps,
  readIntegrations,
  readKnownIntegration,
  readWebhookStatus,
} from './wire/answers.ts';
import { toCreateBody, toUpdateBody } from './wire/bodies.ts';
import { isWholeList } from './wire/json-rows.ts';
import {
  LINK_ROUTES,
  readAutoConfigure,
  readChannelLimit,
  readConfiguredWebhook,
  readInAppStatus,
  readLink,
  toLinkBody,
} from './wire/links.ts';
import { publishWrite } from './write-events.ts';

export interface UpstreamOptions extends ClientOptions, AdmissionOptions {
  /** Wall clock in milliseconds. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** Where lists without secrets are kept by content. Absent: each list is read anew. */
  readonly lists?: SharedLists | undefined;
}

/** A start waits no longer for the answer to its one question. */
const PROBE_MS = 2_000;

type Request = Omit<UpstreamRequest, 'startedAt' | 'mayRetry'>;

/**
 * The source that calls Novu's REST API each time, once the {@link Admission} lets the call through. It keeps no answer of a
 * caller, and lists by their content alone. It must be closed by its owner.
 */
export class UpstreamSource implements IntegrationSource {
  readonly #client: UpstreamClient;
  readonly #admission: Admission;
  readonly #longestWaitMs: number;
  readonly #now: () => number;
  readonly #knownLists: KnownLists | null;
  readonly #operationLists = new OperationLists();

  constructor(options: UpstreamOptions) {
    this.#client = createClient(options);
    const { connections: underWay = DEFAULT_CONNECTIONS, limits } = options;
    this.#admission = new Admission({ ...options, limits: { underWay, ...limits } });
    // What is left must do for the call: a write that was sent too late would end with an unknown outcome.
    this.#longestWaitMs = options.timeoutMs / 2;
    this.#now = options.now ?? Date.now;
    this.#knownLists = options.lists ? new KnownLists(options.lists) : null;
  }

  async list(call: Call, { secrets = false, since, operation }: ListOptions = {}): Promise<IntegrationList> {
    const withSecrets = secrets && mayReadSecrets(call.caller);
    const once = this.#knownLists?.reading(withSecrets);
    const reading = once && operation ? this.#operationLists.reading(operation, withSecrets, once) : once;
    const route = ROUTES.integrations;
    const before = withSecrets ? undefined : since;
    const ifNoneMatch = before?.validator;
    const recognize = reading?.recognize;
    const result = await this.#send({ call, method: 'GET', route, path: route, recognize, ifNoneMatch });
    if (before && hasStatus(result, 304)) return listOf(before.integrations, before.validator);
    const body = this.#resolve(call, route, result);
    const sent = reading?.sent();
    if (sent) {
      reportUnreadable(call, route, unreadableIn(sent.shared));
      return lazyListOf(sent, () => reading?.known() ?? []);
    }
    const known = reading?.known();
    const read =
      known ?? (isLong(body) ? await inSlices(readInSteps(body, withSecrets)) : readIntegrations(body, withSecrets));
    const integrations = known ?? reading?.keep(read) ?? read;
    reportUnreadable(call, route, unreadableIn(integrations));
    return listOf(integrations, withSecrets ? undefined : etagOf(result));
  }

  async me(call: Call): Promise<CallerEnvironment> {
    const result = await this.#get(call, ROUTES.me);
    if (isEnvironmentNotFound(result)) {
      throw new BadUserInputError(noEnvironment(call.caller));
    }
    return readCallerEnvironment(this.#resolve(call, ROUTES.me, result));
  }

  async environments(call: Call): Promise<readonly NamedEnvironment[]> {
    const body = this.#resolve(call, ROUTES.environments, await this.#get(call, ROUTES.environments));
    const environments = readEnvironments(body);
    reportUnreadable(call, ROUTES.environments, unreadableIn(environments));
    return environments;
  }

  async webhookSupported(call: Call, id: string): Promise<boolean | null> {
    const path = toPath(ROUTES.webhookStatus, id);
    if (path === null) return null;
    const result = await this.#get(call, ROUTES.webhookStatus, path);
    if (hasStatus(result, 400) || hasStatus(result, 404) || isHandlerMissing(result)) return null;
    return readWebhookStatus(this.#resolve(call, ROUTES.webhookStatus, result));
  }

  async create(call: Call, draft: IntegrationDraft): Promise<Integration> {
    const request: Write = { method: 'POST', route: ROUTES.integrations, path: ROUTES.integrations };
    const body = beforeSending(() => toCreateBody(draft));
    refuseTooLarge(body);
    const read = (answer: unknown) => readCreated(answer, body, mayReadSecrets(call.caller));
    return this.#write(call, { ...request, body }, read);
  }

  async update(call: Call, id: string, patch: IntegrationPatch): Promise<Integration | null> {
    const write = toWrite('PUT', ROUTES.integration, id);
    const body = beforeSending(() => toUpdateBody(patch));
    refuseTooLarge(body);
    return this.#writeKnown(call, id, { ...write, body });
  }

  async setPrimary(call: Call, id: string): Promise<Integration | null> {
    return this.#writeKnown(call, id, toWrite('POST', ROUTES.setPrimary, id));
  }

  async delete(call: Call, id: string): Promise<void> {
    // The response lists what remains, with encrypted credentials (contract §3.6). It is not read: that it came whole is enough.
    const recognize = (body: readonly Buffer[]) => isWholeList(Buffer.concat(body));
    await this.#write(call, { ...toWrite('DELETE', ROUTES.integration, id), recognize }, () => undefined);
  }

  async autoConfigure(call: Call, id: string): Promise<AutoConfigureResult> {
    const read = (body: unknown) => readAutoConfigure(body, id);
    return this.#write(call, toWrite('POST', ROUTES.autoConfigure, id), read);
  }

  async issueLink(call: Call, request: LinkRequest): Promise<IssuedLink> {
    const write = toWrite('POST', LINK_ROUTES[request.kind], request.identifier);
    const body = toLinkBody(request);
    refuseTooLarge(body);
    return this.#write(call, { ...write, body }, readLink);
  }

  async configureWebhook(call: Call, identifier: string): Promise<ConfiguredWebhook> {
    return this.#write(call, toWrite('POST', ROUTES.configureWebhook, identifier), readConfiguredWebhook);
  }

  async channelLimit(call: Call, channel: Exclude<Channel, 'UNKNOWN'>): Promise<ChannelLimit> {
    const route = ROUTES.channelLimit;
    const path = route.replace('{id}', channel.toLowerCase());
    const result = await this.#get(call, route, path);
    return isChannelUnknown(result) ? NO_LIMIT : readChannelLimit(this.#resolve(call, route, result));
  }

  async inAppActive(call: Call): Promise<boolean> {
    return readInAppStatus(this.#resolve(call, ROUTES.inAppStatus, await this.#get(call, ROUTES.inAppStatus)));
  }

  /**
   * What makes it doubtful that Novu is there, in a few words; null where an answer without a caller is as Novu gives it: 401
   * in JSON (contract §4). Asks once.
   */
  async doubt(): Promise<string | null> {
    const result = await this.#client.probe(ROUTES.me, PROBE_MS);
    if (result.phase === 'failed') return `no answer: ${result.errorCode}`;
    if (result.status === 401 && isJsonObject(result.json)) return null;
    return `it answers with status ${result.status}${isJsonObject(result.json) ? '' : ' and no JSON object'}, unlike Novu`;
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

function reportUnreadable({ requestId }: Call, route: string, rows: number): void {
  if (rows > 0) unreadableChannel.publish({ requestId, route, rows } satisfies UnreadableEvent);
}

function listOf(integrations: readonly Integration[], validator: string | undefined): IntegrationList {
  return { integrations, validator, cache: MISS };
}

/** The secrets are read when something asks for them. Most answers are put together from the bytes themselves. */
function lazyListOf(sent: SentList, read: () => readonly Integration[]): IntegrationList {
  let integrations: readonly Integration[] | null = null;
  return {
    get integrations() {
      integrations ??= read();
      return integrations;
    },
    sent,
    cache: MISS,
  };
}

const MISS = { status: 'MISS', ageSeconds: 0, generation: null } as const;

/** What Novu answers for a channel of which it has no demo provider. */
const NO_LIMIT: ChannelLimit = { limit: 0, count: 0 };
