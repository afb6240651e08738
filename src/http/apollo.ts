import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import type { GraphQLSchema } from 'graphql';
import { formatError } from './format-error.ts';
import type { QueryLimits } from './limits.ts';
import { operationPlugin } from './operation-plugin.ts';
import type { HttpContext } from './request-context.ts';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  /** Introspection and suggestions for whoever explores. */
  readonly development: boolean;
  readonly maxTokens: number;
  readonly limits: QueryLimits;
}

/** Apollo Server with what every request passes: CSRF prevention, limits, masked errors. Not started. */
export function createApollo({ schema, development, maxTokens, limits }: ApolloOptions): ApolloServer<HttpContext> {
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
      // Only for requests that ask for `ftv1`, as a router does.
      ApolloServerPluginInlineTrace(),
      operationPlugin(limits),
    ],
  });
}
