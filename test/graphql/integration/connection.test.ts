import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inOrder, type Order, type Page, paginate } from '../../../src/graphql/integration/connection.ts';
import { BadUserInputError } from '../../../src/model/errors.ts';
import type { Integration } from '../../../src/model/integration.ts';

const ROW: Integration = {
  id: '',
  environmentId: 'e',
  organizationId: 'o',
  identifier: 'i',
  name: 'n',
  providerId: 'sendgrid',
  channel: 'EMAIL',
  kind: 'DELIVERY',
  active: true,
  primary: false,
  priority: 0,
  configurations: null,
  conditions: [],
  rules: null,
  removeNovuBranding: null,
  createdAt: null,
  updatedAt: null,
  deleted: false,
  deletedAt: null,
  deletedBy: null,
  connected: null,
  provisioning: null,
};

const rows = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-f0-9]{3}$/),
    name: fc.constantFrom('a', 'B', 'b', 'ä', ''),
    priority: fc.integer({ min: 0, max: 3 }),
    createdAt: fc.constantFrom(null, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'),
    channel: fc.constantFrom(null, 'EMAIL' as const, 'SMS' as const),
  }),
  { selector: ({ id }) => id, maxLength: 30 },
);
const orders = fc.record<Order>({
  field: fc.constantFrom('NAME', 'PRIORITY', 'CREATED_AT', 'CHANNEL'),
  direction: fc.constantFrom('ASC', 'DESC'),
});
const list = (given: readonly Partial<Integration>[]): Integration[] => given.map((row) => ({ ...ROW, ...row }));
const ids = (page: Page) => page.nodes.map(({ id }) => id);

describe('pages', () => {
  test('walking forward or backward by any size sees every row once, in order', () => {
    fc.assert(
      fc.property(rows, orders, fc.integer({ min: 1, max: 7 }), (given, order, size) => {
        const all = inOrder(list(given), order);
        expect(walk(all, order, size, 'first')).toEqual(all.map(({ id }) => id));
        expect(walk(all, order, size, 'last')).toEqual(all.map(({ id }) => id));
      }),
    );
  });

  test('a cursor keeps its place when its row is deleted', () => {
    fc.assert(
      fc.property(rows, orders, fc.nat(), (given, order, pick) => {
        fc.pre(given.length > 0);
        const all = inOrder(list(given), order);
        const at = pick % all.length;
        const after = paginate(all, order, { first: at + 1 }).pageInfo.endCursor;
        const rest = all.filter((_, index) => index !== at);
        expect(ids(paginate(rest, order, { first: 100, after }))).toEqual(all.slice(at + 1).map(({ id }) => id));
      }),
    );
  });

  test('missing values come last in both directions, ties go by id', () => {
    const given = list([
      { id: '3', createdAt: null },
      { id: '2', createdAt: '2026-01-01T00:00:00.000Z' },
      { id: '1', createdAt: '2026-01-01T00:00:00.000Z' },
      { id: '4', createdAt: '2026-01-02T00:00:00.000Z' },
    ]);
    const sorted = (direction: Order['direction']) =>
      inOrder(given, { field: 'CREATED_AT', direction }).map(({ id }) => id);
    expect(sorted('ASC')).toEqual(['1', '2', '4', '3']);
    expect(sorted('DESC')).toEqual(['4', '1', '2', '3']);
  });

  test('a page has 50 rows by default, and 100 at most', () => {
    const all = list(Array.from({ length: 101 }, (_, index) => ({ id: String(index).padStart(3, '0') })));
    const sizes = [{}, { first: 100 }, { last: 100 }].map((args) => paginate(all, order, args).nodes.length);
    expect(sizes).toEqual([50, 100, 100]);
  });

  test('sorting is done once for a list and an order', () => {
    const given = list([{ id: '2' }, { id: '1' }]);
    const order: Order = { field: 'NAME', direction: 'ASC' };
    expect(inOrder(given, order)).toBe(inOrder(given, order));
    expect(inOrder(given, { ...order, direction: 'DESC' })).not.toBe(inOrder(given, order));
  });

  const order: Order = { field: 'NAME', direction: 'ASC' };
  const foreign = paginate(list([{ id: '1' }]), { field: 'PRIORITY', direction: 'ASC' }, {}).pageInfo.endCursor;
  test.each([
    ['first with last', { first: 1, last: 1 }],
    ['a page of none', { first: 0 }],
    ['a page of -1', { last: -1 }],
    ['a page of 101', { first: 101 }],
    ['a cursor of another order', { after: foreign }],
    ['no cursor at all', { before: 'zzz' }],
    ['a cursor with a part too many', { after: Buffer.from('["NAME","ASC","n","1",0]').toString('base64url') }],
    ['a cursor of other JSON', { after: Buffer.from('{"a":1}').toString('base64url') }],
  ])('%s is refused', (_, args) => {
    expect(() => paginate(list([{ id: '1' }]), order, args)).toThrow(BadUserInputError);
  });
});

function walk(all: readonly Integration[], order: Order, size: number, way: 'first' | 'last'): string[] {
  const seen: string[] = [];
  let cursor: string | null = null;
  for (let turn = 0; turn <= all.length; turn++) {
    const args = way === 'first' ? { first: size, after: cursor } : { last: size, before: cursor };
    const { nodes, pageInfo } = paginate(all, order, args);
    const page = nodes.map(({ id }) => id);
    seen[way === 'first' ? 'push' : 'unshift'](...page);
    cursor = way === 'first' ? pageInfo.endCursor : pageInfo.startCursor;
    if (!(way === 'first' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) break;
  }
  return seen;
}
