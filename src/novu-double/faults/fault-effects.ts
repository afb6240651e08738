import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { isObject } from '../integrations/records.ts';
import {
  type Answer,
  ApiError,
  type ErrorPlace,
  renderError,
  ServerFailureError,
  throttled,
} from '../server/errors.ts';
import { send, sendText } from '../server/send.ts';
import type { Fault, When } from './faults.ts';

/** What a fault needs of the exchange that it spoils. */
export interface FaultScene {
  readonly response: ServerResponse;
  readonly place: ErrorPlace;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Fires when the backend stops: nobody waits any more. */
  readonly stopped: AbortSignal;
}

/** Plays a fault at one of its two moments. True: the exchange is over, nothing else may answer. */
export async function playFault(fault: Fault, moment: When, scene: FaultScene): Promise<boolean> {
  if (momentOf(fault) !== moment) return false;
  const { response, place } = scene;
  switch (fault.kind) {
    case 'latency':
      await wait(fault.ms, scene);
      return false;
    case 'reset':
      response.socket?.resetAndDestroy();
      return true;
    case 'hang':
      return true;
    case 'status':
      sendStatus(fault.status, scene);
      return true;
    case 'tooManyRequests':
      send(response, renderError(throttled(fault.retryAfterSeconds ?? 1), place));
      return true;
    case 'html':
      sendText(response, 200, 'text/html; charset=utf-8', '<!doctype html><title>Sign in</title><h1>Sign in</h1>');
      return true;
    case 'invalidJson':
      sendText(response, 200, 'application/json; charset=utf-8', '{"data":[{"_id":"65b1');
      return true;
    default:
      return false;
  }
}

/** Sends an answer as its fault leaves it. */
export function sendSpoiled(fault: Fault, answer: Answer, { response }: FaultScene): void {
  switch (fault.kind) {
    case 'halfBody':
      sendHalf(response, answer);
      return;
    case 'oversizedBody':
      send(response, { ...answer, body: padded(answer.body, fault.bytes ?? 20 * 1024 * 1024) });
      return;
    default:
      send(response, { ...answer, body: spoil(fault, structuredClone(answer.body)) });
  }
}

function momentOf(fault: Fault): When {
  if ('when' in fault && fault.when !== undefined) return fault.when;
  return fault.kind === 'html' || fault.kind === 'invalidJson' ? 'after' : 'before';
}

async function wait(ms: Extract<Fault, { kind: 'latency' }>['ms'], { random, stopped }: FaultScene): Promise<void> {
  const duration = typeof ms === 'number' ? ms : ms.min + random() * (ms.max - ms.min);
  await sleep(duration, undefined, { signal: stopped });
}

function sendStatus(status: 500 | 502 | 503 | 504, { response, place }: FaultScene): void {
  if (status === 500) {
    send(response, renderError(new ServerFailureError(), place));
  } else if (status === 503) {
    send(response, renderError(new ApiError(503, 'Service Unavailable', { error: false }), place));
  } else {
    const text = status === 502 ? '502 Bad Gateway' : '504 Gateway Time-out';
    sendText(response, status, 'text/html', `<html><head><title>${text}</title></head><body>${text}</body></html>`);
  }
}

function sendHalf(response: ServerResponse, { status, headers, body }: Answer): void {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { ...headers, 'Content-Type': 'application/json', 'Content-Length': text.length });
  // Only once the half is on its way, or the reset overtakes it.
  response.write(text.subarray(0, Math.ceil(text.length / 2)), () => response.socket?.destroy());
}

function padded(body: unknown, bytes: number): unknown {
  return isObject(body) ? { ...body, padding: 'x'.repeat(bytes) } : body;
}

type Loose = Record<string, unknown>;

/** `body` is a copy and is changed in place. */
function spoil(fault: Fault, body: unknown): unknown {
  if (fault.kind === 'rewrite') return fault.rewrite(body);
  const integrations = integrationsIn(body);
  const first = integrations[0];
  if (fault.kind === 'unknownProvider' && first) first.providerId = 'carrier-pigeon';
  if (fault.kind === 'unknownEnum' && first) Object.assign(first, { channel: 'smoke_signal', kind: 'oracle' });
  if (fault.kind === 'missingField' && first) delete first[fault.field ?? 'identifier'];
  if (fault.kind === 'extraFields') {
    for (const integration of integrations)
      Object.assign(integration, { sinceTomorrow: { nested: [1, null] }, $new: true });
    return isLoose(body) ? { ...body, meta: { page: 1 } } : body;
  }
  return body;
}

function integrationsIn(body: unknown): Loose[] {
  const data = isLoose(body) ? body.data : undefined;
  return (Array.isArray(data) ? data : [data]).filter(isLoose);
}

function isLoose(value: unknown): value is Loose {
  return isObject(value);
}
