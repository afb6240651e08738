import { createHash } from 'node:crypto';
import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse, PersistedQueryOptions } from '@apollo/server';
import type { Caller } from '../../model/caller.ts';
import { GatewayError } from '../../model/errors.ts';
import { registeredChannel } from '../../telemetry/channels.ts';
import type { HttpContext } from '../request/context.ts';

/** A store of texts by their hash. Neither call rejects: a text that cannot be read is null. */
export interface TextStore {
  get(hash: string): Promise<string | null>;
  /** Bounded for one caller and for all; a text beyond the bounds is not kept. */
  register(hash: string, text: string, caller: Caller): Promise<void>;
}

/** Longer texts are sent each time. */
const MAX_TEXT_BYTES = 16 * 1024;

/**
 * Automatic persisted queries over a store. Keys come from clients: only SHA-256 hashes are looked up, and a text that
 * does not match its hash never runs.
 */
export function persistedQueryCache(store: TextStore): NonNullable<PersistedQueryOptions['cache']> {
  return {
    async get(key) {
      const hash = hashIn(key);
      const text = hash && (await store.get(hash));
      return text && createHash('sha256').update(text).digest('hex') === hash ? text : undefined;
    },
    // Apollo Server would register a text before it runs, for any client. persistedQueriesPlugin does it afterwards.
    async set() {},
    // Apollo Server never does.
    async delete() {},
  };
}

/**
 * Keeps the text of an operation that ran without errors for a caller that Novu accepted. Otherwise any client could
 * fill the store. A mutation with inline values is not kept: they may be credentials. It reads how the request ended,
 * so it must come after the plugin that ends it.
 */
export function persistedQueriesPlugin(store: TextStore): ApolloServerPlugin<HttpContext> {
  const listener = {
    async willSendResponse(context: GraphQLRequestContextWillSendResponse<HttpContext>) {
      const { metrics, queryHash, source, contextValue } = context;
      const named = metrics.persistedQueryRegister || metrics.persistedQueryHit;
      const accepted = named ? acceptedCaller(contextValue) : null;
      if (accepted && queryHash) registeredChannel.publish({ hash: queryHash });
      const caller = metrics.persistedQueryRegister ? accepted : null;
      if (caller === null || !queryHash || !source || Buffer.byteLength(source) > MAX_TEXT_BYTES) return;
      if (hasSecrets(contextValue)) return;
      // Not awaited: the answer does not depend on it.
      void store.register(queryHash, source, caller);
    },
  };
  return { requestDidStart: async () => listener };
}

function hasSecrets({ request: { state } }: HttpContext): boolean {
  return state.phase !== 'answered' || state.admitted?.analysis.hasInlineValues !== false;
}

/** The caller of an operation that ran without errors, if Novu has answered this caller. */
function acceptedCaller({ request }: HttpContext): Caller | null {
  const { state } = request;
  if (state.phase !== 'answered' || state.result.errors.length > 0 || state.admitted === null) return null;
  const { identity } = state.admitted;
  if (identity instanceof GatewayError) return null;
  return request.reads()?.accepted || request.peekList() !== null ? identity.call.caller : null;
}

/** Apollo Server's keys have the prefix `apq:`. */
function hashIn(key: string): string | null {
  return /^apq:([0-9a-f]{64})$/.exec(key)?.[1] ?? null;
}
