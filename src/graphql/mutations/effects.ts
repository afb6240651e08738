import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { GraphQLIncludeDirective, GraphQLSkipDirective, getDirectiveValues } from 'graphql';
import { integrationsById } from '../../loaders/integrations.ts';
import type { Integration } from '../../model/integration.ts';
import { errorChannel } from '../../telemetry/channels.ts';
import type { CallerContext } from '../context.ts';

/** Does the selection on the mutation ask for this field of the payload, directly or in a fragment, after @skip and @include? */
export function selects(info: GraphQLResolveInfo, name: string): boolean {
  return info.fieldNodes.some((node) => node.selectionSet && selectsIn(node.selectionSet, name, info));
}

/** Does it ask for the integration, by itself or as an edge of a list? */
export function selectsIntegration(info: GraphQLResolveInfo): boolean {
  return selects(info, 'integration') || selects(info, 'integrationEdge');
}

function selectsIn(set: SelectionSetNode, name: string, info: GraphQLResolveInfo): boolean {
  return set.selections.some((selection) => {
    if (getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues)?.if === true) return false;
    if (getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues)?.if === false) return false;
    if (selection.kind === 'Field') return selection.name.value === name;
    const inner = selection.kind === 'InlineFragment' ? selection : info.fragments[selection.name.value];
    return inner !== undefined && selectsIn(inner.selectionSet, name, info);
  });
}

/**
 * The list past the cache, for reads that only describe a write. Null where it cannot be read: that is logged, and must not
 * hide the write.
 * @param stale a stale list will do, to show a row; not where two lists are compared, which would show the changes of others.
 */
export async function readList(caller: CallerContext, stale = false): Promise<readonly Integration[] | null> {
  const { loaders } = caller;
  try {
    return (await (stale ? loaders.freshList() : loaders.currentList())).integrations;
  } catch (error) {
    reportUnreadable(caller, error);
    return null;
  }
}

/** Logs an error that the payload of a write leaves out. */
export function reportUnreadable({ call }: CallerContext, error: unknown): void {
  errorChannel.publish({ requestId: call.requestId, code: 'EFFECTS_UNREADABLE', error });
}

/**
 * The written integration for the payload. The answer to a write may lack it, or (older servers) hold credentials only in
 * stored form; the list has both.
 */
export async function integrationAfter(
  caller: CallerContext,
  answered: Integration | null,
  id: string | null,
): Promise<Integration | null> {
  const complete = answered !== null && !(caller.secretsWanted && answered.secrets?.incomplete === true);
  if (complete || id === null) return answered;
  const list = await readList(caller);
  return list?.find((row) => row.id === id) ?? answered;
}

/** The other integrations that have changed since `before`, as they are now. Null where they cannot be read. */
export async function changedSince(
  caller: CallerContext,
  before: readonly Integration[],
  exceptId: string | null,
): Promise<Integration[] | null> {
  const after = await readList(caller);
  const old = integrationsById(before);
  return after?.filter((row) => row.id !== exceptId && isChanged(old.get(row.id), row)) ?? null;
}

/** A row that was not there before is not a changed one: another caller has created it. Rows that were read anew are compared. */
function isChanged(before: Integration | undefined, row: Integration): boolean {
  return before !== undefined && before !== row && fingerprint(before) !== fingerprint(row);
}

/** Leaves out the secrets, and the time of change, which upstream may touch when nothing else changes. */
function fingerprint({ secrets: _secrets, updatedAt: _updatedAt, ...row }: Integration): string {
  return JSON.stringify(row);
}
