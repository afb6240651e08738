import { Arg, Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import type { Integration as IntegrationModel } from '../../model/integration.ts';
import { ListSize } from '../field-marks.ts';
import { DEFAULT_ORDER, DEFAULT_PAGE_SIZE, edgeOf } from '../integration/connection.ts';
import { IntegrationEdge } from '../integration/connection.type.ts';
import { IntegrationOrder } from '../integration/integration.input.ts';
import { Integration } from '../integration/integration.type.ts';
import { IntegrationUserError } from './user-error.type.ts';
import type { UserError } from './user-errors.ts';

@InterfaceType({ description: 'The payload of every mutation of an integration.' })
export abstract class IntegrationMutationPayload {
  @Field(() => Integration, {
    nullable: true,
    description: 'The integration after the mutation, or a deleted one as it was before. Null if `errors` says why.',
  })
  integration!: IntegrationModel | null;

  @ListSize({ assumedSize: DEFAULT_PAGE_SIZE })
  @Field(() => [Integration], {
    nullable: true,
    description:
      'All other integrations that the mutation changed, such as a demoted primary. It may include a concurrent change of another caller. Null if the mutation was done but its effects could not be read. Costs two more calls to Novu.',
  })
  changedIntegrations!: readonly IntegrationModel[] | null;

  @Field(() => [IntegrationUserError], {
    description:
      'Expected failures that the caller can act on; empty on success. If there is an integration as well, they say what was not done as requested. At most 50: the last one says how many more there are.',
  })
  errors!: readonly UserError[];
}

const IMPLEMENTS = { implements: IntegrationMutationPayload };

@ObjectType({ ...IMPLEMENTS, description: 'The payload of a mutation that adds an integration to lists.' })
abstract class AddedIntegrationPayload extends IntegrationMutationPayload {
  @Field(() => IntegrationEdge, {
    nullable: true,
    description: 'The same integration with its position, for lists that a client keeps; null if `integration` is.',
  })
  integrationEdge(
    @Arg('orderBy', () => IntegrationOrder, {
      nullable: true,
      description: 'The sort order of the list; by default, oldest first.',
    })
    orderBy?: IntegrationOrder | null,
  ): ReturnType<typeof edgeOf> | null {
    return this.integration && edgeOf(this.integration, orderBy ?? DEFAULT_ORDER);
  }
}

@ObjectType({ ...IMPLEMENTS, description: 'The payload of createIntegration.' })
export class CreateIntegrationPayload extends AddedIntegrationPayload {}

@ObjectType({ ...IMPLEMENTS, description: 'The payload of copyIntegration. `integration` is the copy.' })
export class CopyIntegrationPayload extends AddedIntegrationPayload {}

@ObjectType({ ...IMPLEMENTS, description: 'The payload of updateIntegration.' })
export class UpdateIntegrationPayload extends IntegrationMutationPayload {}

@ObjectType({ ...IMPLEMENTS, description: 'The payload of setPrimaryIntegration.' })
export class SetPrimaryIntegrationPayload extends IntegrationMutationPayload {}

@ObjectType({ ...IMPLEMENTS, description: 'The payload of deleteIntegration.' })
export class DeleteIntegrationPayload extends IntegrationMutationPayload {
  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the deleted integration, for client caches; null if none was deleted or `errors` says that it is not known.',
  })
  deletedIntegrationId!: string | null;
}

@ObjectType({ ...IMPLEMENTS, description: 'The payload of autoConfigureIntegration.' })
export class AutoConfigureIntegrationPayload extends IntegrationMutationPayload {
  @Field(() => Boolean, { description: 'Whether the provider was configured.' })
  success!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The gateway's description of a failure; null on success. It never quotes the provider.",
  })
  message!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The address at Novu to which the provider is to send its events, for the provider's manual guide. Null if Novu does not return it.",
  })
  webhookUrl!: string | null;
}
