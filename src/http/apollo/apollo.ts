import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import type { GraphQLSchema } from 'graphql';
import { formatError } from '../answer/errors.ts';
import { type ExplorerOptions, landingPage } from '../explore/explore.ts';
import type { OperationAnalyzer } from '../request/analysis.ts';
import type { HttpContext } from '../request/context.ts';
import type { OperationLimits } from '../request/limits.ts';
import { cacheTagsPlugin } from './cache-tags.ts';
import { documentStore } from './document-store.ts';
import { operationPlugin } from './operation-plugin.ts';
import { operationTypes } from './operation-types.ts';
import { persistedQueriesPlugin, persistedQueryCache, type TextStore } from './persisted-queries.ts';
import { type ApolloStudio, reportingPlugins } from './reporting.ts';
import { withBoundedTraces } from './trace-bound.ts';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  /** SDL of the API alone, for reports. */
  readonly apiSdl: () => string;
  /** Traces and cache tags for the routers of a supergraph. */
  readonly federation: boolean;
  /** Introspection, suggestions and a page for exploring; null: none of them. */
  readonly exploring: ExplorerOptions | null;
  /** Where usage is reported; null: nowhere. */
  readonly studio: ApolloStudio | null;
  /** Where automatic persisted queries are kept; null: there are none. */
  readonly persistedQueries: TextStore | null;
  readonly maxTokens: number;
  readonly analyzer: OperationAnalyzer;
  readonly limits: OperationLimits;
  /** Of an answer. */
  readonly maxAnswerBytes: number;
}

/** Apollo Server with CSRF prevention, limits and masked errors. Not started. */
export function createApollo(options: ApolloOptions): ApolloServer<HttpContext> {
  const { schema, federation, exploring, studio, persistedQueries, analyzer, limits } = options;
  return new ApolloServer<HttpContext>({
    schema,
    introspection: exploring !== null,
    hideSchemaDetailsFromClientErrors: exploring === null,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    logger: QUIET,
    parseOptions: { maxTokens: options.maxTokens },
    documentStore: documentStore((document) => analyzer.hasInlineValues(document)),
    validationRules: [operationTypes],
    formatError,
    persistedQueries: persistedQueries ? { cache: persistedQueryCache(persistedQueries) } : false,
    ...(studio && { apollo: { key: studio.key, graphRef: studio.graphRef } }),
    plugins: [
      ...reportingPlugins(studio, options.apiSdl),
      // It wraps every field and makes lists twice as slow. `Cache-Control` follows from the document instead.
      ApolloServerPluginCacheControlDisabled(),
      landingPage(exploring),
      ...(federation ? forRouters(limits) : [ApolloServerPluginInlineTraceDisabled()]),
      operationPlugin(analyzer, limits, options.maxAnswerBytes),
      ...(persistedQueries ? [persistedQueriesPlugin(persistedQueries)] : []),
    ],
  });
}

/** Apollo Server's log quotes messages. The hooks of operation-plugin.ts publish what matters. */
const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

function forRouters(limits: OperationLimits): ApolloServerPlugin<HttpContext>[] {
  return [
    // Only for requests that ask for `ftv1`. Routers send traces to their vendor, so they hold no error messages.
    withBoundedTraces(ApolloServerPluginInlineTrace({ includeErrors: { masked: true } }), limits),
    cacheTagsPlugin(),
  ];
}
