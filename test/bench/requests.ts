import { API_KEY, ENVIRONMENT, idOf, integrations, keyOf, SESSION } from './data.ts';
import { type Dialect, DOCUMENTS, type Query } from './documents.ts';

/**
 * - `cold`: nothing is cached.
 * - `warm`: the data is cached, the request was never seen before.
 * - `repeated`: the same request again and again.
 * - `first`: each request of a caller who was never seen before.
 * - `organization`: each request of the first caller of an organization with integrations of its own.
 * - `write`: what Q6 does.
 */
export type State = 'cold' | 'warm' | 'repeated' | 'first' | 'organization' | 'write';

export interface Work {
  readonly dialect: Dialect;
  readonly query: Query;
  readonly state: State;
  /** How many integrations there are. */
  readonly rows: number;
}

export interface Request {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The next request of a connection. */
export type RequestSource = (connection: number) => Request;

/**
 * Makes the requests of one kind.
 *
 * `warm` makes each request a new one, the same way for all peers: by a variable that the document does not declare, a number that
 * counts up. Servers leave such a variable alone. The document stays the same, so caches of parsed, validated and compiled
 * documents work as they do in real life; the arguments of resolvers stay the same, so caches of data work; but no two requests
 * are alike, and every cache of whole answers here has the variables in its key. (One that left undeclared variables out would
 * make `repeated` of `warm`, and another trick necessary.)
 *
 * What is worse: new operation names or aliases defeat caches of documents; a varying argument, a text to search for, defeats caches of
 * what resolvers return; booleans for `@include` have to be coerced, and keep some executors off their quick way.
 * @param start how many requests of this kind the peer has had before.
 */
export function requestSource(work: Work, start: number): RequestSource {
  const { dialect, query, state, rows } = work;
  if (query === 'Q6') return writeAndRead(work, start);
  const text = DOCUMENTS[dialect][query];
  const ids = integrations(rows).map(({ _id }) => _id);
  const head = `{"query":${JSON.stringify(text)},"variables":{`;
  const path = (id: string) => (dialect === 'bytes' ? `/${query}/${id}` : '/graphql');
  const headers = headersOf(query);
  let n = start;
  return () => {
    n++;
    const id = (query === 'Q5' ? ids[spread(n, rows)] : ids[0]) ?? '';
    const variables = query === 'Q1' || query === 'Q5' ? [`"id":"${id}"`] : [];
    if (state === 'warm') variables.push(`"nonce":${n}`);
    const own = newCaller(query, state, n);
    return { path: path(id), headers: own ? { ...headers, ...own } : headers, body: `${head}${variables.join()}}}` };
  };
}

/** Q4 shows credentials, which only sessions may see: their tokens are new every minute. */
function newCaller(query: Query, state: State, n: number): { readonly authorization: string } | null {
  if (state === 'organization') return { authorization: keyOf(n, n) };
  if (state !== 'first') return null;
  return { authorization: query === 'Q4' ? `Bearer ${SESSION}${n}` : `ApiKey ${n.toString(16).padStart(32, '0')}` };
}

export function headersOf(query: Query): Record<string, string> {
  const base = { 'content-type': 'application/json', accept: 'application/json' };
  if (query === 'Q4') return { ...base, authorization: `Bearer ${SESSION}`, 'novu-environment-id': ENVIRONMENT };
  return { ...base, authorization: `ApiKey ${API_KEY}` };
}

/** Each connection creates an integration and then reads it back, in turn. Names are of one length. */
function writeAndRead({ dialect }: Work, start: number): RequestSource {
  const { create, read } = writeDocuments(dialect);
  const headers = headersOf('Q6');
  const pending = new Map<number, string>();
  let n = start;
  return (connection) => {
    const id = pending.get(connection);
    pending.delete(connection);
    if (id !== undefined) return { path: '/graphql', headers, body: graphql(read, { id }) };
    const slot = String(connection).padStart(2, '0');
    const identifier = `bench${slot}-${String(n++).padStart(9, '0')}`;
    pending.set(connection, idOf(identifier));
    return { path: '/graphql', headers, body: graphql(create, { name: `Bench ${slot}`, identifier }) };
  };
}

function writeDocuments(dialect: Dialect): { create: string; read: string } {
  return { create: DOCUMENTS[dialect].Q6, read: DOCUMENTS[dialect].Q1 };
}

function graphql(query: string, variables: object): string {
  return JSON.stringify({ query, variables });
}

/** Walks over all rows, but not in their order. */
function spread(n: number, rows: number): number {
  return (n * 7919) % rows;
}
