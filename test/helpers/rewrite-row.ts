import type { JsonObject } from '../../src/model/json.ts';
import type { Fault } from '../../src/novu-double/faults/faults.ts';

type Row = JsonObject & { readonly _id: string };

/** A fault that changes one row of the next answer of a route, a list or a single one; null removes it from the list. */
export function rewriteRow(route: string, id: string, change: (row: Row) => object | null): Fault {
  const rewrite = (body: unknown) => {
    const { data } = body as { data: Row | Row[] };
    if (!Array.isArray(data)) return { data: change(data) };
    return { data: data.map((row) => (row._id === id ? change(row) : row)).filter((row) => row !== null) };
  };
  return { kind: 'rewrite', route, times: 1, rewrite };
}
