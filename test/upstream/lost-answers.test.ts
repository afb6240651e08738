import { expect, test } from '@jest/globals';
import { readCaller } from '../../src/model/caller.ts';
import type { Call, Integration, IntegrationSource } from '../../src/model/integration.ts';
import type { Fault } from '../../src/novu-double/faults/faults.ts';
import { type Backend, type BackendOptions, startBackend } from '../../src/novu-double/server/backend.ts';
import type { UpstreamOptions } from '../../src/upstream/source.ts';
import { atEnd, callOf, errorOf, sourceOf } from './harness.ts';

const DEVELOPMENT = '65a000000000000000000001';
const OWNER = callOf(readCaller('Bearer dev-session', DEVELOPMENT));

async function start(
  options: BackendOptions = {},
  upstream: Partial<UpstreamOptions> = {},
): Promise<{ backend: Backend; source: IntegrationSource }> {
  const backend = await startBackend(options);
  atEnd(() => backend.stop());
  return { backend, source: sourceOf(backend.url, upstream) };
}

/** The active primary SendGrid of Acme's Development environment. */
async function findSendGrid(source: IntegrationSource, call: Call = OWNER): Promise<Integration> {
  const { integrations } = await source.list(call, { secrets: true });
  const found = integrations.find((one) => one.providerId === 'sendgrid' && one.environmentId === DEVELOPMENT);
  if (found === undefined) {
    throw new Error('the seed has no SendGrid in Development');
  }
  return found;
}

const LOST: Readonly<Record<string, Fault>> = {
  'a reset before': { kind: 'reset' },
  'a reset after': { kind: 'reset', when: 'after' },
  '500 after': { kind: 'status', status: 500, when: 'after' },
  '502 before': { kind: 'status', status: 502 },
  '502 after': { kind: 'status', status: 502, when: 'after' },
  '503 after': { kind: 'status', status: 503, when: 'after' },
  '504 after': { kind: 'status', status: 504, when: 'after' },
  HTML: { kind: 'html' },
  'JSON that breaks off': { kind: 'invalidJson' },
  'half a body': { kind: 'halfBody' },
  'too long a body': { kind: 'oversizedBody', bytes: 300_000 },
  'silence after': { kind: 'hang', when: 'after' },
};

test.each(Object.entries(LOST))('every write is of unknown outcome after %s', async (_name, fault) => {
  const { backend, source } = await start({}, { timeoutMs: 300, maxBodyBytes: 200_000 });
  const { id } = await findSendGrid(source);
  for (const write of [
    () => source.create(OWNER, { providerId: 'sendgrid', channel: 'EMAIL' }),
    () => source.update(OWNER, id, { name: 'x' }),
    () => source.setPrimary(OWNER, id),
    () => source.autoConfigure(OWNER, id),
    () => source.delete(OWNER, id),
  ]) {
    backend.faults.set([{ ...fault, times: 1 }]);
    expect(await errorOf(write())).toMatchObject({ name: 'OutcomeUnknownError' });
    expect(backend.faults.list()).toEqual([]);
  }
});

test.each([{ kind: 'reset' }, { kind: 'halfBody' }, { kind: 'status', status: 503 }] satisfies Fault[])(
  'a read gets over two of %j, and not over three',
  async (fault) => {
    const { backend, source } = await start();
    backend.faults.set([{ ...fault, times: 2 }]);
    expect((await source.list(OWNER)).integrations.length).toBeGreaterThan(10);
    backend.faults.set([{ ...fault, times: 3 }]);
    expect(await errorOf(source.list(OWNER))).toMatchObject({ code: expect.stringMatching(/^UPSTREAM_/) });
    expect(backend.requests).toHaveLength(6);
  },
);
