import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, ApiError, ServerFailureError, throttled } from '../state/errors.ts';
import { isObject } from '../state/validation.ts';
import type { Fault, When } from './faults.ts';

/**
 * Applies a fault before or after the request has run. True: the exchange is over, and nothing else may answer.
 * @param stopped fires when the double stops, and ends latency
 * @throws ApiError if the fault is an error of the API, and AbortError when `stopped` fires during latency.
 */
export async function playFault(
  fault: Fault,
  moment: When,
  response: ServerResponse,
  stopped: AbortSignal,
): Promise<boolean> {
  if (momentOf(fault) !== moment) return false;
  switch (fault.kind) {
    case 'latency':
      await sleep(fault.ms, undefined, { signal: stopped });
      return false;
    case 'reset':
      response.socket?.resetAndDestroy();
      return true;
    case 'hang':
      return true;
    case 'status':
      sendStatus(fault.status, response);
      return true;
    case 'tooManyRequests':
      throw throttled(fault.retryAfterSeconds ?? 1);
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

/** An answer that its fault has changed. */
export function corrupted(fault: Fault, answer: Answer): Answer {
  return { ...answer, body: corrupt(fault, structuredClone(answer.body)) };
}

/** Sends the first half of an answer, then closes the connection. */
export function sendHalf(response: ServerResponse, { status, headers, body }: Answer): void {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { ...headers, 'Content-Type': 'application/json', 'Content-Length': text.length });
  // Closes only once the half is on its way: an earlier reset would overtake it.
  response.write(text.subarray(0, Math.ceil(text.length / 2)), () => response.socket?.destroy());
}

function momentOf(fault: Fault): When {
  if ('when' in fault && fault.when !== undefined) return fault.when;
  return fault.kind === 'html' || fault.kind === 'invalidJson' ? 'after' : 'before';
}

function sendStatus(status: 500 | 502 | 503 | 504, response: ServerResponse): void {
  if (status === 500) throw new ServerFailureError();
  if (status === 503) throw new ApiError(503, 'Service Unavailable', { error: false });
  const text = status === 502 ? '502 Bad Gateway' : '504 Gateway Time-out';
  sendText(response, status, 'text/html', `<html><head><title>${text}</title></head><body>${text}</body></html>`);
}

function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}

type Loose = Record<string, unknown>;

/** `body` is a copy and is changed in place. */
function corrupt(fault: Fault, body: unknown): unknown {
  if (fault.kind === 'rewrite') return fault.rewrite(body);
  const integrations = integrationsIn(body);
  const first = integrations[0];
  if (fault.kind === 'unknownProvider' && first) first.providerId = 'carrier-pigeon';
  if (fault.kind === 'unknownEnum' && first) Object.assign(first, { channel: 'smoke_signal', kind: 'oracle' });
  if (fault.kind === 'missingField' && first) delete first[fault.field ?? 'identifier'];
  if (!isObject(body)) return body;
  if (fault.kind === 'oversizedBody') return { ...body, padding: 'x'.repeat(fault.bytes ?? 20 * 1024 * 1024) };
  if (fault.kind !== 'extraFields') return body;
  for (const integration of integrations) {
    Object.assign(integration, { sinceTomorrow: { nested: [1, null] }, $new: true });
  }
  return { ...body, meta: { page: 1 } };
}

function integrationsIn(body: unknown): Loose[] {
  const data: unknown = isObject(body) ? body.data : undefined;
  return (Array.isArray(data) ? data : [data]).filter((element): element is Loose => isObject(element));
}
