import { ApolloServerErrorCode } from '@apollo/server/errors';
import type { GraphQLError } from 'graphql';
import { EXECUTION_MESSAGES, REQUEST_MESSAGES, VALIDATION_MESSAGES } from './known-messages.ts';
import { withoutQuotedValues, withoutVariableValue } from './without-values.ts';

/** What is wrong with a request, as the client sees it. */
export interface RequestFault {
  /** `extensions.code`. */
  readonly code: string;
  readonly message: string;
}

/** How messages with one code are shown. An unknown message is replaced by `otherwise`. */
interface Rule {
  readonly shown: (error: GraphQLError) => string | null;
  readonly otherwise: string;
}

const {
  BAD_REQUEST,
  BAD_USER_INPUT,
  GRAPHQL_PARSE_FAILED,
  GRAPHQL_VALIDATION_FAILED,
  OPERATION_RESOLUTION_FAILURE,
  PERSISTED_QUERY_NOT_FOUND,
  PERSISTED_QUERY_NOT_SUPPORTED,
} = ApolloServerErrorCode;

/** By the code that Apollo Server gives to faults of the request. Clients know the last two by their messages. */
const RULES: ReadonlyMap<unknown, Rule> = new Map<unknown, Rule>([
  [
    BAD_REQUEST,
    { shown: ({ message }) => rewritten(REQUEST_MESSAGES, message), otherwise: 'This is not a valid GraphQL request.' },
  ],
  [BAD_USER_INPUT, { shown: aboutVariable, otherwise: 'A value in this request is not valid.' }],
  [GRAPHQL_PARSE_FAILED, { shown: aboutSyntax, otherwise: 'The document cannot be parsed.' }],
  [GRAPHQL_VALIDATION_FAILED, { shown: aboutDocument, otherwise: 'The document is not valid.' }],
  [
    OPERATION_RESOLUTION_FAILURE,
    {
      shown: ({ message }) => rewritten(REQUEST_MESSAGES, message),
      otherwise: 'The document has no operation that can run.',
    },
  ],
  [PERSISTED_QUERY_NOT_FOUND, { shown: () => null, otherwise: 'PersistedQueryNotFound' }],
  [PERSISTED_QUERY_NOT_SUPPORTED, { shown: () => null, otherwise: 'PersistedQueryNotSupported' }],
]);

/**
 * What an error of graphql-js or Apollo Server says about the request, in words without values of the request; null if
 * it is not about the request. Only known messages are shown: one from another version or a bug is not.
 */
export function requestFaultIn(error: GraphQLError): RequestFault | null {
  const code = error.extensions.code;
  const rule = RULES.get(code);
  if (rule) return { code: String(code), message: rule.shown(error) ?? rule.otherwise };
  return code === undefined ? withoutCode(error.message) : null;
}

/** Errors that graphql-js finds only during execution, and two errors of persisted queries. */
function withoutCode(given: string): RequestFault | null {
  const request = rewritten(REQUEST_MESSAGES, given);
  if (request !== null) return { code: BAD_REQUEST, message: request };
  const execution = rewritten(EXECUTION_MESSAGES, given);
  return execution === null ? null : { code: BAD_USER_INPUT, message: execution };
}

/** The replacement of a message by a table, with `$1` and so on filled in; null if the table lacks the message. */
function rewritten(table: readonly (readonly [known: RegExp, shown: string])[], message: string): string | null {
  const row = table.find(([known]) => known.test(message));
  return row ? message.replace(...row) : null;
}

function aboutVariable({ message, originalError }: GraphQLError): string | null {
  if (/^Variable "\$\w+" got invalid value /.test(message))
    return withoutVariableValue(message, originalError?.message);
  return rewritten(EXECUTION_MESSAGES, message);
}

function aboutSyntax({ message }: GraphQLError): string | null {
  // graphql-js puts this prefix only before its own messages.
  return message.startsWith('Syntax Error: ') ? withoutQuotedValues(message) : null;
}

function aboutDocument({ message }: GraphQLError): string | null {
  return rewritten(VALIDATION_MESSAGES, withoutQuotedValues(message));
}
