import { type Caller, mayReadSecrets } from '../model/caller.ts';
import { BadUserInputError, GatewayError, NotSentError } from '../model/errors.ts';
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
  NamedEnvironment,
  RateLimit,
} from '../model/integration.ts';
import { isJsonObject } from '../model/json.ts';
import type { AutoConfigureResult, ChannelLimit, ConfiguredWebhook, IssuedLink, LinkRequest } from '../model/links.ts';
import { LazyList, unreadableIn } from '../model/lists.ts';
import { type UnreadableEvent, unreadableChannel } from '../telemetry/channels.ts';
import type { AdmissionState } from './admission/admission.ts';
import { AdmittedClient, type AdmittedClientOptions } from './admitted-client.ts';
import { etagOf, hasStatus, isChannelUnknown, isEnvironmentNotFound } from './answer-facts.ts';
import { KnownLists, OperationLists, type SharedLists } from './known-lists.ts';
import { isHandlerMissing } from './refusal.ts';
import { ROUTES, refuseTooLarge, toPath, toWrite, type Write } from './requests.ts';
import { environmentNotFoundMessage } from './result.ts';
import { runInSlices } from './slices.ts';
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

export interface UpstreamOptions extends AdmittedClientOptions {
  /** Keeps lists without secrets by content. Absent: each list is parsed again. */
  readonly lists?: SharedLists | undefined;
}

/**
 * The source that calls Novu's REST API for each request that the {@link Admission} lets through. It keeps lists by
 * content only, never by caller. Its owner must close it.
 */
export class UpstreamSource implements IntegrationSource {
  readonly #novu: AdmittedClient;
  readonly #knownLists: KnownLists | null;
  readonly #operationLists = new OperationLists();

  constructor(options: UpstreamOptions) {
    this.#novu = new AdmittedClient(options);
    this.#knownLists = options.lists ? new KnownLists(options.lists) : null;
  }

  async list(call: Call, { secrets = false, since, operation }: ListOptions = {}): Promise<IntegrationList> {
    const withSecrets = secrets && mayReadSecrets(call.caller);
    const once = this.#knownLists?.reading(withSecrets);
    const reading = once && operation ? this.#operationLists.reading(operation, withSecrets, once) : once;
    const route = ROUTES.integrations;
    const before = withSecrets ? undefined : since;
    const ifNoneMatch = before?.validator;
    const canSkipParsing = reading?.canSkipParsing;
    const result = await this.#novu.get(call, route, route, { canSkipParsing, ifNoneMatch });
    if (before && hasStatus(result, 304)) return listOf(before.integrations, before.validator);
    const body = this.#novu.resolve(call, route, result);
    const raw = reading?.raw();
    if (raw) {
      reportUnreadable(call, route, unreadableIn(raw.shared));
      return new LazyList(MISS, raw, () => reading?.known() ?? []);
    }
    const known = reading?.known();
    const read =
      known ?? (isLong(body) ? await runInSlices(readInSteps(body, withSecrets)) : readIntegrations(body, withSecrets));
    const integrations = known ?? reading?.keep(read) ?? read;
    reportUnreadable(call, route, unreadableIn(integrations));
    return listOf(integrations, withSecrets ? undefined : etagOf(result));
  }

  async me(call: Call): Promise<CallerEnvironment> {
    const result = await this.#novu.get(call, ROUTES.me);
    if (isEnvironmentNotFound(result)) {
      throw new BadUserInputError(environmentNotFoundMessage(call.caller));
    }
    return readCallerEnvironment(this.#novu.resolve(call, ROUTES.me, result));
  }

  async environments(call: Call): Promise<readonly NamedEnvironment[]> {
    const body = this.#novu.resolve(call, ROUTES.environments, await this.#novu.get(call, ROUTES.environments));
    const environments = readEnvironments(body);
    reportUnreadable(call, ROUTES.environments, unreadableIn(environments));
    return environments;
  }

  async webhookSupported(call: Call, id: string): Promise<boolean | null> {
    const path = toPath(ROUTES.webhookStatus, id);
    if (path === null) return null;
    const result = await this.#novu.get(call, ROUTES.webhookStatus, path);
    if (hasStatus(result, 400) || hasStatus(result, 404) || isHandlerMissing(result)) return null;
    return readWebhookStatus(this.#novu.resolve(call, ROUTES.webhookStatus, result));
  }

  async create(call: Call, draft: IntegrationDraft): Promise<Integration> {
    const request: Write = { method: 'POST', route: ROUTES.integrations, path: ROUTES.integrations };
    const body = beforeSending(() => toCreateBody(draft));
    refuseTooLarge(body);
    const read = (answer: unknown) => readCreated(answer, body, mayReadSecrets(call.caller));
    return this.#novu.write(call, { ...request, body }, read);
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
    // The response lists the remaining integrations with encrypted credentials (contract §3.6). It is not parsed, only
    // checked to be complete.
    const canSkipParsing = (body: readonly Buffer[]) => isWholeList(Buffer.concat(body));
    await this.#novu.write(call, { ...toWrite('DELETE', ROUTES.integration, id), canSkipParsing }, () => undefined);
  }

  async autoConfigure(call: Call, id: string): Promise<AutoConfigureResult> {
    const read = (body: unknown) => readAutoConfigure(body, id);
    return this.#novu.write(call, toWrite('POST', ROUTES.autoConfigure, id), read);
  }

  async issueLink(call: Call, request: LinkRequest): Promise<IssuedLink> {
    const write = toWrite('POST', LINK_ROUTES[request.kind], request.identifier);
    const body = toLinkBody(request);
    refuseTooLarge(body);
    return this.#novu.write(call, { ...write, body }, readLink);
  }

  async configureWebhook(call: Call, identifier: string): Promise<ConfiguredWebhook> {
    return this.#novu.write(call, toWrite('POST', ROUTES.configureWebhook, identifier), readConfiguredWebhook);
  }

  async channelLimit(call: Call, channel: Exclude<Channel, 'UNKNOWN'>): Promise<ChannelLimit> {
    const route = ROUTES.channelLimit;
    const path = route.replace('{id}', channel.toLowerCase());
    const result = await this.#novu.get(call, route, path);
    return isChannelUnknown(result) ? NO_LIMIT : readChannelLimit(this.#novu.resolve(call, route, result));
  }

  async inAppActive(call: Call): Promise<boolean> {
    return readInAppStatus(
      this.#novu.resolve(call, ROUTES.inAppStatus, await this.#novu.get(call, ROUTES.inAppStatus)),
    );
  }

  /**
   * Asks once, without a caller. In a few words why what answers does not look like Novu; null where the answer is Novu's: 401 in
   * JSON (contract §4).
   */
  async check(): Promise<string | null> {
    const result = await this.#novu.probe(ROUTES.me);
    if (result.phase === 'failed') return `no answer: ${result.errorCode}`;
    if (result.status === 401 && isJsonObject(result.json)) return null;
    return `it answers with status ${result.status}${isJsonObject(result.json) ? '' : ' and no JSON object'}, unlike Novu`;
  }

  rateLimit(caller: Caller): RateLimit | null {
    return this.#novu.admission.rateLimit(caller);
  }

  /** The state of the admission. No I/O. */
  state(): AdmissionState {
    return this.#novu.admission.state();
  }

  refusal(caller: Caller): GatewayError | null {
    return this.#novu.admission.refusal(caller);
  }

  peek(): null {
    return null;
  }

  /** Refuses the calls that wait, waits for those in flight, which their timeouts bound, and closes all connections. */
  close(): Promise<void> {
    return this.#novu.close();
  }

  #writeKnown(call: Call, id: string, write: Write): Promise<Integration | null> {
    const sent = write.body ?? null;
    return this.#novu.write(call, write, (body) => readKnownIntegration(body, id, mayReadSecrets(call.caller), sent));
  }
}

/** Makes part of a write. @throws NotSentError for a bug: nothing has been sent yet. */
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

const MISS = { status: 'MISS', ageSeconds: 0, generation: null } as const;

/** Novu's answer for a channel without a demo provider. */
const NO_LIMIT: ChannelLimit = { limit: 0, count: 0 };
