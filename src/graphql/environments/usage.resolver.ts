import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { Channel } from '../../model/integration.ts';
import { callerOf, type GatewayContext } from '../context.ts';
import { IntegrationChannel } from '../enums.ts';
import { Cost, SessionOnly } from '../field-marks.ts';

@ObjectType({
  simpleResolvers: true,
  description: "The use of Novu's own demo provider of a channel, in the caller's own environment.",
})
export class IntegrationChannelLimit {
  @Field(() => Int, {
    description: 'The number of messages in a month; 0 if the server has no demo provider of the channel.',
  })
  limit!: number;

  @Field(() => Int, { description: 'The number of messages sent in this month.' })
  count!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "The state of the Novu inbox in the caller's own environment.",
})
export class IntegrationInAppStatus {
  @Field(() => Boolean, { description: 'Whether a subscriber of the onboarding has opened the inbox.' })
  active!: boolean;
}

@Resolver()
export class UsageResolver {
  @Cost(20)
  @SessionOnly()
  @Query(() => IntegrationChannelLimit, {
    nullable: true,
    description:
      "How much of Novu's own demo provider of a channel is used up this month. For sessions only; costs one call to Novu for each channel.",
  })
  async integrationChannelLimit(
    @Arg('channel', () => IntegrationChannel, { description: 'The channel of the demo provider.' })
    channel: Exclude<Channel, 'UNKNOWN'>,
    @Ctx() context: GatewayContext,
  ): Promise<IntegrationChannelLimit> {
    return callerOf(context).loaders.channelLimit(channel);
  }

  @Cost(20)
  @SessionOnly()
  @Query(() => IntegrationInAppStatus, {
    nullable: true,
    description: 'Whether the Novu inbox has been connected. For sessions only; costs one call to Novu.',
  })
  async integrationInAppStatus(@Ctx() context: GatewayContext): Promise<IntegrationInAppStatus> {
    return { active: await callerOf(context).loaders.inAppActive() };
  }
}
