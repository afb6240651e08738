import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import type { GraphQLSchema } from 'graphql';
import { cacheTagsPlugin } from './cache-tags.ts';
import { formatError } from './format-error.ts';
import type { QueryLimits } from './limits.ts';
import { operationPlugin } from './operation-plugin.ts';
import type { HttpContext } from './request-context.ts';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  /** Traces and cache tags for the routers of a supergraph. */
  readonly federation: boolean;
  /** Introspection and suggestions for whoever explores. */
  readonly development: boolean;
  readonly maxTokens: number;
  readonly limits: QueryLimits;
}

/** Apollo Server with what every request passes: CSRF prevention, limits, masked errors. Not started. */
export function createApollo(options: ApolloOptions): ApolloServer<HttpContext> {
  const { schema, federation, development, maxTokens, limits } = options;
  return new ApolloServer<HttpContext>({
    schema,
    introspection: development,
    hideSchemaDetailsFromClientErrors: !development,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens },
    formatError,
    plugins: [
      // Wraps every field and makes lists twice as slow; operation-plugin.ts sets the header from the document instead.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ...(federation ? forRouters() : [ApolloServerPluginInlineTraceDisabled()]),
      operationPlugin(limits),
    ],
  });
}

function forRouters(): ApolloServerPlugin<HttpContext>[] {
  return [
    // Only for requests that ask for `ftv1`. Routers pass traces on to their vendor: no error messages in them.
    ApolloServerPluginInlineTrace({ includeErrors: { masked: true } }),
    cacheTagsPlugin(),
  ];
}
