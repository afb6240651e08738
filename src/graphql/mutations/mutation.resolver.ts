import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { callerOf, type GatewayContext } from '../context.ts';
import { autoConfigureIntegration } from './auto-configure.ts';
import { createIntegration } from './create.ts';
import { deleteIntegration } from './delete.ts';
import {
  AutoConfigureIntegrationArgs,
  CreateIntegrationArgs,
  DeleteIntegrationArgs,
  SetPrimaryIntegrationArgs,
  UpdateIntegrationArgs,
} from './mutation.input.ts';
import {
  AutoConfigureIntegrationPayload,
  CreateIntegrationPayload,
  DeleteIntegrationPayload,
  SetPrimaryIntegrationPayload,
  UpdateIntegrationPayload,
} from './mutation.payload.ts';
import { setPrimaryIntegration } from './set-primary.ts';
import { updateIntegration } from './update.ts';

@Resolver()
export class MutationResolver {
  @Mutation(() => CreateIntegrationPayload, {
    nullable: true,
    description: 'Creates an integration; inactive unless `active` is true.',
  })
  async createIntegration(
    @Args(() => CreateIntegrationArgs) { input }: CreateIntegrationArgs,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return createIntegration(callerOf(context), input, info);
  }

  @Mutation(() => UpdateIntegrationPayload, {
    nullable: true,
    description: 'Changes an integration. `credentials` and `configurations` replace the stored ones whole.',
  })
  async updateIntegration(
    @Args(() => UpdateIntegrationArgs) { input }: UpdateIntegrationArgs,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return updateIntegration(callerOf(context), input, info);
  }

  @Mutation(() => SetPrimaryIntegrationPayload, {
    nullable: true,
    description:
      'Makes an email or SMS integration the primary one of its channel and environment. It becomes active and loses its conditions; the primary so far stays active.',
  })
  async setPrimaryIntegration(
    @Args(() => SetPrimaryIntegrationArgs) { input }: SetPrimaryIntegrationArgs,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return setPrimaryIntegration(callerOf(context), input, info);
  }

  @Mutation(() => DeleteIntegrationPayload, {
    nullable: true,
    description: 'Deletes an integration. A channel that loses its primary has none, unless a successor is named.',
  })
  async deleteIntegration(
    @Args(() => DeleteIntegrationArgs) { input }: DeleteIntegrationArgs,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return deleteIntegration(callerOf(context), input, info);
  }

  @Mutation(() => AutoConfigureIntegrationPayload, {
    nullable: true,
    description: "Sets up the provider's webhook towards Novu, where the provider offers that.",
  })
  async autoConfigureIntegration(
    @Args(() => AutoConfigureIntegrationArgs) { input }: AutoConfigureIntegrationArgs,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return autoConfigureIntegration(callerOf(context), input, info);
  }
}
