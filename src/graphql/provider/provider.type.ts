import { GraphQLURL } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { CatalogProvider } from '../../catalog/provider.ts';
import { CredentialInputKindEnum, IntegrationChannelOrUnknown, IntegrationKindOrUnknown } from '../enums.ts';
import { ListSize } from '../field-marks.ts';

@ObjectType({ simpleResolvers: true, description: 'An option of a dropdown.' })
export class IntegrationProviderFieldOption {
  @Field(() => String, { description: 'The label of the option.' })
  label!: string;

  @Field(() => String, { description: 'The value to store.' })
  value!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A credential of a provider, with what a form needs to show and check its control.',
})
export class IntegrationProviderField {
  @Field(() => String, { description: 'The name of the field in the credentials types and inputs.' })
  key!: string;

  @Field(() => String, { description: 'The label of the form control.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'A help text; null if there is none.' })
  description!: string | null;

  @Field(() => CredentialInputKindEnum, { description: 'The form control to use.' })
  input!: string;

  @Field(() => Boolean, { description: 'Whether an active integration requires a value.' })
  required!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether the value is hidden from callers that may not see credentials: true unless it is known to be public.',
  })
  withheld!: boolean;

  @Field(() => Boolean, { description: 'Whether a form should show the value as a password.' })
  masked!: boolean;

  @ListSize({ assumedSize: 2 })
  @Field(() => [IntegrationProviderFieldOption], {
    description: 'The options of a dropdown; empty for other controls.',
  })
  options!: IntegrationProviderFieldOption[];

  @Field(() => String, { nullable: true, description: 'The initial value of the form control.' })
  defaultValue!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A service that integrations can use, as the provider catalog describes it. Requires no authentication.',
})
@Directive('@key(fields: "id")')
export class IntegrationProvider {
  @Field(() => ID, { description: 'The id, as in `Integration.providerId`, such as `sendgrid`.' })
  id!: string;

  @Field(() => String, { description: 'The display name.' })
  displayName!: string;

  @Field(() => IntegrationChannelOrUnknown, {
    nullable: true,
    description: 'The channel of its messages; null for agent runtimes.',
  })
  channel!: CatalogProvider['channel'];

  @Field(() => IntegrationKindOrUnknown, { description: 'Whether it delivers messages or runs agents.' })
  kind!: string;

  @Field(() => GraphQLURL, { nullable: true, description: 'The URL of the setup guide.' })
  docsUrl!: string | null;

  @ListSize({ assumedSize: 4 })
  @Field(() => [IntegrationProviderField], { description: 'The credentials, in the order of a form; possibly none.' })
  credentialFields!: IntegrationProviderField[];

  @Field(() => String, { description: 'The type of its credentials in the union IntegrationCredentials.' })
  credentialsTypeName!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The field of IntegrationCredentialsInput for its credentials. Null if it takes none: create its integrations by `providerId` and without `credentials`. If a newer Novu server requires some, use `raw`.',
  })
  credentialsInputField!: string | null;

  @Field(() => Boolean, { description: 'Whether an integration of this provider can be primary.' })
  supportsPrimary!: boolean;
}
