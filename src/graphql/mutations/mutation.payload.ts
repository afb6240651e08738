import { Field, InterfaceType, ObjectType } from 'type-graphql';
import type { Integration as IntegrationModel } from '../../model/integration.ts';
import { ListSize } from '../field-marks.ts';
import { DEFAULT_PAGE_SIZE } from '../integration/connection.ts';
import { Integration } from '../integration/integration.type.ts';
import { IntegrationUserError } from './user-error.type.ts';
import type { UserError } from './user-errors.ts';

@InterfaceType({ description: 'What every mutation of an integration answers.' })
export abstract class IntegrationMutationPayload {
  @Field(() => Integration, {
    nullable: true,
    description: 'The integration as the mutation left it, a deleted one as it was; null where `errors` says why.',
  })
  integration!: IntegrationModel | null;

  @ListSize({ assumedSize: DEFAULT_PAGE_SIZE })
  @Field(() => [Integration], {
    nullable: true,
    description:
      'Every other integration that the mutation changed, such as a demoted primary. May include a change that somebody else made at the same moment. Null where the change was made but its effects could not be read. Two more calls to Novu.',
  })
  changedIntegrations!: readonly IntegrationModel[] | null;

  @Field(() => [IntegrationUserError], { description: 'What the caller can act on; empty on success.' })
  errors!: readonly UserError[];
}

const IMPLEMENTS = { implements: IntegrationMutationPayload };

@ObjectType({ ...IMPLEMENTS, description: 'The answer to createIntegration.' })
export class CreateIntegrationPayload extends IntegrationMutationPayload {}

@ObjectType({ ...IMPLEMENTS, description: 'The answer to updateIntegration.' })
export class UpdateIntegrationPayload extends IntegrationMutationPayload {}

@ObjectType({ ...IMPLEMENTS, description: 'The answer to setPrimaryIntegration.' })
export class SetPrimaryIntegrationPayload extends IntegrationMutationPayload {}

@ObjectType({ ...IMPLEMENTS, description: 'The answer to deleteIntegration.' })
export class DeleteIntegrationPayload extends IntegrationMutationPayload {}

@ObjectType({ ...IMPLEMENTS, description: 'The answer to autoConfigureIntegration.' })
export class AutoConfigureIntegrationPayload extends IntegrationMutationPayload {
  @Field(() => Boolean, { description: 'Whether the provider could be set up.' })
  success!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "What the gateway can say of a failure; null on success. Never the provider's own words.",
  })
  message!: string | null;
}
