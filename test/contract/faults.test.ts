import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../src/novu-double/faults/faults.ts';
import { ACME_DEVELOPMENT_KEY } from '../../src/novu-double/seed/seed.ts';
import type { Backend } from '../../src/novu-double/server/backend.ts';
import { apiKey, email, integrations, start, startWith, V1 } from './support.ts';

const NEW = { providerId: 'foo', channel: 'chat' };

/** How a raw request ends: a readable answer, or none. */
async function attempt(backend: Backend, init: RequestInit = {}): Promise<string> {
  const headers = { authorization: `ApiKey ${ACME_DEVELOPMENT_KEY}`, 'content-type': 'application/json' };
  try {
    const response = await fetch(backend.url + V1, { ...init, headers });
    return `${response.status} ${response.headers.get('content-type')} ${await response.text()}`;
  } catch {
    return 'no answer';
  }
}

/** Lets the event loop turn until something is so; the test's own timeout ends it otherwise. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(setImmediate);
}

const create = (backend: Backend) => attempt(backend, { method: 'POST', body: JSON.stringify(NEW) });

describe('faults', () => {
  test.each<[Fault, RegExp, boolean]>([
    [{ kind: 'reset' }, /^no answer$/, false],
    [{ kind: 'reset', when: 'after' }, /^no answer$/, true],
    [{ kind: 'halfBody' }, /^no answer$/, true],
    [{ kind: 'status', status: 500 }, /^500 application\/json.*errorId/, false],
    [{ kind: 'status', status: 502 }, /^502 text\/html <html>/, false],
    [{ kind: 'status', status: 503, when: 'after' }, /^503 application\/json.*Service Unavailable/, true],
    [{ kind: 'status', status: 504, when: 'after' }, /^504 text\/html <html>/, true],
    [{ kind: 'tooManyRequests', retryAfterSeconds: 7 }, /^429 application\/json.*rate limit/, false],
    [{ kind: 'html' }, /^200 text\/html.*<!doctype html>/, true],
    [{ kind: 'html', when: 'before' }, /^200 text\/html/, false],
    [{ kind: 'invalidJson' }, /^200 application\/json[^{]*\{"data":\[\{"_id":"65b1$/, true],
    [{ kind: 'latency', ms: 1 }, /^201 /, true],
  ])('%j: answers %s, and the write has run: %s', async (fault, answer, ran) => {
    const backend = await startWith([]);
    backend.faults.set([fault]);
    expect(await create(backend)).toMatch(answer);
    expect(backend.records()).toHaveLength(ran ? 1 : 0);
  });

  test('429 carries Retry-After', async () => {
    const backend = await start();
    backend.faults.add({ kind: 'tooManyRequests', retryAfterSeconds: 7 });
    expect((await apiKey(backend).get(V1)).headers.get('retry-after')).toBe('7');
  });

  test.each(['before', 'after'] as const)(
    'a hang %s the write never answers, until the backend stops',
    async (when) => {
      const backend = await startWith([]);
      backend.faults.add({ kind: 'hang', when, times: 1 });
      const hanging = create(backend);
      await until(() => backend.faults.list().length === 0);
      // Answered after the hanging one was taken in, so that has gone as far as it goes.
      await apiKey(backend).get(V1);
      expect(backend.records()).toHaveLength(when === 'after' ? 1 : 0);
      await backend.stop();
      expect(await hanging).toBe('no answer');
    },
  );

  test('latency after the write: it is stored while its answer is still to come', async () => {
    const backend = await startWith([]);
    backend.faults.add({ kind: 'latency', ms: 3_600_000, when: 'after', times: 1 });
    const slow = create(backend);
    await until(() => backend.records().length === 1);
    await backend.stop();
    expect(await slow).toBe('no answer');
  });

  test('an answer of any size', async () => {
    const backend = await start();
    backend.faults.add({ kind: 'oversizedBody', bytes: 3_000_000 });
    expect((await apiKey(backend).get(V1)).text.length).toBeGreaterThan(3_000_000);
  });

  test('answers that no client expects', async () => {
    const backend = await startWith([email('A'), email('B')]);
    const [normal, other] = integrations(await apiKey(backend).get(V1));
    const listWith = async (fault: Fault) => {
      backend.faults.set([fault]);
      return (await apiKey(backend).get(V1)).body;
    };
    const strange = { sinceTomorrow: { nested: [1, null] }, $new: true };
    const extra = {
      data: [
        { ...normal, ...strange },
        { ...other, ...strange },
      ],
      meta: { page: 1 },
    };
    expect(await listWith({ kind: 'extraFields' })).toEqual(extra);
    const enums = { data: [{ ...normal, channel: 'smoke_signal', kind: 'oracle' }, other] };
    expect(await listWith({ kind: 'unknownEnum' })).toEqual(enums);
    const provider = { data: [{ ...normal, providerId: 'carrier-pigeon' }, other] };
    expect(await listWith({ kind: 'unknownProvider' })).toEqual(provider);
    const { identifier: _, ...unidentified } = normal ?? {};
    expect(await listWith({ kind: 'missingField' })).toEqual({ data: [unidentified, other] });
    const { name: __, ...nameless } = normal ?? {};
    expect(await listWith({ kind: 'missingField', field: 'name' })).toEqual({ data: [nameless, other] });
    expect(await listWith({ kind: 'rewrite', rewrite: () => ({ data: 'Surprise' }) })).toEqual({ data: 'Surprise' });
    backend.faults.clear();
    expect(integrations(await apiKey(backend).get(V1))).toEqual([normal, other]);
  });

  test('faults match by method and route, are counted, and come one after another', async () => {
    const backend = await start();
    backend.faults.set([
      { kind: 'status', status: 500, method: 'POST' },
      { kind: 'status', status: 502, route: `${V1}/active` },
      { kind: 'status', status: 503, method: 'GET', route: V1, times: 2 },
      { kind: 'status', status: 504, route: V1, times: 1 },
    ]);
    const statuses: number[] = [];
    for (const _ of [1, 2, 3, 4]) statuses.push(Number((await attempt(backend)).slice(0, 3)));
    expect(statuses).toEqual([503, 503, 504, 200]);
    expect(await create(backend)).toMatch(/^500/);
    expect(backend.faults.list()).toHaveLength(2);
  });
});
