import { type ApolloServerPlugin, type GraphQLRequestListener, HeaderMap } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { CompiledReads } from '../../graphql/compiled/executor.ts';
import type { HttpContext } from '../request/context.ts';

/** The data of an answer that is printed already; what {@link stringifyResult} leaves as it is. */
class Printed {
  /** The whole answer: `{"data":…}` and a line break. */
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Executes what {@link CompiledReads} can answer in full, in the place of graphql-js. Requests that ask for a trace take the
 * long way, whose fields are timed.
 */
export function compiledPlugin(reads: CompiledReads): ApolloServerPlugin<HttpContext> {
  const listener: GraphQLRequestListener<HttpContext> = {
    async responseForOperation({ document, operation, request, contextValue }) {
      // Typed as always there, and missing where the document has several operations and none is named.
      if (!operation || request.http?.headers.has('apollo-federation-include-trace')) return null;
      const answer = await reads.answer(document, operation, request.variables, contextValue);
      if (answer === null) return null;
      contextValue.request.compiled = { document, operation };
      const data = new Printed(answer.toString()) as unknown as Record<string, unknown>;
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
  if (!(data instanceof Printed)) return `${JSON.stringify(result)}\n`;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const others = given.map(([key, value]) => `,${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return others.length === 0 ? data.text : `${data.text.slice(0, -END.length)}${others.join('')}${END}`;
}

const END = '}\n';
