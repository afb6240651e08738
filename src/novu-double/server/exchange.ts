import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { FaultSyntaxError, readFaults } from '../faults/fault-body.ts';
import { type FaultScene, playFault, sendSpoiled } from '../faults/fault-effects.ts';
import type { Fault, Faults } from '../faults/faults.ts';
import { isObject } from '../integrations/records.ts';
import { type ErrorPlace, notFound, renderError } from './errors.ts';
import { answerRequest, type Services } from './pipeline.ts';
import { readBody } from './request-body.ts';
import { matchRoute } from './routes.ts';
import { send } from './send.ts';
import { timestamp } from './state.ts';

/** One request as it came in, for tests that count calls. */
export interface LoggedRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Milliseconds since the epoch by the backend's clock. */
  readonly at: number;
  /** Parsed; undefined until it is read, and where it cannot be. */
  body?: unknown;
}

export interface Exchanges {
  readonly services: Services;
  readonly faults: Faults;
  readonly faultsOverHttp: boolean;
  readonly log: (request: LoggedRequest) => void;
  readonly random: () => number;
  readonly stopped: AbortSignal;
}

/** Answers one HTTP request, or does what a fault says instead. Never rejects. */
export async function exchange(context: Exchanges, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { world } = context.services;
  const path = request.url ?? '/';
  const place: ErrorPlace = { generation: world.generation, path, timestamp: timestamp(world) };
  try {
    if (context.faultsOverHttp && path === '/__faults') await administer(context, request, response);
    else await answer(context, request, { response, place, random: context.random, stopped: context.stopped });
  } catch (error) {
    // The connection is gone, or the backend is stopping: there is nobody to tell.
    if (response.destroyed || context.stopped.aborted) return;
    send(response, renderError(error, place));
  }
}

async function answer(context: Exchanges, request: IncomingMessage, scene: FaultScene): Promise<void> {
  const { services, faults } = context;
  const { generation, now } = services.world;
  const { method = 'GET', url: path = '/', headers } = request;
  const logged: LoggedRequest = { method, path, headers, at: now() };
  context.log(logged);
  const body = await readBody(request, generation);
  logged.body = body;
  const [pathname = '/'] = path.split('?');
  const match = matchRoute(generation, method, pathname);
  if (match === undefined) throw notFound(`Cannot ${method} ${path}`);

  const fault = faults.take(method, match.route.template);
  if (fault && (await playFault(fault, 'before', scene))) return;
  const gate = fault?.kind === 'gate' ? fault.open : Promise.resolve();
  const routed = { ...match, path, headers, body: isObject(body) ? body : {}, gate };
  const result = await answerRequest(services, routed);
  await finish(fault, result, scene);
}

async function finish(fault: Fault | undefined, result: Awaited<ReturnType<typeof answerRequest>>, scene: FaultScene) {
  if (fault === undefined) return send(scene.response, result);
  if (await playFault(fault, 'after', scene)) return;
  sendSpoiled(fault, result, scene);
}

/** `GET`, `PUT` (a list, replaces all) and `DELETE /__faults`; not logged, for it is no call of the API. */
async function administer(
  { faults, services }: Exchanges,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const sent = await readBody(request, services.world.generation);
  try {
    if (request.method === 'PUT') faults.set(readFaults(sent));
    if (request.method === 'DELETE') faults.clear();
  } catch (error) {
    if (!(error instanceof FaultSyntaxError)) throw error;
    return send(response, { status: 400, headers: {}, body: { message: error.message } });
  }
  send(response, { status: 200, headers: {}, body: { data: faults.list() } });
}
