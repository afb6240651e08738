import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { IntegrationChannel, IntegrationKind } from '../enums.ts';

@InputType({ description: 'A filter for providers. All given conditions must match.' })
export class IntegrationProviderFilter {
  @Field(() => [ID], { nullable: true, description: 'Only these ids.' })
  ids?: string[] | null;

  @Field(() => [IntegrationChannel], { nullable: true, description: 'Only these channels.' })
  channels?: (keyof typeof IntegrationChannel)[] | null;

  @Field(() => IntegrationKind, { nullable: true, description: 'Only this kind.' })
  kind?: keyof typeof IntegrationKind | null;

  @Field(() => String, { nullable: true, description: 'Text in the id or display name, ignoring case.' })
  search?: string | null;
}

@ArgsType()
export class IntegrationProviderArgs {
  @Field(() => ID, { description: 'The id, as in `Integration.providerId`.' })
  id!: string;
}

@ArgsType()
export class IntegrationProvidersArgs {
  @Field(() => IntegrationProviderFilter, { nullable: true, description: 'A filter; by default, all are returned.' })
  filter?: IntegrationProviderFilter | null;
}
