import { Field, ObjectType } from 'type-graphql';
import type { JsonValue } from '../../../model/json.ts';
import type { Condition, ConditionGroup } from '../../../model/parts.ts';
import { FromRow, ListSize } from '../../field-marks.ts';
import { GraphQLJSON } from '../../json-scalars.ts';
import { ConditionGroupType, ConditionGroupValue, ConditionOn, ConditionOperator } from './condition.enums.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'A comparison in a condition group. A part is null if Novu does not store it or it cannot be read.',
})
export class IntegrationCondition {
  @Field(() => String, { nullable: true, description: 'The path of the value to compare.' })
  field!: string | null;

  @Field(() => GraphQLJSON, { nullable: true, description: 'The JSON value to compare with.' })
  value!: JsonValue;

  @FromRow(({ operator }: Condition) => ConditionOperator.nameOf(operator))
  @Field(() => ConditionOperator.types.output, { nullable: true, description: 'The comparison operator.' })
  operator!: string | null;

  @FromRow(({ operator }: Condition) => operator)
  @Field(() => String, {
    nullable: true,
    description: 'The comparison operator as Novu stores it, also if `operator` is UNKNOWN.',
  })
  operatorText!: string | null;

  @FromRow(({ on }: Condition) => ConditionOn.nameOf(on))
  @Field(() => ConditionOn.types.output, { nullable: true, description: 'The source of the value.' })
  on!: string | null;

  @FromRow(({ on }: Condition) => on)
  @Field(() => String, {
    nullable: true,
    description: 'The source of the value as Novu stores it, also if `on` is UNKNOWN.',
  })
  onText!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A group of comparisons that decides whether an integration is used for a message.',
})
export class IntegrationConditionGroup {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the result is negated; null if Novu does not store it.',
  })
  isNegated!: boolean | null;

  @FromRow(({ type }: ConditionGroup) => ConditionGroupType.nameOf(type))
  @Field(() => ConditionGroupType.types.output, { nullable: true, description: 'The type of the group.' })
  type!: string | null;

  @FromRow(({ type }: ConditionGroup) => type)
  @Field(() => String, {
    nullable: true,
    description: 'The type of the group as Novu stores it, also if `type` is UNKNOWN.',
  })
  typeText!: string | null;

  @FromRow(({ value }: ConditionGroup) => ConditionGroupValue.nameOf(value))
  @Field(() => ConditionGroupValue.types.output, {
    nullable: true,
    description: 'The logical operator that joins the comparisons.',
  })
  value!: string | null;

  @FromRow(({ value }: ConditionGroup) => value)
  @Field(() => String, {
    nullable: true,
    description: 'The logical operator as Novu stores it, also if `value` is UNKNOWN.',
  })
  valueText!: string | null;

  @ListSize({ assumedSize: 3 })
  @Field(() => [IntegrationCondition], { description: 'The comparisons, possibly none.' })
  children!: readonly IntegrationCondition[];
}
