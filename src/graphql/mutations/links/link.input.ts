import { Field, ID, InputType } from 'type-graphql';
import type { JsonObject } from '../../../model/json.ts';
import { registerEnum } from '../../enums.ts';
import { GraphQLJSONObject } from '../../json-scalars.ts';
import { IDEMPOTENCY_KEY } from '../mutation.input.ts';

export const IntegrationConnectionMode = registerEnum(
  'IntegrationConnectionMode',
  'What a connection to a chat workspace belongs to.',
  {
    SUBSCRIBER: 'A subscriber.',
    SHARED: 'A context, which is shared by all its subscribers.',
  },
);

@InputType({ description: "Names a chat integration of the caller's own environment." })
class ByIdentifierInput {
  @Field(() => String, {
    description:
      "The identifier of the integration, in the caller's own environment: that of the API key or of the header Novu-Environment-Id.",
  })
  identifier!: string;
}

@InputType({ description: 'Names a chat integration and the context that a link is bound to.' })
class InContextInput extends ByIdentifierInput {
  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'The context, by key: each value is an id, or an object with `id` and `data`.',
  })
  context?: JsonObject | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The HMAC-SHA256 of the context, made with the environment's secret key. Needed if the integration verifies it.",
  })
  contextHash?: string | null;
}

@InputType({ description: 'The connection of a chat workspace or tenant to ask consent for.' })
export class CreateIntegrationConnectUrlInput extends InContextInput {
  @Field(() => ID, { nullable: true, description: 'The subscriber that the connection belongs to.' })
  subscriberId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The identifier of the new connection; by default, Novu makes one.',
  })
  connectionIdentifier?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "The OAuth scopes to ask for; by default, Novu's. Slack and Webex only.",
  })
  scope?: string[] | null;

  @Field(() => IntegrationConnectionMode, {
    nullable: true,
    description: 'What the connection belongs to; by default, SUBSCRIBER.',
  })
  connectionMode?: keyof typeof IntegrationConnectionMode | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the person who consents is also linked to the subscriber; by default, true for SUBSCRIBER.',
  })
  autoLinkUser?: boolean | null;
}

@InputType({ description: 'The subscriber to link to a user of a chat service by OAuth.' })
export class CreateIntegrationUserLinkUrlInput extends InContextInput {
  @Field(() => ID, { description: 'The subscriber to link.' })
  subscriberId!: string;

  @Field(() => String, { nullable: true, description: 'The connection that the user belongs to. Webex needs it.' })
  connectionIdentifier?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "The OAuth scopes of the user to ask for; by default, Novu's. Slack and Webex only.",
  })
  userScope?: string[] | null;
}

@InputType({ description: 'The subscriber to link to a chat by a link that the subscriber opens.' })
export class CreateIntegrationChatLinkInput extends InContextInput {
  @Field(() => ID, { description: 'The subscriber to link.' })
  subscriberId!: string;
}

@InputType({ description: 'The integration to set up on a mobile device.' })
export class CreateIntegrationMobileLinkInput extends ByIdentifierInput {
  @Field(() => ID, { nullable: true, description: 'The subscriber to link after the setup.' })
  subscriberId?: string | null;
}

@InputType({ description: 'The chat integration whose webhook to register at the provider.' })
export class ConfigureIntegrationWebhookInput extends ByIdentifierInput {
  @Field(() => String, IDEMPOTENCY_KEY)
  idempotencyKey?: string | null;
}
