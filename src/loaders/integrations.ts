import type { Integration } from '../model/integration.ts';

const indexes = new WeakMap<readonly Integration[], ReadonlyMap<string, Integration>>();

/** Index by id, made once for each list: a list that is served from memory a thousand times is indexed once. */
export function integrationsById(list: readonly Integration[]): ReadonlyMap<string, Integration> {
  let index = indexes.get(list);
  if (!index) {
    index = new Map(list.map((integration) => [integration.id, integration]));
    indexes.set(list, index);
  }
  return index;
}

const groups = new WeakMap<readonly Integration[], ReadonlyMap<string, readonly Integration[]>>();

/** A list's rows by environment, in the order of the list; made once for each list, as the index by id. */
export function integrationsByEnvironment(list: readonly Integration[]): ReadonlyMap<string, readonly Integration[]> {
  let byEnvironment = groups.get(list);
  if (!byEnvironment) {
    const made = new Map<string, Integration[]>();
    for (const row of list) {
      const rows = made.get(row.environmentId);
      if (rows) rows.push(row);
      else made.set(row.environmentId, [row]);
    }
    byEnvironment = made;
    groups.set(list, byEnvironment);
  }
  return byEnvironment;
}
