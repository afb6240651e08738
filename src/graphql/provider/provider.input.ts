import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { IntegrationChannel, IntegrationKind } from '../enums.ts';

@InputType({ description: 'Which providers of the catalog; all given parts must hold.' })
export class IntegrationProviderFilter {
  @Field(() => [ID], { nullable: true, description: 'Only these ids.' })
  ids?: string[] | null;

  @Field(() => [IntegrationChannel], { nullable: true, description: 'Only these channels.' })
  channels?: string[] | null;

  @Field(() => IntegrationKind, { nullable: true, description: 'Only this kind.' })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'Case-insensitive text in the id or the display name.' })
  search?: string | null;
}

@ArgsType()
export class IntegrationProviderArgs {
  @Field(() => ID, { description: 'The id that integrations name in `providerId`.' })
  id!: string;
}

@ArgsType()
export class IntegrationProvidersArgs {
  @Field(() => IntegrationProviderFilter, { nullable: true, description: 'Which ones; all of them if left out.' })
  filter?: IntegrationProviderFilter | null;
}
