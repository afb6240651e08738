import { withoutNulls } from '../../../model/json.ts';
import type { ConditionInput } from '../../../model/parts.ts';
import { ConditionGroupType, ConditionGroupValue, ConditionOn, ConditionOperator } from './condition.enums.ts';
import type { IntegrationConditionGroupInput, IntegrationConditionInput } from './condition.input.ts';

/** A condition group in Novu's format. Null means omitted. */
export function toConditionGroup(group: IntegrationConditionGroupInput): ConditionInput {
  const { isNegated, type, typeText, value, valueText, children } = group;
  return {
    ...withoutNulls({
      isNegated,
      type: ConditionGroupType.textOf(type, typeText),
      value: ConditionGroupValue.textOf(value, valueText),
    }),
    ...(children && { children: children.map(toCondition) }),
  };
}

function toCondition({ field, value, operator, operatorText, on, onText }: IntegrationConditionInput) {
  return withoutNulls({
    field,
    value,
    operator: ConditionOperator.textOf(operator, operatorText),
    on: ConditionOn.textOf(on, onText),
  });
}

/** Paths of texts that are given together with the enum value that they would replace, which is ambiguous. */
export function ambiguousTexts(groups: readonly IntegrationConditionGroupInput[]): string[][] {
  return groups.flatMap((group, index) => [
    ...ambiguousFields(group, ['type', 'value']).map((name) => [String(index), name]),
    ...(group.children ?? []).flatMap((child, place) =>
      ambiguousFields(child, ['operator', 'on']).map((name) => [String(index), 'children', String(place), name]),
    ),
  ]);
}

function ambiguousFields<Name extends string>(
  values: { readonly [N in Name | `${Name}Text`]?: unknown },
  names: readonly Name[],
): string[] {
  const isGiven = (value: unknown) => value !== null && value !== undefined;
  return names.filter((name) => isGiven(values[name]) && isGiven(values[`${name}Text`])).map((name) => `${name}Text`);
}
