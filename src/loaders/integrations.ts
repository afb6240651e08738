import type { Integration } from '../model/integration.ts';
import { memoize } from '../model/memoize.ts';

/** Index by id, made once for each list: a list that is served from memory a thousand times is indexed once. */
export const integrationsById = memoize(
  (list: readonly Integration[]): ReadonlyMap<string, Integration> => new Map(list.map((row) => [row.id, row])),
);

/** A list's rows by environment, in the order of the list; made once for each list, as the index by id. */
export const integrationsByEnvironment = memoize(
  (list: readonly Integration[]): ReadonlyMap<string, readonly Integration[]> => {
    const byEnvironment = new Map<string, Integration[]>();
    for (const row of list) {
      const rows = byEnvironment.get(row.environmentId);
      if (rows) rows.push(row);
      else byEnvironment.set(row.environmentId, [row]);
    }
    return byEnvironment;
  },
);
