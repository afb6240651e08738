import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { normalizeId } from '../../model/ids.ts';
import { callerOf, type GatewayContext } from '../context.ts';
import { Cost, HoldsSecrets, SessionOnly } from '../field-marks.ts';
import { diffEnvironments } from './diff.ts';
import { IntegrationEnvironmentDiff } from './diff.type.ts';

@Resolver()
export class EnvironmentDiffResolver {
  // It reveals which secrets are equal, so it counts as an operation that selects secrets.
  @HoldsSecrets()
  // It compares two lists of rows field by field.
  @Cost(1_000)
  @SessionOnly()
  @Query(() => IntegrationEnvironmentDiff, {
    nullable: true,
    description:
      'Compares the integrations of two environments by their identifiers: which are missing, which differ, and in which fields. Secrets are compared, but never shown. For sessions only; costs two calls to Novu.',
  })
  async integrationEnvironmentDiff(
    @Arg('from', () => ID, { description: 'The id of the environment to compare.' }) from: string,
    @Arg('to', () => ID, { description: 'The id of the environment to compare it with.' }) to: string,
    @Ctx() context: GatewayContext,
  ): Promise<IntegrationEnvironmentDiff> {
    return diffEnvironments(callerOf(context), normalizeId(from), normalizeId(to));
  }
}
