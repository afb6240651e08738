import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { type Caller, readCaller, type ShowCredentials } from '../../model/caller.ts';
import { GatewayError } from '../../model/errors.ts';
import { normalizeId } from '../../model/ids.ts';
import { RequestRefusal } from './refusal.ts';

/** A caller and the headers that it was read from. */
interface KnownCaller {
  readonly authorization: string | undefined;
  readonly environmentId: string | undefined;
  readonly caller: Caller;
}

/** The last caller on a connection; forgotten with the connection. */
const callers = new WeakMap<Socket, KnownCaller>();

/**
 * The caller of a request, or why there is none. Requests with the same two headers on one connection get the same
 * object, so that its scope is computed once.
 * @throws RequestRefusal if one of the two headers is sent twice: a proxy and Node.js might choose different ones.
 */
export function callerOfRequest(request: IncomingMessage, show: ShowCredentials): Caller | GatewayError {
  const { headers, rawHeaders, socket } = request;
  assertOnce(rawHeaders);
  const { authorization } = headers;
  const header = singleHeader(headers['novu-environment-id']);
  const environmentId = header ? normalizeId(header) : undefined;
  const last = callers.get(socket);
  if (last && last.authorization === authorization && last.environmentId === environmentId) return last.caller;
  try {
    const caller = readCaller(authorization, environmentId, show);
    callers.set(socket, { authorization, environmentId, caller });
    return caller;
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
}

export function singleHeader(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header;
}

/** Node.js silently drops a second `Authorization`. */
function assertOnce(rawHeaders: readonly string[]): void {
  if (countHeader(rawHeaders, 'authorization') > 1) throw sentTwice('Authorization');
  if (countHeader(rawHeaders, 'novu-environment-id') > 1) throw sentTwice('Novu-Environment-Id');
}

function sentTwice(header: string): RequestRefusal {
  return new RequestRefusal(400, `Send the header ${header} once.`);
}

/** How often a header was sent, which Node.js hides. @param header in lower case. */
export function countHeader(rawHeaders: readonly string[], header: string): number {
  let times = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    // Most names differ in length, which is cheaper to compare.
    if (name?.length === header.length && name.toLowerCase() === header) times += 1;
  }
  return times;
}
