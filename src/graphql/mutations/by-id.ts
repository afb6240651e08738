import type { GraphQLResolveInfo } from 'graphql';
import { mayReadSecrets } from '../../model/caller.ts';
import type { WriteOptions } from '../../model/integration.ts';
import type { CallerContext } from '../context.ts';
import { assertCanBePrimary, readStored } from './credentials/stored.ts';
import { deriveIdempotencyKey } from './idempotency.ts';
import type { AutoConfigureIntegrationInput, SetPrimaryIntegrationInput } from './mutation.input.ts';
import { UserErrors, userError } from './user-errors.ts';
import { executeWrite, type Payload, toPayload, type WriteRequest } from './write.ts';

export interface AutoConfigurePayload extends Payload {
  readonly success: boolean;
  readonly message: string | null;
  readonly webhookUrl: string | null;
}

/** Where a refusal points to if the input has an id and nothing else that upstream could refuse. */
export const REFUSED_ID: WriteRequest['refusal'] = { pathOf: () => ['id'], namesEnvironment: false };

/** The provider's own words stay out: they can echo a credential. */
const NOT_CONFIGURED =
  "The provider could not be set up with its stored credentials. Follow the provider's manual guide.";

/** Makes an integration the primary one of its channel and environment; upstream activates it and drops its conditions. */
export function setPrimaryIntegration(
  caller: CallerContext,
  input: SetPrimaryIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<Payload> {
  return toPayload(async () => {
    const options = await prepareById(caller, input, info);
    const stored = mayReadSecrets(caller.caller) ? await readStored(caller, input.id) : null;
    if (stored) assertCanBePrimary(stored, 'id');
    const send = () => caller.source.setPrimary(caller.call, input.id, options);
    return executeWrite(caller, info, { send, id: input.id, refusal: REFUSED_ID });
  });
}

/** Lets upstream set up the provider's webhook. Its answer has no usable integration: the row is read again by its id. */
export async function autoConfigureIntegration(
  caller: CallerContext,
  input: AutoConfigureIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<AutoConfigurePayload> {
  let success = false;
  let webhookUrl: string | null = null;
  const payload = await toPayload(async () => {
    const options = await prepareById(caller, input, info);
    const send = async () => {
      ({ success, webhookUrl } = await caller.source.autoConfigure(caller.call, input.id, options));
      return null;
    };
    return executeWrite(caller, info, { send, id: input.id, refusal: REFUSED_ID });
  });
  const message = success || payload.errors.length > 0 ? null : NOT_CONFIGURED;
  return { ...payload, success, message, webhookUrl };
}

/**
 * The first step of every mutation that names an integration by its id: checks id and idempotency key.
 * @throws UserErrors where the key is malformed, or where there is no such integration.
 */
export async function prepareById(
  caller: CallerContext,
  input: { readonly id: string; readonly idempotencyKey?: string | null },
  info: GraphQLResolveInfo,
): Promise<WriteOptions> {
  const options = deriveIdempotencyKey(caller, input.idempotencyKey, input.id, info);
  await assertKnownId(caller, input.id);
  return options;
}

/**
 * Ids are opaque to clients, but upstream answers 500 to one that is not a Mongo id. Such an id is looked up first, so that a
 * wrong id is "not found" and not an unknown outcome. Read past the cache, which may not have a new row yet.
 */
async function assertKnownId({ loaders }: CallerContext, id: string): Promise<void> {
  if (/^[0-9a-f]{24}$/i.test(id)) return;
  const { integrations } = await loaders.currentList();
  if (!integrations.some((row) => row.id === id)) throw new UserErrors(userError('INTEGRATION_NOT_FOUND', ['id']));
}
