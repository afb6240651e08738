import type { GraphQLResolveInfo } from 'graphql';
import { credentialFieldName, findProvider } from '../../catalog/catalog.ts';
import { mayReadSecrets } from '../../model/caller.ts';
import type { Integration, IntegrationPatch } from '../../model/integration.ts';
import type { JsonObject } from '../../model/json.ts';
import type { CallerContext } from '../context.ts';
import {
  assertComplete,
  assertSameProvider,
  type GivenCredentials,
  inputPathOf,
  readCredentials,
  refuseStoredForm,
} from './credentials-input.ts';
import { readFields } from './fields.ts';
import { deriveIdempotencyKey } from './idempotency.ts';
import type { UpdateIntegrationInput } from './mutation.input.ts';
import { invalidInput, notFound, UserErrors } from './user-errors.ts';
import { assertKnownId, type Payload, settle, write } from './write.ts';

/** Changes an integration. Credentials are checked first: upstream would store those of any other provider. */
export function updateIntegration(
  caller: CallerContext,
  input: UpdateIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<Payload> {
  return settle(async () => {
    const given = readCredentials(input.credentials);
    assertWellFormed(caller, input, given);
    const options = deriveIdempotencyKey(caller, input.idempotencyKey, input.id, info);
    await assertKnownId(caller, input.id);
    const patch: IntegrationPatch = {
      ...readFields(input),
      ...(await newCredentials(caller, input, given)),
      ...(typeof input.removeNovuBranding === 'boolean' && { removeNovuBranding: input.removeNovuBranding }),
    };
    if (Object.keys(patch).every((name) => name === 'check')) {
      throw new UserErrors(invalidInput('There is nothing to change: give at least one value.'));
    }
    return write(caller, info, {
      send: () => caller.source.update(caller.call, input.id, patch, options),
      id: input.id,
      refusal: { pathOf: inputPathOf(given), namesEnvironment: Boolean(input.environmentId) },
    });
  });
}

/** Everything that can be said without an upstream call. */
function assertWellFormed(
  { caller }: CallerContext,
  input: UpdateIntegrationInput,
  given: GivenCredentials | null,
): void {
  if (given?.provider && input.active === true) {
    assertComplete(given.provider, given.values, ['credentials', given.member]);
  }
  if (!input.credentialsPatch) return;
  if (input.credentials) {
    throw new UserErrors(invalidInput('Give either `credentials` or `credentialsPatch`.', 'credentialsPatch'));
  }
  if (!mayReadSecrets(caller)) {
    throw new UserErrors(
      invalidInput(
        'Only a session that sees the current values can change some of them. Use `credentials`.',
        'credentialsPatch',
      ),
    );
  }
  refuseStoredForm(Object.entries(input.credentialsPatch), ['credentialsPatch']);
}

async function newCredentials(
  caller: CallerContext,
  input: UpdateIntegrationInput,
  given: GivenCredentials | null,
): Promise<{ credentials?: JsonObject }> {
  if (input.credentialsPatch) return { credentials: await patched(caller, input, input.credentialsPatch) };
  if (!given) return {};
  if (given.provider) await assertFits(caller, input, given);
  return { credentials: given.values };
}

/** Typed credentials must be of the stored provider, and whole if the integration ends up active. */
async function assertFits(
  caller: CallerContext,
  input: UpdateIntegrationInput,
  given: GivenCredentials,
): Promise<void> {
  const { integrations } = await caller.loaders.freshList();
  const stored = integrations.find((row) => row.id === input.id);
  // Not in the list: upstream says why (unknown, or of another environment).
  if (!stored) return;
  assertSameProvider(given, stored.providerId);
  if (given.provider && (input.active ?? stored.active)) {
    assertComplete(given.provider, given.values, ['credentials', given.member]);
  }
}

/** The stored credentials, read past every cache, with the patch over them: keys that nobody knows survive. */
async function patched(caller: CallerContext, input: UpdateIntegrationInput, patch: JsonObject): Promise<JsonObject> {
  const list = await caller.source.list(caller.call, { secrets: true, fresh: true });
  const stored = list.integrations.find((row) => row.id === input.id);
  if (!stored) throw new UserErrors(notFound('id'));
  if (!stored.secrets?.credentials || stored.secrets.incomplete) {
    throw new UserErrors(
      invalidInput('Novu does not show the current values to this session. Use `credentials`.', 'credentialsPatch'),
    );
  }
  const merged = merge(stored, stored.secrets.credentials, patch);
  const provider = findProvider(stored.providerId);
  if (provider && (input.active ?? stored.active)) assertComplete(provider, merged, ['credentialsPatch']);
  return merged;
}

function merge({ providerId }: Integration, stored: JsonObject, patch: JsonObject): JsonObject {
  const fields = findProvider(providerId)?.credentialFields;
  const wireKeys = new Map(fields?.map(({ key }) => [credentialFieldName(key), key]));
  const known = new Set([...wireKeys.values(), ...Object.keys(stored)]);
  const merged = new Map(Object.entries(stored));
  for (const [name, value] of Object.entries(patch)) {
    const key = wireKeys.get(name) ?? name;
    if (fields && !known.has(key)) {
      throw new UserErrors(invalidInput('The provider has no such credential.', 'credentialsPatch', name));
    }
    if (value === null) merged.delete(key);
    else merged.set(key, value);
  }
  return Object.fromEntries(merged);
}
