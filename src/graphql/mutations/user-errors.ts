import { ID } from 'type-graphql';
import { IntegrationChannelOrUnknown } from '../enums.ts';
import { Integration } from '../integration/integration.type.ts';

interface UserErrorEntry {
  /** Description of the code and of the type in the schema. */
  readonly description: string;
  /** What the payload says where the place that finds the error has no message of its own. */
  readonly message?: string;
  /** Fields of the type beside `code`, `message` and `path`; {@link userError} takes their values. */
  readonly fields?: Readonly<Record<string, UserErrorField>>;
}

interface UserErrorField {
  /** As type-graphql takes it. */
  readonly type: () => object;
  readonly nullable?: boolean;
  readonly description: string;
}

/**
 * Every user error, by its code. The enum IntegrationUserErrorCode, the object types and {@link userError} derive from this
 * table, so an entry is all that a new error needs. Its type is named after the code: INVALID_INPUT is IntegrationInvalidInputError.
 * Messages never hold a value from the input or from upstream: both can be secret.
 */
export const USER_ERRORS = {
  INTEGRATION_NOT_FOUND: {
    description: 'The integration does not exist, or the caller may not see it.',
    message: 'There is no such integration that you may see.',
  },
  IDENTIFIER_TAKEN: {
    description: 'Another integration in the environment has this identifier.',
    message: 'Another integration has this identifier.',
  },
  INVALID_INPUT: { description: 'A value cannot be accepted; `path` says which one.' },
  MISSING_CREDENTIAL: {
    description: 'A credential that the provider requires is missing; there is one error for each.',
    message:
      'An active integration of this provider needs this credential. Give it, or leave the integration inactive.',
    fields: {
      key: {
        type: () => String,
        description: 'The missing key, as it is named in the credentials input.',
      },
    },
  },
  PRIMARY_NOT_SUPPORTED: {
    description: 'The channel of the integration does not support a primary integration.',
    message: 'Only email and SMS have a primary integration.',
    fields: {
      channel: {
        type: () => IntegrationChannelOrUnknown,
        nullable: true,
        description: 'The channel of the integration; null if it is not known.',
      },
    },
  },
  PROVIDER_CHECK_FAILED: {
    description: 'The provider rejected the credentials or could not be reached.',
    message: 'The provider could not be reached with these credentials. Check them, or save without `check`.',
  },
  ENVIRONMENT_SCOPE: {
    description: 'The API key belongs to a different environment.',
    message: 'An API key can change its own environment only. Use a key of the other environment, or a session.',
  },
  IDEMPOTENCY_CONFLICT: { description: 'The idempotency key is in use for another request.' },
  OUTCOME_UNKNOWN: {
    description: 'The change was sent and may have been made. `query` asks what became of it.',
    message:
      'The change was sent to Novu, but no readable answer came back, and reading did not show what became of it. Send `query` before you try again, or try again with the same idempotency key.',
    fields: {
      id: { type: () => ID, nullable: true, description: 'The id of the integration; null for a new one.' },
      identifier: {
        type: () => String,
        nullable: true,
        description: 'The identifier that a new integration would have; null for an existing one.',
      },
      query: { type: () => String, description: 'A query that shows the integration as it is.' },
    },
  },
  CHANGED_MEANWHILE: {
    description: 'The integration was changed since `ifUpdatedAt`. Nothing was done.',
    message: 'The integration was changed meanwhile. Look at `current` before you decide again.',
    fields: {
      current: { type: () => Integration, description: 'The integration as it is now.' },
    },
  },
  NOT_STORED: {
    description:
      'The change was made, but Novu did not store this value, or kept one that was to be removed. `integration` has the result.',
    message: 'The change was made, but Novu did not store this value. This server may not know it.',
  },
  INCOMPLETE_SETUP: {
    description:
      'Novu created the integration of an agent, now or in an earlier attempt, but not its setup at the provider. `integration` has it if it can be read. For a caller that sees no credentials, this error covers any agent with this identifier that may be incomplete.',
    message:
      'Novu created the integration, but its credentials are too incomplete for the setup at the provider. Delete it and create it again with all of them.',
  },
  BUSINESS_RULE: { description: 'A rule of Novu forbids the change.', message: 'Novu refused the change.' },
} as const satisfies Readonly<Record<string, UserErrorEntry>>;

export type UserErrorCode = keyof typeof USER_ERRORS;

/** {@link USER_ERRORS} in the order of the schema. */
export const userErrorEntries = Object.entries(USER_ERRORS) as [UserErrorCode, UserErrorEntry][];

const messages = new Map(userErrorEntries.map(([code, { message }]) => [code, message]));

/** One entry of a payload's `errors`, as the executor reads it. */
export interface UserError {
  readonly __typename: string;
  readonly code: UserErrorCode;
  readonly message: string;
  readonly path: readonly string[];
  /** The caller lacks the right: audited. */
  readonly isPermissionError?: boolean;
}

/** Thrown inside a mutation to end it with user errors. Nothing was written. */
export class UserErrors extends Error {
  override readonly name = 'UserErrors';
  readonly errors: readonly UserError[];
  /** Novu refused the write for its content: the same input would be refused again. */
  isFinal = false;
  constructor(...errors: UserError[]) {
    super('The input was refused');
    this.errors = errors;
  }
}

/** At most this many errors of one mutation are reported: each value of an input may have one, and an input may have thousands. */
const MAX_REPORTED_ERRORS = 50;

/** The errors as a payload reports them. Of too many, the last one says how many it stands for. */
export function limitErrors(errors: readonly UserError[]): readonly UserError[] {
  const first = errors[MAX_REPORTED_ERRORS - 1];
  const more = errors.length - MAX_REPORTED_ERRORS;
  if (!first || more <= 0) return errors;
  const message = `${first.message} There are ${more} more errors of this input, which are not listed.`;
  return [...errors.slice(0, MAX_REPORTED_ERRORS - 1), { ...first, message }];
}

/**
 * One user error.
 * @param path below `input`: `['credentials', 'sendgrid', 'apiKey']`.
 * @param values the message, where the table's does not fit, and the fields that the code has of its own.
 */
export function userError(
  code: UserErrorCode,
  path: readonly string[],
  values: { readonly message?: string; readonly [field: string]: unknown } = {},
): UserError {
  const message = values.message ?? messages.get(code) ?? USER_ERRORS[code].description;
  return { ...values, __typename: userErrorTypeName(code), code, message, path: ['input', ...path] };
}

/** An INVALID_INPUT with a message of its own. */
export function invalidInput(message: string, ...path: string[]): UserError {
  return userError('INVALID_INPUT', path, { message });
}

/** An INVALID_INPUT that this caller meets and another one would not. */
export function notAllowed(message: string, ...path: string[]): UserError {
  return userError('INVALID_INPUT', path, { message, isPermissionError: true });
}

/** Ends the mutation with an INVALID_INPUT. @throws UserErrors always. */
export function refuseInput(message: string, ...path: string[]): never {
  throw new UserErrors(invalidInput(message, ...path));
}

/** Ends the mutation where there are errors. @throws UserErrors with all of them. */
export function refuseIfAny(errors: readonly UserError[]): void {
  if (errors.length > 0) throw new UserErrors(...errors);
}

/** Name of a code's object type: INVALID_INPUT is IntegrationInvalidInputError, INTEGRATION_NOT_FOUND has the word already. */
export function userErrorTypeName(code: UserErrorCode): string {
  const words = code.split('_').map((word) => word.charAt(0) + word.slice(1).toLowerCase());
  const name = `${words.join('')}Error`;
  return name.startsWith('Integration') ? name : `Integration${name}`;
}
