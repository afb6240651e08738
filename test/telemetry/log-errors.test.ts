import { describe, expect, test } from '@jest/globals';
import { DEBUG, ERROR, logOf } from './log-of.ts';

const SOURCE = new URL('../../src/telemetry/', import.meta.url);

test('a call that was not sent is no error of its own: the state that led to it is logged instead', () => {
  const lines = logOf(
    'debug',
    `
    for (const retryAfterSeconds of [null, 1])
      errorChannel.publish({ requestId: 'r1', code: 'UPSTREAM_UNAVAILABLE', error: new UpstreamUnavailableError('x', { retryAfterSeconds }) });
    `,
  );
  expect(lines.map(({ level }) => level)).toEqual([ERROR, DEBUG]);
});

describe('an error', () => {
  test.each(['INTERNAL_SERVER_ERROR', 'FAST_PATH_FAILED'])(
    'of a bug (%s) is logged by class, code and stack, with its causes, and without any message',
    (code) => {
      const [line] = logOf(
        'error',
        `
      class Inner extends Error { name = 'Inner'; code = 'ECONNRESET'; }
      const inner = new Inner('SECRET\\n    at secret (SECRET.ts:1:1)');
      const middle = Object.assign(new Error('SECRET', { cause: inner }), { code: { SECRET: 1 } });
      errorChannel.publish({ requestId: 'r1', code: '${code}', error: new TypeError('SECRET', { cause: middle }) });
      `,
      );
      expect(JSON.stringify(line)).not.toContain('SECRET');
      const at = expect.arrayContaining([expect.stringMatching(/^at /)]);
      expect(line?.cause).toEqual([
        { name: 'TypeError', at },
        { name: 'Error', at },
        { name: 'Inner', code: 'ECONNRESET', at },
      ]);
    },
  );

  test('of a request to Novu is logged with its method, route and status; members of any other are not', () => {
    const [line] = logOf(
      'error',
      `
      import { UpstreamRequestError } from '${new URL('../upstream/result.ts', SOURCE)}';
      const request = { method: 'PUT', route: '/v1/integrations/{id}', now: 0 };
      const failed = (result) => new UpstreamRequestError(request, result);
      const answered = failed({ phase: 'answered', status: 502, headers: {}, json: undefined, errorCode: 'NOT_JSON' });
      answered.cause = failed({ phase: 'failed', errorCode: 'ECONNRESET', detail: 'SECRET', sent: true });
      const other = Object.assign(new Error('x', { cause: answered }), { method: 'SECRET', route: 'SECRET', status: 1 });
      errorChannel.publish({ requestId: 'r1', code: 'OUTCOME_UNKNOWN', error: other });
      `,
    );
    expect(JSON.stringify(line)).not.toContain('SECRET');
    const request = { name: 'UpstreamRequestError', method: 'PUT', route: '/v1/integrations/{id}' };
    expect(line?.cause).toEqual([
      { name: 'Error' },
      { ...request, code: 'NOT_JSON', status: 502 },
      { ...request, code: 'ECONNRESET', status: null },
    ]);
  });

  test('is logged with at most five causes and five frames each, and may be anything that was thrown', () => {
    const lines = logOf(
      'error',
      `
      const deep = (left, cause) => left === 0 ? new Error('x', { cause }) : deep(left - 1, cause);
      let error;
      for (let count = 0; count < 7; count++) error = deep(8, error);
      errorChannel.publish({ requestId: 'r1', code: 'INTERNAL_SERVER_ERROR', error });
      errorChannel.publish({ requestId: 'r1', code: 'INTERNAL_SERVER_ERROR', error: 'text' });
      const circle = new Error('x');
      circle.cause = circle;
      errorChannel.publish({ requestId: 'r1', code: 'INTERNAL_SERVER_ERROR', error: circle });
      `,
    );
    const causes = lines.map(({ cause }) => cause as { at: string[] }[]);
    expect(causes.map((chain) => chain.length)).toEqual([5, 0, 5]);
    expect(causes[0]?.map(({ at }) => at.length)).toEqual([5, 5, 5, 5, 5]);
  });
});
