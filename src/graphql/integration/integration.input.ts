import { ArgsType, Extensions, Field, ID, InputType, Int } from 'type-graphql';
import { IntegrationChannel, IntegrationKind, IntegrationOrderDirection, IntegrationOrderField } from '../enums.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './connection.ts';

@InputType({ description: 'An identifier and the environment in which it is unique.' })
export class IntegrationIdentifierInput {
  @Field(() => String, { description: 'The identifier of the integration.' })
  identifier!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The environment; by default, that of the API key or of the header Novu-Environment-Id.',
  })
  environmentId?: string | null;
}

@InputType({ description: 'Identifies an integration. Set exactly one field.' })
@Extensions({ oneOf: true })
export class IntegrationBy {
  @Field(() => ID, { nullable: true, description: 'The id of the integration.' })
  id?: string | null;

  @Field(() => IntegrationIdentifierInput, { nullable: true, description: 'The identifier within an environment.' })
  identifier?: IntegrationIdentifierInput | null;
}

@InputType({ description: 'A filter for integrations. All given conditions must match.' })
export class IntegrationFilter {
  @Field(() => [ID], { nullable: true, description: 'Only these ids.' })
  ids?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only active integrations (true), or only inactive ones (false).',
  })
  active?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only primary integrations (true), or only others (false).' })
  primary?: boolean | null;

  @Field(() => IntegrationKind, { nullable: true, description: 'Only this kind.' })
  kind?: keyof typeof IntegrationKind | null;

  @Field(() => [IntegrationChannel], { nullable: true, description: 'Only these channels.' })
  channels?: (keyof typeof IntegrationChannel)[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only these providers.' })
  providerIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only these environments.' })
  environmentIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Text in the name, identifier, or id or display name of the provider, ignoring case.',
  })
  search?: string | null;
}

@InputType({ description: 'A sort order. Ties are sorted by id, and missing values come last.' })
export class IntegrationOrder {
  @Field(() => IntegrationOrderField, { description: 'The field to sort by.' })
  field!: keyof typeof IntegrationOrderField;

  @Field(() => IntegrationOrderDirection, { description: 'The sort direction.' })
  direction!: 'ASC' | 'DESC';
}

@ArgsType()
export class IntegrationArgs {
  @Field(() => IntegrationBy, { description: 'The integration to find.' })
  by!: IntegrationBy;
}

/** The page size by `first` and `last`; see `ListSize`. */
export const PAGE_SIZE = {
  slicingArguments: ['first', 'last'],
  defaultSize: DEFAULT_PAGE_SIZE,
  maxSize: MAX_PAGE_SIZE,
};

@ArgsType()
export class IntegrationsArgs {
  @Field(() => IntegrationFilter, { nullable: true, description: 'A filter; by default, all are returned.' })
  filter?: IntegrationFilter | null;

  @Field(() => IntegrationOrder, { nullable: true, description: 'The sort order; by default, oldest first.' })
  orderBy?: IntegrationOrder | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_PAGE_SIZE,
    description: 'Page size from the start of the list: 1 to 100. The default is ignored if `last` is given.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows after this cursor.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Page size from the end of the list: 1 to 100. It cannot be combined with a `first` other than the default.',
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows before this cursor.' })
  before?: string | null;
}

@ArgsType()
export class PrimaryInEnvironmentArgs {
  @Field(() => IntegrationChannel, { description: 'The channel of the primary integration.' })
  channel!: keyof typeof IntegrationChannel;
}

@ArgsType()
export class PrimaryIntegrationArgs extends PrimaryInEnvironmentArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'The environment; by default, that of the API key or of the header Novu-Environment-Id.',
  })
  environmentId?: string | null;
}
