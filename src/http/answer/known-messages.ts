/*
 * The messages of graphql-js and Apollo Server that clients may see, and how they are shown. Names and types of a
 * document consist of word characters, brackets and marks only. Values have been removed before. `$&` is the message
 * itself.
 */

type Messages = readonly (readonly [known: RegExp, shown: string])[];

/** A name in quotes. */
const NAME = '"[$@]?[\\w.]+"';
/** A type in quotes. */
const TYPE = '"[\\w[\\]!]+"';
const SUGGESTION = '( Did you mean [\\w" ,.]+\\?)?';

/** Messages that are shown unchanged. */
function asTheyAre(...messages: readonly string[]): Messages {
  return messages.map((message) => [new RegExp(`^${message}$`), '$&'] as const);
}

/** Of the rules of validation; `without-values.ts` comes first. */
export const VALIDATION_MESSAGES: Messages = [
  ...asTheyAre(
    `Cannot query field ${NAME} on type ${NAME}\\.${SUGGESTION}`,
    `Cannot query field ${NAME} on type ${NAME}\\. Did you mean to use an inline fragment on [\\w" ,]+\\?`,
    `Unknown (argument ${NAME} on (field|directive)|type|directive|fragment) ${NAME}\\.${SUGGESTION}`,
    `Directive ${NAME} may not be used on [A-Z_]+\\.`,
    `The directive ${NAME} can only be used once at this location\\.`,
    `(Field|Directive) ${NAME} argument ${NAME} of type ${TYPE} is required, but it was not provided\\.`,
    `Cannot spread fragment ${NAME} within itself( via [\\w", ]+)?\\.`,
    `There can be only one (variable|operation|fragment|argument|input field) named ${NAME}\\.`,
    `Fragment (${NAME} )?cannot be spread here as objects of type ${TYPE} can never be of type ${TYPE}\\.`,
    `Variable ${NAME} cannot be non-input type ${TYPE}\\.`,
    `Variable ${NAME} is not defined( by operation ${NAME})?\\.`,
    `Variable ${NAME} is never used( in operation ${NAME})?\\.`,
    `Variable ${NAME} of type ${TYPE} used in position expecting type ${TYPE}\\.`,
    `Variable ${NAME} is of type ${TYPE} but must be non-nullable to be used for OneOf Input Object ${TYPE}\\.`,
    `Fragment ${NAME} is never used\\.`,
    `Field ${NAME} must not have a selection since type ${TYPE} has no subfields\\.`,
    `Field ${NAME} of type ${TYPE} must have a selection of subfields\\.( Did you mean "\\w+ \\{ \\.\\.\\. \\}"\\?)?`,
    `Field ${NAME} of type ${TYPE} must have at least one field selected\\.`,
    `Fragment (${NAME} )?cannot condition on non composite type ${TYPE}\\.`,
    `The (schema|${NAME}) definition is not executable\\.`,
    'This anonymous operation must be the only defined operation\\.',
    'Maximum introspection depth exceeded',
    'Too many validation errors, error limit reached\\. Validation aborted\\.',
    `Field ${NAME} of required type ${TYPE} was not provided\\.`,
    `Field ${NAME} is not defined by type ${TYPE}\\.${SUGGESTION}`,
    `Field ${NAME} must be non-null\\.`,
    `Expected value of type ${TYPE}\\.`,
    `OneOf Input Object ${TYPE} must specify exactly one key\\.`,
    `Value does not exist in ${TYPE} enum\\.${SUGGESTION}`,
    `(Enum ${TYPE}|\\w+) cannot represent [\\w -]*value\\.`,
    'JSON may nest \\d+ levels and have \\d+ values\\.',
    // The reasons are made of names and types.
    'Fields "\\w+(\\.{3})?" conflict because [\\w" ,.[\\]!]+',
    'There are no (querie|mutation|subscription)s in this API\\.',
  ),
  [/^GraphQL introspection is not allowed by Apollo Server, .*$/, 'Introspection is turned off in this API.'],
];

/** About requests before there is a document, and about the choice of an operation. */
export const REQUEST_MESSAGES: Messages = [
  ...asTheyAre(
    "The '\\w+' search parameter may only be specified once\\.",
    'The \\w+ search parameter contains invalid JSON\\.',
    'The \\w+ search parameter should contain a JSON-encoded object\\.',
    '`\\w+` in a POST body (must be|should be provided as) an? (object|string)( if provided|, not a recursively JSON-encoded string)\\.',
    'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension\\.',
    'GET requests may not have a content-type header other than application/json\\.',
    'GET requests only support query operations, not \\w+ operations',
    "An 'accept' header was provided for this request which does not accept [\\w/;=+ -]+",
    // Apollo's own messages, which its clients may match.
    'provided sha does not match query',
    'Unsupported persisted query version',
    'Must provide an operation\\.',
    'Must provide operation name if query contains multiple operations\\.',
  ),
  [/^GraphQL queries must be strings\.[\s\S]*$/, 'GraphQL queries must be strings.'],
  [
    /^POST body missing, invalid Content-Type, or JSON object has no keys\.$/,
    'The request body must be a JSON object with "query".',
  ],
  [/^Operation batching disabled\.$/, 'Send one operation in a request: lists of them are not run.'],
  [/^Apollo Server supports only GET\/POST requests\.$/, 'Send operations with POST, or queries with GET.'],
  [
    /^This operation has been blocked as a potential Cross-Site Request Forgery [\s\S]*$/,
    'This request could come from a page of another site (CSRF). Send "content-type: application/json", or a header "apollo-require-preflight".',
  ],
  [/^Unknown operation named [\s\S]*$/, 'The document has no operation of this name.'],
];

/** About values of variables that are found invalid only when they are used. */
export const EXECUTION_MESSAGES: Messages = [
  ...asTheyAre(
    `Variable ${NAME} of required type ${TYPE} was not provided\\.`,
    `Variable ${NAME} of non-null type ${TYPE} must not be null\\.`,
    `Argument ${NAME} of non-null type ${TYPE} must not be null\\.`,
    `Argument ${NAME} of required type ${TYPE} was not provided\\.`,
    `Argument ${NAME} of required type ${TYPE} was provided the variable ${NAME} which was not provided a runtime value\\.`,
  ),
  [
    new RegExp(`^(Argument ${NAME}) has invalid value [\\s\\S]*$`),
    '$1 has an invalid value: check the variables in it.',
  ],
  [/^Too many errors processing variables, error limit reached\.[\s\S]*$/, 'Further variables have invalid values.'],
];
