import type { JsonObject } from '../../model/json.ts';
import { isObject } from '../integrations/records.ts';
import type { Fault, FaultEffect, When } from './faults.ts';

/** Thrown when a fault that came over HTTP cannot be read; the message says which and why. */
export class FaultSyntaxError extends Error {
  override readonly name = 'FaultSyntaxError';
}

type Reader = (sent: JsonObject) => FaultEffect | undefined;

const when = ({ when: sent }: JsonObject): { when?: When } =>
  sent === 'before' || sent === 'after' ? { when: sent } : {};

/** Every kind that can be written as JSON. */
const READERS: Readonly<Record<string, Reader>> = {
  latency: (sent) => {
    const ms = isObject(sent.ms) ? boundsOf(sent.ms) : sent.ms;
    return typeof ms === 'number' || isBounds(ms) ? { kind: 'latency', ms, ...when(sent) } : undefined;
  },
  reset: (sent) => ({ kind: 'reset', ...when(sent) }),
  hang: (sent) => ({ kind: 'hang', ...when(sent) }),
  status: (sent) => {
    const status = ([500, 502, 503, 504] as const).find((code) => code === sent.status);
    return status && { kind: 'status', status, ...when(sent) };
  },
  tooManyRequests: ({ retryAfterSeconds: seconds }) => ({
    kind: 'tooManyRequests',
    ...(typeof seconds === 'number' ? { retryAfterSeconds: seconds } : {}),
  }),
  html: (sent) => ({ kind: 'html', ...when(sent) }),
  invalidJson: (sent) => ({ kind: 'invalidJson', ...when(sent) }),
  halfBody: () => ({ kind: 'halfBody' }),
  oversizedBody: ({ bytes }) => ({ kind: 'oversizedBody', ...(typeof bytes === 'number' ? { bytes } : {}) }),
  unknownProvider: () => ({ kind: 'unknownProvider' }),
  extraFields: () => ({ kind: 'extraFields' }),
  unknownEnum: () => ({ kind: 'unknownEnum' }),
  missingField: ({ field }) => ({ kind: 'missingField', ...(typeof field === 'string' ? { field } : {}) }),
};

/**
 * Faults from the body of `PUT /__faults`, a list.
 * @throws FaultSyntaxError for anything that is not a list of faults.
 */
export function readFaults(body: unknown): Fault[] {
  if (!Array.isArray(body)) throw new FaultSyntaxError('Send a list of faults, e.g. [{"kind":"reset","times":1}]');
  return body.map(readFault);
}

function readFault(sent: unknown, index: number): Fault {
  if (!isObject(sent)) throw new FaultSyntaxError(`Fault ${index} is not an object`);
  const { kind, method, route, times } = sent;
  const effect = typeof kind === 'string' && Object.hasOwn(READERS, kind) ? READERS[kind]?.(sent) : undefined;
  if (effect === undefined) {
    throw new FaultSyntaxError(
      `Fault ${index}: kind must be one of ${Object.keys(READERS).join(', ')}, with what it needs`,
    );
  }
  return {
    ...effect,
    ...(typeof method === 'string' ? { method } : {}),
    ...(typeof route === 'string' ? { route } : {}),
    ...(typeof times === 'number' ? { times } : {}),
  };
}

function boundsOf({ min, max }: JsonObject): unknown {
  return { min, max };
}

function isBounds(value: unknown): value is { min: number; max: number } {
  return isObject(value) && typeof value.min === 'number' && typeof value.max === 'number';
}
