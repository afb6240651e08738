import type { GraphQLResolveInfo } from 'graphql';
import { findProvider } from '../../catalog/catalog.ts';
import type { CatalogProvider } from '../../catalog/provider.ts';
import { UpstreamRefusedError } from '../../model/errors.ts';
import type { Integration, IntegrationDraft } from '../../model/integration.ts';
import type { CallerContext } from '../context.ts';
import { findIncompleteAgent, isIncompleteAgent } from './credentials/incomplete-agent.ts';
import { assertProviderMatches, type ParsedCredentials, parseCredentials } from './credentials/parse.ts';
import { assertComplete, assertHasSome, credentialsPath } from './credentials/required.ts';
import { readList } from './effects.ts';
import { inputErrors } from './input-checks.ts';
import { inputPaths, type PathOf } from './input-paths.ts';
import { type CreateIntegrationInput, toFields } from './mutation.input.ts';
import type { Attempt } from './outcome/attempt.ts';
import { evidenceOfCreate, findByIdentifier } from './outcome/evidence.ts';
import { newIdentifier } from './outcome/identifier.ts';
import type { Evidence } from './outcome/resolve.ts';
import { runOnce } from './outcome/run-once.ts';
import { refuseIfAny, refuseInput, type UserError, UserErrors, userError } from './user-errors.ts';
import { executeWrite, type Payload, toPayload } from './write.ts';

/** Creates an integration. The input is checked against the catalog before any upstream call. */
export function createIntegration(
  caller: CallerContext,
  input: CreateIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<Payload> {
  return toPayload(caller, info, input, async () => {
    const credentials = parseCredentials(input.credentials);
    refuseIfAny(inputErrors(input));
    const draft = toDraft(input, credentials);
    const names = input.identifier == null ? [] : [`identifier ${input.identifier}`];
    return runOnce(caller, info, { input, names }, (attempt) =>
      executeCreate(caller, info, { draft, attempt, pathOf: inputPaths(credentials) }),
    );
  });
}

/** A create that is ready to be sent, under the lease of its mutation. */
export interface CreateRequest {
  readonly draft: IntegrationDraft;
  readonly attempt: Attempt;
  /** Where the parts of the draft are in the input. */
  readonly pathOf: PathOf;
}

/**
 * Sends a create, of whatever its draft was made, and finds out what became of it. A draft without an identifier is given one.
 * @throws as {@link executeWrite}, and UserErrors where the identifier of the draft is taken.
 */
export async function executeCreate(
  caller: CallerContext,
  info: GraphQLResolveInfo,
  { draft: given, attempt, pathOf }: CreateRequest,
): Promise<Payload> {
  const isChosen = given.identifier === undefined;
  const draft = withIdentifier(given, attempt.seed);
  const environmentId = draft.environmentId ?? caller.caller.environmentId;
  // An earlier run with the same key read that before it sent anything.
  const isFree =
    isChosen || (attempt.earlier?.provable ?? (await isIdentifierFree(caller, draft, environmentId, pathOf)));
  let setupErrors: UserError[] = [];
  const noteIncomplete = (words: { message?: string } = {}) => {
    setupErrors = [userError('INCOMPLETE_SETUP', pathOf('credentials'), words)];
  };
  const oldestMs = Date.now() - attempt.outcomeTtlMs;
  const payload = await executeWrite(caller, info, {
    async send() {
      try {
        return await createWithRetry(caller, draft, isChosen ? oldestMs : null, environmentId);
      } catch (error) {
        const left = await findIncompleteAgent(caller, draft, error);
        if (!left) throw error;
        noteIncomplete(left.certain ? {} : { message: MAY_BE_INCOMPLETE });
        return left.integration;
      }
    },
    evidenceIn(rows) {
      const evidence: Evidence = isFree ? evidenceOfCreate(rows, draft, environmentId) : { kind: 'INCONCLUSIVE' };
      if (evidence.kind === 'DONE' && evidence.row && isIncompleteAgent(evidence.row, draft)) noteIncomplete();
      return evidence;
    },
    idempotent: false,
    provable: isFree,
    attempt,
    // One that was chosen here only an earlier try can have taken.
    impliesAlreadyRan: ({ kind }) => kind === 'IDENTIFIER_TAKEN' && (isChosen || attempt.earlier !== null),
    id: null,
    target: { identifier: draft.identifier, environmentId: environmentId ?? null },
    refusal: { pathOf, namesEnvironment: true },
  });
  return { ...payload, errors: [...payload.errors, ...setupErrors] };
}

const MAY_BE_INCOMPLETE =
  'An agent with this identifier is there already, perhaps from an earlier attempt whose credentials were too incomplete for the setup at the provider; Novu does not show which to this caller. Delete it and create it again, or use another identifier.';

/**
 * Sends a create. A chosen identifier follows from the idempotency key: where a row of an expired key has it, another is chosen.
 * @param oldestMs since when a row is one of this key, by the wall clock; null: the identifier was not chosen here.
 */
async function createWithRetry(
  caller: CallerContext,
  draft: NamedDraft,
  oldestMs: number | null,
  environmentId: string | undefined,
): Promise<Integration> {
  try {
    return await caller.source.create(caller.call, draft);
  } catch (error) {
    const isTaken = error instanceof UpstreamRefusedError && error.reason.kind === 'IDENTIFIER_TAKEN';
    if (!isTaken || oldestMs === null) throw error;
    caller.loaders.clear();
    const row = findByIdentifier((await readList(caller)) ?? [], draft.identifier, environmentId);
    if (!row?.createdAt || Date.parse(row.createdAt) >= oldestMs) throw error;
    const { identifier: _taken, ...unnamed } = draft;
    draft.identifier = withIdentifier(unnamed, null).identifier;
    return caller.source.create(caller.call, draft);
  }
}

type NamedDraft = IntegrationDraft & { identifier: string };

function withIdentifier(draft: IntegrationDraft, seed: Buffer | null): NamedDraft {
  const name = draft.name ?? findProvider(draft.providerId)?.displayName ?? draft.providerId;
  return { ...draft, identifier: draft.identifier ?? newIdentifier(name, seed ?? undefined) };
}

/**
 * Is the identifier known to be free, so that a row that has it later is the created one? False: that could not be read.
 * @throws UserErrors where it is taken. A row that an agent's refused create may have left, and one that may be
 * of another environment, are for Novu to judge.
 */
async function isIdentifierFree(
  caller: CallerContext,
  draft: NamedDraft,
  environmentId: string | undefined,
  pathOf: PathOf,
): Promise<boolean> {
  const list = await readList(caller);
  const taken = list && findByIdentifier(list, draft.identifier, environmentId);
  if (!taken) return list !== null;
  if (environmentId === undefined || (draft.kind === 'AGENT' && taken.kind === 'AGENT')) return false;
  throw new UserErrors(userError('IDENTIFIER_TAKEN', pathOf('identifier')));
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

/** The given value, by default the catalog's. @throws UserErrors where the two differ. */
function resolveWithCatalog(
  name: string,
  given: string | null | undefined,
  catalog: string | null | undefined,
): string | null | undefined {
  if (given && catalog !== undefined && given !== catalog) {
    refuseInput(`The provider has a different ${name}. Leave it out.`, name);
  }
  return given ?? catalog;
}
