import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InterfaceType, ObjectType } from 'type-graphql';
import { IntegrationMutationPayload } from '../mutation.payload.ts';
import { IntegrationUserError } from '../user-error.type.ts';
import type { UserError } from '../user-errors.ts';

@InterfaceType({ description: 'The payload of every mutation that issues a link. Nothing of it is kept or logged.' })
export abstract class IntegrationLinkPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'The link to open, an `https` or `http` address. It lets its bearer connect a chat: show it only to the person it is for. Null if `errors` says why.',
  })
  url!: string | null;

  @Field(() => [IntegrationUserError], {
    description: 'Expected failures that the caller can act on; empty on success.',
  })
  errors!: readonly UserError[];
}

const IMPLEMENTS = { implements: IntegrationLinkPayload };

@ObjectType({ ...IMPLEMENTS, description: 'The payload of createIntegrationConnectUrl.' })
export class CreateIntegrationConnectUrlPayload extends IntegrationLinkPayload {}

@ObjectType({ ...IMPLEMENTS, description: 'The payload of createIntegrationUserLinkUrl.' })
export class CreateIntegrationUserLinkUrlPayload extends IntegrationLinkPayload {}

@ObjectType({ ...IMPLEMENTS, description: 'The payload of createIntegrationChatLink.' })
export class CreateIntegrationChatLinkPayload extends IntegrationLinkPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The name of the bot that the link leads to; null if Novu does not return it.',
  })
  botUsername!: string | null;
}

@ObjectType({ ...IMPLEMENTS, description: 'The payload of createIntegrationMobileLink.' })
export class CreateIntegrationMobileLinkPayload extends IntegrationLinkPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The token in the link, for one use. Null if there is no link or Novu does not return it.',
  })
  token!: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The time when the link expires; null if there is none or Novu does not return it.',
  })
  expiresAt!: string | null;
}

@ObjectType({
  implements: IntegrationMutationPayload,
  description: 'The payload of configureIntegrationWebhook.',
})
export class ConfigureIntegrationWebhookPayload extends IntegrationMutationPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The address at Novu that was registered at the provider; null if Novu does not return it.',
  })
  webhookUrl!: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The time of the registration; null if Novu does not return it.',
  })
  configuredAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The name of the provider's bot; null if Novu does not return it.",
  })
  botUsername!: string | null;
}
