import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { type Caller, readCaller } from '../../model/caller.ts';
import { GatewayError } from '../../model/errors.ts';
import { normalId } from '../../model/ids.ts';

/** Who asked last on a connection; forgotten with the connection. */
const callers = new WeakMap<Socket, Caller>();

/**
 * Who calls, or why nobody does. Requests that come on one connection with the same two headers get the same object, so
 * that what is worked out for a caller, its scope above all, is worked out once.
 */
export function callerOfRequest({ headers, socket }: IncomingMessage): Caller | GatewayError {
  const { authorization } = headers;
  const header = singleHeader(headers['novu-environment-id']);
  const environmentId = header ? normalId(header) : undefined;
  const last = callers.get(socket);
  if (last && last.authorization === authorization && last.environmentId === environmentId) return last;
  try {
    const caller = readCaller(authorization, environmentId);
    callers.set(socket, caller);
    return caller;
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
}

export function singleHeader(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header;
}
