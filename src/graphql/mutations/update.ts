import type { GraphQLResolveInfo } from 'graphql';
import { findProvider } from '../../catalog/catalog.ts';
import type { CatalogProvider } from '../../catalog/provider.ts';
import { mayReadSecrets } from '../../model/caller.ts';
import type { IntegrationPatch } from '../../model/integration.ts';
import type { JsonObject } from '../../model/json.ts';
import type { CallerContext } from '../context.ts';
import { assertKnownId } from './by-id.ts';
import { assertProviderMatches, type ParsedCredentials, parseCredentials } from './credentials/parse.ts';
import { applyPatch, type PatchedCredentials, patchErrors } from './credentials/patch.ts';
import {
  assertComplete,
  assertHasSome,
  assertKeepsRequired,
  credentialsPath,
  hasNoneRequired,
  mergeRequired,
} from './credentials/required.ts';
import { readStored, type StoredIntegration } from './credentials/stored.ts';
import { inputErrors } from './input-checks.ts';
import { inputPaths } from './input-paths.ts';
import { toFields, type UpdateIntegrationInput } from './mutation.input.ts';
import type { Attempt } from './outcome/attempt.ts';
import { evidenceOfUpdate } from './outcome/evidence.ts';
import { runOnce } from './outcome/run-once.ts';
import { createUnchangedCheck } from './unchanged.ts';
import { notAllowed, refuseIfAny, refuseInput, UserErrors, userError } from './user-errors.ts';
import { executeWrite, type Payload, toPayload } from './write.ts';

/** Changes an integration. Credentials are checked first: upstream would store those of any other provider. */
export function updateIntegration(
  caller: CallerContext,
  input: UpdateIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<Payload> {
  return toPayload(caller, info, input, async () => {
    const change = readChange(caller, input);
    const names = [input.id, ...(input.identifier == null ? [] : [`identifier ${input.identifier}`])];
    return runOnce(caller, info, { input, names }, (attempt) => sendChange(caller, info, change, attempt));
  });
}

async function sendChange(
  caller: CallerContext,
  info: GraphQLResolveInfo,
  change: Change,
  attempt: Attempt,
): Promise<Payload> {
  const { input } = change;
  await assertKnownId(caller, input.id);
  const patched = await resolveCredentials(caller, change);
  const patch: IntegrationPatch = {
    ...toFields(input),
    ...(patched && { credentials: patched.values }),
    ...(typeof input.removeNovuBranding === 'boolean' && { removeNovuBranding: input.removeNovuBranding }),
  };
  if (Object.keys(patch).every((name) => name === 'check')) {
    refuseInput('There is nothing to change: give at least one value.');
  }
  const assertUnchanged = createUnchangedCheck(caller, input);
  return executeWrite(caller, info, {
    send: async () => {
      await assertUnchanged();
      return caller.source.update(caller.call, input.id, patch);
    },
    attempt,
    evidenceIn: (rows) => evidenceOfUpdate(rows, input.id, patch),
    idempotent: true,
    provable: true,
    id: input.id,
    target: { id: input.id },
    refusal: {
      pathOf: inputPaths(change.given, change.patch),
      namesEnvironment: Boolean(input.environmentId),
    },
    cleared: patched?.cleared.map((key) => `credentials.${key}`) ?? [],
  });
}

/** An update as its input says it. */
interface Change {
  readonly input: UpdateIntegrationInput;
  readonly given: ParsedCredentials | null;
  /** Null where there is none, or one without entries. */
  readonly patch: JsonObject | null;
  /** Required credentials are to be there. */
  readonly checked: boolean;
}

/** Checks what needs no upstream call. @throws UserErrors with all faults. */
function readChange({ caller }: CallerContext, input: UpdateIntegrationInput): Change {
  const given = parseCredentials(input.credentials);
  const { credentialsPatch } = input;
  const patch = credentialsPatch && Object.keys(credentialsPatch).length > 0 ? credentialsPatch : null;
  refuseIfAny([
    ...inputErrors({ ...input, credentialsPatch: patch }),
    ...patchErrors(caller, credentialsPatch, given !== null),
  ]);
  const checked = input.requiredCredentials !== 'IGNORE';
  // For a caller that sees what is stored, a change is judged by that.
  if (checked && given?.provider && input.active === true && !mayReadSecrets(caller)) {
    assertComplete(given.provider, given.values, ['credentials', given.member]);
  }
  return { input, given, patch, checked };
}

/** The credentials to send; null where there are none to send. @throws UserErrors where the integration would not be whole. */
async function resolveCredentials(caller: CallerContext, change: Change): Promise<PatchedCredentials | null> {
  const { input, given, patch, checked } = change;
  if (patch) return patchedCredentials(caller, change, patch);
  if (given?.provider)
    return { values: await validateAgainstStored(caller, change, given, given.provider), cleared: [] };
  if (checked && input.active === true) await assertCanActivate(caller, input.id, given);
  return given && { values: given.values, cleared: [] };
}

/**
 * Typed credentials, as they are to be sent. They must be of the stored provider, and leave nothing out that an active integration
 * needs and has. What stores none of the credentials that its provider requires is activated with all of them only.
 */
async function validateAgainstStored(
  caller: CallerContext,
  { input, checked }: Change,
  given: ParsedCredentials,
  provider: CatalogProvider,
): Promise<JsonObject> {
  const stored = await readStored(caller, input.id);
  // Not in the list: upstream says why (unknown, or of another environment).
  if (!stored) return given.values;
  assertProviderMatches(given, stored.row.providerId);
  const values = stored.credentials ? mergeRequired(provider, stored.credentials, given.values) : given.values;
  if (!checked || !(input.active ?? stored.row.active)) return values;
  const path = ['credentials', given.member];
  const isNew = input.active === true && (!stored.credentials || hasNoneRequired(provider, stored.credentials));
  if (stored.credentials && !isNew) assertKeepsRequired(provider, stored.credentials, values, path);
  else assertComplete(provider, values, path);
  return values;
}

/** What activates an integration must not leave it without any credential that its provider requires. */
async function assertCanActivate(caller: CallerContext, id: string, raw: ParsedCredentials | null): Promise<void> {
  if (!raw && !mayReadSecrets(caller.caller)) return;
  const stored = await readStored(caller, id);
  const provider = stored && findProvider(stored.row.providerId);
  if (!provider || stored.row.active) return;
  const values = raw?.values ?? stored.credentials;
  if (values) assertHasSome(provider, values, raw ? ['credentials', raw.member] : credentialsPath(provider));
}

/** The patch applied to the stored credentials, read past every cache. Stored keys that the catalog lacks survive. */
async function patchedCredentials(
  caller: CallerContext,
  change: Change,
  patch: JsonObject,
): Promise<PatchedCredentials> {
  const stored = await readStored(caller, change.input.id);
  if (!stored) throw new UserErrors(userError('INTEGRATION_NOT_FOUND', ['id']));
  if (!stored.credentials) {
    const rule = 'Novu does not show the current values to this session. Use `credentials`.';
    throw new UserErrors(notAllowed(rule, 'credentialsPatch'));
  }
  const patched = applyPatch(findProvider(stored.row.providerId), stored.credentials, patch);
  if (change.checked) assertStillComplete(stored, stored.credentials, patched.values, change.input.active);
  return patched;
}

function assertStillComplete(
  { row }: StoredIntegration,
  before: JsonObject,
  after: JsonObject,
  active: boolean | null | undefined,
): void {
  const provider = findProvider(row.providerId);
  if (!provider || !(active ?? row.active)) return;
  assertKeepsRequired(provider, before, after, ['credentialsPatch']);
  if (!row.active) assertHasSome(provider, after, ['credentialsPatch']);
}
