import type { GraphQLResolveInfo } from 'graphql';
import { findProvider } from '../../catalog/catalog.ts';
import type { CatalogProvider } from '../../catalog/provider.ts';
import { mayReadSecrets } from '../../model/caller.ts';
import type { IntegrationPatch } from '../../model/integration.ts';
import type { JsonObject } from '../../model/json.ts';
import type { CallerContext } from '../context.ts';
import { prepareById } from './by-id.ts';
import {
  assertNotStoredForm,
  assertProviderMatches,
  assertRequiredCredentials,
  inputPathOf,
  type ParsedCredentials,
  parseCredentials,
  wireKeysOf,
} from './credentials-input.ts';
import { toFields, type UpdateIntegrationInput } from './mutation.input.ts';
import { refuseInput, UserErrors, userError } from './user-errors.ts';
import { executeWrite, type Payload, toPayload } from './write.ts';

/** Changes an integration. Credentials are checked first: upstream would store those of any other provider. */
export function updateIntegration(
  caller: CallerContext,
  input: UpdateIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<Payload> {
  return toPayload(async () => {
    const given = parseCredentials(input.credentials);
    assertWellFormed(caller, input, given);
    const options = await prepareById(caller, input, info);
    const patch: IntegrationPatch = {
      ...toFields(input),
      ...(await toCredentials(caller, input, given)),
      ...(typeof input.removeNovuBranding === 'boolean' && { removeNovuBranding: input.removeNovuBranding }),
    };
    if (Object.keys(patch).every((name) => name === 'check')) {
      refuseInput('There is nothing to change: give at least one value.');
    }
    return executeWrite(caller, info, {
      send: () => caller.source.update(caller.call, input.id, patch, options),
      id: input.id,
      refusal: { pathOf: inputPathOf(given), namesEnvironment: Boolean(input.environmentId) },
    });
  });
}

/** Checks what needs no upstream call. */
function assertWellFormed(
  { caller }: CallerContext,
  input: UpdateIntegrationInput,
  given: ParsedCredentials | null,
): void {
  if (given?.provider && input.active === true) {
    assertRequiredCredentials(given.provider, given.values, ['credentials', given.member]);
  }
  if (!input.credentialsPatch) return;
  if (input.credentials) refuseInput('Give either `credentials` or `credentialsPatch`.', 'credentialsPatch');
  if (!mayReadSecrets(caller)) {
    const rule = 'Only a session that sees the current values can change some of them. Use `credentials`.';
    refuseInput(rule, 'credentialsPatch');
  }
  assertNotStoredForm(Object.entries(input.credentialsPatch), ['credentialsPatch']);
}

async function toCredentials(
  caller: CallerContext,
  input: UpdateIntegrationInput,
  given: ParsedCredentials | null,
): Promise<{ credentials?: JsonObject }> {
  if (input.credentialsPatch) return { credentials: await patchedCredentials(caller, input, input.credentialsPatch) };
  if (!given) return {};
  if (given.provider) await assertFitStored(caller, input, given, given.provider);
  return { credentials: given.values };
}

/** Typed credentials must be of the stored provider, and complete if the integration ends up active. */
async function assertFitStored(
  { loaders }: CallerContext,
  input: UpdateIntegrationInput,
  given: ParsedCredentials,
  provider: CatalogProvider,
): Promise<void> {
  const { integrations } = await loaders.currentList();
  const stored = integrations.find((row) => row.id === input.id);
  // Not in the list: upstream says why (unknown, or of another environment).
  if (!stored) return;
  assertProviderMatches(given, stored.providerId);
  if (input.active ?? stored.active) {
    assertRequiredCredentials(provider, given.values, ['credentials', given.member]);
  }
}

/** The patch applied to the stored credentials, read past every cache. Stored keys that the catalog lacks survive. */
async function patchedCredentials(
  { source, call }: CallerContext,
  input: UpdateIntegrationInput,
  patch: JsonObject,
): Promise<JsonObject> {
  const { integrations } = await source.list(call, { secrets: true, fresh: true });
  const stored = integrations.find((row) => row.id === input.id);
  if (!stored) throw new UserErrors(userError('INTEGRATION_NOT_FOUND', ['id']));
  const current = stored.secrets?.incomplete ? null : stored.secrets?.credentials;
  if (!current) {
    return refuseInput('Novu does not show the current values to this session. Use `credentials`.', 'credentialsPatch');
  }
  const provider = findProvider(stored.providerId);
  const patched = applyPatch(provider, current, patch);
  if (provider && (input.active ?? stored.active)) assertRequiredCredentials(provider, patched, ['credentialsPatch']);
  return patched;
}

function applyPatch(provider: CatalogProvider | undefined, current: JsonObject, patch: JsonObject): JsonObject {
  const wireKeys = wireKeysOf(provider);
  const known = new Set([...wireKeys.values(), ...Object.keys(current)]);
  const patched = new Map(Object.entries(current));
  for (const [name, value] of Object.entries(patch)) {
    const key = wireKeys.get(name) ?? name;
    if (provider && !known.has(key)) refuseInput('The provider has no such credential.', 'credentialsPatch', name);
    if (value === null) patched.delete(key);
    else patched.set(key, value);
  }
  return Object.fromEntries(patched);
}
