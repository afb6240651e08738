import { integrationsByEnvironment, integrationsById } from '../../loaders/integrations.ts';
import { normalizeId } from '../../model/ids.ts';
import type { Integration } from '../../model/integration.ts';
import { type CallerContext, callerOf, type GatewayContext } from '../context.ts';
import { DEFAULT_ORDER, inOrder, type Page, paginate } from './connection.ts';
import { assertEnvironments, ownEnvironment } from './environment-scope.ts';
import { filterIntegrations, normalIds } from './filter.ts';
import type { IntegrationBy, IntegrationsArgs } from './integration.input.ts';

/** The integration of `Query.integration`. */
export async function findIntegration(context: GatewayContext, by: IntegrationBy): Promise<Integration | null> {
  const caller = callerOf(context);
  if (!by.identifier) {
    const { integrations } = await caller.loaders.list();
    const [index, id] = [integrationsById(integrations), by.id ?? ''];
    // Most clients send ids in normal form.
    return found(caller, index.get(id) ?? index.get(normalizeId(id)), []);
  }
  const { identifier } = by.identifier;
  const environmentId = await namedOrOwn(caller, by.identifier.environmentId);
  await assertEnvironments(caller, [environmentId]);
  const rows = await rowsIn(caller, environmentId);
  return found(
    caller,
    findLive(rows, (row) => row.identifier === identifier),
    [environmentId],
  );
}

/** The list of `Query.integrations`, and of `Environment.integrations` within one environment. */
export async function listIntegrations(
  context: GatewayContext,
  args: IntegrationsArgs,
  environmentId?: string,
): Promise<Page> {
  const caller = callerOf(context);
  const order = args.orderBy ?? DEFAULT_ORDER;
  const environmentIds = environmentId === undefined ? normalIds(args.filter?.environmentIds) : [environmentId];
  await assertEnvironments(caller, environmentIds);
  const { integrations } = await caller.loaders.list();
  // Sorted before filtering, because the sorted view is kept with the list.
  const sorted = inOrder(integrations, order);
  // Grouped, because many fields of one operation may select the same environment.
  const inEnvironment =
    environmentId === undefined ? sorted : (integrationsByEnvironment(sorted).get(environmentId) ?? []);
  const page = paginate(filterIntegrations(inEnvironment, args.filter), order, args);
  caller.loaders.noteLookup({ integrations: page.nodes, environmentIds });
  return page;
}

/** The primary integration of a channel in an environment, by default the caller's own. */
export async function findPrimary(
  context: GatewayContext,
  channel: string,
  environmentId?: string | null,
): Promise<Integration | null> {
  const caller = callerOf(context);
  const environment = await namedOrOwn(caller, environmentId);
  await assertEnvironments(caller, [environment]);
  const rows = await rowsIn(caller, environment);
  return found(
    caller,
    findLive(rows, (row) => row.primary && row.channel === channel),
    [environment],
  );
}

async function rowsIn({ loaders }: CallerContext, environmentId: string): Promise<readonly Integration[]> {
  const { integrations } = await loaders.list();
  return integrationsByEnvironment(integrations).get(environmentId) ?? [];
}

async function namedOrOwn(caller: CallerContext, named: string | null | undefined): Promise<string> {
  return named == null ? ownEnvironment(caller) : normalizeId(named);
}

/** Prefers rows that are not deleted: some servers list deleted rows, whose identifiers are free again. */
function findLive(rows: readonly Integration[], holds: (row: Integration) => boolean): Integration | undefined {
  return rows.find((row) => !row.deleted && holds(row)) ?? rows.find(holds);
}

function found(
  { loaders }: CallerContext,
  integration: Integration | undefined,
  environmentIds: readonly string[],
): Integration | null {
  loaders.noteLookup({ integrations: integration ? [integration] : [], environmentIds });
  return integration ?? null;
}
