import type { ConditionInput, IntegrationFields } from '../../model/integration.ts';
import type { JsonObject } from '../../model/json.ts';
import type {
  CreateIntegrationInput,
  IntegrationConditionGroupInput,
  IntegrationConfigurationsInput,
  UpdateIntegrationInput,
} from './mutation.input.ts';

/** The fields that create and update share, without credentials. Null means left out, except for `rules`. */
export function readFields(input: CreateIntegrationInput | UpdateIntegrationInput): IntegrationFields {
  return {
    ...withoutNulls({
      name: input.name,
      identifier: input.identifier,
      environmentId: input.environmentId,
      active: input.active,
      check: input.check,
    }),
    ...(input.configurations && { configurations: readConfigurations(input.configurations) }),
    ...(input.conditions && { conditions: input.conditions.map(readGroup) }),
    ...(input.rules !== undefined && { rules: input.rules }),
  };
}

function readConfigurations({ other, ...named }: IntegrationConfigurationsInput): JsonObject {
  return withoutNulls({ ...other, ...named });
}

function readGroup({ children, ...group }: IntegrationConditionGroupInput): ConditionInput {
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
