import { describe, expect, test } from '@jest/globals';
import { GatewayError, OutcomeUnknownError } from '../../src/model/errors.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { manualClock } from './clocks.ts';
import {
  answering,
  callOf,
  errorOf,
  findClosedPort,
  ID,
  json,
  row,
  type Script,
  sourceOf,
  startRaw,
  startScripted,
  UPSTREAM_TEXT,
  WRITES,
} from './harness.ts';

const HTML = `<html>${UPSTREAM_TEXT}</html>`;
const BODY = JSON.stringify({ statusCode: 400, message: UPSTREAM_TEXT.repeat(50) });

/** What may come after the write has run. */
const UNKNOWN: Readonly<Record<string, Script>> = {
  'a connection reset': (response) => response.socket?.resetAndDestroy(),
  'a connection closed': (response) => response.socket?.end(),
  'an early hint and no answer': (response) => {
    response.writeEarlyHints({ link: '</x>; rel=preload' }, () => response.socket?.end());
  },
  'half a body': (response) => {
    response.writeHead(200, { 'content-length': 500 }).write('{"data":', () => response.destroy());
  },
  'half a refusal': (response) => {
    response.writeHead(400, { 'content-length': BODY.length }).write(BODY.slice(0, 30), () => response.destroy());
  },
  'half a body, as a whole': (response) => response.end('{"data":'),
  'no body': (response) => response.end(),
  HTML: (response) => response.end(HTML),
  'too long a body': (response) => response.end(`"${'x'.repeat(2_000)}"`),
  'too long a refusal': (response) => response.writeHead(400).end(JSON.stringify({ message: 'x'.repeat(2_000) })),
  'a refusal in HTML': (response) => response.writeHead(400).end(HTML),
  'a 404 without body': (response) => response.writeHead(404).end(),
  'a 409 that is a list': (response) => json(response, 409, [UPSTREAM_TEXT]),
  'a 422 that is a string': (response) => json(response, 422, UPSTREAM_TEXT),
  'a 400 that is no error of Novu': (response) => json(response, 400, { data: UPSTREAM_TEXT }),
  'an error with status 200': (response) => json(response, 200, { statusCode: 400, message: UPSTREAM_TEXT }),
  '301': (response) => json(response, 301, { statusCode: 301, message: 'x' }, { location: '/elsewhere' }),
  '307': (response) => json(response, 307, {}, { location: '/elsewhere' }),
  '500': (response) => json(response, 500, { statusCode: 500, message: UPSTREAM_TEXT, errorId: 'x' }),
  '502': (response) => response.writeHead(502).end(HTML),
  '503': (response) => json(response, 503, { statusCode: 503, message: 'Service Unavailable' }),
  '504': (response) => response.writeHead(504).end(HTML),
};

/** Answers with which the write certainly did not run. */
const REJECTED: readonly (readonly [status: number, code: string])[] = [
  [401, 'UNAUTHENTICATED'],
  [403, 'FORBIDDEN'],
  [429, 'RATE_LIMITED'],
];

describe.each(Object.entries(WRITES))('%s', (name, { run, answer }) => {
  test.each([200, 201, 202])('succeeds with status %d', async (status) => {
    const upstream = await answering(status, answer);
    await expect(run(sourceOf(upstream.url))).resolves.not.toThrow();
  });

  // What a delete is answered is not needed, so it may be empty.
  const unknown = Object.entries(UNKNOWN).filter(([fault]) => name !== 'delete' || fault !== 'no body');
  test.each(unknown)('is of unknown outcome after %s, and is not repeated', async (_fault, script) => {
    const upstream = await startScripted(script);
    const error = await errorOf(run(sourceOf(upstream.url, { maxBodyBytes: 1_000 })));
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(upstream.seen).toHaveLength(1);
  });

  test.each([
    ['no answer', () => undefined],
    ['an answer that stops', (response) => response.writeHead(200).write('{"data":')],
  ] satisfies [string, Script][])('is of unknown outcome where %s comes in time', async (_fault, script) => {
    const upstream = await startScripted(script);
    const error = await errorOf(run(sourceOf(upstream.url, { timeoutMs: 150 })));
    expect(error).toMatchObject({ name: 'OutcomeUnknownError', cause: { code: 'TIMEOUT' } });
    expect(upstream.seen).toHaveLength(1);
  });

  test('is of unknown outcome where the connection is reset before upstream has read', async () => {
    const upstream = await startRaw((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(await errorOf(run(sourceOf(upstream.url)))).toBeInstanceOf(OutcomeUnknownError);
  });

  test.each(REJECTED)('did not run where the status is %d, readable or not', async (status, code) => {
    const bodies = [JSON.stringify({ statusCode: status, message: UPSTREAM_TEXT }), HTML, ''];
    const upstream = await startScripted((response, _seen, nth) => response.writeHead(status).end(bodies[nth - 1]));
    const admissionClock = manualClock();
    const source = sourceOf(upstream.url, { admissionClock });
    for (const _ of bodies) {
      const error = await errorOf(run(source));
      admissionClock.advance(5_000);
      expect(error).toBeInstanceOf(GatewayError);
      expect(error).toMatchObject({ code });
    }
    expect(upstream.seen).toHaveLength(3);
  });

  test('did not run where undici refuses the request', async () => {
    const upstream = await answering(200, {});
    const source = sourceOf(upstream.url);
    await source.close();
    expect(await errorOf(run(source))).toBeInstanceOf(GatewayError);
    expect(upstream.seen).toEqual([]);
  });

  test('did not run where the port is closed', async () => {
    const error = await errorOf(run(sourceOf(`http://127.0.0.1:${await findClosedPort()}`)));
    expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', cause: { code: 'ECONNREFUSED' } });
  });

  test('did not run where the host has no address', async () => {
    const error = await errorOf(run(sourceOf('http://novu.invalid', { timeoutMs: 2_000 })));
    expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  test('did not run where TLS never came about', async () => {
    const upstream = await startRaw(() => undefined);
    const source = sourceOf(upstream.url.replace('http:', 'https:'), { timeoutMs: 60 });
    expect(await errorOf(run(source))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  test('is not ended by a caller that disconnects', async () => {
    const leaving = new AbortController();
    const upstream = await startScripted((response) => {
      leaving.abort();
      setImmediate(() => json(response, 200, answer));
    });
    await expect(run(sourceOf(upstream.url), callOf(undefined, leaving.signal))).resolves.not.toThrow();
  });

  test('is sent although the caller has already disconnected', async () => {
    const upstream = await answering(200, answer);
    await run(sourceOf(upstream.url), callOf(undefined, AbortSignal.abort()));
    expect(upstream.seen).toHaveLength(1);
  });

  if (name === 'delete') {
    test('succeeds with 204, with an empty 200, and with JSON of any shape', async () => {
      const upstream = await startScripted((response, _seen, nth) =>
        nth < 3 ? response.writeHead(nth === 1 ? 204 : 200).end() : json(response, 200, { acknowledged: true }),
      );
      const source = sourceOf(upstream.url);
      await expect(run(source)).resolves.toBeUndefined();
      await expect(run(source)).resolves.toBeUndefined();
      await expect(run(source)).resolves.toBeUndefined();
    });
  } else {
    test.each([{}, { data: null }, { data: { _id: 'x', success: 'yes' } }, []])(
      'is of unknown outcome where the answer is %j',
      async (body) => {
        const upstream = await answering(200, body);
        const error = await errorOf(run(sourceOf(upstream.url)));
        expect(error).toMatchObject({ name: 'OutcomeUnknownError', cause: { code: 'UPSTREAM_CONTRACT' } });
      },
    );

    test('with 204 is done where its integration is known', async () => {
      const upstream = await startScripted((response) => response.writeHead(204).end());
      const answer = run(sourceOf(upstream.url));
      if (name === 'update' || name === 'setPrimary') expect(await answer).toBeNull();
      else expect(await errorOf(answer)).toBeInstanceOf(OutcomeUnknownError);
    });
  }
});

test.each([
  ['update', { _id: '65b9aaaaaaaaaaaaaaaaaaaa' }],
  ['setPrimary', { _id: '65b9aaaaaaaaaaaaaaaaaaaa', _organizationId: '65a0000000000000000000fe' }],
  ['create', { providerId: 'mailgun' }],
])('%s: the answer with another integration, %j, does not tell what became of this one', async (name, changes) => {
  const upstream = await answering(200, { data: row(changes) });
  expect(await errorOf(WRITES[name]?.run(sourceOf(upstream.url)) ?? Promise.resolve())).toBeInstanceOf(
    OutcomeUnknownError,
  );
});

test.each(['create', 'update'] as const)(
  '%s: a value that cannot be written as JSON is refused before it is sent',
  async (write) => {
    const upstream = await answering(200, {});
    const source = sourceOf(upstream.url);
    let rules: JsonObject = {};
    for (let level = 0; level < 20_000; level += 1) rules = { and: rules };
    const [call, draft] = [callOf(), { providerId: 'sendgrid', rules }];
    const error = await errorOf(write === 'create' ? source.create(call, draft) : source.update(call, ID, { rules }));
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', cause: { code: 'UNWRITABLE' } });
    expect(upstream.seen).toEqual([]);
  },
);

describe('the list that a delete is answered', () => {
  const answered = async (body: string) => {
    const upstream = await startScripted((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    });
    return sourceOf(upstream.url).delete(callOf(), ID);
  };

  test.each(['{"data":[]}', '[]', ' { "data" : [ {"a":"]}"} ] } ', '{"data":[{"a": this is not looked at}]}'])(
    'need only have come whole: %s',
    async (body) => {
      await expect(answered(body)).resolves.toBeUndefined();
    },
  );

  test.each(['{"data":[{"a":1}', '{"data":[{"a":[1]},{"b"', '<html>[]</html>', '[] and more than that'])(
    'is no answer else: %s',
    async (body) => {
      expect(await errorOf(answered(body))).toBeInstanceOf(OutcomeUnknownError);
    },
  );
});
