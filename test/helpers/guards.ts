import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import type { GatewayContext } from '../../src/graphql/context.ts';
import { readCaller } from '../../src/model/caller.ts';
import { ForbiddenError } from '../../src/model/errors.ts';

/** No guard looks at it. What does, fails. */
const UNREADABLE: unknown = new Proxy(
  {},
  {
    get() {
      throw new Error('The source was read');
    },
  },
);

/** Is a resolver behind a guard: does it keep a caller with an API key from what it would read? */
export function isGuarded(resolve: GraphQLFieldResolver<unknown, GatewayContext> | undefined): boolean {
  const context = { request: { identity: { caller: readCaller(`ApiKey ${'a'.repeat(32)}`, undefined) } } };
  try {
    const value: unknown = resolve?.(UNREADABLE, {}, context as GatewayContext, {} as GraphQLResolveInfo);
    if (value instanceof Promise) value.catch(() => undefined);
    return value === null;
  } catch (error) {
    return error instanceof ForbiddenError;
  }
}
