import { GraphQLURL } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { CredentialInputKindEnum, IntegrationChannel, IntegrationKind } from '../enums.ts';
import { ListSize } from '../field-marks.ts';

@ObjectType({ simpleResolvers: true, description: 'One choice of a credential that is picked from a list.' })
export class CredentialOption {
  @Field(() => String, { description: 'What a form shows.' })
  label!: string;

  @Field(() => String, { description: 'What is stored when it is picked.' })
  value!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'One credential that a provider asks for: what a form needs to draw and check its input.',
})
export class CredentialField {
  @Field(() => String, { description: 'Name of the field in the credentials types and inputs.' })
  key!: string;

  @Field(() => String, { description: 'What a form shows beside the input.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'A longer help text, where the provider has one.' })
  description!: string | null;

  @Field(() => CredentialInputKindEnum, { description: 'The form control that fits.' })
  input!: string;

  @Field(() => Boolean, { description: 'Whether an active integration needs a value.' })
  required!: boolean;

  @Field(() => Boolean, { description: 'Whether the value must be kept secret; a form masks it.' })
  secret!: boolean;

  @ListSize({ assumedSize: 2 })
  @Field(() => [CredentialOption], { description: 'The choices of a dropdown; empty for other inputs.' })
  options!: CredentialOption[];

  @Field(() => String, { nullable: true, description: 'The value that a form starts with.' })
  defaultValue!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'An entry of the provider catalog: a service that integrations can use. Needs no caller.',
})
@Directive('@key(fields: "id")')
export class IntegrationProvider {
  @Field(() => ID, { description: 'The id that integrations name in `providerId`, e.g. `sendgrid`.' })
  id!: string;

  @Field(() => String, { description: 'The name that people know it by.' })
  displayName!: string;

  @Field(() => IntegrationChannel, {
    nullable: true,
    description: 'The channel it delivers to; null for agent runtimes.',
  })
  channel!: string | null;

  @Field(() => IntegrationKind, { description: 'Whether it delivers messages or runs agents.' })
  kind!: string;

  @Field(() => GraphQLURL, { nullable: true, description: 'Where its set-up is documented.' })
  docsUrl!: string | null;

  @ListSize({ assumedSize: 4 })
  @Field(() => [CredentialField], { description: 'The credentials it asks for, in the order of a form; may be empty.' })
  credentialFields!: CredentialField[];

  @Field(() => String, { description: 'The member of the union IntegrationCredentials that holds its credentials.' })
  credentialsTypeName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The member of IntegrationCredentialsInput that sets its credentials; null where it takes none.',
  })
  credentialsInputField!: string | null;

  @Field(() => Boolean, { description: 'Whether one of its integrations can be the primary one of its channel.' })
  supportsPrimary!: boolean;
}
