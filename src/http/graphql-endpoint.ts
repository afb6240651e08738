import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { ShowCredentials } from '../model/caller.ts';
import type { IntegrationSource } from '../model/integration.ts';
import { type Answer, errorAnswer, headOf, publishAnswer, sendAnswer, withRequestId } from './answer/head.ts';
import { endOfTurn } from './answer/write-batching.ts';
import { type TrustedDocuments, withTrustedDocument } from './apollo/trusted-documents.ts';
import { type FastPath, isKeepable } from './fast/fast-path.ts';
import type { FastAnswer } from './fast/plan-cache.ts';
import { readBody } from './request/body.ts';
import { type HttpContext, RequestContext, type RequestState } from './request/context.ts';
import { RequestRefusal } from './request/refusal.ts';

export interface GraphqlOptions {
  readonly apollo: ApolloServer<HttpContext>;
  readonly source: IntegrationSource;
  readonly showCredentials: ShowCredentials;
  /** Bytes of a request body. */
  readonly maxBodyBytes: number;
  /** Null: every request takes Apollo Server's pipeline, because a plugin must see them all. */
  readonly fastPath: FastPath | null;
  /** Operations that can be sent by their id; null: none. */
  readonly trustedDocuments: TrustedDocuments | null;
}

/** An answer differs with who asks. */
const PER_CALLER = { vary: 'Authorization, Novu-Environment-Id' };

/** Answers a request to `/graphql`: on the fast path, or through Apollo Server's pipeline. */
export async function answerGraphql(
  options: GraphqlOptions,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  try {
    await answer(options, request, response, requestId);
  } catch (error) {
    if (!(error instanceof RequestRefusal)) throw error;
    // What is left of the body is not read.
    if (!request.complete) response.setHeader('connection', 'close');
    const { head, body } = errorAnswer(error, requestId);
    publishAnswer(requestId, 'refused', head.status);
    sendAnswer(response, head, body);
  }
}

async function answer(
  { apollo, source, showCredentials, maxBodyBytes, fastPath, trustedDocuments }: GraphqlOptions,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const bytes = await readBody(request, maxBodyBytes);
  const context = new RequestContext(request, requestId, source, showCredentials, () => signalOfLeaving(response));
  const fast = bytes && fastPath?.begin(request, bytes, context);
  const cached = fast?.fromResponseCache();
  if (cached) {
    await endOfTurn();
    return sendFast(response, cached, 'response-cache', requestId);
  }
  const body = bytes && parseJson(bytes);
  const planned = await fast?.fromPlanCache(body);
  if (planned) {
    // Those that waited for Novu together are not held up: their clients have something to do already.
    if (context.reads()?.cache?.status === 'HIT') await endOfTurn();
    return sendFast(response, planned, 'plan-cache', requestId);
  }
  const given = graphqlRequest(request, body);
  const result = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: trustedDocuments ? withTrustedDocument(given, trustedDocuments) : given,
    context: async () => ({ request: context }),
  });
  sendResult(request, response, result, context);
  fast?.learn(result);
}

/** Fires when the client goes away before it has its answer. */
function signalOfLeaving(response: ServerResponse): AbortSignal {
  const abort = new AbortController();
  const left = () => {
    if (!response.writableFinished) abort.abort();
  };
  // It may have left while its request was read.
  if (response.closed) left();
  else response.once('close', left);
  return abort.signal;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new RequestRefusal(400, 'The request body is not valid JSON.');
  }
}

function graphqlRequest(request: IncomingMessage, body: unknown): HTTPGraphQLRequest {
  return {
    method: request.method?.toUpperCase() ?? 'GET',
    headers: headerMap(request),
    search: searchOf(request),
    body,
  };
}

function headerMap({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

function searchOf({ url = '' }: IncomingMessage): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}

function sendFast(
  response: ServerResponse,
  { contentType, keepable, body }: FastAnswer,
  way: 'response-cache' | 'plan-cache',
  requestId: string,
): void {
  const head = headOf({ requestId, contentType, status: 200, keepable, headers: PER_CALLER });
  publishAnswer(requestId, way, head.status);
  sendAnswer(response, head, body);
}

function sendResult(
  request: IncomingMessage,
  response: ServerResponse,
  result: HTTPGraphQLResponse,
  context: RequestContext,
): void {
  const { head, body } = answerOf(request, result, context);
  publishAnswer(context.requestId, context.state.phase === 'refused' ? 'refused' : 'apollo', head.status);
  sendAnswer(response, head, body);
}

/** The answer to a request that went through Apollo Server's pipeline, as far as it came there. */
function answerOf(
  { headers: { accept } }: IncomingMessage,
  { status = 200, headers: given, body }: HTTPGraphQLResponse,
  { requestId, state }: RequestContext,
): Answer {
  if (body.kind !== 'complete') throw new Error('Apollo Server answered in parts, which is not offered.');
  const { 'content-type': contentType = 'application/json', ...others } = Object.fromEntries(given);
  const facts = { requestId, contentType, status, headers: others };
  // Apollo Server refuses an `Accept` header last: what became of the operation is not in that answer.
  const ended: RequestState = status === 406 ? { phase: 'received' } : state;
  switch (ended.phase) {
    case 'refused': {
      const { httpStatus, code, message } = ended.error;
      return errorAnswer({ status: httpStatus, code, message }, requestId, contentType);
    }
    case 'answered': {
      const { admitted, result } = ended;
      const keepable = result.errors.length === 0 && admitted !== null && isKeepable(admitted);
      const headers = { ...others, ...PER_CALLER };
      return { head: headOf({ ...facts, ...result, accept, keepable, headers }), body: body.string };
    }
    default:
      return { head: headOf(facts), body: withRequestIds(body.string, requestId) };
  }
}

/** An answer that Apollo Server gave before the pipeline (CSRF, media types, no query, a page): its errors as all others'. */
function withRequestIds(body: string, requestId: string): string {
  try {
    const { errors } = JSON.parse(body) as { errors: GraphQLFormattedError[] };
    return JSON.stringify({ errors: errors.map((error) => withRequestId(error, requestId)) });
  } catch {
    return body;
  }
}
