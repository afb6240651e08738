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
