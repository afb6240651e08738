import type { GraphQLResolveInfo } from 'graphql';
import { findProvider } from '../../catalog/catalog.ts';
import type { CatalogProvider } from '../../catalog/provider.ts';
import type { Integration, IntegrationDraft } from '../../model/integration.ts';
import type { CallerContext } from '../context.ts';
import { findIncompleteAgent, isLeftIncomplete } from './credentials/incomplete-agent.ts';
import { assertProviderMatches, type ParsedCredentials, parseCredentials } from './credentials/parse.ts';
import { assertComplete, assertHasSome, credentialsPath } from './credentials/required.ts';
import { readList } from './effects.ts';
import { deriveIdempotencyKey } from './idempotency.ts';
import { inputErrors } from './input-checks.ts';
import { inputPaths } from './input-paths.ts';
import { type CreateIntegrationInput, toFields } from './mutation.input.ts';
import { newIdentifier } from './outcome/identifier.ts';
import type { Trace } from './outcome/resolve.ts';
import { createdTrace, findByIdentifier } from './outcome/traces.ts';
import { refuseAll, refuseInput, type UserError, UserErrors, userError } from './user-errors.ts';
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
    const draft = withIdentifier(toDraft(input, credentials));
    const options = deriveIdempotencyKey(caller, input.idempotencyKey, input.environmentId ?? null, info);
    let setupErrors: UserError[] = [];
    const environmentId = draft.environmentId ?? caller.caller.environmentId;
    const isFree = await findOutIfFree(caller, input, draft, environmentId);
    const noteIncomplete = (left: Integration) => {
      setupErrors = [userError('INCOMPLETE_SETUP', inputPaths(credentials)('credentials'))];
      return left;
    };
    const send = async () => {
      try {
        return await caller.source.create(caller.call, draft, options);
      } catch (error) {
        const left = await findIncompleteAgent(caller, draft, error);
        if (!left) throw error;
        return noteIncomplete(left);
      }
    };
    const traceIn = (rows: readonly Integration[]): Trace => {
      const trace = isFree ? createdTrace(rows, draft, environmentId) : ({ kind: 'UNSEEN' } as const);
      if (trace.kind === 'DONE' && trace.row && isLeftIncomplete(trace.row, draft)) noteIncomplete(trace.row);
      return trace;
    };
    const payload = await executeWrite(caller, info, {
      send,
      traceIn,
      repeatable: false,
      // Chosen here, so that only an earlier try can have taken it.
      tellsOfEarlier: ({ kind }) => kind === 'IDENTIFIER_TAKEN' && input.identifier == null,
      id: null,
      sought: { identifier: draft.identifier, environmentId: environmentId ?? null },
      refusal: { pathOf: inputPaths(credentials), namesEnvironment: true },
    });
    return { ...payload, errors: [...payload.errors, ...setupErrors] };
  });
}

type NamedDraft = IntegrationDraft & { readonly identifier: string };

function withIdentifier(draft: IntegrationDraft): NamedDraft {
  const name = draft.name ?? findProvider(draft.providerId)?.displayName ?? draft.providerId;
  return { ...draft, identifier: draft.identifier ?? newIdentifier(name) };
}

/**
 * Is the identifier known to be free, so that a row that has it later is the created one? False: that could not be read.
 * @throws UserErrors where it is taken. A row that an agent's refused create may have left, and one that may be
 * of another environment, are for Novu to judge.
 */
async function findOutIfFree(
  caller: CallerContext,
  { identifier }: CreateIntegrationInput,
  draft: IntegrationDraft,
  environmentId: string | undefined,
): Promise<boolean> {
  if (identifier == null) return true;
  const list = await readList(caller);
  const taken = list && findByIdentifier(list, identifier, environmentId);
  if (!taken) return list !== null;
  if (environmentId === undefined || (draft.kind === 'AGENT' && taken.kind === 'AGENT')) return false;
  throw new UserErrors(userError('IDENTIFIER_TAKEN', ['identifier']));
}

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
