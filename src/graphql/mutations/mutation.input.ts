import { GraphQLDateTime } from 'graphql-scalars';
import { type ClassType, Field, ID, InputType } from 'type-graphql';
import { findProvider } from '../../catalog/catalog.ts';
import { type JsonObject, withoutNulls } from '../../model/json.ts';
import type { IntegrationFields } from '../../model/parts.ts';
import { IntegrationChannel, IntegrationKind, IntegrationRequiredCredentialsCheck } from '../enums.ts';
import { NotSecret, NovuId, NullIsValue } from '../field-marks.ts';
import { IntegrationConditionGroupInput } from '../integration/conditions/condition.input.ts';
import { toConditionGroup } from '../integration/conditions/read-conditions.ts';
import { IntegrationCredentialsInput } from '../integration/credentials.type.ts';
import { GraphQLJSONObject } from '../json-scalars.ts';

/** What was given of IntegrationCredentialsInput: one provider's member, or `raw`. */
export type CredentialsInput = Readonly<Record<string, JsonObject | null | undefined>>;

/** How the field `idempotencyKey` of an input is declared. */
export const IDEMPOTENCY_KEY = {
  nullable: true,
  description: 'Like the header Idempotency-Key, but for this mutation only: 1 to 255 characters.',
};

const IF_UPDATED_AT = {
  nullable: true,
  description:
    'The `updatedAt` that the caller has seen. If the integration was changed since, nothing is done and the error is CHANGED_MEANWHILE, with the integration as it is now.',
};

@InputType({ description: 'Settings other than credentials. They replace all stored ones.' })
export class IntegrationConfigurationsInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether the provider reports delivery events to Novu.' })
  inboundWebhookEnabled?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The key that verifies reported events. Secret.' })
  inboundWebhookSigningKey?: string | null;

  @Field(() => String, { nullable: true, description: 'The JSON Schema of the payload, as a string.' })
  payloadSchema?: string | null;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'Other settings, by their keys in the REST API.' })
  other?: JsonObject | null;
}

@InputType({ description: 'Fields of an integration that a mutation can set.' })
class WritableFields {
  @Field(() => String, { nullable: true, description: 'The display name. It must not be empty.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name used in code. It is unique within the environment, and must not be empty.',
  })
  identifier?: string | null;

  @NovuId()
  @Field(() => ID, { nullable: true, description: "The environment of the integration; by default, the caller's own." })
  environmentId?: string | null;

  @Field(() => IntegrationCredentialsInput as ClassType, {
    nullable: true,
    description:
      'The credentials. They replace all stored ones, except those of `whatsapp-business`, which newer servers merge: a key that is left out or blank keeps its stored value.',
  })
  credentials?: CredentialsInput | null;

  @Field(() => IntegrationConfigurationsInput, {
    nullable: true,
    description: 'The other settings. They replace all stored ones.',
  })
  configurations?: IntegrationConfigurationsInput | null;

  @Field(() => [IntegrationConditionGroupInput], {
    nullable: true,
    description:
      'The conditions under which it is used, in the older format. A primary integration that gets conditions is no longer primary.',
  })
  conditions?: IntegrationConditionGroupInput[] | null;

  @NullIsValue()
  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description:
      'The conditions under which it is used, as JSONLogic; null removes them. They override `conditions`. Novu knows the values `context.*`, `subscriber.*` and some of `workflow.*`: `{ "==": [{ "var": "subscriber.data.plan" }, "pro"] }`.',
  })
  rules?: JsonObject | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether messages are sent through it. An integration without any credential that its provider requires is not activated; for an API key, which cannot see the stored ones, only those in the input are checked.',
  })
  active?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Whether Novu first tests the credentials with the provider, which must be given then. Novu tests only those of email providers.',
  })
  check?: boolean | null;

  @Field(() => IntegrationRequiredCredentialsCheck, {
    nullable: true,
    defaultValue: 'CHECK',
    description: 'Whether an active integration must have the credentials that the catalog requires.',
  })
  requiredCredentials?: keyof typeof IntegrationRequiredCredentialsCheck | null;

  @Field(() => String, IDEMPOTENCY_KEY)
  idempotencyKey?: string | null;
}

@InputType({ description: 'An integration to create.' })
export class CreateIntegrationInput extends WritableFields {
  @NotSecret((text) => findProvider(text) !== undefined)
  @Field(() => ID, {
    nullable: true,
    description: 'The id of the provider. Optional if `credentials` names the provider.',
  })
  providerId?: string | null;

  @Field(() => IntegrationChannel, { nullable: true, description: 'The channel; by default, that of the provider.' })
  channel?: string | null;

  @Field(() => IntegrationKind, { nullable: true, description: 'The kind; by default, that of the provider.' })
  kind?: string | null;
}

@InputType({ description: 'Changes to an integration. Omitted fields stay as they are.' })
export class UpdateIntegrationInput extends WritableFields {
  @NovuId()
  @Field(() => ID, { description: 'The id of the integration.' })
  id!: string;

  @Field(() => GraphQLDateTime, IF_UPDATED_AT)
  ifUpdatedAt?: Date | null;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description:
      'Credentials to change, by key; null removes one, and the others stay as they are. Keys that the catalog lacks are sent as they are. Newer servers keep what is removed of `whatsapp-business`, which is reported as NOT_STORED. Only for sessions that see the current values. It cannot be combined with `credentials`.',
  })
  credentialsPatch?: JsonObject | null;

  @Field(() => Boolean, { nullable: true, description: "Whether Novu's branding is removed; older servers only." })
  removeNovuBranding?: boolean | null;
}

@InputType({ description: 'Identifies an integration.' })
class ByIdInput {
  @NovuId()
  @Field(() => ID, { description: 'The id of the integration.' })
  id!: string;

  @Field(() => String, IDEMPOTENCY_KEY)
  idempotencyKey?: string | null;
}

@InputType({ description: 'The integration to make primary.' })
export class SetPrimaryIntegrationInput extends ByIdInput {}

@InputType({ description: 'The integration whose webhook to configure.' })
export class AutoConfigureIntegrationInput extends ByIdInput {}

@InputType({ description: 'The integration to delete.' })
export class DeleteIntegrationInput {
  @NovuId()
  @Field(() => ID, { description: 'The id of the integration.' })
  id!: string;

  @Field(() => GraphQLDateTime, IF_UPDATED_AT)
  ifUpdatedAt?: Date | null;

  @NovuId()
  @Field(() => ID, {
    nullable: true,
    description: 'The integration to make primary if the deleted one was primary. Novu does not choose one by itself.',
  })
  successorId?: string | null;

  @Field(() => String, IDEMPOTENCY_KEY)
  idempotencyKey?: string | null;
}

/** The fields that create and update share, without credentials. Null means left out, except where it is marked as a value. */
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
