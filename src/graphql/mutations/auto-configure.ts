import type { GraphQLResolveInfo } from 'graphql';
import type { CallerContext } from '../context.ts';
import { deriveIdempotencyKey } from './idempotency.ts';
import type { AutoConfigureIntegrationInput } from './mutation.input.ts';
import { BY_ID_ONLY } from './set-primary.ts';
import { assertKnownId, type Payload, settle, write } from './write.ts';

export interface AutoConfigurePayload extends Payload {
  readonly success: boolean;
  readonly message: string | null;
}

/** Lets upstream set up the provider's webhook. Its answer's integration is not used: the row is read again by its id. */
export async function autoConfigureIntegration(
  caller: CallerContext,
  input: AutoConfigureIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<AutoConfigurePayload> {
  let success = false;
  const payload = await settle(async () => {
    const options = deriveIdempotencyKey(caller, input.idempotencyKey, input.id, info);
    await assertKnownId(caller, input.id);
    const send = async () => {
      ({ success } = await caller.source.autoConfigure(caller.call, input.id, options));
      return null;
    };
    return write(caller, info, { send, id: input.id, refusal: BY_ID_ONLY });
  });
  return { ...payload, success, message: success || payload.errors.length > 0 ? null : NOT_CONFIGURED };
}

/** The provider's own words stay out: they can echo a credential. */
const NOT_CONFIGURED =
  "The provider could not be set up with its stored credentials. Follow the provider's manual guide.";
