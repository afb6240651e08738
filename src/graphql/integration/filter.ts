import { findProvider } from '../../catalog/catalog.ts';
import { normalizeId } from '../../model/ids.ts';
import type { Integration } from '../../model/integration.ts';
import { memoize } from '../../model/memoize.ts';
import { refuseLongLists } from '../input-rules.ts';
import type { IntegrationFilter } from './integration.input.ts';

/**
 * The rows that match every given part of the filter, in their order.
 * @throws BadUserInputError for a list that is too long.
 */
export function filterIntegrations(
  rows: readonly Integration[],
  filter: IntegrationFilter | null | undefined,
): readonly Integration[] {
  const tests = testsOf(filter ?? {});
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((holds) => holds(row)));
}

function testsOf(filter: IntegrationFilter): ((row: Integration) => boolean)[] {
  refuseLongLists(filter);
  const { active, primary, kind } = filter;
  const text = filter.search?.toLowerCase();
  return [
    oneOf(normalIds(filter.ids), (row) => row.id),
    oneOf(filter.channels, (row) => row.channel),
    oneOf(filter.providerIds, (row) => row.providerId),
    oneOf(normalIds(filter.environmentIds), (row) => row.environmentId),
    typeof active === 'boolean' ? (row: Integration) => row.active === active : null,
    typeof primary === 'boolean' ? (row: Integration) => row.primary === primary : null,
    kind ? (row: Integration) => row.kind === kind : null,
    text ? (row: Integration) => mentions(row, text) : null,
  ].filter((test) => test !== null);
}

/** Ids in normal form; null if none are given. */
export function normalIds(ids: readonly string[] | null | undefined): readonly string[] | null {
  return ids?.map(normalizeId) ?? null;
}

function oneOf(
  wanted: readonly string[] | null | undefined,
  value: (row: Integration) => string | null,
): ((row: Integration) => boolean) | null {
  if (!wanted) return null;
  const set = new Set<string | null>(wanted);
  return (row) => set.has(value(row));
}

function mentions(row: Integration, text: string): boolean {
  return searchedTexts(row).some((value) => value.includes(text));
}

/** Lower case, computed once for each row: one operation can search a list two hundred times. */
const searchedTexts = memoize(({ name, identifier, providerId }: Integration): readonly string[] => {
  const displayName = findProvider(providerId)?.displayName ?? '';
  return [name, identifier, providerId, displayName].map((value) => value.toLowerCase());
});
