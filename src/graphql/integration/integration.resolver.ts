import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Integration as IntegrationModel } from '../../model/integration.ts';
import { callerOf, type GatewayContext } from '../context.ts';
import { Cost, FromList, ListSize } from '../field-marks.ts';
import type { Page } from './connection.ts';
import { IntegrationConnection } from './connection.type.ts';
import { IntegrationArgs, IntegrationsArgs, PAGE_SIZE, PrimaryIntegrationArgs } from './integration.input.ts';
import { Integration } from './integration.type.ts';
import { findIntegration, findPrimary, listIntegrations } from './lookup.ts';

@Resolver(() => Integration)
export class IntegrationResolver {
  @Query(() => Integration, {
    nullable: true,
    description: 'An integration; null if it does not exist or the caller may not see it.',
  })
  @FromList()
  async integration(
    @Args(() => IntegrationArgs) { by }: IntegrationArgs,
    @Ctx() context: GatewayContext,
  ): Promise<IntegrationModel | null> {
    return findIntegration(context, by);
  }

  @Query(() => IntegrationConnection, {
    nullable: true,
    description:
      'The integrations that Novu shows to the caller: those of the organization for a session. For an API key, those of its environment, or on older Novu servers those of the organization.',
  })
  @FromList()
  @ListSize(PAGE_SIZE)
  async integrations(
    @Args(() => IntegrationsArgs) args: IntegrationsArgs,
    @Ctx() context: GatewayContext,
  ): Promise<Page> {
    return listIntegrations(context, args);
  }

  @Query(() => Integration, {
    nullable: true,
    description: 'The primary integration of a channel; null if there is none.',
  })
  @FromList()
  async primaryIntegration(
    @Args(() => PrimaryIntegrationArgs) { channel, environmentId }: PrimaryIntegrationArgs,
    @Ctx() context: GatewayContext,
  ): Promise<IntegrationModel | null> {
    return findPrimary(context, channel, environmentId);
  }

  @Cost(5)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The name of the environment; null if Novu does not list it. Costs one call to Novu per operation.',
  })
  async environmentName(@Root() integration: IntegrationModel, @Ctx() context: GatewayContext): Promise<string | null> {
    const environments = await callerOf(context).loaders.environments();
    return environments.find(({ id }) => id === integration.environmentId)?.name ?? null;
  }

  @Cost(100)
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the provider can report delivery events; null if Novu does not know. Costs one call to Novu per integration, at most 10 in an operation.',
  })
  async webhookSupported(@Root() { id }: IntegrationModel, @Ctx() context: GatewayContext): Promise<boolean | null> {
    return callerOf(context).loaders.webhookSupported(id);
  }
}
