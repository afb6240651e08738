/** A value that no message may quote. */
export const CANARY = 'SG.canary';
/** Of an integration. */
export const ID = '65b100000000000000000001';

/** A request as JSON. */
export type Body = Readonly<Record<string, unknown>>;

/** A request, and what its answer must be. */
export type Row = readonly [name: string, body: Body | string, status: number, code: string, message: string | RegExp];

/** Codes of errors. */
export const INVALID = 'GRAPHQL_VALIDATION_FAILED';
export const PARSE = 'GRAPHQL_PARSE_FAILED';
export const INPUT = 'BAD_USER_INPUT';
export const REQUEST = 'BAD_REQUEST';
/** A request for an operation. */
export const query = (text: string, variables: Body = {}): Body => ({ query: text, variables });
