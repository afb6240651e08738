import { GraphQLJSON, GraphQLJSONObject } from 'graphql-scalars';
import { type ClassType, Field, ID, InputType } from 'type-graphql';
import type { ConditionInput, IntegrationFields } from '../../model/integration.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { IntegrationChannel, IntegrationKind } from '../enums.ts';
import { IntegrationCredentialsInput } from '../integration/credentials.type.ts';

/** What was given of IntegrationCredentialsInput: one provider's member, or `raw`. */
export type CredentialsInput = Readonly<Record<string, JsonObject | null | undefined>>;

@InputType({ description: 'One comparison of a condition group.' })
export class IntegrationConditionInput {
  @Field(() => String, { nullable: true, description: 'Path of the value that is compared.' })
  field?: string | null;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What it is compared with; any JSON.' })
  value?: JsonValue;

  @Field(() => String, { nullable: true, description: "Novu's name of the comparison, such as EQUAL or IN." })
  operator?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the value comes from, such as payload or subscriber.' })
  on?: string | null;
}

@InputType({ description: 'Comparisons that decide together whether an integration is used for a message.' })
export class IntegrationConditionGroupInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether the result is reversed.' })
  isNegated?: boolean | null;

  @Field(() => String, { nullable: true, description: "Novu's name of the group's type, such as GROUP." })
  type?: string | null;

  @Field(() => String, { nullable: true, description: 'How the comparisons are joined: AND or OR.' })
  value?: string | null;

  @Field(() => [IntegrationConditionInput], { nullable: true, description: 'The comparisons.' })
  children?: IntegrationConditionInput[] | null;
}

@InputType({ description: 'Settings that are not credentials; replaces the stored ones whole.' })
export class IntegrationConfigurationsInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether the provider reports delivery events to Novu.' })
  inboundWebhookEnabled?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Key by which reported events are verified. Secret.' })
  inboundWebhookSigningKey?: string | null;

  @Field(() => String, { nullable: true, description: 'JSON Schema of the payload, as text.' })
  payloadSchema?: string | null;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'Further settings by the keys of the REST API.' })
  other?: JsonObject | null;
}

@InputType({ description: 'What a mutation can set on an integration.' })
class WritableFields {
  @Field(() => String, { nullable: true, description: 'The name that people see.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name that code refers to it by; unique in its environment.',
  })
  identifier?: string | null;

  @Field(() => ID, { nullable: true, description: "The environment it belongs to; by default the caller's own." })
  environmentId?: string | null;

  @Field(() => IntegrationCredentialsInput as ClassType, {
    nullable: true,
    description: 'Its credentials, replaced whole.',
  })
  credentials?: CredentialsInput | null;

  @Field(() => IntegrationConfigurationsInput, { nullable: true, description: 'Its other settings, replaced whole.' })
  configurations?: IntegrationConfigurationsInput | null;

  @Field(() => [IntegrationConditionGroupInput], {
    nullable: true,
    description:
      'When it is used, in the older form. A primary integration that is given conditions is primary no more.',
  })
  conditions?: IntegrationConditionGroupInput[] | null;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'When it is used, as JSONLogic; null removes the rules. Wins over `conditions`.',
  })
  rules?: JsonObject | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether messages are sent through it.' })
  active?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether Novu tries the credentials with the provider first.' })
  check?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Same as the header Idempotency-Key, for this field alone: 1 to 255 characters.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A new integration.' })
export class CreateIntegrationInput extends WritableFields {
  @Field(() => ID, { nullable: true, description: 'Its provider; may be left out where `credentials` names one.' })
  providerId?: string | null;

  @Field(() => IntegrationChannel, { nullable: true, description: 'Its channel; by default that of the provider.' })
  channel?: string | null;

  @Field(() => IntegrationKind, { nullable: true, description: 'What it is for; by default that of the provider.' })
  kind?: string | null;
}

@InputType({ description: 'Changes of an integration; what is left out stays as it is.' })
export class UpdateIntegrationInput extends WritableFields {
  @Field(() => ID, { description: 'The id of the integration.' })
  id!: string;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description:
      'Credentials to change by key, null to remove one; all others stay. For sessions that see the current values; not together with `credentials`. A change that somebody else makes at the same moment may be lost.',
  })
  credentialsPatch?: JsonObject | null;

  @Field(() => Boolean, { nullable: true, description: "Whether Novu's branding is left out; older servers only." })
  removeNovuBranding?: boolean | null;
}

@InputType({ description: 'Names an integration.' })
class ByIdInput {
  @Field(() => ID, { description: 'The id of the integration.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Same as the header Idempotency-Key, for this field alone.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'The integration to make primary.' })
export class SetPrimaryIntegrationInput extends ByIdInput {}

@InputType({ description: 'The integration whose webhook is to be set up.' })
export class AutoConfigureIntegrationInput extends ByIdInput {}

@InputType({ description: 'The integration to delete.' })
export class DeleteIntegrationInput {
  @Field(() => ID, { description: 'The id of the integration.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Made primary after a primary integration is deleted: Novu elects none by itself.',
  })
  successorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Same as the header Idempotency-Key, for this field alone.' })
  idempotencyKey?: string | null;
}

/** The fields that create and update share, without credentials. Null means left out, except for `rules`. */
export function toFields(input: WritableFields): IntegrationFields {
  return {
    ...withoutNulls({
      name: input.name,
      identifier: input.identifier,
      environmentId: input.environmentId,
      active: input.active,
      check: input.check,
    }),
    ...(input.configurations && { configurations: toConfigurations(input.configurations) }),
    ...(input.conditions && { conditions: input.conditions.map(toConditionGroup) }),
    ...(input.rules !== undefined && { rules: input.rules }),
  };
}

function toConfigurations({ other, ...named }: IntegrationConfigurationsInput): JsonObject {
  return withoutNulls({ ...other, ...named });
}

function toConditionGroup({ children, ...group }: IntegrationConditionGroupInput): ConditionInput {
  return {
    ...withoutNulls(group),
    ...(children && { children: children.map((child) => withoutNulls({ ...child })) }),
  };
}

type NonNull<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> };

function withoutNulls<T extends object>(values: T): NonNull<T> {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given) as NonNull<T>;
}
