import { Field, ID, InputType } from 'type-graphql';
import { registerEnum } from '../../enums.ts';
import { NovuId } from '../../field-marks.ts';
import { IDEMPOTENCY_KEY } from '../mutation.input.ts';

export const IntegrationCredentialsCopy = registerEnum(
  'IntegrationCredentialsCopy',
  'The secrets that a copy of an integration takes over.',
  {
    KEEP: 'All credentials and the signing key. Only for sessions that see them.',
    NONE: 'None of them.',
  },
);

@InputType({ description: 'An integration to copy, and the environment to copy it into.' })
export class CopyIntegrationInput {
  @NovuId()
  @Field(() => ID, { description: 'The id of the integration to copy.' })
  id!: string;

  @NovuId()
  @Field(() => ID, { description: 'The environment of the copy, another one of the same organization.' })
  environmentId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The identifier of the copy; by default, that of the original. Older servers need another one: theirs are unique within the organization.',
  })
  identifier?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Whether messages are sent through the copy. It is refused if the copy has none of the credentials that its provider requires.',
  })
  active?: boolean | null;

  @Field(() => IntegrationCredentialsCopy, { description: 'Whether the copy has the credentials of the original.' })
  credentials!: keyof typeof IntegrationCredentialsCopy;

  @Field(() => String, IDEMPOTENCY_KEY)
  idempotencyKey?: string | null;
}
