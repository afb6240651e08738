import { type ApolloServerPlugin, type GraphQLRequestListener, HeaderMap } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import { CompiledReads } from '../graphql/compiled.ts';
import type { HttpContext } from './request-context.ts';

/** The data of an answer as JSON texts by response key; what {@link stringifyResult} puts together. */
class JsonTexts {
  readonly texts: ReadonlyMap<string, string>;
  constructor(texts: ReadonlyMap<string, string>) {
    this.texts = texts;
  }
}

/**
 * Executes what {@link CompiledReads} can answer in full, in the place of graphql-js. Requests that ask for a trace take the
 * long way, whose fields are timed.
 */
export function compiledPlugin(schema: GraphQLSchema): ApolloServerPlugin<HttpContext> {
  const reads = new CompiledReads(schema);
  const listener: GraphQLRequestListener<HttpContext> = {
    async responseForOperation({ document, operation, request, contextValue }) {
      // Typed as always there, and missing where the document has several operations and none is named.
      if (!operation || request.http?.headers.has('apollo-federation-include-trace')) return null;
      const texts = await reads.answer(document, operation, request.variables, contextValue);
      if (!texts) return null;
      const data = new JsonTexts(texts) as unknown as Record<string, unknown>;
      return {
        http: { headers: new HeaderMap() },
        body: { kind: 'single', singleResult: { data } },
      };
    },
  };
  return { requestDidStart: async () => listener };
}

/** Prints an answer as Apollo Server does. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const { data, ...rest } = result;
  if (!(data instanceof JsonTexts)) return `${JSON.stringify(result)}\n`;
  const fields = [...data.texts].map(([key, text]) => `${JSON.stringify(key)}:${text}`);
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const others = given.map(([key, value]) => `,${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{"data":{${fields.join(',')}}${others.join('')}}\n`;
}
