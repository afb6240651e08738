import { BadUserInputError } from '../../model/errors.ts';
import type { Integration } from '../../model/integration.ts';
import { getOrCreate, memoize } from '../../model/memoize.ts';
import type { IntegrationOrderField } from '../enums.ts';

export interface Order {
  readonly field: keyof typeof IntegrationOrderField;
  readonly direction: 'ASC' | 'DESC';
}

export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** Cursors are made only if selected: they cost more than the rows. */
export class Page {
  readonly nodes: readonly Integration[];
  readonly pageInfo: PageEnds;
  readonly totalCount: number;
  readonly #order: Order;

  constructor(ordered: readonly Integration[], order: Order, start: number, end: number) {
    this.nodes = ordered.slice(start, end);
    this.pageInfo = new PageEnds(this.nodes, order, end < ordered.length, start > 0);
    this.totalCount = ordered.length;
    this.#order = order;
  }

  get edges(): readonly Edge[] {
    return this.nodes.map((node) => edgeOf(node, this.#order));
  }
}

class PageEnds {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #nodes: readonly Integration[];
  readonly #order: Order;

  constructor(nodes: readonly Integration[], order: Order, hasNextPage: boolean, hasPreviousPage: boolean) {
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
    this.#nodes = nodes;
    this.#order = order;
  }

  get startCursor(): string | null {
    return this.#cursorOf(this.#nodes[0]);
  }

  get endCursor(): string | null {
    return this.#cursorOf(this.#nodes.at(-1));
  }

  #cursorOf(node: Integration | undefined): string | null {
    return node ? cursorOf(node, this.#order) : null;
  }
}

export interface Edge {
  readonly node: Integration;
  readonly cursor: string;
}

export const DEFAULT_ORDER: Order = { field: 'CREATED_AT', direction: 'ASC' };
export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 100;

/**
 * One page of a sorted list (see {@link inOrder}).
 * @throws BadUserInputError for `first` with `last`, a size outside 1 to 100, and a cursor of another order.
 */
export function paginate(ordered: readonly Integration[], order: Order, args: PageArgs): Page {
  const { size, fromEnd } = pageSize(args);
  const low = args.after ? positionAfter(ordered, order, args.after) : 0;
  const high = args.before ? positionBefore(ordered, order, args.before) : ordered.length;
  const start = fromEnd ? Math.max(low, high - size) : low;
  const end = fromEnd ? high : Math.min(high, low + size);
  return new Page(ordered, order, start, end);
}

/** A row as an edge of a list in this order. */
export function edgeOf(node: Integration, order: Order): Edge {
  return { node, cursor: cursorOf(node, order) };
}

const viewsOf = memoize((_: readonly Integration[]) => new Map<string, readonly Integration[]>());

/**
 * The list sorted by an order: ties by id, missing values last in both directions. Kept with the list, so that a list
 * in memory is sorted once for each order.
 */
export function inOrder(list: readonly Integration[], order: Order): readonly Integration[] {
  return getOrCreate(viewsOf(list), `${order.field} ${order.direction}`, () =>
    list
      .map((row) => ({ row, value: sortValue(row, order.field), id: row.id }))
      .sort((a, b) => compare(a, b, order.direction))
      .map(({ row }) => row),
  );
}

type SortValue = string | number | null;
interface Position {
  readonly value: SortValue;
  readonly id: string;
}

function sortValue(row: Integration, field: Order['field']): SortValue {
  switch (field) {
    case 'NAME':
      return row.name.toLowerCase();
    case 'IDENTIFIER':
      return row.identifier.toLowerCase();
    case 'PROVIDER_ID':
      return row.providerId;
    case 'CHANNEL':
      return row.channel;
    case 'PRIORITY':
      return row.priority;
    case 'CREATED_AT':
      return row.createdAt;
    case 'UPDATED_AT':
      return row.updatedAt;
  }
}

function compare(a: Position, b: Position, direction: Order['direction']): number {
  if (a.value === b.value) return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  if (a.value === null) return 1;
  if (b.value === null) return -1;
  return a.value < b.value === (direction === 'ASC') ? -1 : 1;
}

function pageSize({ first, last }: PageArgs): { size: number; fromEnd: boolean } {
  // The default is set as well, and cannot be distinguished from the same number in the request.
  if (typeof first === 'number' && typeof last === 'number' && first !== DEFAULT_PAGE_SIZE) {
    throw new BadUserInputError('Give either "first" or "last", not both.');
  }
  const size = last ?? first ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > MAX_PAGE_SIZE) {
    throw new BadUserInputError(`"${typeof last === 'number' ? 'last' : 'first'}" must be from 1 to ${MAX_PAGE_SIZE}.`);
  }
  return { size, fromEnd: typeof last === 'number' };
}

/** A cursor holds the order, the row's sort value and its id, so it stays valid when its row is deleted. */
function cursorOf(row: Integration, order: Order): string {
  const parts = [order.field, order.direction, sortValue(row, order.field), row.id];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function readCursor(cursor: string, order: Order): Position {
  const parts = parseCursor(cursor);
  const [field, direction, value, id] = parts;
  const readable =
    parts.length === 4 &&
    typeof id === 'string' &&
    (value === null || typeof value === 'string' || typeof value === 'number');
  if (!readable) throw new BadUserInputError('"after" and "before" take a cursor from an earlier answer.');
  if (field !== order.field || direction !== order.direction) {
    throw new BadUserInputError('The cursor belongs to another order: start again without it, or use its orderBy.');
  }
  return { value, id };
}

function parseCursor(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** Index of the first row behind the cursor. */
function positionAfter(rows: readonly Integration[], order: Order, cursor: string): number {
  const at = readCursor(cursor, order);
  return firstIndex(rows, (row) => compare(positionOf(row, order), at, order.direction) > 0);
}

/** Index of the first row that is not before the cursor: the end of a page before it. */
function positionBefore(rows: readonly Integration[], order: Order, cursor: string): number {
  const at = readCursor(cursor, order);
  return firstIndex(rows, (row) => compare(positionOf(row, order), at, order.direction) >= 0);
}

function positionOf(row: Integration, order: Order): Position {
  return { value: sortValue(row, order.field), id: row.id };
}

/** Binary search for the first row for which `holds` is true; it must be true for all later rows. */
function firstIndex(rows: readonly Integration[], holds: (row: Integration) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && holds(row)) high = middle;
    else low = middle + 1;
  }
  return low;
}
