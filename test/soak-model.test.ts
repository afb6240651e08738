import { describe, expect, test } from '@jest/globals';
import { slopeOf } from './soak/figures.ts';
import { keyOf, Model, type Read, type Row, type SeenRow } from './soak/model/model.ts';
import type { Phase, Write } from './soak/model/register.ts';
import { outcomeOf } from './soak/operations/outcome.ts';
import type { Change } from './soak/operations/writes.ts';
import { Random } from './soak/random.ts';
import { createWorld } from './soak/world.ts';

/** Histories that were made up: the checker of the soak must accept the good ones, and say what is wrong with the bad ones. */

const world = createWorld(48);
const [caller] = world.callers.filter(({ scheme, seesSecrets }) => scheme === 'Bearer' && seesSecrets);
if (!caller) throw new Error('The soak has sessions');

/** One row of the caller's organization, and what is done with it; milliseconds of a clock that begins at 0. */
function history() {
  const model = new Model(world, { memoryTtl: 1_000, unfenced: 10_000 });
  const row = [...model.rows.values()].find(
    ({ organization, channel }) => organization === caller?.organization && channel === 'CHAT',
  ) as Row;
  const write = (value: string, from: number, to: number, phase: Exclude<Phase, 'open'>, by: string | null = 'A') => {
    const written = row.name.begin(value, value, from);
    model.close([written], phase, by, to);
    return written;
  };
  const seen = (name: string): SeenRow => ({
    ...{ id: row.id ?? '', identifier: `w${row.key}`, name, channel: 'CHAT', primary: false, updatedAt: null },
    ...{ organization: row.organization, environment: row.environment, webhook: false, secret: undefined },
  });
  const read = (names: readonly string[], start: number, more: Partial<Read> = {}) => {
    const shows = (one: Row) => one === row;
    model.check({
      ...{ what: 'list', caller: caller as Read['caller'], by: 'B', start, end: start + 10, way: 'cache', shows },
      rows: names.map(seen),
      ...more,
    });
    return model.violations.map(({ kind }) => kind);
  };
  return { model, row, write, seen, read };
}

describe('reads', () => {
  test('see the last acknowledged write, or one that was under way', () => {
    const { write, read, row } = history();
    expect(read([`w${row.key}`], 50)).toEqual([]);
    write('one', 100, 200, 'done');
    write('two', 2_000, 3_000, 'done');
    expect(read(['one'], 1_500)).toEqual([]);
    expect([read(['one'], 2_500), read(['two'], 2_500)]).toEqual([[], []]);
    expect(read(['two'], 9_000)).toEqual([]);
  });

  test('of another process may miss it for as long as its memory serves, and no longer', () => {
    const { model, write, read, row } = history();
    write('one', 100, 200, 'done');
    expect(read([`w${row.key}`], 1_199)).toEqual([]);
    expect([model.lateRows, model.latestMs]).toEqual([1, 999]);
    expect(read([`w${row.key}`], 1_201)).toEqual(['stale']);
    expect(model.violations[0]?.history.join()).toContain('one: one (done, 100 to 200 ms)');
  });

  test.each<[string, Partial<Read>]>([
    ['of the process that wrote it', { by: 'A' }],
    ['past the cache', { way: 'upstream' }],
  ])('%s see it at once', (_who, more) => {
    const { write, read, row } = history();
    write('one', 100, 200, 'done');
    expect(read([`w${row.key}`], 201, more)).toEqual(['stale']);
  });

  test('may miss it for longer where Redis was away', () => {
    const { model, write, read, row } = history();
    model.disturbed(0, 300);
    write('one', 100, 200, 'done');
    expect(read([`w${row.key}`], 10_100)).toEqual([]);
    expect(read([`w${row.key}`], 10_300)).toEqual(['stale']);
  });

  test('may see a write of unknown outcome, or not, at any time', () => {
    const { write, read, row } = history();
    write('one', 100, 200, 'unknown');
    for (const name of ['one', `w${row.key}`, 'one']) expect(read([name], 5_000)).toEqual([]);
  });

  test('do not see a write that said that it did not run, before or after it said so', () => {
    const late = history();
    late.write('one', 100, 200, 'void');
    expect(late.read(['one'], 300)).toEqual(['false failure']);
    const early = history();
    const open: Write = early.row.name.begin('one', 'one', 100);
    early.read(['one'], 150);
    early.model.close([open], 'void', 'A', 200);
    expect(early.model.violations.map(({ kind }) => kind)).toEqual(['false failure']);
  });

  test('are not shown what was never written, what is gone, nor what is of others', () => {
    const { seen, read, row, model } = history();
    expect(read(['unheard of'], 100)).toEqual(['foreign']);
    expect(read([], 100)).toEqual(['foreign', 'lost']);
    const [other] = world.rows.filter(({ environment }) => world.environments.get(environment) !== row.organization);
    const strange = { ...seen('x'), identifier: `w${other?.key}` };
    model.violations.length = 0;
    expect(read([], 100, { rows: [strange], shows: null })).toEqual(['foreign']);
  });
});

test('what is stored in the end has lost nothing that was acknowledged', () => {
  const { write, read, row } = history();
  write('one', 100, 200, 'done');
  expect(read([`w${row.key}`], 300, { way: 'final' })).toEqual(['lost']);
});

test('a change that was conditional must not replace a later one', () => {
  const { model, row, write } = history();
  write('one', 100, 200, 'done');
  write('two', 300, 400, 'done');
  model.checkUnchanged(row, 'two', write('three', 500, 600, 'done'));
  expect(model.violations).toEqual([]);
  model.checkUnchanged(row, 'one', write('four', 700, 800, 'done'));
  expect(model.violations.map(({ kind }) => kind)).toEqual(['lost']);
});

test('one identifier with two ids was made twice', () => {
  const { read, seen, row } = history();
  const twin = { ...seen(`w${row.key}`), id: 'another' };
  expect(read([], 100, { rows: [seen(`w${row.key}`), twin] })).toEqual(['doubled']);
  expect([keyOf('w12'), keyOf('w12-0123456789ab'), keyOf('w12-x'), keyOf('sendgrid')]).toEqual([12, 12, null, null]);
});

test('a create of unknown outcome, whose row another caller deleted before it was repeated, makes it again', () => {
  const { model, read, seen, row } = history();
  const again = row.exists.begin('yes', 'create', 100);
  again.attempts.push('A m0 unknown');
  model.close([row.exists.begin('no', 'delete', 200)], 'done', 'B', 300);
  const second = { ...seen('whatever it is called'), id: 'another' };
  expect(read([], 400, { rows: [second] })).toEqual([]);
  expect(read([], 500, { rows: [second, { ...second, id: 'a third' }] })).toEqual(['doubled']);
});

test('answers to a mutation say done, unknown, or that it did not run', () => {
  const change = { succeeded: ({ success }: { success?: boolean }) => success !== false } as Change;
  const told = (payload: object | null, errors: object[] = []) =>
    outcomeOf({ data: { m0: payload as null }, errors } as Parameters<typeof outcomeOf>[0], 'm0', change).told;
  const failed = (code: string, path: string[] = []) => ({ integration: null, errors: [{ code, path }] });
  expect(told({ integration: null, errors: [] })).toBe('done');
  expect(told({ success: false, errors: [] })).toBe('void');
  expect(told(failed('OUTCOME_UNKNOWN'))).toBe('unknown');
  expect(told(failed('IDEMPOTENCY_CONFLICT'))).toBe('busy');
  expect(told(failed('INTEGRATION_NOT_FOUND'))).toBe('void');
  expect(told(failed('INTEGRATION_NOT_FOUND', ['input', 'successorId']))).toBe('unknown');
  expect(told(null, [{ path: ['m0'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }])).toBe('void');
  expect(told(null, [{ path: ['m0'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }])).toBe('unknown');
  expect(outcomeOf(null, 'm0', change).told).toBe('unknown');
});

test('chance repeats with its seed, and a slope is that of the line', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, (_, index) => new Random(seed + index).between(1, 1_000));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8_000));
  expect(slopeOf([0, 1, 2, 3].map((x) => [x, 5 + 2 * x] as const))).toBeCloseTo(2);
});
