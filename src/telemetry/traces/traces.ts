import { setTimeout } from 'node:timers/promises';
import type { RequestFacts } from '../../model/request-facts.ts';
import type { TraceSettings } from '../../otel-settings.ts';
import {
  type AnswerEvent,
  answerChannel,
  attemptChannel,
  type CacheEvent,
  type CacheReadEvent,
  cacheChannel,
  cacheReadChannel,
  type RegisteredEvent,
  registeredChannel,
  requestChannel,
  type UpstreamAttempt,
  type UpstreamEvent,
  upstreamChannel,
} from '../channels.ts';
import { OperationNames } from '../metrics/operation-names.ts';
import { Subscriptions } from '../subscriptions.ts';
import { ClientSpans } from './client-spans.ts';
import { createProvider } from './provider.ts';
import { RequestSpans } from './request-spans.ts';

export interface TraceFacts {
  readonly version: string;
  readonly upstreamUrl: string;
  /** Whether commands of the store go to Redis, not to memory. */
  readonly hasRedis: boolean;
  /** Hashes of the documents whose operations may be named. */
  readonly trustedHashes: ReadonlySet<string>;
}

export interface Traces {
  /** Sends pending spans, for at most so many milliseconds. Never rejects. */
  stop(limitMs: number): Promise<void>;
}

/**
 * Makes spans from the events of the diagnostics channels: requests, operations, calls to Novu and commands to Redis.
 * Spans hold names, codes, statuses and ids, but no URL, token, variable, value or message.
 */
export function startTraces(settings: TraceSettings, facts: TraceFacts): Traces {
  const provider = createProvider(settings, facts.version);
  const names = new OperationNames(facts.trustedHashes);
  const requests = new RequestSpans(provider, (operation) => names.of(operation));
  const clients = new ClientSpans(provider, requests, facts.upstreamUrl);
  const subscriptions = new Subscriptions();
  subscriptions.on<RegisteredEvent>(registeredChannel, ({ hash }) => names.register(hash));
  subscriptions.on<RequestFacts>(requestChannel, (request) => requests.begin(request));
  subscriptions.on<CacheReadEvent>(cacheReadChannel, (event) => requests.noteRead(event));
  subscriptions.on<AnswerEvent>(answerChannel, (event) => requests.end(event));
  subscriptions.on<UpstreamAttempt>(attemptChannel, (attempted) => clients.beginAttempt(attempted));
  subscriptions.on<UpstreamEvent>(upstreamChannel, (event) => clients.endAttempt(event));
  if (facts.hasRedis) subscriptions.on<CacheEvent>(cacheChannel, (event) => clients.addCommand(event));
  return {
    async stop(limitMs) {
      subscriptions.end();
      const sent = provider.shutdown().catch(() => undefined);
      await Promise.race([sent, setTimeout(limitMs, undefined, { ref: false })]);
    },
  };
}
