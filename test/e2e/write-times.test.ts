import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FaultEffect } from '../../src/novu-double/faults/faults.ts';
import { DEV, stored } from '../helpers/demo-data.ts';
import { callers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { sendMutation } from '../helpers/mutate.ts';
import { all, claims, onWrites, SIMPLE, UNKNOWN } from '../helpers/write-claims.ts';

describe('with 300 ms', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway({ UPSTREAM_TIMEOUT: '300ms' });
    await gateway.ask(callers.session, '{ integrations { totalCount } }');
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.backend.reset());

  test.each<FaultEffect>([
    { kind: 'hang', when: 'before' },
    { kind: 'hang', when: 'after' },
    { kind: 'latency', ms: 700, when: 'before' },
    { kind: 'latency', ms: 700, when: 'after' },
  ])('%j: the outcome is unknown, unless reading tells', async (effect) => {
    // As an API key, so that no mutation has a read of its own, which 300 ms may be too short for.
    const got = await claims(gateway, onWrites(effect), callers.devKey, SIMPLE);
    // What was late may have run by the time of the look.
    expect(got.filter((claim) => claim !== 'unknown' && claim !== 'done')).toEqual([]);
    if (effect.kind === 'hang') expect(got).toEqual(SIMPLE.map(() => (effect.when === 'after' ? 'done' : 'unknown')));
  });
});

test('a delete that runs late, so that the second one finds nothing, and no list to be read: not refused', async () => {
  const gateway = await startGateway({ UPSTREAM_TIMEOUT: '1s' });
  await gateway.ask(callers.session, '{ integrations { totalCount } }');
  let open = () => {};
  let looks = 0;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  gateway.backend.faults.set([
    { kind: 'gate', open: gate, method: 'DELETE', times: 1 },
    {
      kind: 'rewrite',
      method: 'GET',
      // The first list after the delete still has the row. Then the delete runs, and no other list can be read.
      rewrite(body) {
        if (gateway.backend.requests.every(({ method }) => method !== 'DELETE')) return body;
        looks += 1;
        open();
        return looks === 1 ? body : null;
      },
    },
  ]);
  const { data } = await sendMutation(gateway, callers.session, 'deleteIntegration', { id: DEV.telegram }, UNKNOWN);
  expect(stored(gateway.backend, DEV.telegram).deleted).toBe(true);
  expect(data.deleteIntegration.errors).toMatchObject([{ code: 'OUTCOME_UNKNOWN', id: DEV.telegram }]);
});

test('nothing listens: the write has not run, and the error says so', async () => {
  const gateway = await startGateway();
  try {
    await gateway.backend.stop();
    expect(await claims(gateway, [])).toEqual(all('failed: UPSTREAM_UNAVAILABLE'));
  } finally {
    await gateway.stop();
  }
});
