import { ArgsType, Extensions, Field, ID, InputType, Int } from 'type-graphql';
import { IntegrationChannel, IntegrationKind, IntegrationOrderField, OrderDirection } from '../enums.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './connection.ts';

@InputType({ description: 'An identifier and the environment that it is unique in.' })
export class IntegrationIdentifierInput {
  @Field(() => String, { description: 'The identifier of the integration.' })
  identifier!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The environment; by default the caller's own: that of the API key, or of Novu-Environment-Id.",
  })
  environmentId?: string | null;
}

@InputType({ description: 'Names one integration; give exactly one member.' })
@Extensions({ oneOf: true })
export class IntegrationBy {
  @Field(() => ID, { nullable: true, description: 'The id of the integration.' })
  id?: string | null;

  @Field(() => IntegrationIdentifierInput, { nullable: true, description: 'Its identifier in an environment.' })
  identifier?: IntegrationIdentifierInput | null;
}

@InputType({ description: 'Which integrations; all given parts must hold.' })
export class IntegrationFilter {
  @Field(() => [ID], { nullable: true, description: 'Only these ids.' })
  ids?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only active ones, or only inactive ones.' })
  active?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only primary ones, or only others.' })
  primary?: boolean | null;

  @Field(() => IntegrationKind, { nullable: true, description: 'Only this kind.' })
  kind?: string | null;

  @Field(() => [IntegrationChannel], { nullable: true, description: 'Only these channels.' })
  channels?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only these providers.' })
  providerIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only these environments.' })
  environmentIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Case-insensitive text in the name, identifier or provider id.' })
  search?: string | null;
}

@InputType({ description: 'How integrations are ordered; ties by id, missing values last.' })
export class IntegrationOrder {
  @Field(() => IntegrationOrderField, { description: 'What they are ordered by.' })
  field!: keyof typeof IntegrationOrderField;

  @Field(() => OrderDirection, { description: 'In which direction.' })
  direction!: 'ASC' | 'DESC';
}

@ArgsType()
export class IntegrationArgs {
  @Field(() => IntegrationBy, { description: 'Which one.' })
  by!: IntegrationBy;
}

/** How `first` and `last` page a list; see `ListSize`. */
export const PAGE_SIZE = {
  slicingArguments: ['first', 'last'],
  defaultSize: DEFAULT_PAGE_SIZE,
  maxSize: MAX_PAGE_SIZE,
};

@ArgsType()
export class IntegrationsArgs {
  @Field(() => IntegrationFilter, { nullable: true, description: 'Which ones; all of them if left out.' })
  filter?: IntegrationFilter | null;

  @Field(() => IntegrationOrder, { nullable: true, description: 'In which order; oldest first if left out.' })
  orderBy?: IntegrationOrder | null;

  @Field(() => Int, { nullable: true, description: 'How many from the start: 1 to 100, 50 if left out.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only those after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many from the end: 1 to 100; not together with `first`.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only those before this cursor.' })
  before?: string | null;
}

@ArgsType()
export class PrimaryInEnvironmentArgs {
  @Field(() => IntegrationChannel, { description: 'The channel whose primary integration is asked for.' })
  channel!: string;
}

@ArgsType()
export class PrimaryIntegrationArgs extends PrimaryInEnvironmentArgs {
  @Field(() => ID, {
    nullable: true,
    description: "The environment; by default the caller's own: that of the API key, or of Novu-Environment-Id.",
  })
  environmentId?: string | null;
}
