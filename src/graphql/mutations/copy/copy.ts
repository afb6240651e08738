import type { GraphQLResolveInfo } from 'graphql';
import { credentialFieldName, findProvider } from '../../../catalog/catalog.ts';
import { type Caller, mayAskForEnvironments, secretsRefusal } from '../../../model/caller.ts';
import { ALL_NAMES } from '../../../model/coordination.ts';
import type { JsonObject } from '../../../model/json.ts';
import type { CallerContext } from '../../context.ts';
import { fieldNamesOf } from '../../field-marks.ts';
import { executeCreate } from '../create.ts';
import { hasNoneRequired, missingKeys } from '../credentials/required.ts';
import { readStored, type StoredIntegration } from '../credentials/stored.ts';
import { inputErrors } from '../input-checks.ts';
import { runOnce } from '../outcome/run-once.ts';
import { notAllowed, refuseIfAny, refuseInput, type UserError, UserErrors, userError } from '../user-errors.ts';
import { type Payload, toPayload } from '../write.ts';
import { CopyIntegrationInput } from './copy.input.ts';
import { toDraft } from './draft.ts';

/**
 * Copies an integration into another environment. Credentials are read past every cache and sent on to Novu; the client is not
 * shown them by that. Only a caller who may read them can have them copied: any other could copy them into an environment in
 * which it, or an accomplice, can read or use them.
 */
export function copyIntegration(
  caller: CallerContext,
  input: CopyIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<Payload> {
  return toPayload(caller, info, input, async () => {
    const keep = input.credentials === 'KEEP';
    refuseIfAny([
      ...inputErrors({ identifier: input.identifier ?? null }),
      ...copyCredentialsErrors(caller.caller, keep),
    ]);
    return runOnce(caller, info, { input, names: namesOf(input) }, async (attempt) => {
      const stored = await readStored(caller, input.id);
      if (!stored) throw new UserErrors(userError('INTEGRATION_NOT_FOUND', ['id']));
      assertKnown(stored);
      await assertTarget(caller, stored, input.environmentId);
      const credentials = keep ? requireVisibleCredentials(stored) : {};
      if (input.active) assertUsable(stored, credentials);
      const draft = toDraft(stored.row, input, keep ? credentials : null);
      return executeCreate(caller, info, { draft, attempt, pathOf });
    });
  });
}

/** Without `identifier` that of the original counts, which is read under the lease only. */
function namesOf({ id, identifier }: CopyIntegrationInput): readonly string[] {
  return identifier == null ? [ALL_NAMES] : [id, `identifier ${identifier}`];
}

/** A copy without what the gateway cannot name would be another integration. */
function assertKnown({ row: { channel, kind } }: StoredIntegration): void {
  if (channel === 'UNKNOWN' || kind === 'UNKNOWN') {
    refuseInput(
      'This gateway does not know the channel or the kind of the integration, so that it cannot copy it.',
      'id',
    );
  }
}

/** By what is known of the caller alone, before anything is read. */
function copyCredentialsErrors(caller: Caller, keep: boolean): UserError[] {
  const refusal = keep ? secretsRefusal(caller) : null;
  if (refusal === null) return [];
  const reason =
    refusal === 'SWITCHED_OFF'
      ? 'This gateway reads credentials for no caller, so that it cannot copy them. Use NONE.'
      : 'Only a session that sees the credentials can copy them. Use NONE.';
  return [notAllowed(reason, 'credentials')];
}

/** @throws UserErrors where Novu does not show this session all that is stored. A copy of a part would look like the whole. */
function requireVisibleCredentials({ credentials }: StoredIntegration): JsonObject {
  if (credentials) return credentials;
  throw new UserErrors(notAllowed('Novu does not show the credentials to this session. Use NONE.', 'credentials'));
}

/**
 * A server of 2024 creates an integration in any environment that it is told, even in that of another organization (contract
 * §3.2, §3.7), whose members could read what was copied.
 */
async function assertTarget({ caller, loaders }: CallerContext, stored: StoredIntegration, id: string): Promise<void> {
  if (id === stored.row.environmentId) {
    refuseInput('The integration is in this environment already. Name another one.', 'environmentId');
  }
  // Other schemes cannot keep credentials, and Novu confines them to their own environment.
  if (!mayAskForEnvironments(caller)) return;
  const environments = await loaders.environments();
  if (!environments.some((environment) => environment.id === id)) {
    throw new UserErrors(notAllowed('Your organization has no such environment.', 'environmentId'));
  }
}

/** As for what is made primary: one required credential is enough, since stored rows can be older than the catalog. */
function assertUsable({ row }: StoredIntegration, credentials: JsonObject): void {
  const provider = findProvider(row.providerId);
  if (!provider || !hasNoneRequired(provider, credentials)) return;
  const keys = missingKeys(provider, credentials).map(credentialFieldName);
  throw new UserErrors(
    ...keys.map((key) => userError('MISSING_CREDENTIAL', ['credentials'], { key, message: NO_CREDENTIALS })),
  );
}

const NO_CREDENTIALS =
  'The copy would have none of the credentials that its provider requires. Leave it inactive, and give them before you activate it.';

/** What the input does not name came with the integration. */
function pathOf(field: string): readonly string[] {
  const [name = field] = field.split('.', 1);
  return [fieldNamesOf(CopyIntegrationInput).includes(name) ? name : 'id'];
}
