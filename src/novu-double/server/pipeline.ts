import type { IncomingHttpHeaders } from 'node:http';
import type { JsonObject } from '../../model/json.ts';
import type { Caller } from '../state/call.ts';
import { type Answer, renderError } from '../state/errors.ts';
import { type ServerState, timestamp } from '../state/server-state.ts';
import { authenticate, requirePermission, requireScheme } from './auth.ts';
import type { Idempotency } from './idempotency.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { Route, RouteMatch } from './routes.ts';

/** The server behind HTTP: its data, idempotency and rate limits. */
export interface Services {
  readonly state: ServerState;
  readonly idempotency: Idempotency;
  /** Whether `Idempotency-Key` works for API keys; it always works for sessions (contract §5). */
  readonly idempotencyForKeys: boolean;
  /** Undefined: not limited. */
  readonly rateLimiter: RateLimiter | undefined;
}

export interface RoutedRequest extends RouteMatch {
  /** URL with its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: JsonObject;
  /** The handler starts when this resolves. */
  readonly gate: Promise<unknown>;
}

/** One request from its headers to its answer, in the order of contract §3.1. Never rejects. */
export async function answerRequest(services: Services, request: RoutedRequest): Promise<Answer> {
  const { state } = services;
  const { route, path } = request;
  const headers: Record<string, string> = {};
  try {
    const caller = authenticate(state.store, state.generation, request.headers);
    requireScheme(state.generation, caller, route.schemes);
    requirePermission(state.generation, caller, route.permission);
    if (caller.scheme === 'ApiKey') services.rateLimiter?.(caller.environmentId, headers);
    const result = await onceIfKeyed(services, request, caller, headers);
    return { status: statusOf(route, state), headers, body: { data: result } };
  } catch (error) {
    const answer = renderError(error, { generation: state.generation, path, timestamp: timestamp(state) });
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }
}

function statusOf({ status }: Route, state: ServerState): number {
  return status === 'write' ? state.writeStatus : status;
}

function onceIfKeyed(
  services: Services,
  request: RoutedRequest,
  caller: Caller,
  headers: Record<string, string>,
): Promise<unknown> {
  const { route, params, body, gate } = request;
  const run = async () => {
    await gate;
    return route.handle({ state: services.state, caller, params, body });
  };
  const key = request.headers['idempotency-key'];
  const enabled = caller.scheme === 'Bearer' || services.idempotencyForKeys;
  if (route.method !== 'POST' || typeof key !== 'string' || key === '' || !enabled) return run();
  return services.idempotency({ organizationId: caller.organizationId, key, body }, headers, run);
}
