import { Field, InputType } from 'type-graphql';
import type { JsonValue } from '../../../model/json.ts';
import { GraphQLJSON } from '../../json-scalars.ts';
import { ConditionGroupType, ConditionGroupValue, ConditionOn, ConditionOperator } from './condition.enums.ts';

@InputType({ description: 'A comparison in a condition group.' })
export class IntegrationConditionInput {
  @Field(() => String, { nullable: true, description: 'The path of the value to compare.' })
  field?: string | null;

  @Field(() => GraphQLJSON, { nullable: true, description: 'The JSON value to compare with.' })
  value?: JsonValue;

  @Field(() => ConditionOperator.types.input, { nullable: true, description: 'The comparison operator.' })
  operator?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The comparison operator as Novu is to store it, instead of `operator`: for one that the enum lacks.',
  })
  operatorText?: string | null;

  @Field(() => ConditionOn.types.input, { nullable: true, description: 'The source of the value.' })
  on?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The source of the value as Novu is to store it, instead of `on`: for one that the enum lacks.',
  })
  onText?: string | null;
}

@InputType({ description: 'A group of comparisons that decides whether an integration is used for a message.' })
export class IntegrationConditionGroupInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether the result is negated.' })
  isNegated?: boolean | null;

  @Field(() => ConditionGroupType.types.input, { nullable: true, description: 'The type of the group.' })
  type?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The type of the group as Novu is to store it, instead of `type`: for one that the enum lacks.',
  })
  typeText?: string | null;

  @Field(() => ConditionGroupValue.types.input, {
    nullable: true,
    description: 'The logical operator that joins the comparisons.',
  })
  value?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The logical operator as Novu is to store it, instead of `value`: for one that the enum lacks.',
  })
  valueText?: string | null;

  @Field(() => [IntegrationConditionInput], { nullable: true, description: 'The comparisons of the group.' })
  children?: IntegrationConditionInput[] | null;
}
