import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import type { IntegrationSource } from '../model/integration.ts';
import { sendError } from './answer/head.ts';
import { endOfTurn } from './answer/write-batching.ts';
import { withRequestId } from './apollo/operation-plugin.ts';
import { type TrustedDocuments, withTrustedDocument } from './apollo/trusted-documents.ts';
import { type ShortWays, sendShort } from './fast/fast-path.ts';
import { readBody } from './request/body.ts';
import { type HttpContext, RequestContext } from './request/context.ts';
import { RequestRefusal } from './request/refusal.ts';

export interface GraphqlOptions {
  readonly apollo: ApolloServer<HttpContext>;
  readonly source: IntegrationSource;
  /** Bytes of a request body. */
  readonly maxBodyBytes: number;
  /** Null: every request takes the long way, because a plugin must see them all. */
  readonly shortWays: ShortWays | null;
  /** Operations that can be sent by their id; null: none. */
  readonly trustedDocuments: TrustedDocuments | null;
}

/** Answers a request to `/graphql`: on a short way, or through Apollo Server's pipeline. */
export async function answerGraphql(
  { apollo, source, maxBodyBytes, shortWays, trustedDocuments }: GraphqlOptions,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  try {
    const bytes = await readBody(request, maxBodyBytes);
    const context = new RequestContext(request, requestId, source, () => signalOfLeaving(response));
    const way = bytes && shortWays?.start(request, bytes, context);
    const ready = way?.ready();
    if (ready) {
      await endOfTurn();
      return sendShort(response, ready, requestId);
    }
    const body = bytes && parseJson(bytes);
    const prepared = await way?.prepared(body);
    if (prepared) {
      // Those that waited for upstream together are not held up: their clients have something to do already.
      if (context.wasCached()) await endOfTurn();
      return sendShort(response, prepared, requestId);
    }
    response.setHeader('x-request-id', requestId);
    const given = graphqlRequest(request, body);
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: trustedDocuments ? withTrustedDocument(given, trustedDocuments) : given,
      context: async () => ({ request: context }),
    });
    const { refusal } = context;
    if (refusal) {
      response.setHeader('content-type', answer.headers.get('content-type') ?? 'application/json');
      return sendError(response, refusal.httpStatus, refusal.code, refusal.message, requestId);
    }
    await send(response, answer, context);
    way?.learn(answer);
  } catch (error) {
    if (!(error instanceof RequestRefusal)) throw error;
    // What is left of the body is not read.
    if (!request.complete) response.setHeader('connection', 'close');
    sendError(response, error.status, error.code, error.message, requestId);
  }
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

async function send(response: ServerResponse, answer: HTTPGraphQLResponse, context: RequestContext): Promise<void> {
  response.statusCode = answer.status ?? 200;
  for (const [name, value] of answer.headers) {
    // What CORS said before stays.
    if (name === 'vary') response.appendHeader(name, value);
    else response.setHeader(name, value);
  }
  if (answer.body.kind === 'complete') {
    response.end(context.finished ? answer.body.string : early(response, answer.body.string, context.requestId));
    return;
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}

/** An answer that Apollo Server gave before the pipeline (CSRF, media types, no query): its head and errors as all others'. */
function early(response: ServerResponse, body: string, requestId: string): string {
  response.setHeader('cache-control', 'no-store');
  response.removeHeader('content-length');
  try {
    const { errors } = JSON.parse(body) as { errors: Parameters<typeof withRequestId>[0][] };
    return JSON.stringify({ errors: errors.map((error) => withRequestId(error, requestId)) });
  } catch {
    return body;
  }
}
