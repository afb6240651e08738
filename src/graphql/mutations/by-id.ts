import type { GraphQLResolveInfo } from 'graphql';
import { mayReadSecrets } from '../../model/caller.ts';
import { isObjectId } from '../../model/ids.ts';
import type { CallerContext } from '../context.ts';
import { assertCanBePrimary, readStored } from './credentials/stored.ts';
import { readList } from './effects.ts';
import type { AutoConfigureIntegrationInput, SetPrimaryIntegrationInput } from './mutation.input.ts';
import type { Attempt } from './outcome/attempt.ts';
import { evidenceOfAutoConfigure, evidenceOfSetPrimary, reportsEvents } from './outcome/evidence.ts';
import { runOnce } from './outcome/run-once.ts';
import { UserErrors, userError } from './user-errors.ts';
import { executeWrite, type Payload, toPayload, type WriteRequest } from './write.ts';

export interface AutoConfigurePayload extends Payload {
  readonly success: boolean;
  readonly message: string | null;
  readonly webhookUrl: string | null;
}

/** Where a refusal points to if the input has an id and nothing else that upstream could refuse. */
export const ID_REFUSAL: WriteRequest['refusal'] = { pathOf: () => ['id'], namesEnvironment: false };

/** The provider's own words stay out: they can echo a credential. */
const NOT_CONFIGURED =
  "The provider could not be set up with its stored credentials. Follow the provider's manual guide.";

/** Makes an integration the primary one of its channel and environment; upstream activates it and drops its conditions. */
export function setPrimaryIntegration(
  caller: CallerContext,
  input: SetPrimaryIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<Payload> {
  return toPayload(caller, info, input, async () => {
    return runOnce(caller, info, { input, names: [input.id] }, async (attempt) => {
      await assertKnownId(caller, input.id);
      const stored = mayReadSecrets(caller.caller) ? await readStored(caller, input.id) : null;
      if (stored) assertCanBePrimary(stored, 'id');
      return executeWrite(caller, info, { ...setPrimaryWrite(caller, input.id), attempt });
    });
  });
}

/** The write that makes an integration primary. */
export function setPrimaryWrite(caller: CallerContext, id: string): Omit<WriteRequest, 'attempt'> {
  return {
    send: () => caller.source.setPrimary(caller.call, id),
    evidenceIn: (rows) => evidenceOfSetPrimary(rows, id),
    idempotent: true,
    provable: true,
    id,
    target: { id },
    refusal: ID_REFUSAL,
  };
}

/** Lets upstream set up the provider's webhook. Its answer has no usable integration: the row is read again by its id. */
export async function autoConfigureIntegration(
  caller: CallerContext,
  input: AutoConfigureIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<AutoConfigurePayload> {
  const payload = await toPayload(caller, info, input, () =>
    runOnce(caller, info, { input, names: [input.id] }, (attempt) => configure(caller, input.id, info, attempt)),
  );
  const { success = false, webhookUrl = null } = payload;
  const message = success || payload.errors.length > 0 ? null : NOT_CONFIGURED;
  return { ...payload, success, message, webhookUrl };
}

async function configure(
  caller: CallerContext,
  id: string,
  info: GraphQLResolveInfo,
  attempt: Attempt,
): Promise<Payload> {
  let success = false;
  let webhookUrl: string | null = null;
  await assertKnownId(caller, id);
  const before = (await readList(caller, true))?.find((row) => row.id === id);
  const provable = attempt.earlier?.provable ?? (before !== undefined && !reportsEvents(before));
  const payload = await executeWrite(caller, info, {
    async send() {
      ({ success, webhookUrl } = await caller.source.autoConfigure(caller.call, id));
      return null;
    },
    evidenceIn(rows) {
      const evidence = evidenceOfAutoConfigure(rows, id, provable);
      success = evidence.kind === 'DONE';
      return evidence;
    },
    idempotent: false,
    provable,
    attempt,
    id,
    target: { id },
    refusal: ID_REFUSAL,
  });
  return { ...payload, success, webhookUrl };
}

/**
 * Ids are opaque to clients, but upstream answers 500 to one that is not a Mongo id. Such an id is looked up first, so that a
 * wrong id is "not found" and not an unknown outcome. Read past the cache, which may not have a new row yet.
 * @throws UserErrors where there is no such integration.
 */
export async function assertKnownId({ loaders }: CallerContext, id: string): Promise<void> {
  if (isObjectId(id)) return;
  const { integrations } = await loaders.currentList();
  if (!integrations.some((row) => row.id === id)) throw new UserErrors(userError('INTEGRATION_NOT_FOUND', ['id']));
}
