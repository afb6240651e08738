import type { GraphQLResolveInfo } from 'graphql';
import { mayReadSecrets } from '../../model/caller.ts';
import { isObjectId } from '../../model/ids.ts';
import type { CallerContext } from '../context.ts';
import { assertCanBePrimary, readStored } from './credentials/stored.ts';
import { readList } from './effects.ts';
import type { AutoConfigureIntegrationInput, SetPrimaryIntegrationInput } from './mutation.input.ts';
import type { Attempt } from './outcome/attempt.ts';
import { configuredTrace, primaryTrace, reportsEvents } from './outcome/traces.ts';
import { trusted } from './outcome/trusted.ts';
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
  return toPayload(caller, info, input, async () => {
    return trusted(caller, info, { input, names: [input.id] }, async (attempt) => {
      await assertKnownId(caller, input.id);
      const stored = mayReadSecrets(caller.caller) ? await readStored(caller, input.id) : null;
      if (stored) assertCanBePrimary(stored, 'id');
      return executeWrite(caller, info, { ...promotion(caller, input.id), attempt });
    });
  });
}

/** The write that makes an integration primary. */
export function promotion(caller: CallerContext, id: string): Omit<WriteRequest, 'attempt'> {
  return {
    send: () => caller.source.setPrimary(caller.call, id),
    traceIn: (rows) => primaryTrace(rows, id),
    repeatable: true,
    provable: true,
    id,
    sought: { id },
    refusal: REFUSED_ID,
  };
}

/** Lets upstream set up the provider's webhook. Its answer has no usable integration: the row is read again by its id. */
export async function autoConfigureIntegration(
  caller: CallerContext,
  input: AutoConfigureIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<AutoConfigurePayload> {
  const payload = await toPayload(caller, info, input, () =>
    trusted(caller, info, { input, names: [input.id] }, (attempt) => configure(caller, input.id, info, attempt)),
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
    traceIn(rows) {
      const trace = configuredTrace(rows, id, provable);
      success = trace.kind === 'DONE';
      return trace;
    },
    repeatable: false,
    provable,
    attempt,
    id,
    sought: { id },
    refusal: REFUSED_ID,
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
