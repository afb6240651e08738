import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { DEBUG, ERROR, logOf, WARN } from './log-of.ts';

const SOURCE = new URL('../../src/telemetry/', import.meta.url);

test('each event has the level of its cause, and nothing is logged after the stop', () => {
  const lines = logOf(
    'debug',
    `
    for (const code of ['INTERNAL_SERVER_ERROR', 'UPSTREAM_UNAVAILABLE', 'UPSTREAM_TIMEOUT', 'UPSTREAM_CONTRACT',
      'OUTCOME_UNKNOWN', 'EFFECTS_UNREADABLE', 'REPORT_FAILED', 'UNAUTHENTICATED', 'FORBIDDEN', 'RATE_LIMITED',
      'BAD_USER_INPUT', 'QUERY_TOO_COMPLEX']) errorChannel.publish({ requestId: 'r1', code, error: new Error('x') });
    for (const outcome of ['ok', 'error', 'timeout', 'skipped'])
      cacheChannel.publish({ command: 'get', outcome, durationMs: 1, fault: null });
    upstreamChannel.publish({ requestId: 'r1', method: 'GET', route: '/r', status: 500, attempt: 1, durationMs: 1, fault: null });
    unreadableChannel.publish({ requestId: 'r1', route: '/r', rows: 2 });
    stop();
    unreadableChannel.publish({ requestId: 'r2', route: '/r', rows: 2 });
    errorChannel.publish({ requestId: 'r2', code: 'INTERNAL_SERVER_ERROR', error: new Error('x') });
    cacheChannel.publish({ command: 'late', outcome: 'error', durationMs: 1, fault: null });
    upstreamChannel.publish({ requestId: 'r2', method: 'GET', route: '/r', status: 500, attempt: 1, durationMs: 1, fault: null });
    `,
  );
  expect(lines.map(({ level, msg, code, outcome }) => [msg, code ?? outcome, level])).toEqual([
    ['error', 'INTERNAL_SERVER_ERROR', ERROR],
    ['error', 'UPSTREAM_UNAVAILABLE', ERROR],
    ['error', 'UPSTREAM_TIMEOUT', ERROR],
    ['error', 'UPSTREAM_CONTRACT', ERROR],
    ['error', 'OUTCOME_UNKNOWN', ERROR],
    ['error', 'EFFECTS_UNREADABLE', ERROR],
    ['error', 'REPORT_FAILED', ERROR],
    ['error', 'UNAUTHENTICATED', DEBUG],
    ['error', 'FORBIDDEN', DEBUG],
    ['error', 'RATE_LIMITED', DEBUG],
    ['error', 'BAD_USER_INPUT', DEBUG],
    ['error', 'QUERY_TOO_COMPLEX', DEBUG],
    ['cache', 'ok', DEBUG],
    ['cache', 'error', WARN],
    ['cache', 'timeout', WARN],
    ['cache', 'skipped', WARN],
    ['upstream', undefined, DEBUG],
    ['unreadable', undefined, WARN],
  ]);
  expect(lines[0]).toMatchObject({ requestId: 'r1', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) });
  expect(lines[0]).not.toHaveProperty('pid');
  expect(lines.at(-1)).toMatchObject({ requestId: 'r1', route: '/r', rows: 2 });
  expect(lines.at(-2)).toMatchObject({ requestId: 'r1', method: 'GET', route: '/r', status: 500, attempt: 1 });
});

test('an error and a state are written at once, with what came before; all else with other lines, and nothing is lost at the end', () => {
  const mark = (name: string) => `writeSync(1, '{"mark":"${name}"}\\n');`;
  const end = {
    exit: 'process.exit(0);',
    throw: 'process.on("uncaughtException", () => process.exit(0)); setImmediate(() => { throw new Error("x"); });',
    leave: '',
  };
  for (const [how, statement] of Object.entries(end)) {
    const lines = logOf(
      'info',
      `
      import { writeSync } from 'node:fs';
      const calm = (rows) => unreadableChannel.publish({ requestId: 'r1', route: '/r', rows });
      calm(1); ${mark('calm')}
      errorChannel.publish({ requestId: 'r1', code: 'OUTCOME_UNKNOWN', error: new Error('x') }); ${mark('error')}
      calm(2); ${mark('calm again')}
      stateChannel.publish({ component: 'part', state: 'bad', degraded: true, figures: {} }); ${mark('state')}
      calm(3); ${mark(how)}
      ${statement}
      `,
    );
    expect(lines.map(({ mark: name, msg, rows }) => name ?? rows ?? msg)).toEqual([
      'calm',
      1,
      'error',
      'error',
      'calm again',
      2,
      'state',
      'state',
      how,
      3,
    ]);
  }
});

test('a process whose reader is gone ends all the same', async () => {
  const script = `
    import { startLog } from '${new URL('log.ts', SOURCE)}';
    import { stateChannel, unreadableChannel } from '${new URL('channels.ts', SOURCE)}';
    startLog('info');
    process.stdin.once('end', () => {
      stateChannel.publish({ component: 'part', state: 'bad', degraded: true, figures: {} });
      for (let rows = 0; rows < 9; rows++) unreadableChannel.publish({ requestId: 'r1', route: '/r', rows });
      process.exit(0);
    }).resume();
  `;
  const words = ['--import', '@oxc-node/core/register', '--input-type=module', '--eval', script];
  const child = spawn(process.execPath, words, { cwd: fileURLToPath(SOURCE), timeout: 60_000, killSignal: 'SIGKILL' });
  child.stdout.destroy();
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('lines that nothing flushes are written within a moment', () => {
  const lines = logOf(
    'info',
    `
    import { writeSync } from 'node:fs';
    unreadableChannel.publish({ requestId: 'r1', route: '/r', rows: 1 });
    setTimeout(() => writeSync(1, '{"mark":"late"}\\n'), 1_000);
    `,
  );
  expect(lines.map(({ mark, rows }) => mark ?? rows)).toEqual([1, 'late']);
});

test('of identical lines ten a second are written, and the rest is counted', () => {
  const lines = logOf(
    'info',
    `
    let now = 0;
    performance.now = () => now;
    for (let n = 0; n < 100; n++) cacheChannel.publish({ command: 'get', outcome: 'error', durationMs: n, fault: 'ECONNREFUSED' });
    cacheChannel.publish({ command: 'get', outcome: 'error', durationMs: 1, fault: 'LOADING' });
    cacheChannel.publish({ command: 'fill', outcome: 'skipped', durationMs: 1, fault: 'WriteUnderWay' });
    now = 1_000;
    cacheChannel.publish({ command: 'get', outcome: 'error', durationMs: 1, fault: 'ECONNREFUSED' });
    `,
  );
  expect(lines.map(({ fault }) => fault)).toEqual([...Array(10).fill('ECONNREFUSED'), 'LOADING', 'ECONNREFUSED']);
  expect(lines.at(-1)).toMatchObject({ heldBack: 90 });
});

test('a state is logged once for each change, as a warning where callers notice it', () => {
  const lines = logOf(
    'info',
    `
    let now = 0;
    const state = new ReportedState('part', ['good', 'busy', 'bad'], () => now, 5_000);
    for (const [at, name] of [[0, 'good'], [1, 'busy'], [2, 'bad'], [3, 'bad'], [4, 'good'], [5_002, 'good'], [5_003, 'good'], [10_001, 'bad'],
      [10_002, 'busy'], [15_002, 'busy'], [15_003, 'busy'], [20_003, 'good']]) {
      now = at;
      state.set(name, () => ({ at }));
    }
    stop();
    stateChannel.publish({ component: 'part', state: 'late', degraded: true, figures: {} });
    `,
  );
  expect(
    lines.map(({ msg, component, state, degraded, level, figures }) => [
      msg,
      component,
      state,
      degraded,
      level,
      figures,
    ]),
  ).toEqual([
    ['state', 'part', 'busy', false, 30, { at: 1 }],
    ['state', 'part', 'bad', true, WARN, { at: 2 }],
    ['state', 'part', 'good', false, 30, { at: 5_003 }],
    ['state', 'part', 'bad', true, WARN, { at: 10_001 }],
    ['state', 'part', 'busy', false, 30, { at: 15_002 }],
    ['state', 'part', 'good', false, 30, { at: 20_003 }],
  ]);
});

test('a level leaves out what is below it', () => {
  const publish = `
    errorChannel.publish({ requestId: 'r1', code: 'OUTCOME_UNKNOWN', error: new Error('x') });
    errorChannel.publish({ requestId: 'r1', code: 'BAD_USER_INPUT', error: new Error('x') });
    cacheChannel.publish({ command: 'get', outcome: 'error', durationMs: 1, fault: null });`;
  expect(logOf('error', publish).map(({ code }) => code)).toEqual(['OUTCOME_UNKNOWN']);
  expect(logOf('silent', publish)).toEqual([]);
});
