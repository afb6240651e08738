import type { RefusalReason } from '../../model/errors.ts';
import type { IntegrationUserErrorCodeName } from '../enums.ts';

/** One entry of a payload's `errors`, as the executor reads it. */
export interface UserError {
  readonly __typename: string;
  readonly code: IntegrationUserErrorCodeName;
  readonly message: string;
  readonly path: readonly string[];
  readonly keys?: readonly string[];
  readonly channel?: string | null;
}

/** Thrown inside a mutation to end it with user errors; nothing was written. */
export class UserErrors extends Error {
  override readonly name = 'UserErrors';
  readonly errors: readonly UserError[];
  constructor(...errors: UserError[]) {
    super('The input was refused');
    this.errors = errors;
  }
}

export function invalidInput(message: string, ...path: string[]): UserError {
  return { __typename: 'InvalidInputError', code: 'INVALID_INPUT', message, path: ['input', ...path] };
}

export function notFound(...path: string[]): UserError {
  return {
    __typename: 'IntegrationNotFoundError',
    code: 'INTEGRATION_NOT_FOUND',
    message: 'There is no such integration that you may see.',
    path: ['input', ...path],
  };
}

/** One error for each key, so that a form can show it at the key's input. */
export function missingCredentials(keys: readonly string[], path: readonly string[]): UserError[] {
  return keys.map((key) => ({
    __typename: 'MissingCredentialError',
    code: 'MISSING_CREDENTIAL',
    message:
      'An active integration of this provider needs this credential. Give it, or leave the integration inactive.',
    path: ['input', ...path, key],
    keys,
  }));
}

export function outcomeUnknown(...path: string[]): UserError {
  return {
    __typename: 'OutcomeUnknownError',
    code: 'OUTCOME_UNKNOWN',
    message:
      'The change was sent to Novu, but no readable answer came back. It may have been made: read before you try again.',
    path: ['input', ...path],
  };
}

/** Where a refused write's parts stand in the mutation's input. */
export interface RefusalContext {
  /** Input path of an upstream body field, e.g. `credentials.hmac`. */
  readonly pathOf: (field: string) => readonly string[];
  /** The integration's channel, where it is known. */
  readonly channel: string | null;
  /** The input names an environment. */
  readonly namesEnvironment: boolean;
}

/** What a refusal means to the caller, in the gateway's own words: upstream's text can echo stored values. */
export function refusalErrors(reason: RefusalReason, context: RefusalContext): UserError[] {
  switch (reason.kind) {
    case 'NOT_FOUND':
      return [notFound('id')];
    case 'ENVIRONMENT_NOT_FOUND':
      return [invalidInput('Your organization has no such environment.', 'environmentId')];
    case 'INVALID':
      return invalidFields(reason.fields, context);
    case 'NOTHING_TO_UPDATE':
      return [invalidInput('There is nothing to change: give at least one value that differs.')];
    case 'PRIMARY_NOT_SUPPORTED':
      return [{ ...PRIMARY_NOT_SUPPORTED, channel: context.channel }];
    case 'ENVIRONMENT_SCOPE':
      return [{ ...ENVIRONMENT_SCOPE, path: ['input', context.namesEnvironment ? 'environmentId' : 'id'] }];
    default:
      return [FIXED[reason.kind]];
  }
}

function invalidFields(fields: readonly string[], context: RefusalContext): UserError[] {
  const paths = fields.length > 0 ? fields.map(context.pathOf) : [[]];
  return paths.map((path) => invalidInput('Novu does not accept this value.', ...path));
}

const PRIMARY_NOT_SUPPORTED: UserError = {
  __typename: 'PrimaryNotSupportedError',
  code: 'PRIMARY_NOT_SUPPORTED',
  message: 'Only email and SMS have a primary integration.',
  path: ['input', 'id'],
};

const ENVIRONMENT_SCOPE: UserError = {
  __typename: 'EnvironmentScopeError',
  code: 'ENVIRONMENT_SCOPE',
  message: 'An API key can change its own environment only. Use a key of the other environment, or a session.',
  path: ['input'],
};

type FixedKind = Exclude<
  RefusalReason['kind'],
  | 'NOT_FOUND'
  | 'ENVIRONMENT_NOT_FOUND'
  | 'INVALID'
  | 'NOTHING_TO_UPDATE'
  | 'PRIMARY_NOT_SUPPORTED'
  | 'ENVIRONMENT_SCOPE'
>;

const FIXED: Readonly<Record<FixedKind, UserError>> = {
  IDENTIFIER_TAKEN: {
    __typename: 'IdentifierTakenError',
    code: 'IDENTIFIER_TAKEN',
    message: 'Another integration has this identifier.',
    path: ['input', 'identifier'],
  },
  CHECK_FAILED: {
    __typename: 'ProviderCheckFailedError',
    code: 'PROVIDER_CHECK_FAILED',
    message: 'The provider could not be reached with these credentials. Check them, or save without `check`.',
    path: ['input', 'credentials'],
  },
  IDEMPOTENCY_IN_PROGRESS: idempotencyConflict(
    'A request with this idempotency key is under way. Wait for a second, then send the same request again.',
  ),
  IDEMPOTENCY_REUSED: idempotencyConflict('This idempotency key was used with another input. Use a new key.'),
  ONE_IN_APP_ONLY: businessRule('An environment can have one Novu in-app integration only.', 'providerId'),
  NOVU_PROVIDER_NOT_ALLOWED: businessRule('This Novu provider is not set up on the server.', 'providerId'),
  NOVU_PROVIDER_EXISTS: businessRule('The environment has an integration of this Novu provider already.', 'providerId'),
  OTHER: businessRule('Novu refused the change.'),
};

function idempotencyConflict(message: string): UserError {
  const path = ['input', 'idempotencyKey'];
  return { __typename: 'IdempotencyConflictError', code: 'IDEMPOTENCY_CONFLICT', message, path };
}

export function businessRule(message: string, ...path: string[]): UserError {
  return { __typename: 'BusinessRuleError', code: 'BUSINESS_RULE', message, path: ['input', ...path] };
}
