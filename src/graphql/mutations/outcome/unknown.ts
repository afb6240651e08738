import { type UserError, userError } from '../user-errors.ts';

/** What to look for where the outcome of a write is not known. */
export type WriteTarget =
  | { readonly id: string }
  | { readonly identifier: string; readonly environmentId: string | null };

/** The error that names what to look for, and the query that asks for it. @param path below `input`. */
export function unknownOutcome(path: readonly string[], target: WriteTarget): UserError {
  const { id, identifier } = { id: null, identifier: null, ...target };
  return userError('OUTCOME_UNKNOWN', path, { id, identifier, query: queryFor(target) });
}

function queryFor(target: WriteTarget): string {
  return `{ integration(by: ${'id' in target ? `{ id: ${text(target.id)} }` : byIdentifier(target)}) { id identifier name active primary updatedAt } }`;
}

function byIdentifier({ identifier, environmentId }: { identifier: string; environmentId: string | null }): string {
  const environment = environmentId === null ? '' : `, environmentId: ${text(environmentId)}`;
  return `{ identifier: { identifier: ${text(identifier)}${environment} } }`;
}

/** A string of GraphQL is one of JSON. */
function text(value: string): string {
  return JSON.stringify(value);
}
