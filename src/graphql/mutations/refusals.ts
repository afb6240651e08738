import type { RefusalReason } from '../../model/errors.ts';
import type { WriteDifference } from '../../model/integration.ts';
import { invalidInput, type UserError, userError } from './user-errors.ts';

/** Where the parts of a refused write are in the input of the mutation. */
export interface RefusalContext {
  /** Input path of an upstream body field such as `credentials.hmac`. */
  readonly pathOf: (field: string) => readonly string[];
  /** The input names an environment. */
  readonly namesEnvironment: boolean;
  /** Channel of the integration, null if it is not known. */
  readonly channel: string | null;
}

/** What a refusal means to the caller. There is always at least one error: none would read as a success. */
export function refusalErrors(reason: RefusalReason, context: RefusalContext): UserError[] {
  if (reason.kind === 'TOO_LARGE') {
    const path = reason.field === null ? [] : context.pathOf(reason.field);
    return [invalidInput('Novu accepts 100 kB in one change at most. Send less.', ...path)];
  }
  if (reason.kind !== 'INVALID') return [REFUSALS[reason.kind](context)];
  const fields = reason.fields.length > 0 ? reason.fields : [''];
  return distinctErrors(
    fields.map((field) =>
      invalidInput(INVALID_MESSAGES[field] ?? NOT_ACCEPTED, ...(field ? context.pathOf(field) : [])),
    ),
  );
}

/** What was sent and is not stored, and what was to be removed and still is, although the write was done. */
export function differenceErrors(
  { lost, kept }: WriteDifference,
  cleared: readonly string[],
  pathOf: RefusalContext['pathOf'],
): UserError[] {
  const left = kept.filter((field) => cleared.includes(field));
  return distinctErrors([
    ...lost.map((field) => userError('NOT_STORED', pathOf(field))),
    ...left.map((field) => userError('NOT_STORED', pathOf(field), { message: STILL_STORED })),
  ]);
}

/** Parts that an input does not name share a path, as those of a copied integration do. */
function distinctErrors(errors: readonly UserError[]): UserError[] {
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}

const STILL_STORED =
  'The change was made, but Novu still stores this value: it keeps what it is not given a new value for.';
const NOT_ACCEPTED = 'Novu does not accept this value.';

/** What to do about a field, where it is known what Novu checks (contract §11). */
const INVALID_MESSAGES: Readonly<Record<string, string>> = {
  'credentials.host': 'Novu does not accept this host. It must be a public host name.',
  'credentials.port': 'Novu does not accept this port. It must be a number from 1 to 65535.',
  'credentials.region': 'Novu does not accept this region.',
  rules:
    'Novu does not accept these rules. They can compare `context.*`, `subscriber.*` and some `workflow.*` values; see the description of `rules`.',
};

const REFUSALS: Readonly<
  Record<Exclude<RefusalReason['kind'], 'INVALID' | 'TOO_LARGE'>, (context: RefusalContext) => UserError>
> = {
  NOT_FOUND: ({ pathOf }) => userError('INTEGRATION_NOT_FOUND', pathOf('id')),
  ENVIRONMENT_NOT_FOUND: () => invalidInput('Your organization has no such environment.', 'environmentId'),
  IDENTIFIER_TAKEN: () => userError('IDENTIFIER_TAKEN', ['identifier']),
  NOTHING_TO_UPDATE: () => invalidInput('There is nothing to change: give at least one value that differs.'),
  PRIMARY_NOT_SUPPORTED: ({ channel }) => userError('PRIMARY_NOT_SUPPORTED', ['id'], { channel }),
  CHECK_FAILED: () => userError('PROVIDER_CHECK_FAILED', ['credentials']),
  ENVIRONMENT_SCOPE: ({ namesEnvironment }) =>
    userError('ENVIRONMENT_SCOPE', [namesEnvironment ? 'environmentId' : 'id']),
  INCOMPLETE_SETUP: () => userError('INCOMPLETE_SETUP', ['credentials']),
  ONE_IN_APP_ONLY: aboutProvider('An environment can have only one Novu in-app integration.'),
  NOVU_PROVIDER_NOT_ALLOWED: aboutProvider('This Novu provider is not set up on the server.'),
  NOVU_PROVIDER_EXISTS: aboutProvider('The environment already has an integration of this Novu provider.'),
  NOT_ON_SERVER: () => userError('BUSINESS_RULE', [], { message: 'This Novu server is too old: it cannot do that.' }),
  NOT_SUPPORTED_BY_PROVIDER: ({ pathOf }) =>
    userError('BUSINESS_RULE', pathOf('integrationIdentifier'), {
      message: 'Novu cannot do that for the provider of this integration.',
    }),
  PLAN: () =>
    userError('BUSINESS_RULE', [], { message: 'The plan of your organization at Novu does not include this change.' }),
  OTHER: () => userError('BUSINESS_RULE', []),
};

function aboutProvider(message: string) {
  return ({ pathOf }: RefusalContext): UserError => userError('BUSINESS_RULE', pathOf('providerId'), { message });
}
