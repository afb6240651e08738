import { Field, Int, ObjectType } from 'type-graphql';
import type { Integration as IntegrationModel } from '../../model/integration.ts';
import { registerEnum } from '../enums.ts';
import { ListSize } from '../field-marks.ts';
import { Environment, Integration } from '../integration/integration.type.ts';

export const IntegrationDifferenceKind = registerEnum(
  'IntegrationDifferenceKind',
  'How the integrations with one identifier differ between two environments.',
  {
    ONLY_IN_FROM: 'It is missing in the environment `to`.',
    ONLY_IN_TO: 'It is missing in the environment `from`.',
    DIFFERENT: 'Both have it, and differ in `fields`.',
    NOT_COMPARABLE: 'Both have it. Their credentials could not be compared; nothing else differs.',
  },
);

@ObjectType({
  simpleResolvers: true,
  description: 'A difference between the integrations of two environments that have the same identifier.',
})
export class IntegrationDifference {
  @Field(() => String, { description: 'The identifier, by which the integrations of two environments are paired.' })
  identifier!: string;

  @Field(() => IntegrationDifferenceKind, { description: 'The kind of difference.' })
  kind!: keyof typeof IntegrationDifferenceKind;

  @ListSize({ assumedSize: 5 })
  @Field(() => [String], {
    description:
      'The fields that differ, by their names in Integration, such as `active`, `configurations.payloadSchema` or `credentials.apiKey`. Credentials appear by name only, never with a value.',
  })
  fields!: readonly string[];

  @Field(() => Boolean, {
    description:
      'Whether the credentials and the signing key were compared. False if one of the two integrations is missing, if Novu does not show all of them to this session, or if this gateway shows them to no caller.',
  })
  credentialsCompared!: boolean;

  @Field(() => Integration, { nullable: true, description: 'The integration of `from`; null if it has none.' })
  from!: IntegrationModel | null;

  @Field(() => Integration, { nullable: true, description: 'The integration of `to`; null if it has none.' })
  to!: IntegrationModel | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A comparison of the integrations of two environments.',
})
export class IntegrationEnvironmentDiff {
  @Field(() => Environment, { description: 'The environment that was compared.' })
  from!: Environment;

  @Field(() => Environment, { description: 'The environment that it was compared with.' })
  to!: Environment;

  @ListSize({ assumedSize: 50 })
  @Field(() => [IntegrationDifference], {
    description: 'The differences, sorted by identifier; empty if there are none.',
  })
  differences!: readonly IntegrationDifference[];

  @Field(() => Int, { description: 'The number of identifiers whose integrations do not differ.' })
  equalCount!: number;
}
