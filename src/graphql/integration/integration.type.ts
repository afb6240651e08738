import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Integration as IntegrationModel } from '../../model/integration.ts';
import type { JsonObject } from '../../model/json.ts';
import { type CredentialsView, credentialStateFor, credentialsFor } from '../access.ts';
import { IntegrationChannelOrUnknown, IntegrationKindOrUnknown } from '../enums.ts';
import { Cost, FromRow, HoldsSecrets, ListSize, Secret } from '../field-marks.ts';
import { GraphQLJSONObject } from '../json-scalars.ts';
import { providerView } from '../provider/provider.resolver.ts';
import { IntegrationProvider } from '../provider/provider.type.ts';
import { IntegrationConditionGroup } from './conditions/condition.type.ts';
import { IntegrationCredentialState, IntegrationCredentials } from './credentials.type.ts';
import { Node } from './node.type.ts';

@ObjectType({ simpleResolvers: true, description: 'Settings of an integration other than its credentials.' })
export class IntegrationConfigurations {
  @Field(() => Boolean, { nullable: true, description: 'Whether the provider reports delivery events to Novu.' })
  inboundWebhookEnabled!: boolean | null;

  @Secret()
  @Field(() => String, {
    nullable: true,
    description: 'The key that verifies reported events. Secret: null if the caller may not see credentials.',
  })
  inboundWebhookSigningKey!: string | null;

  @Field(() => String, { nullable: true, description: 'The JSON Schema of the payload, as a string.' })
  payloadSchema!: string | null;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'Other settings that are known to be public.' })
  other!: JsonObject | null;
}

@ObjectType({ simpleResolvers: true, description: "The state of an integration's setup at the provider." })
export class IntegrationProvisioning {
  @Field(() => String, { nullable: true, description: 'The state in Novu, such as pending, ready or failed.' })
  status!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'The time when it began.' })
  startedAt!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'The time when it ended; null if it has not.' })
  completedAt!: string | null;

  @Secret()
  @Field(() => String, {
    nullable: true,
    description: "The provider's description of a failure. Secret: null if the caller may not see credentials.",
  })
  errorMessage!: string | null;

  @Secret()
  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the app in the catalog of Microsoft Teams. Secret: null if the caller may not see credentials.',
  })
  teamsAppCatalogId!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The organization that owns integrations. Other subgraphs define its other fields.',
})
@Directive('@key(fields: "id", resolvable: false)')
export class Organization {
  @Field(() => ID, { description: 'The id of the organization.' })
  id!: string;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'An environment of an organization, such as Development, and its integrations.',
})
@Directive('@key(fields: "id")')
export class Environment {
  @Field(() => ID, { description: 'The id of the environment.' })
  id!: string;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A provider that is configured in one environment to deliver messages.',
})
@Directive('@key(fields: "id")')
export class Integration {
  @Field(() => ID, { description: 'The id of the integration.' })
  id!: string;

  @Field(() => String, { description: 'The name used in code. It is unique within the environment.' })
  identifier!: string;

  @Field(() => String, { description: 'The display name.' })
  name!: string;

  // These three never change, so other subgraphs may store them with the id and supply them with @provides.
  @Directive('@shareable')
  @Field(() => ID, { description: 'The id of the provider, such as `sendgrid`. The catalog may lack it.' })
  providerId!: string;

  @Directive('@shareable')
  @Field(() => IntegrationChannelOrUnknown, {
    nullable: true,
    description: 'The channel of its messages; null for agents.',
  })
  channel!: IntegrationModel['channel'];

  @Directive('@shareable')
  @Field(() => IntegrationKindOrUnknown, { description: 'The purpose of the integration.' })
  kind!: IntegrationModel['kind'];

  @Field(() => Boolean, { description: 'Whether messages are sent through it.' })
  active!: boolean;

  @Field(() => Boolean, {
    description: 'Whether it is the primary integration of its channel and environment, which Novu uses first.',
  })
  primary!: boolean;

  @Field(() => Int, {
    description: 'The rank among the active integrations of its channel: a higher one comes first, 0 is unranked.',
  })
  priority!: number;

  @ListSize({ assumedSize: 2 })
  @Field(() => [IntegrationConditionGroup], {
    description: 'The conditions under which it is used, in the older format. See also `rules`.',
  })
  conditions!: IntegrationModel['conditions'];

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description:
      'The conditions under which it is used, as JSONLogic; null if there are none. They override `conditions`.',
  })
  rules!: JsonObject | null;

  @Field(() => Boolean, { nullable: true, description: "Whether Novu's branding is removed; null if unknown." })
  removeNovuBranding!: boolean | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The time of creation; null if Novu does not return it.',
  })
  createdAt!: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The time of the last change; null if Novu does not return it.',
  })
  updatedAt!: string | null;

  @Field(() => Boolean, { description: 'Whether it has been deleted.' })
  deleted!: boolean;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'The time of deletion; null if it is not deleted.' })
  deletedAt!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the user who deleted it; null if Novu does not return it.',
  })
  deletedBy!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether an account at the provider is connected; null if Novu does not return it.',
  })
  connected!: boolean | null;

  @FromRow(provisioningOf)
  @Field(() => IntegrationProvisioning, {
    nullable: true,
    description: 'The setup at the provider; null if there is none or Novu does not return it.',
  })
  provisioning!: IntegrationProvisioning | null;

  @FromRow(({ providerId }: IntegrationModel) => providerView(providerId))
  @Field(() => IntegrationProvider, {
    nullable: true,
    description: "The provider's entry in the catalog; null if the catalog lacks it.",
  })
  provider!: IntegrationProvider | null;

  @HoldsSecrets()
  @Cost(3)
  @FromRow((row: IntegrationModel, caller) => credentialsFor(caller, row))
  @Field(() => IntegrationCredentials, {
    nullable: true,
    description: 'The credentials; HiddenIntegrationCredentials if the caller may not see them.',
  })
  credentials!: CredentialsView | null;

  @HoldsSecrets()
  @Cost(3)
  @FromRow((row: IntegrationModel, caller) => credentialStateFor(caller, row))
  @ListSize({ assumedSize: 4 })
  @Field(() => [IntegrationCredentialState], {
    nullable: true,
    description:
      "Which credentials are stored: the provider's, in the order of a form, then further keys. Null if the credentials are hidden from the caller, or Novu returned only a part of them.",
  })
  credentialState!: readonly IntegrationCredentialState[] | null;

  @FromRow(configurationsOf)
  @Field(() => IntegrationConfigurations, {
    nullable: true,
    description: 'The settings other than credentials; null if Novu returns none.',
  })
  configurations!: IntegrationConfigurations | null;

  @FromRow(({ environmentId }: IntegrationModel) => ({ id: environmentId }))
  @Field(() => Environment, { description: 'The environment of the integration.' })
  environment!: Environment;

  @FromRow(({ organizationId }: IntegrationModel) => ({ id: organizationId }))
  @Field(() => Organization, { description: 'The organization of the integration.' })
  organization!: Organization;
}

/** Adds the signing key, whose field is guarded. */
function configurationsOf({ configurations, secrets }: IntegrationModel): IntegrationConfigurations | null {
  const inboundWebhookSigningKey = secrets?.inboundWebhookSigningKey ?? null;
  return configurations && { ...configurations, inboundWebhookSigningKey };
}

/** Adds the members whose fields are guarded. */
function provisioningOf({ provisioning, secrets }: IntegrationModel): IntegrationProvisioning | null {
  const hidden = { errorMessage: null, teamsAppCatalogId: null };
  return provisioning && { ...provisioning, ...(secrets?.provisioning ?? hidden) };
}
