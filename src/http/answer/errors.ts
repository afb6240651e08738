import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { GatewayError } from '../../model/errors.ts';
import { withoutQuotedValues, withoutVariableValue } from './error-messages.ts';

/** Codes of Apollo Server's own errors about the request: their messages may be shown once no value is in them. */
const CLIENT_ERRORS: ReadonlySet<unknown> = new Set([
  ApolloServerErrorCode.BAD_REQUEST,
  ApolloServerErrorCode.BAD_USER_INPUT,
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_FOUND,
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED,
]);

/** Two errors about the request that Apollo Server gives no code. */
const NO_CODE: ReadonlySet<string> = new Set([
  'provided sha does not match query',
  'Unsupported persisted query version',
]);

/**
 * Turns anything thrown into what a client sees: the gateway's own errors as they are, errors of the request without the
 * values that they quote, everything else masked. Cannot throw.
 */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const error = gatewayErrorIn(thrown);
  if (error) return { message: error.message, ...place, extensions: { code: error.code, ...error.details } };
  const nameless = NO_CODE.has(formatted.message) && path === undefined;
  const code = nameless ? ApolloServerErrorCode.BAD_REQUEST : formatted.extensions?.code;
  if (CLIENT_ERRORS.has(code)) return { message: messageFor(formatted, thrown), ...place, extensions: { code } };
  return { message: 'Internal server error', ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

/** The gateway's own error in what the executor wrapped, or null. */
export function gatewayErrorIn(thrown: unknown): GatewayError | null {
  const original = unwrapResolverError(thrown);
  if (original instanceof GatewayError) return original;
  return thrown instanceof GraphQLError && thrown.originalError instanceof GatewayError ? thrown.originalError : null;
}

function messageFor({ message }: GraphQLFormattedError, thrown: unknown): string {
  const reason = thrown instanceof GraphQLError ? thrown.originalError?.message : undefined;
  return /^Variable "\$\w+" got invalid value /.test(message)
    ? withoutVariableValue(message, reason)
    : withoutQuotedValues(message);
}
