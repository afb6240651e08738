import type { GraphQLResolveInfo } from 'graphql';
import type { CallerContext } from '../context.ts';
import { deriveIdempotencyKey } from './idempotency.ts';
import type { SetPrimaryIntegrationInput } from './mutation.input.ts';
import { assertKnownId, type Payload, settle, type WriteSteps, write } from './write.ts';

/** Makes an integration the primary one of its channel and environment; upstream activates it and drops its conditions. */
export function setPrimaryIntegration(
  caller: CallerContext,
  input: SetPrimaryIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<Payload> {
  return settle(async () => {
    const options = deriveIdempotencyKey(caller, input.idempotencyKey, input.id, info);
    await assertKnownId(caller, input.id);
    return write(caller, info, {
      send: () => caller.source.setPrimary(caller.call, input.id, options),
      id: input.id,
      refusal: BY_ID_ONLY,
    });
  });
}

/** Refusals of a mutation whose input is an id and nothing else that upstream could complain of. */
export const BY_ID_ONLY: WriteSteps['refusal'] = { pathOf: () => ['id'], namesEnvironment: false };
