import { Args, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Integration as IntegrationModel } from '../model/integration.ts';
import { callerOf, type GatewayContext } from './context.ts';
import { Cost, ListSize } from './field-marks.ts';
import type { Page } from './integration/connection.ts';
import { IntegrationConnection } from './integration/connection.type.ts';
import { IntegrationsArgs, PAGE_SIZE, PrimaryInEnvironmentArgs } from './integration/integration.input.ts';
import { Environment, Integration } from './integration/integration.type.ts';
import { findPrimary, listIntegrations } from './integration/lookup.ts';

@ObjectType({ description: "An environment of the caller's organization and its name." })
export class IntegrationEnvironment {
  @Field(() => ID, { description: 'The id of the environment.' })
  id!: string;

  @Field(() => String, { description: 'The name of the environment, such as Development.' })
  name!: string;

  @Field(() => Environment, { description: 'The environment and its integrations.' })
  environment!: Environment;
}

@Resolver(() => Environment)
export class EnvironmentResolver {
  @Query(() => [IntegrationEnvironment], {
    nullable: true,
    description: "The environments of the caller's organization. Costs one call to Novu per operation.",
  })
  async integrationEnvironments(@Ctx() context: GatewayContext): Promise<IntegrationEnvironment[]> {
    const environments = await callerOf(context).loaders.environments();
    return environments.map(({ id, name }) => ({ id, name, environment: { id } }));
  }

  // It reads all rows of the environment, for each item of a list.
  @Cost(20)
  @ListSize(PAGE_SIZE)
  @FieldResolver(() => IntegrationConnection, {
    nullable: true,
    description: 'The integrations of the environment. FORBIDDEN for an API key that may not see the environment.',
  })
  async integrations(
    @Root() { id }: Environment,
    @Args(() => IntegrationsArgs) args: IntegrationsArgs,
    @Ctx() context: GatewayContext,
  ): Promise<Page> {
    return listIntegrations(context, args, id);
  }

  @Cost(20)
  @FieldResolver(() => Integration, {
    nullable: true,
    description: 'The primary integration of a channel; null if there is none.',
  })
  async primaryIntegration(
    @Root() { id }: Environment,
    @Args(() => PrimaryInEnvironmentArgs) { channel }: PrimaryInEnvironmentArgs,
    @Ctx() context: GatewayContext,
  ): Promise<IntegrationModel | null> {
    return findPrimary(context, channel, id);
  }
}
