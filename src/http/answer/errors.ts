import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { GatewayError } from '../../model/errors.ts';
import { errorChannel } from '../../telemetry/channels.ts';
import { type RequestFault, requestFaultIn } from './request-faults.ts';

/**
 * Turns anything thrown into what a client sees: the gateway's own errors as they are, errors of the request in words
 * that are known to hold no value, and everything else masked. Cannot throw.
 */
export function formatError({ locations, path }: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const error = gatewayErrorIn(thrown);
  if (error) return { message: error.message, ...place, extensions: { code: error.code, ...error.details } };
  const { code, message } = requestFaultOf(thrown) ?? MASKED;
  return { message, ...place, extensions: { code } };
}

const MASKED: RequestFault = { code: 'INTERNAL_SERVER_ERROR', message: 'Internal server error' };
/** Appears only in the log. */
const CLIENT_LEFT: RequestFault = {
  code: 'CLIENT_CLOSED_REQUEST',
  message: 'The client closed the request before it was answered.',
};

/** The gateway's own error in what the executor wrapped, or null. */
function gatewayErrorIn(thrown: unknown): GatewayError | null {
  const original = unwrapResolverError(thrown);
  if (original instanceof GatewayError) return original;
  return thrown instanceof GraphQLError && thrown.originalError instanceof GatewayError ? thrown.originalError : null;
}

function requestFaultOf(thrown: unknown): RequestFault | null {
  if (isAbort(thrown)) return CLIENT_LEFT;
  return thrown instanceof GraphQLError ? requestFaultIn(thrown) : null;
}

/** Aborted work ends like this, and work is aborted only when its client has left. */
function isAbort(thrown: unknown): boolean {
  const original = unwrapResolverError(thrown);
  return original instanceof Error && original.name === 'AbortError';
}

/**
 * Publishes an error for the log, with the code that the client sees.
 * @param clientLeft no client sees the error: an error of the gateway then only says how its wait ended.
 */
export function publishError(requestId: string, error: unknown, clientLeft = false): void {
  if (!errorChannel.hasSubscribers) return;
  const own = gatewayErrorIn(error);
  const code = own && clientLeft ? CLIENT_LEFT.code : (own ?? requestFaultOf(error) ?? internalCode(error)).code;
  errorChannel.publish({ requestId, code, error: own ?? error });
}

/** Errors that never reach a client have codes for the log. */
function internalCode(error: unknown): { readonly code: string } {
  const code =
    error instanceof GraphQLError ? undefined : (error as { extensions?: { code?: unknown } }).extensions?.code;
  return { code: typeof code === 'string' ? code : MASKED.code };
}
