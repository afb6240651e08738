import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApolloServer, HTTPGraphQLResponse } from '@apollo/server';
import type { ShowCredentials } from '../model/caller.ts';
import type { IntegrationSource } from '../model/integration.ts';
import { publishShed, requestChannel } from '../telemetry/channels.ts';
import type { Compression } from './answer/compression.ts';
import { sendEarly } from './answer/early.ts';
import { type AnswerHead, errorAnswer, headOf, INTERNAL_ERROR, isUnanswered, publishAnswer } from './answer/head.ts';
import { type MediaType, negotiateMediaType } from './answer/media-type.ts';
import { sendAnswer, withVary } from './answer/send.ts';
import { endOfTurn } from './answer/write-batching.ts';
import { type TrustedDocuments, withTrustedDocument } from './apollo/trusted-documents.ts';
import { answerOf, codesIn, PER_CALLER } from './apollo-answer.ts';
import type { FastPath } from './fast/fast-path.ts';
import type { FastAnswer } from './fast/plan-cache.ts';
import { readBody } from './request/body.ts';
import { WaitingClient } from './request/client.ts';
import { type HttpContext, RequestContext } from './request/context.ts';
import { graphqlRequest, parseJson } from './request/graphql-request.ts';
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
  /** Is the process too busy for anything but the response cache? */
  readonly isShedding: () => boolean;
  /** Of answers without secrets; null: none. */
  readonly compression: Compression | null;
}

/**
 * Answers a request to `/graphql`: on the fast path, or through Apollo Server's pipeline.
 * @throws what a bug throws, and ClientLeftError; the caller of this answers, if there is still someone to be answered.
 */
export async function answerGraphql(
  options: GraphqlOptions,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const received: Received = { requestId, startedAt: performance.now(), context: null };
  try {
    await answer(options, request, response, received);
  } catch (error) {
    const { startedAt, context } = received;
    if (error instanceof RequestRefusal) {
      const refusal = errorAnswer(error, requestId);
      const { status } = refusal.head;
      publishAnswer(
        { requestId, way: 'refused', status, codes: [error.code], operation: null, request: context },
        startedAt,
      );
      sendEarly(request, response, refusal);
      return;
    }
    if (isUnanswered(response)) {
      const operation = context?.operationFacts() ?? null;
      const { status, code } = INTERNAL_ERROR;
      publishAnswer({ requestId, way: 'failed', status, codes: [code], operation, request: context }, startedAt);
    }
    throw error;
  }
}

/** What is known of a request, even if it is refused. */
interface Received {
  readonly requestId: string;
  readonly startedAt: number;
  context: RequestContext | null;
}

async function answer(
  options: GraphqlOptions,
  request: IncomingMessage,
  response: ServerResponse,
  received: Received,
): Promise<void> {
  const { requestId, startedAt } = received;
  const mediaType = mediaTypeFor(request);
  const { source, showCredentials, trustedDocuments, compression } = options;
  const compressing = compression && { compression, accepted: request.headers['accept-encoding'] };
  const bytes = await readBody(request, response, options.maxBodyBytes);
  const client = new WaitingClient(response);
  const context = new RequestContext(request, requestId, source, showCredentials, client, startedAt);
  received.context = context;
  if (requestChannel.hasSubscribers) requestChannel.publish(context);
  const fast = bytes && mediaType && options.fastPath?.begin(request, mediaType, bytes, context);
  const cached = fast?.fromResponseCache();
  if (cached) {
    await endOfTurn();
    return sendFast(response, cached, 'response-cache', context, compressing);
  }
  if (options.isShedding()) {
    publishShed('overload');
    throw new RequestRefusal(503, 'This gateway is overloaded. Try again later.', 'OVERLOADED', 1);
  }
  const body = bytes && parseJson(bytes);
  const planned = await fast?.fromPlanCache(body);
  if (planned) {
    // Answers that waited for Novu are not delayed further.
    if (context.reads()?.cache?.status === 'HIT') await endOfTurn();
    return sendFast(response, planned, 'plan-cache', context, compressing);
  }
  const known = await fast?.runMutation();
  if (known) {
    await endOfTurn();
    return sendResult(response, known, 'plan-cache', context, compressing);
  }
  const given = graphqlRequest(request, mediaType, body);
  const result = await options.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: trustedDocuments ? withTrustedDocument(given, trustedDocuments) : given,
    context: async () => ({ request: context }),
  });
  await sendResult(response, result, 'apollo', context, compressing);
  fast?.learn(result);
}

/**
 * The media type of the answer to a POST, negotiated first: Apollo Server would refuse only after the operation has
 * run. Null for other methods, whose answer may be a page and which change nothing.
 * @throws RequestRefusal where the client accepts none (406).
 */
function mediaTypeFor({ method, headers }: IncomingMessage): MediaType | null {
  if (method !== 'POST') return null;
  const mediaType = negotiateMediaType(headers.accept);
  if (mediaType === null) {
    throw new RequestRefusal(
      406,
      'Accept "application/json" or "application/graphql-response+json": answers come in no other media type.',
    );
  }
  return mediaType;
}

/** How the answer to one request is compressed; null: not at all. */
type Compressing = { readonly compression: Compression; readonly accepted: unknown } | null;

function sendFast(
  response: ServerResponse,
  { contentType, isCacheable, body, operation = null }: FastAnswer,
  way: 'response-cache' | 'plan-cache',
  context: RequestContext,
  compressing: Compressing,
): Promise<void> | void {
  const { requestId, startedAt } = context;
  const head = headOf({
    requestId,
    contentType,
    status: 200,
    cacheable: isCacheable ? 'CALLER' : 'NEVER',
    headers: PER_CALLER,
  });
  publishAnswer({ requestId, way, status: head.status, codes: [], operation, request: context }, startedAt);
  if (!compressing || !isCacheable) return sendAnswer(response, head, body);
  return sendCompressed(response, head, body, compressing, way === 'response-cache');
}

async function sendResult(
  response: ServerResponse,
  result: HTTPGraphQLResponse,
  madeBy: 'apollo' | 'plan-cache',
  context: RequestContext,
  compressing: Compressing,
): Promise<void> {
  const { head, body, isCacheable } = answerOf(result, context);
  const { requestId, state, startedAt } = context;
  const way = state.phase === 'refused' ? 'refused' : madeBy;
  const codes = codesIn(state);
  publishAnswer(
    { requestId, way, status: head.status, codes, operation: context.operationFacts(), request: context },
    startedAt,
  );
  if (!compressing || !isCacheable) sendAnswer(response, head, body);
  else await sendCompressed(response, head, body, compressing, false);
}

/** An answer without secrets. */
async function sendCompressed(
  response: ServerResponse,
  { status, headers }: AnswerHead,
  body: Buffer | string,
  { compression, accepted }: NonNullable<Compressing>,
  isCached: boolean,
): Promise<void> {
  const vary = withVary(headers, (value) => `${value}, Accept-Encoding`);
  const compressed = await compression.compress(body, accepted, isCached);
  if (!compressed) return sendAnswer(response, { status, headers: vary }, body);
  sendAnswer(response, { status, headers: [...vary, 'content-encoding', compressed.coding] }, compressed.body);
}
