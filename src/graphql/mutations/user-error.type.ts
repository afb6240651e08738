import { Field, InterfaceType, ObjectType } from 'type-graphql';
import { IntegrationChannel, IntegrationUserErrorCode, type IntegrationUserErrorCodeName } from '../enums.ts';

@InterfaceType({ description: 'Something that the caller can act on, found by a mutation.' })
export abstract class IntegrationUserError {
  @Field(() => IntegrationUserErrorCode, { description: 'What went wrong, for code to act on.' })
  code!: IntegrationUserErrorCodeName;

  @Field(() => String, { description: 'What went wrong, for people; never holds a value that somebody sent.' })
  message!: string;

  @Field(() => [String], {
    description: 'Where in the arguments, e.g. ["input", "credentials", "sendgrid", "apiKey"].',
  })
  path!: readonly string[];
}

const IMPLEMENTS = { implements: IntegrationUserError };

@ObjectType({ ...IMPLEMENTS, description: 'There is no such integration that the caller may see.' })
export class IntegrationNotFoundError extends IntegrationUserError {}

@ObjectType({ ...IMPLEMENTS, description: 'Another integration has the identifier.' })
export class IdentifierTakenError extends IntegrationUserError {}

@ObjectType({ ...IMPLEMENTS, description: 'A value cannot be accepted.' })
export class InvalidInputError extends IntegrationUserError {}

@ObjectType({ ...IMPLEMENTS, description: 'Credentials that the provider needs are missing; one error for each.' })
export class MissingCredentialError extends IntegrationUserError {
  @Field(() => [String], { description: 'All keys that are missing, by their names in the credentials input.' })
  keys!: readonly string[];
}

@ObjectType({ ...IMPLEMENTS, description: 'The channel of the integration has no primary integration.' })
export class PrimaryNotSupportedError extends IntegrationUserError {
  @Field(() => IntegrationChannel, { nullable: true, description: 'The channel; null where it is not known.' })
  channel!: string | null;
}

@ObjectType({ ...IMPLEMENTS, description: 'The provider did not accept the credentials or could not be reached.' })
export class ProviderCheckFailedError extends IntegrationUserError {}

@ObjectType({ ...IMPLEMENTS, description: 'The API key belongs to another environment.' })
export class EnvironmentScopeError extends IntegrationUserError {}

@ObjectType({ ...IMPLEMENTS, description: 'The idempotency key is in use for another request.' })
export class IdempotencyConflictError extends IntegrationUserError {}

@ObjectType({ ...IMPLEMENTS, description: 'The change was sent and may have been made: read before trying again.' })
export class OutcomeUnknownError extends IntegrationUserError {}

@ObjectType({ ...IMPLEMENTS, description: 'A rule of Novu forbids the change.' })
export class BusinessRuleError extends IntegrationUserError {}

/** Named by nothing but their interface: handed to the schema builder so that none is left out. */
export const userErrorTypes = [
  IntegrationNotFoundError,
  IdentifierTakenError,
  InvalidInputError,
  MissingCredentialError,
  PrimaryNotSupportedError,
  ProviderCheckFailedError,
  EnvironmentScopeError,
  IdempotencyConflictError,
  OutcomeUnknownError,
  BusinessRuleError,
];
