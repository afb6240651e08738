import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Integration as IntegrationModel } from '../../model/integration.ts';
import { type CredentialsView, credentialsFor } from '../access.ts';
import { type CallerContext, callerOf, type GatewayContext } from '../context.ts';
import { refuseUnknown } from '../input-rules.ts';
import { providerView } from '../provider/provider.resolver.ts';
import { IntegrationProvider } from '../provider/provider.type.ts';
import { DEFAULT_ORDER, inOrder, type Page, paginate } from './connection.ts';
import { IntegrationConnection } from './connection.type.ts';
import { IntegrationCredentials } from './credentials.type.ts';
import { assertEnvironments, ownEnvironment } from './environment-scope.ts';
import { filterIntegrations } from './filter.ts';
import { IntegrationArgs, type IntegrationBy, IntegrationsArgs, PrimaryIntegrationArgs } from './integration.input.ts';
import { Environment, Integration, IntegrationConfigurations, Organization } from './integration.type.ts';
import { configurationsView } from './integration-view.ts';

@Resolver(() => Integration)
export class IntegrationResolver {
  @Query(() => Integration, {
    nullable: true,
    description: 'One integration; null if there is none that the caller may see.',
  })
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
  async primaryIntegration(
    @Args(() => PrimaryIntegrationArgs) { channel, environmentId }: PrimaryIntegrationArgs,
    @Ctx() context: GatewayContext,
  ): Promise<IntegrationModel | null> {
    return findPrimary(context, channel, environmentId);
  }

  @FieldResolver(() => IntegrationProvider, {
    nullable: true,
    description: 'Its entry in the provider catalog; null for a provider that the catalog lacks.',
  })
  provider(@Root() { providerId }: IntegrationModel): IntegrationProvider | null {
    return providerView(providerId);
  }

  @FieldResolver(() => IntegrationCredentials, {
    nullable: true,
    description: 'Its credentials; HiddenCredentials where the caller may not see them.',
  })
  credentials(@Root() integration: IntegrationModel, @Ctx() context: GatewayContext): CredentialsView {
    return credentialsFor(callerOf(context).caller, integration);
  }

  @FieldResolver(() => IntegrationConfigurations, {
    nullable: true,
    description: 'Its settings that are not credentials; null where Novu gives none.',
  })
  configurations(@Root() integration: IntegrationModel): object | null {
    return configurationsView(integration);
  }

  @FieldResolver(() => Environment, { description: 'The environment that it belongs to.' })
  environment(@Root() { environmentId }: IntegrationModel): Environment {
    return { id: environmentId };
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

  @FieldResolver(() => Organization, { description: 'The organization that it belongs to.' })
  organization(@Root() { organizationId }: IntegrationModel): Organization {
    return { id: organizationId };
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

/** The integration of `Query.integration`. */
export async function findIntegration(context: GatewayContext, by: IntegrationBy): Promise<IntegrationModel | null> {
  const caller = callerOf(context);
  if (!by.identifier) return give(caller, await caller.loaders.integration(by.id ?? ''), []);
  const { identifier } = by.identifier;
  const environmentId = by.identifier.environmentId ?? (await ownEnvironment(caller));
  await assertEnvironments(caller, [environmentId]);
  const { integrations } = await caller.loaders.list();
  const holds = (row: IntegrationModel) => row.identifier === identifier && row.environmentId === environmentId;
  return give(caller, integrations.find(holds), [environmentId]);
}

/** The list of `Query.integrations`, and of `Environment.integrations` within one environment. */
export async function listIntegrations(
  context: GatewayContext,
  args: IntegrationsArgs,
  environmentId?: string,
): Promise<Page> {
  const caller = callerOf(context);
  const order = args.orderBy ?? DEFAULT_ORDER;
  const environmentIds = environmentId === undefined ? (args.filter?.environmentIds ?? null) : [environmentId];
  await assertEnvironments(caller, environmentIds);
  const { integrations } = await caller.loaders.list();
  // Sorted first: the sorted view is kept with the list, and a filter does not disturb the order.
  const sorted = inOrder(integrations, order);
  const inEnvironment =
    environmentId === undefined ? sorted : sorted.filter((row) => row.environmentId === environmentId);
  const page = paginate(filterIntegrations(inEnvironment, args.filter), order, args);
  caller.given.push({ integrations: page.nodes, environmentIds });
  return page;
}

/** The primary integration of a channel in an environment, by default the caller's own. */
export async function findPrimary(
  context: GatewayContext,
  channel: string,
  environmentId?: string | null,
): Promise<IntegrationModel | null> {
  refuseUnknown('channel', channel);
  const caller = callerOf(context);
  const environment = environmentId ?? (await ownEnvironment(caller));
  await assertEnvironments(caller, [environment]);
  const { integrations } = await caller.loaders.list();
  const holds = (row: IntegrationModel) => row.primary && row.channel === channel && row.environmentId === environment;
  return give(caller, integrations.find(holds), [environment]);
}

/** Notes what a lookup gives out, and where it looked: everywhere, where no environments are named. */
export function give(
  { given }: CallerContext,
  found: IntegrationModel | null | undefined,
  environmentIds: readonly string[],
): IntegrationModel | null {
  given.push({ integrations: found ? [found] : [], environmentIds });
  return found ?? null;
}
