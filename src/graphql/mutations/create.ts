import type { GraphQLResolveInfo } from 'graphql';
import { findProvider } from '../../catalog/catalog.ts';
import type { CatalogProvider } from '../../catalog/provider.ts';
import type { IntegrationDraft, WriteOptions } from '../../model/integration.ts';
import type { CallerContext } from '../context.ts';
import { findIncompleteAgent } from './credentials/incomplete-agent.ts';
import { assertProviderMatches, type ParsedCredentials, parseCredentials } from './credentials/parse.ts';
import { assertComplete, assertHasSome, credentialsPath } from './credentials/required.ts';
import { deriveIdempotencyKey } from './idempotency.ts';
import { inputErrors } from './input-checks.ts';
import { inputPaths, type PathOf } from './input-paths.ts';
import { type CreateIntegrationInput, toFields } from './mutation.input.ts';
import { refuseAll, refuseInput, type UserError, userError } from './user-errors.ts';
import { executeWrite, type Payload, toPayload } from './write.ts';

/** Creates an integration. The input is checked against the catalog before any upstream call. */
export function createIntegration(
  caller: CallerContext,
  input: CreateIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<Payload> {
  return toPayload(async () => {
    const credentials = parseCredentials(input.credentials);
    refuseAll(inputErrors(input));
    const draft = toDraft(input, credentials);
    const options = deriveIdempotencyKey(caller, input.idempotencyKey, input.environmentId ?? null, info);
    return executeCreate(caller, info, { draft, options, pathOf: inputPaths(credentials) });
  });
}

/** A create that is ready to be sent. */
export interface CreateRequest {
  readonly draft: IntegrationDraft;
  readonly options: WriteOptions;
  /** Where the parts of the draft are in the input. */
  readonly pathOf: PathOf;
}

/**
 * Sends a create, of whatever its draft was made.
 * @throws as {@link executeWrite}.
 */
export async function executeCreate(
  caller: CallerContext,
  info: GraphQLResolveInfo,
  { draft, options, pathOf }: CreateRequest,
): Promise<Payload> {
  let setupErrors: UserError[] = [];
  const send = async () => {
    try {
      return await caller.source.create(caller.call, draft, options);
    } catch (error) {
      const left = await findIncompleteAgent(caller, draft, error);
      if (!left) throw error;
      const words = left.certain ? {} : { message: MAY_BE_INCOMPLETE };
      setupErrors = [userError('INCOMPLETE_SETUP', pathOf('credentials'), words)];
      return left.integration;
    }
  };
  const payload = await executeWrite(caller, info, { send, id: null, refusal: { pathOf, namesEnvironment: true } });
  return { ...payload, errors: [...payload.errors, ...setupErrors] };
}

const MAY_BE_INCOMPLETE =
  'An agent with this identifier is there already, perhaps from an earlier attempt whose credentials were too incomplete for the setup at the provider; Novu does not show which to this caller. Delete it and create it again, or use another identifier.';

function toDraft(input: CreateIntegrationInput, credentials: ParsedCredentials | null): IntegrationDraft {
  const providerId = input.providerId ?? credentials?.provider?.id;
  if (!providerId) {
    return refuseInput('Name the provider, here or by the member of `credentials` that belongs to it.', 'providerId');
  }
  if (credentials) assertProviderMatches(credentials, providerId);
  const provider = findProvider(providerId);
  if (provider && input.active && input.requiredCredentials !== 'IGNORE') assertPresent(provider, credentials);
  return {
    providerId,
    ...toKindAndChannel(input, provider),
    ...toFields(input),
    ...(credentials && { credentials: credentials.values }),
  };
}

/** Raw credentials are not checked, except that there must be any. */
function assertPresent(provider: CatalogProvider, credentials: ParsedCredentials | null): void {
  if (credentials?.member === 'raw') assertHasSome(provider, credentials.values, ['credentials', 'raw']);
  else assertComplete(provider, credentials?.values ?? {}, credentialsPath(provider));
}

function toKindAndChannel(
  input: CreateIntegrationInput,
  provider: CatalogProvider | undefined,
): Pick<IntegrationDraft, 'channel' | 'kind'> {
  const kind = resolveWithCatalog('kind', input.kind, provider?.kind);
  const channel = resolveWithCatalog('channel', input.channel, provider?.channel);
  if (!channel && kind !== 'AGENT') {
    refuseInput('The catalog lacks this provider: say which channel it delivers to.', 'channel');
  }
  return {
    ...(channel && { channel: channel as NonNullable<IntegrationDraft['channel']> }),
    ...(kind && { kind: kind as NonNullable<IntegrationDraft['kind']> }),
  };
}

/** The given value, by default the catalog's. @throws UserErrors where the two differ, and for UNKNOWN. */
function resolveWithCatalog(
  name: string,
  given: string | null | undefined,
  catalog: string | null | undefined,
): string | null | undefined {
  if (given === 'UNKNOWN') refuseInput('UNKNOWN only stands for values in answers.', name);
  if (given && catalog !== undefined && given !== catalog) {
    refuseInput(`The provider has a different ${name}. Leave it out.`, name);
  }
  return given ?? catalog;
}
