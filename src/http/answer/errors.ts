import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { GatewayError } from '../../model/errors.ts';
import { errorChannel } from '../../telemetry/channels.ts';

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
function gatewayErrorIn(thrown: unknown): GatewayError | null {
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

/** Tells the log of an error, with the code that the client sees. */
export function publishError(requestId: string, error: unknown): void {
  if (!errorChannel.hasSubscribers) return;
  const own = error instanceof GatewayError ? error : gatewayErrorIn(error);
  const code = own?.code ?? (error as { extensions?: { code?: unknown } }).extensions?.code ?? 'INTERNAL_SERVER_ERROR';
  errorChannel.publish({ requestId, code: String(code), error: own ?? error });
}

/*
 * graphql-js quotes the values that it does not accept. A credential of the wrong type, or in the wrong place, would travel
 * in the message to every log on the way back to its sender, so the values go. What stays is made of the schema's own words.
 */

/** What may follow a variable error, in words that hold no value. */
const SAFE_REASONS = [
  /^Field "\w+" of required type "[\w![\]]+" was not provided\./,
  /^Field "\w+" is not defined by type "\w+"\./,
  /^Field "\w+" must be non-null\./,
  /^Expected non-nullable type "[\w![\]]+" not to be null\./,
  /^Expected type "\w+" to be an object\./,
  /^Exactly one key must be specified for OneOf type "\w+"\./,
];

/**
 * `Variable "$input" got invalid value {…} at "input.name"; String cannot represent …` without the value.
 * @param reason the message of the error underneath, by which the end of the quoted value is known for sure.
 */
export function withoutVariableValue(message: string, reason: string | undefined): string {
  const [variable = 'A variable'] = /^Variable "\$\w+"/.exec(message) ?? [];
  const head = reason !== undefined && message.endsWith(`; ${reason}`) ? message.slice(0, -reason.length - 2) : '';
  const [, path] = / at "([\w.[\]]+)"$/.exec(head) ?? [];
  const place = path === undefined ? '' : ` at "${path}"`;
  return `${variable} got an invalid value${place}. ${safeReason(reason ?? '')}`.trimEnd();
}

/** The messages of parsing and validation, without the literals that they quote. */
export function withoutQuotedValues(message: string): string {
  return message
    .replace(/^(Syntax Error: [^"]*(?:"[^"\w]+"[^"]*)?)(String|BlockString|Int|Float|Name) "[\s\S]*$/, '$1$2.')
    .replace(/^(Syntax Error: Invalid [\w ]+)[\s\S]*$/, '$1.')
    .replace(/^((?:Enum "\w+"|\w+) cannot represent [\w -]*value)[\s\S]*$/, '$1.')
    .replace(/^(Expected value of type "[^"]+"), found [\s\S]*$/, '$1.')
    .replace(/^Value "[\s\S]* does not exist in ("\w+" enum)/, 'Value does not exist in $1');
}

function safeReason(reason: string): string {
  const known = SAFE_REASONS.map((safe) => safe.exec(reason)?.[0]).find((found) => found !== undefined);
  if (known !== undefined) return known;
  const [, type] =
    /^(?:Enum )?"?(\w+)"? cannot represent /.exec(reason) ??
    / does not exist in "(\w+)" enum\.(?: Did you mean [\s\S]*)?$/.exec(reason) ??
    /^Expected type "(\w+)"\./.exec(reason) ??
    [];
  return type === undefined ? '' : `Expected type "${type}".`;
}
