import type { JsonObject } from '../../model/json.ts';
import type { IntegrationConditionGroupInput } from '../integration/conditions/condition.input.ts';
import { ambiguousTexts } from '../integration/conditions/read-conditions.ts';
import { storedFormErrors } from './credentials/parse.ts';
import type { IntegrationConfigurationsInput } from './mutation.input.ts';
import { invalidInput, type UserError } from './user-errors.ts';

interface CheckedInput {
  readonly name?: string | null;
  readonly identifier?: string | null;
  readonly configurations?: IntegrationConfigurationsInput | null;
  readonly conditions?: readonly IntegrationConditionGroupInput[] | null;
  readonly check?: boolean | null;
  readonly credentials?: object | null;
  readonly credentialsPatch?: JsonObject | null;
}

/** All faults of an input that need no upstream call, beside those of its credentials. */
export function inputErrors(input: CheckedInput): UserError[] {
  // Novu silently keeps an empty text on create and skips it on update (contract §3.2, §3.3).
  const empty = (['name', 'identifier'] as const).filter((field) => input[field]?.trim() === '');
  const errors = [
    ...empty.map((field) => invalidInput('This must not be empty. Leave it out instead.', field)),
    ...configurationErrors(input.configurations ?? {}),
    ...ambiguousTexts(input.conditions ?? []).map((path) => invalidInput(AMBIGUOUS, 'conditions', ...path)),
  ];
  if (!input.check || input.credentials || input.credentialsPatch) return errors;
  // Older servers try the stored values without decrypting them, newer ones refuse (contract §10, §11).
  return [...errors, invalidInput('Novu can test only credentials that are given in the same input.', 'credentials')];
}

const AMBIGUOUS = 'Give either the text or the value of the enum that it stands for.';

function configurationErrors({ other, ...named }: IntegrationConfigurationsInput): UserError[] {
  const path = ['configurations'];
  return [
    ...storedFormErrors(Object.entries(named), path),
    ...storedFormErrors(Object.entries(other ?? {}), [...path, 'other']),
  ];
}
