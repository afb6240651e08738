import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { withoutNulls } from '../../../model/json.ts';
import { callerOf, type GatewayContext } from '../../context.ts';
import { configureIntegrationWebhook } from './configure-webhook.ts';
import { issueLink } from './issue-link.ts';
import {
  ConfigureIntegrationWebhookInput,
  CreateIntegrationChatLinkInput,
  CreateIntegrationConnectUrlInput,
  CreateIntegrationMobileLinkInput,
  CreateIntegrationUserLinkUrlInput,
} from './link.input.ts';
import {
  ConfigureIntegrationWebhookPayload,
  CreateIntegrationChatLinkPayload,
  CreateIntegrationConnectUrlPayload,
  CreateIntegrationMobileLinkPayload,
  CreateIntegrationUserLinkUrlPayload,
} from './link.payload.ts';

const MODES = { SUBSCRIBER: 'subscriber', SHARED: 'shared' } as const;

@Resolver()
export class LinkResolver {
  @Mutation(() => CreateIntegrationConnectUrlPayload, {
    nullable: true,
    description:
      "Issues an OAuth URL that connects a chat workspace or tenant, such as Slack, MS Teams or Webex, to an integration. It expires after five minutes, and each call issues a new one. Novu's newer servers only.",
  })
  async createIntegrationConnectUrl(
    @Arg('input', () => CreateIntegrationConnectUrlInput, { description: 'The connection to make.' })
    { connectionMode, identifier, ...input }: CreateIntegrationConnectUrlInput,
    @Ctx() context: GatewayContext,
  ) {
    const mode = connectionMode ? { connectionMode: MODES[connectionMode] } : {};
    return issueLink(callerOf(context), { kind: 'CONNECT', identifier, ...withoutNulls(input), ...mode });
  }

  @Mutation(() => CreateIntegrationUserLinkUrlPayload, {
    nullable: true,
    description:
      "Issues an OAuth URL that links a subscriber to a user of a chat service. It expires after five minutes, and each call issues a new one. Novu's newer servers only.",
  })
  async createIntegrationUserLinkUrl(
    @Arg('input', () => CreateIntegrationUserLinkUrlInput, { description: 'The subscriber to link.' })
    { identifier, ...input }: CreateIntegrationUserLinkUrlInput,
    @Ctx() context: GatewayContext,
  ) {
    return issueLink(callerOf(context), { kind: 'LINK_USER', identifier, ...withoutNulls(input) });
  }

  @Mutation(() => CreateIntegrationChatLinkPayload, {
    nullable: true,
    description:
      "Issues a link by which a subscriber connects a chat, such as a deep link of Telegram. Each call issues a new one. Novu's newer servers only.",
  })
  async createIntegrationChatLink(
    @Arg('input', () => CreateIntegrationChatLinkInput, { description: 'The subscriber to link.' })
    { identifier, ...input }: CreateIntegrationChatLinkInput,
    @Ctx() context: GatewayContext,
  ) {
    return issueLink(callerOf(context), { kind: 'LINK_CHAT', identifier, ...withoutNulls(input) });
  }

  @Mutation(() => CreateIntegrationMobileLinkPayload, {
    nullable: true,
    description:
      "Issues a link for one use, by which a chat integration is set up on a mobile device. Telegram only. Each call issues a new one. Novu's newer servers only.",
  })
  async createIntegrationMobileLink(
    @Arg('input', () => CreateIntegrationMobileLinkInput, { description: 'The integration to set up.' })
    { identifier, ...input }: CreateIntegrationMobileLinkInput,
    @Ctx() context: GatewayContext,
  ) {
    return issueLink(callerOf(context), { kind: 'MOBILE_SETUP', identifier, ...withoutNulls(input) });
  }

  @Mutation(() => ConfigureIntegrationWebhookPayload, {
    nullable: true,
    description:
      "Registers Novu's webhook at the chat provider of an integration. Telegram only; for delivery events, see autoConfigureIntegration. Novu's newer servers only.",
  })
  async configureIntegrationWebhook(
    @Arg('input', () => ConfigureIntegrationWebhookInput, { description: 'The integration to configure.' })
    input: ConfigureIntegrationWebhookInput,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return configureIntegrationWebhook(callerOf(context), input, info);
  }
}
