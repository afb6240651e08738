import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Integration as IntegrationModel } from '../../model/integration.ts';
import { callerOf, type GatewayContext } from '../context.ts';
import { FromList, ListSize } from '../field-marks.ts';
import type { Page } from './connection.ts';
import { IntegrationConnection } from './connection.type.ts';
import { IntegrationArgs, IntegrationsArgs, PAGE_SIZE, PrimaryIntegrationArgs } from './integration.input.ts';
import { Integration } from './integration.type.ts';
import { findIntegration, findPrimary, listIntegrations } from './lookup.ts';

@Resolver(() => Integration)
export class IntegrationResolver {
  @Query(() => Integration, {
    nullable: true,
    description: 'One integration; null if there is none that the caller may see.',
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
      'The integrations that the caller may see: of its organization for a session, of its environment for an API key.',
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
    description: 'The primary integration of a channel; null where the channel has none.',
  })
  @FromList()
  async primaryIntegration(
    @Args(() => PrimaryIntegrationArgs) { channel, environmentId }: PrimaryIntegrationArgs,
    @Ctx() context: GatewayContext,
  ): Promise<IntegrationModel | null> {
    return findPrimary(context, channel, environmentId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Name of its environment; null where Novu does not list the environment. One call to Novu an operation.',
  })
  async environmentName(@Root() integration: IntegrationModel, @Ctx() context: GatewayContext): Promise<string | null> {
    const environments = await callerOf(context).loaders.environments();
    return environments.find(({ id }) => id === integration.environmentId)?.name ?? null;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether its provider can report delivery events; null where Novu cannot say. One call to Novu for each integration, at most 10 in one operation.',
  })
  async webhookSupported(@Root() { id }: IntegrationModel, @Ctx() context: GatewayContext): Promise<boolean | null> {
    return callerOf(context).loaders.webhookSupported(id);
  }
}
