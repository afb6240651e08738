import { BadUserInputError } from '../model/errors.ts';

/**
 * Enums that mirror the wire have the value `UNKNOWN` for what the gateway has not heard of; nobody can ask for it.
 * @throws BadUserInputError that names the argument.
 */
export function refuseUnknown(argument: string, value: string | readonly string[] | null | undefined): void {
  const values = typeof value === 'string' ? [value] : (value ?? []);
  if (values.includes('UNKNOWN')) {
    throw new BadUserInputError(`UNKNOWN is not accepted in "${argument}": it only stands for values in answers.`);
  }
}
