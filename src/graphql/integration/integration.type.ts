import { GraphQLDateTime, GraphQLJSON, GraphQLJSONObject } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Integration as IntegrationModel } from '../../model/integration.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { type CredentialsView, credentialsFor } from '../access.ts';
import { IntegrationChannel, IntegrationKind } from '../enums.ts';
import { FromRow, HoldsSecrets, Secret } from '../field-marks.ts';
import { providerView } from '../provider/provider.resolver.ts';
import { IntegrationProvider } from '../provider/provider.type.ts';
import { IntegrationCredentials } from './credentials.type.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'One comparison of a condition group. What is damaged in Novu is null here.',
})
export class IntegrationCondition {
  @Field(() => String, { nullable: true, description: 'Path of the value that is compared.' })
  field!: string | null;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What it is compared with; any JSON.' })
  value!: JsonValue;

  @Field(() => String, { nullable: true, description: "Novu's name of the comparison, such as EQUAL or IN." })
  operator!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the value comes from, such as payload or subscriber.' })
  on!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Comparisons that decide together whether an integration is used for a message.',
})
export class IntegrationConditionGroup {
  @Field(() => Boolean, { nullable: true, description: 'Whether the result is reversed; null where Novu has none.' })
  isNegated!: boolean | null;

  @Field(() => String, { nullable: true, description: "Novu's name of the group's type, such as GROUP." })
  type!: string | null;

  @Field(() => String, { nullable: true, description: 'How the comparisons are joined: AND or OR.' })
  value!: string | null;

  @Field(() => [IntegrationCondition], { description: 'The comparisons; may be empty.' })
  children!: readonly IntegrationCondition[];
}

@ObjectType({ simpleResolvers: true, description: 'Settings of an integration that are not credentials.' })
export class IntegrationConfigurations {
  @Field(() => Boolean, { nullable: true, description: 'Whether the provider reports delivery events to Novu.' })
  inboundWebhookEnabled!: boolean | null;

  @Secret()
  @Field(() => String, {
    nullable: true,
    description: 'Key by which reported events are verified. Secret: null for whoever may not see credentials.',
  })
  inboundWebhookSigningKey!: string | null;

  @Field(() => String, { nullable: true, description: 'JSON Schema of the payload, as text.' })
  payloadSchema!: string | null;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'Further settings that are known to be public.' })
  other!: JsonObject | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The organization that owns integrations. Its other fields live in other subgraphs.',
})
@Directive('@key(fields: "id", resolvable: false)')
export class Organization {
  @Field(() => ID, { description: 'The id of the organization.' })
  id!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'An environment of an organization, such as Development, with its integrations.',
})
@Directive('@key(fields: "id")')
export class Environment {
  @Field(() => ID, { description: 'The id of the environment.' })
  id!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A provider, set up in one environment, through which Novu delivers messages.',
})
@Directive('@key(fields: "id")')
export class Integration {
  @Field(() => ID, { description: 'The id of the integration.' })
  id!: string;

  @Field(() => String, { description: 'The name that code refers to it by; unique in its environment.' })
  identifier!: string;

  @Field(() => String, { description: 'The name that people see.' })
  name!: string;

  @Field(() => ID, { description: 'The id of its provider, e.g. `sendgrid`; may be one that the catalog lacks.' })
  providerId!: string;

  @Field(() => IntegrationChannel, { nullable: true, description: 'The channel it delivers to; null for agents.' })
  channel!: IntegrationModel['channel'];

  @Field(() => IntegrationKind, { description: 'What it is for.' })
  kind!: IntegrationModel['kind'];

  @Field(() => Boolean, { description: 'Whether messages are sent through it.' })
  active!: boolean;

  @Field(() => Boolean, { description: 'Whether it is the one used first for its channel and environment.' })
  primary!: boolean;

  @Field(() => Int, { description: 'Rank among the active ones of its channel; higher is first, 0 is none.' })
  priority!: number;

  @Field(() => [IntegrationConditionGroup], { description: 'When it is used, in the older form; see also `rules`.' })
  conditions!: readonly IntegrationConditionGroup[];

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'When it is used, as JSONLogic; wins over `conditions`. Null where there are none.',
  })
  rules!: JsonObject | null;

  @Field(() => Boolean, { nullable: true, description: "Whether Novu's branding is left out; null where unknown." })
  removeNovuBranding!: boolean | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Time of creation; null where Novu does not say.' })
  createdAt!: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Time of the last change; null where Novu does not say.',
  })
  updatedAt!: string | null;

  @Field(() => Boolean, { description: 'Whether it has been deleted.' })
  deleted!: boolean;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Time of deletion; null while it exists.' })
  deletedAt!: string | null;

  @Field(() => ID, { nullable: true, description: 'Who deleted it; null where Novu does not say.' })
  deletedBy!: string | null;

  @FromRow(({ providerId }: IntegrationModel) => providerView(providerId))
  @Field(() => IntegrationProvider, {
    nullable: true,
    description: 'Its entry in the provider catalog; null for a provider that the catalog lacks.',
  })
  provider!: IntegrationProvider | null;

  @HoldsSecrets()
  @FromRow((row: IntegrationModel, caller) => credentialsFor(caller, row))
  @Field(() => IntegrationCredentials, {
    nullable: true,
    description: 'Its credentials; HiddenCredentials where the caller may not see them.',
  })
  credentials!: CredentialsView | null;

  @FromRow(configurationsOf)
  @Field(() => IntegrationConfigurations, {
    nullable: true,
    description: 'Its settings that are not credentials; null where Novu gives none.',
  })
  configurations!: IntegrationConfigurations | null;

  @FromRow(({ environmentId }: IntegrationModel) => ({ id: environmentId }))
  @Field(() => Environment, { description: 'The environment that it belongs to.' })
  environment!: Environment;

  @FromRow(({ organizationId }: IntegrationModel) => ({ id: organizationId }))
  @Field(() => Organization, { description: 'The organization that it belongs to.' })
  organization!: Organization;
}

/** With the signing key, whose field is guarded. */
function configurationsOf({ configurations, secrets }: IntegrationModel): IntegrationConfigurations | null {
  const inboundWebhookSigningKey = secrets?.inboundWebhookSigningKey ?? null;
  return configurations && { ...configurations, inboundWebhookSigningKey };
}
