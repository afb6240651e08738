import { type Caller, type CallerScope, mayReadSecrets } from '../model/caller.ts';
import { BadUserInputError, OutcomeUnknownError, UpstreamRefusedError } from '../model/errors.ts';
import type { AutoConfigureResult, Call, IntegrationSource, WriteOptions } from '../model/integration.ts';
import { isJsonObject } from '../model/json.ts';
import { type ClientOptions, createClient, type UpstreamRequest } from './client.ts';
import type { Exchange } from './exchange.ts';
import { type Asked, settleRead, settleWrite } from './outcome.ts';
import { RateLimits, readRateLimit } from './rate-limits.ts';
import { sanitizeText } from './sanitize.ts';
import {
  contractError,
  readCallerEnvironment,
  readEnvironments,
  readIntegrationAnswer,
  readIntegrations,
  unwrap,
} from './wire.ts';
import { toCreateBody, toUpdateBody } from './wire-write.ts';

export interface UpstreamOptions extends ClientOptions {
  /** Names a caller without its token; what {@link IntegrationSource.rateLimit} is remembered by. */
  readonly scope: (caller: Caller) => CallerScope;
  /** Wall clock in milliseconds. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

export interface UpstreamSource extends IntegrationSource {
  /** Waits for the calls under way, each of which its timeout bounds, and closes all connections. */
  close(): Promise<void>;
}

/**
 * The source that asks Novu's REST API each time. It holds no data but the last rate limit of each caller. The caller of
 * this function owns the source and closes it.
 */
export function createUpstreamSource(options: UpstreamOptions): UpstreamSource {
  const client = createClient(options);
  const { scope, now = Date.now } = options;
  const rateLimits = new RateLimits();

  async function ask(request: UpstreamRequest): Promise<[Asked, Exchange]> {
    const end = await client.request(request);
    const asked = { method: request.method, route: request.route, now: now() };
    const limit = end.phase === 'answered' ? readRateLimit(end.headers, asked.now) : null;
    if (limit !== null) {
      rateLimits.set(scope(request.call.caller), limit);
    }
    return [asked, end];
  }

  async function get(call: Call, route: string, path = route): Promise<[Asked, Exchange]> {
    return ask({ call, method: 'GET', route, path });
  }

  /** Sends a write and reads its answer; an answer that `read` cannot read leaves open how the write went. */
  async function write<T>(request: UpstreamRequest, read: (body: unknown) => T): Promise<T> {
    const body = settleWrite(...(await ask(request)));
    try {
      return read(body);
    } catch (cause) {
      throw new OutcomeUnknownError({ cause });
    }
  }

  return {
    async list(call, listOptions = {}) {
      const body = settleRead(...(await get(call, INTEGRATIONS)));
      const secrets = listOptions.secrets === true && mayReadSecrets(call.caller);
      return {
        integrations: readIntegrations(body, secrets),
        cache: { status: 'MISS', ageSeconds: 0, generation: null },
      };
    },

    async me(call) {
      const [asked, end] = await get(call, '/v1/environments/me');
      if (isStatus(end, 404) && saysNoEnvironment(end)) {
        throw new BadUserInputError('Novu knows no environment of the id in the header Novu-Environment-Id. Check it.');
      }
      return readCallerEnvironment(settleRead(asked, end));
    },

    async environments(call) {
      const [asked, end] = await get(call, '/v1/environments');
      return readEnvironments(settleRead(asked, end));
    },

    async webhookSupported(call, id) {
      const part = encodeId(id);
      if (part === null) {
        return null;
      }
      const route = '/v1/integrations/webhook/provider/{id}/status';
      const [asked, end] = await get(
        call,
        route,
        route.replace('{id}', () => part),
      );
      if (isStatus(end, 400) || isStatus(end, 404)) {
        return null;
      }
      const supported = unwrap(settleRead(asked, end));
      return typeof supported === 'boolean' ? supported : null;
    },

    async create(call, draft, writeOptions) {
      const request = {
        call,
        method: 'POST',
        route: INTEGRATIONS,
        path: INTEGRATIONS,
        body: toCreateBody(draft),
      } as const;
      return write({ ...request, ...writeOptions }, (body) => readIntegrationAnswer(body, mayReadSecrets(call.caller)));
    },

    async update(call, id, patch, writeOptions) {
      const request = { ...toIntegration(call, 'PUT', INTEGRATION, id, writeOptions), body: toUpdateBody(patch) };
      return write(request, (body) => readIntegrationAnswer(body, mayReadSecrets(call.caller)));
    },

    async setPrimary(call, id, writeOptions) {
      const request = toIntegration(call, 'POST', `${INTEGRATION}/set-primary`, id, writeOptions);
      return write(request, (body) => readIntegrationAnswer(body, mayReadSecrets(call.caller)));
    },

    async delete(call, id, writeOptions) {
      // The answer lists what remains, with credentials in stored form: it is not read.
      await write(toIntegration(call, 'DELETE', INTEGRATION, id, writeOptions), () => undefined);
    },

    async autoConfigure(call, id, writeOptions) {
      const request = toIntegration(call, 'POST', `${INTEGRATION}/auto-configure`, id, writeOptions);
      return write(request, readAutoConfigure);
    },

    rateLimit: (caller) => rateLimits.get(scope(caller)),

    held: () => null,

    close: () => client.close(),
  };
}

const INTEGRATIONS = '/v1/integrations';
const INTEGRATION = '/v1/integrations/{id}';

/** @throws UpstreamRefusedError where the id could not stand in a path, so that there is no such integration. */
function toIntegration(
  call: Call,
  method: UpstreamRequest['method'],
  route: string,
  id: string,
  options: WriteOptions | undefined,
): UpstreamRequest {
  const part = encodeId(id);
  if (part === null) {
    throw new UpstreamRefusedError({ kind: 'NOT_FOUND' });
  }
  return { call, method, route, path: route.replace('{id}', () => part), idempotencyKey: options?.idempotencyKey };
}

/** An id as one part of a path; null for what would be no part, or lead to another route. */
function encodeId(id: string): string | null {
  if (id === '' || id === '.' || id === '..') {
    return null;
  }
  try {
    return encodeURIComponent(id);
  } catch {
    return null; // half a surrogate pair
  }
}

function readAutoConfigure(body: unknown): AutoConfigureResult {
  const result = unwrap(body);
  if (!isJsonObject(result) || typeof result.success !== 'boolean') {
    throw contractError('the field `success`');
  }
  return { success: result.success, message: sanitizeText(result.message) };
}

function isStatus(end: Exchange, status: number): boolean {
  return end.phase === 'answered' && end.status === status;
}

function saysNoEnvironment(end: Exchange): boolean {
  const json = end.phase === 'answered' ? end.json : undefined;
  return isJsonObject(json) && typeof json.message === 'string' && /^Environment .* not found/.test(json.message);
}
