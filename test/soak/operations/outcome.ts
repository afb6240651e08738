import type { RawRow } from './reads.ts';
import type { Change } from './writes.ts';

/** What one answer says of one mutation. `busy`: nothing, since an earlier attempt with its key is under way. */
export type Told = 'done' | 'unknown' | 'void' | 'busy';

export interface Payload {
  readonly integration?: RawRow | null;
  readonly success?: boolean;
  readonly url?: string | null;
  readonly errors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

export interface TopError {
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

export interface MutationAnswer {
  readonly data?: Readonly<Record<string, Payload | null>> | null;
  readonly errors?: readonly TopError[];
  readonly extensions?: {
    readonly idempotency?: readonly { readonly path: readonly (string | number)[]; readonly status: string }[];
  };
}

export interface Outcome {
  readonly told: Told;
  readonly payload: Payload | null;
  /** Of the errors that were told. */
  readonly codes: readonly string[];
}

/** What an answer says of the mutation with this response key. Null answer: none came. */
export function outcomeOf(answer: MutationAnswer | null, key: string, change: Change): Outcome {
  if (answer === null) return { told: 'unknown', payload: null, codes: [] };
  const payload = answer.data?.[key] ?? null;
  if (payload === null) return withoutPayload(answer, key);
  const codes = payload.errors.map(({ code }) => code);
  return { told: toldBy(payload, change), payload, codes };
}

/** An error of the gateway's own hides what became of the mutation; any other says that it did not run. */
function withoutPayload({ errors = [] }: MutationAnswer, key: string): Outcome {
  const own = errors.filter(({ path }) => path === undefined || path[0] === key);
  const codes = own.map(({ extensions }) => extensions?.code ?? 'none');
  const isBug = codes.length === 0 || codes.includes('INTERNAL_SERVER_ERROR');
  return { told: isBug ? 'unknown' : 'void', payload: null, codes };
}

/** These stand beside what was done. */
const NOTES = new Set(['NOT_STORED', 'INCOMPLETE_SETUP']);

function toldBy(payload: Payload, change: Change): Told {
  const ofSuccessor = payload.errors.filter(({ path }) => path.includes('successorId'));
  // Beside the integration: the deletion is done by then. Without it, it may be.
  if (ofSuccessor.length > 0) return payload.integration ? 'done' : 'unknown';
  const codes = payload.errors.map(({ code }) => code);
  if (codes.includes('OUTCOME_UNKNOWN')) return 'unknown';
  if (codes.includes('IDEMPOTENCY_CONFLICT')) return 'busy';
  if (codes.some((code) => !NOTES.has(code))) return 'void';
  return change.succeeded(payload) ? 'done' : 'void';
}
