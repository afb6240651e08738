import { BadUserInputError } from '../../model/errors.ts';
import type { Integration } from '../../model/integration.ts';
import { getOrCreate, memoize } from '../../model/memoize.ts';
import type { CallerContext } from '../context.ts';
import { shownCredentials } from '../integration/shown-credentials.ts';
import { type Comparison, compare, type Side } from './compare.ts';
import type { IntegrationDifference, IntegrationEnvironmentDiff } from './diff.type.ts';

/**
 * Compares two environments of the caller's organization. Costs two calls to Novu.
 * @throws BadUserInputError if one does not belong to the organization, or both are the same.
 */
export async function diffEnvironments(
  { loaders }: CallerContext,
  from: string,
  to: string,
): Promise<IntegrationEnvironmentDiff> {
  if (from === to) throw new BadUserInputError('"from" and "to" must be two environments.');
  const [environments, { integrations }] = await Promise.all([loaders.environments(), loaders.list()]);
  for (const [name, id] of Object.entries({ from, to })) {
    // An unknown environment would look like one without integrations.
    if (!environments.some((environment) => environment.id === id)) {
      throw new BadUserInputError(`"${name}" must be the id of an environment of your organization.`);
    }
  }
  const { both, diff } = compared(integrations, from, to);
  loaders.noteLookup({ integrations: both, environmentIds: [from, to] });
  return diff;
}

interface Compared {
  /** The rows of both environments. */
  readonly both: readonly Integration[];
  readonly diff: IntegrationEnvironmentDiff;
}

const pairsOf = memoize((_: readonly Integration[]) => new Map<string, Compared>());

/** Computed once for each list and pair: an operation can repeat the field under other aliases. */
function compared(integrations: readonly Integration[], from: string, to: string): Compared {
  return getOrCreate(pairsOf(integrations), `${from} ${to}`, () => compareAll(integrations, from, to));
}

function compareAll(integrations: readonly Integration[], from: string, to: string): Compared {
  const [before, after] = [sidesIn(integrations, from), sidesIn(integrations, to)];
  const both = [...before.values(), ...after.values()].map(({ row }) => row);
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  const differences = keys.map((key) => differenceOf(before.get(key), after.get(key))).filter((one) => one !== null);
  const diff = { from: { id: from }, to: { id: to }, differences, equalCount: keys.length - differences.length };
  return { both, diff };
}

/** Upstream can have several rows with one identifier (contract §3.2): they are paired in order. */
function sidesIn(integrations: readonly Integration[], environmentId: string): Map<string, Side> {
  const seen = new Map<string, number>();
  const rows = integrations.filter((row) => row.environmentId === environmentId && !row.deleted);
  return new Map(
    rows.map((row) => {
      const index = seen.get(row.identifier) ?? 0;
      seen.set(row.identifier, index + 1);
      return [`${row.identifier}\0${index}`, { row, shown: shownCredentials(integrations, row) }];
    }),
  );
}

/** Null if the two are equal. */
function differenceOf(from: Side | undefined, to: Side | undefined): IntegrationDifference | null {
  const identifier = (from ?? to)?.row.identifier ?? '';
  const rows = { from: from?.row ?? null, to: to?.row ?? null };
  if (!from || !to) {
    return { identifier, kind: from ? 'ONLY_IN_FROM' : 'ONLY_IN_TO', fields: [], credentialsCompared: false, ...rows };
  }
  const comparison = compare(from, to);
  const kind = kindOf(comparison);
  return (
    kind && { identifier, kind, fields: comparison.fields, credentialsCompared: comparison.secretsCompared, ...rows }
  );
}

function kindOf({ fields, secretsCompared }: Comparison): 'DIFFERENT' | 'NOT_COMPARABLE' | null {
  if (fields.length > 0) return 'DIFFERENT';
  return secretsCompared ? null : 'NOT_COMPARABLE';
}
