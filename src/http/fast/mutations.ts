import { HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import { execute, type GraphQLError, type GraphQLSchema } from 'graphql';
import { GatewayError } from '../../model/errors.ts';
import { formatError, publishError } from '../answer/errors.ts';
import type { RequestContext } from '../request/context.ts';
import { finish, type SingleResult } from '../request/finish.ts';
import type { OperationLimits } from '../request/limits.ts';
import { assertFewFaults } from '../request/variable-faults.ts';
import type { CachedPlan } from './plan-cache.ts';

/**
 * Runs mutations that Apollo Server's pipeline has admitted before. It uses graphql-js as the pipeline does, with those
 * of its steps that depend on more than the document.
 */
export class MutationRunner {
  readonly #schema: GraphQLSchema;
  readonly #limits: OperationLimits;
  readonly #maxBytes: number;

  /** @param maxBytes of an answer. */
  constructor(schema: GraphQLSchema, limits: OperationLimits, maxBytes: number) {
    this.#schema = schema;
    this.#limits = limits;
    this.#maxBytes = maxBytes;
  }

  /**
   * The answer. Null: nothing has run, and the pipeline will report why.
   * @throws what a bug throws; then something may have run.
   */
  async run(
    { known, analysis, contentType }: CachedPlan,
    variableValues: Readonly<Record<string, unknown>>,
    context: RequestContext,
  ): Promise<HTTPGraphQLResponse | null> {
    const { document, operation } = known;
    if (!this.#admits(known, analysis, variableValues)) return null;
    const { identity } = context.admit(known, analysis);
    if (identity instanceof Error) return null;
    const given = {
      schema: this.#schema,
      document,
      operationName: operation.name?.value,
      variableValues,
      contextValue: { request: context },
    };
    let result: Awaited<ReturnType<typeof execute>>;
    try {
      result = await execute(given);
    } finally {
      await context.endWrites();
    }
    // The variables could not be coerced.
    if (result.data === undefined) return null;
    return {
      status: 200,
      headers: new HeaderMap([['content-type', contentType]]),
      body: this.#bodyOf(result, context),
    };
  }

  #admits(
    { operation }: CachedPlan['known'],
    analysis: CachedPlan['analysis'],
    variables: Readonly<Record<string, unknown>>,
  ): boolean {
    if (!this.#limits.isWithinLimits(analysis, operation, variables)) return false;
    try {
      assertFewFaults(this.#schema, operation, variables);
      return true;
    } catch (error) {
      if (error instanceof GatewayError) return false;
      throw error;
    }
  }

  #bodyOf(
    { data, errors }: { readonly data?: Record<string, unknown> | null; readonly errors?: readonly GraphQLError[] },
    context: RequestContext,
  ): HTTPGraphQLResponse['body'] {
    for (const error of errors ?? []) publishError(context.requestId, error, context.clientLeft);
    const told: SingleResult = {
      data: data ?? null,
      ...(errors && { errors: errors.map((error) => formatError(error.toJSON(), error)) }),
    };
    finish(context, told, { maxBytes: this.#maxBytes, isMutation: true });
    // Members in the order of the pipeline.
    const ordered = { errors: told.errors, data: told.data, extensions: told.extensions };
    return { kind: 'complete', string: `${JSON.stringify(ordered)}\n` };
  }
}
