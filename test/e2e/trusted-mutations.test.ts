import { describe, expect, test } from '@jest/globals';
import { DEV, stored } from '../helpers/demo-data.ts';
import { type Answer, callers } from '../helpers/gateway.ts';
import { backend, mutate, redis, send } from '../helpers/two-gateways.ts';

test('two gateways that patch one integration at once lose neither change', async () => {
  backend.faults.set([{ kind: 'latency', ms: 100, method: 'GET', when: 'after' }]);
  const patches = [{ from: 'new@acme.example' }, { senderName: 'New' }, { apiKey: 'SG.new' }];
  const answers = await Promise.all(
    patches.map((credentialsPatch, index) =>
      mutate(index, 'updateIntegration', { id: DEV.sendgrid, credentialsPatch }),
    ),
  );
  expect(answers.map(({ data }) => data?.updateIntegration.errors)).toEqual([[], [], []]);
  backend.faults.clear();
  const query = `{ integration(by: { id: "${DEV.sendgrid}" }) { credentials { ... on SendGridIntegrationCredentials { from senderName apiKey } } } }`;
  expect((await send(0, callers.session, query)).data.integration.credentials).toEqual(Object.assign({}, ...patches));
});

describe.each(['updateIntegration', 'deleteIntegration'])('ifUpdatedAt of %s', (name) => {
  const change = name === 'updateIntegration' ? { name: 'Mine' } : {};

  test('of two editors who have seen the same, the second is told what the first made of it', async () => {
    const query = `{ integration(by: { id: "${DEV.slack}" }) { updatedAt } }`;
    const { updatedAt } = (await send(0, callers.session, query)).data.integration;
    const first = await mutate(0, 'updateIntegration', { id: DEV.slack, name: 'Theirs', ifUpdatedAt: updatedAt });
    expect(first.data.updateIntegration.errors).toEqual([]);
    const second = await mutate(1, name, { id: DEV.slack, ...change, ifUpdatedAt: updatedAt });
    expect(second.data[name]).toEqual({
      integration: null,
      errors: [{ code: 'CHANGED_MEANWHILE', current: { name: 'Theirs' } }],
    });
    expect(stored(backend, DEV.slack)).toMatchObject({ name: 'Theirs', deleted: false });
    const again = { id: DEV.slack, ...change, ifUpdatedAt: first.data.updateIntegration.integration.updatedAt };
    expect((await mutate(1, name, again)).data[name].errors).toEqual([]);
  });
});

test('ten mutations of one operation run in order, each with a key of its own, and once', async () => {
  const fields = Array.from({ length: 10 }, (_, index) =>
    index % 2 === 0
      ? `m${index}: createIntegration(input: { providerId: "discord", name: "Bulk ${index}" }) { integration { id name } errors { code } }`
      : `m${index}: updateIntegration(input: { id: "${DEV.slack}", name: "Step ${index}" }) { integration { id name } errors { code } }`,
  );
  const headers = { ...callers.session, 'idempotency-key': 'all ten' };
  const first = await send(0, headers, `mutation { ${fields.join(' ')} }`);
  expect(stored(backend, DEV.slack).name).toBe('Step 9');
  const second = await send(1, headers, `mutation { ${fields.join(' ')} }`);
  const ids = (answer: Answer) =>
    Object.values(answer.data).map((payload) => (payload as Answer['data']).integration.id);
  expect(ids(second)).toEqual(ids(first));
  expect(backend.records().filter(({ name }) => String(name).startsWith('Bulk'))).toHaveLength(5);
  expect(second.extensions?.idempotency).toEqual(
    fields.map((_, index) => ({ path: [`m${index}`], status: 'REPLAYED' })),
  );
});

test('a process that dies holds its key no longer than the upstream timeout and five seconds', async () => {
  backend.faults.set([{ kind: 'latency', ms: 300, method: 'POST' }]);
  const writing = mutate(0, 'createIntegration', { providerId: 'discord', name: 'Held' }, 'held');
  const lives: number[] = [];
  while (lives.length === 0) {
    const keys = (await redis.command('KEYS', 'igw:v1:*:held:*')).split('\n').filter((key) => key !== '');
    for (const key of keys) lives.push(Number(await redis.command('PTTL', key)));
  }
  await writing;
  for (const life of lives) expect(life).toBeLessThanOrEqual(25_000);
});

test('neither an input nor a credential is in what is kept', async () => {
  const input = {
    name: 'Kept secret',
    credentials: {
      sendgrid: { apiKey: 'SG.canary', from: 'canary@acme.example', senderName: 'c', extra: { canaryKey: 'v' } },
    },
  };
  await mutate(0, 'createIntegration', input, 'canary of a key');
  const keys = (await redis.command('KEYS', 'igw:v1:*')).split('\n');
  const outcomes = keys.filter((key) => key.includes(':outcome:'));
  expect(outcomes.length).toBeGreaterThan(0);
  for (const key of outcomes) expect(key + (await redis.command('GET', key))).not.toMatch(/canary|Kept secret/i);
});
