import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { callerOf, type GatewayContext } from '../context.ts';
import { withNormalIds } from '../input-rules.ts';
import { autoConfigureIntegration, setPrimaryIntegration } from './by-id.ts';
import { CopyIntegrationInput } from './copy/copy.input.ts';
import { copyIntegration } from './copy/copy.ts';
import { createIntegration } from './create.ts';
import { deleteIntegration } from './delete.ts';
import {
  AutoConfigureIntegrationInput,
  CreateIntegrationInput,
  DeleteIntegrationInput,
  SetPrimaryIntegrationInput,
  UpdateIntegrationInput,
} from './mutation.input.ts';
import {
  AutoConfigureIntegrationPayload,
  CopyIntegrationPayload,
  CreateIntegrationPayload,
  DeleteIntegrationPayload,
  SetPrimaryIntegrationPayload,
  UpdateIntegrationPayload,
} from './mutation.payload.ts';
import { updateIntegration } from './update.ts';

@Resolver()
export class MutationResolver {
  @Mutation(() => CreateIntegrationPayload, {
    nullable: true,
    description: 'Creates an integration. It is inactive unless `active` is true.',
  })
  async createIntegration(
    @Arg('input', () => CreateIntegrationInput, { description: 'The integration to create.' })
    input: CreateIntegrationInput,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return createIntegration(callerOf(context), withNormalIds(input, info), info);
  }

  @Mutation(() => CopyIntegrationPayload, {
    nullable: true,
    description:
      'Copies an integration into another environment of the organization: provider, name, settings, conditions and, if asked, credentials, which go from Novu to Novu and are not shown. The copy is inactive unless `active` is true.',
  })
  async copyIntegration(
    @Arg('input', () => CopyIntegrationInput, { description: 'The integration to copy.' }) input: CopyIntegrationInput,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return copyIntegration(callerOf(context), withNormalIds(input, info), info);
  }

  @Mutation(() => UpdateIntegrationPayload, {
    nullable: true,
    description:
      'Changes an integration. `credentials` and `configurations` replace all stored ones; servers merge the credentials of WhatsApp.',
  })
  async updateIntegration(
    @Arg('input', () => UpdateIntegrationInput, { description: 'The changes to make.' }) input: UpdateIntegrationInput,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return updateIntegration(callerOf(context), withNormalIds(input, info), info);
  }

  @Mutation(() => SetPrimaryIntegrationPayload, {
    nullable: true,
    description:
      'Makes an email or SMS integration the primary one of its channel and environment. It becomes active and loses its conditions. The previous primary stays active. It is refused if none of the credentials that its provider requires is stored. API keys cannot see them, so for an API key this is not checked.',
  })
  async setPrimaryIntegration(
    @Arg('input', () => SetPrimaryIntegrationInput, { description: 'The integration to make primary.' })
    input: SetPrimaryIntegrationInput,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return setPrimaryIntegration(callerOf(context), withNormalIds(input, info), info);
  }

  @Mutation(() => DeleteIntegrationPayload, {
    nullable: true,
    description:
      'Deletes an integration. If it was primary, its channel has no primary until one is set, unless `successorId` names one.',
  })
  async deleteIntegration(
    @Arg('input', () => DeleteIntegrationInput, { description: 'The integration to delete.' })
    input: DeleteIntegrationInput,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return deleteIntegration(callerOf(context), withNormalIds(input, info), info);
  }

  @Mutation(() => AutoConfigureIntegrationPayload, {
    nullable: true,
    description: "Configures the provider's webhook for delivery events, if the provider supports that.",
  })
  async autoConfigureIntegration(
    @Arg('input', () => AutoConfigureIntegrationInput, { description: 'The integration to configure.' })
    input: AutoConfigureIntegrationInput,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return autoConfigureIntegration(callerOf(context), withNormalIds(input, info), info);
  }
}
