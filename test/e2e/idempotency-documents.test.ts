import { describe, expect, test } from '@jest/globals';
import { DEV } from '../helpers/demo-data.ts';
import { callers, type Headers } from '../helpers/gateway.ts';
import { copies, gateway, keyed, own, writes } from '../helpers/keyed-mutations.ts';
import { eventually } from '../helpers/redis.ts';

describe('several mutations in one document', () => {
  const twice = `mutation ($input: CreateIntegrationInput!) {
    a: createIntegration(input: $input) { integration { id } errors { code } }
    b: createIntegration(input: $input) { integration { id } errors { code } } }`;
  const input = { providerId: 'discord', name: 'Once' };

  test('with one header are several all the same, and the repeated document repeats none', async () => {
    const first = await gateway.ask(keyed(callers.devKey), twice, { input });
    expect(first.data.a.integration.id).not.toBe(first.data.b.integration.id);
    const second = await gateway.ask(keyed(callers.devKey), twice, { input });
    expect(second.data).toEqual(first.data);
    expect(copies()).toBe(2);
  });

  test('as a fragment too', async () => {
    const query = `mutation ($input: CreateIntegrationInput!) { ...Twice }
      fragment Twice on Mutation { a: createIntegration(input: $input) { integration { id } } b: createIntegration(input: $input) { integration { id } } }`;
    const { data } = await gateway.ask(keyed(callers.devKey), query, { input });
    expect(data.a.integration.id).not.toBe(data.b.integration.id);
  });
});

describe('a repeat in another document', () => {
  const input = { providerId: 'discord', name: 'Once' };
  const field = 'createIntegration(input: $input) { integration { id } errors { code path } }';
  const send = (caller: Headers, selection: string, given: object = input) =>
    gateway.ask(caller, `mutation ($input: CreateIntegrationInput!) { ${selection} }`, { input: given });

  test.each([`__typename ${field}`, `... on Mutation { ${field} }`, `... { __typename } x: ${field}`])(
    'with one mutation is one: %s',
    async (selection) => {
      await send(keyed(callers.devKey), field);
      const { extensions } = await send(keyed(callers.devKey), selection);
      expect(extensions).toMatchObject({ idempotency: [{ status: 'REPLAYED' }] });
      expect(copies()).toBe(1);
    },
  );

  test('with the key of an input is one, whatever comes beside it', async () => {
    const withKey = { ...input, idempotencyKey: own('of the input') };
    const first = await send(callers.devKey, field, withKey);
    const beside = `a: ${field} b: ${field} c: createIntegration(input: { providerId: "slack", name: "Once", idempotencyKey: "${withKey.idempotencyKey}" }) { integration { id } errors { code path } }`;
    const { data } = await send(keyed(callers.devKey), beside, withKey);
    expect(data).toEqual({
      a: first.data.createIntegration,
      b: first.data.createIntegration,
      c: { integration: null, errors: [{ code: 'IDEMPOTENCY_CONFLICT', path: ['input', 'idempotencyKey'] }] },
    });
    expect(copies()).toBe(1);
  });
});

test('a key that another operation comes to only later holds up neither of the two', async () => {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  gateway.backend.faults.add({ kind: 'gate', method: 'PUT', times: 1, open: gate });
  const input = { providerId: 'discord', name: 'Once', identifier: 'once', idempotencyKey: own('later') };
  const field = 'createIntegration(input: $input) { integration { id } errors { code } }';
  const send = (selection: string) =>
    gateway.ask(callers.devKey, `mutation ($input: CreateIntegrationInput!) { ${selection} }`, { input });
  const both = send(`updateIntegration(input: { id: "${DEV.slack}", name: "First" }) { errors { code } } ${field}`);
  await eventually('the first is under way', () => writes().length === 1);
  const alone = send(field);
  // By now it waits for the other one.
  await gateway.ask({ ...callers.devKey, 'cache-control': 'no-cache' }, '{ integrations { totalCount } }');
  open();
  const [one, other] = [await both, await alone];
  expect(one.data.createIntegration).toMatchObject({ integration: { id: expect.any(String) }, errors: [] });
  expect(other.data).toEqual({ createIntegration: one.data.createIntegration });
  expect(copies()).toBe(1);
});

test('an alias that is skipped has no part in it', async () => {
  const document = `mutation ($input: CreateIntegrationInput!, $skip: Boolean!) {
    a: createIntegration(input: $input) @skip(if: $skip) { integration { id } }
    b: createIntegration(input: $input) { integration { id } } }`;
  const input = { providerId: 'discord', name: 'Once' };
  const send = (skip: boolean) => gateway.ask(keyed(callers.devKey), document, { input, skip });
  const first = await send(true);
  expect(first.extensions).toEqual({ idempotency: [{ path: ['b'], status: 'NEW' }] });
  const second = await send(false);
  expect(second.extensions).toMatchObject({ idempotency: [{ status: 'NEW' }, { path: ['b'], status: 'REPLAYED' }] });
  expect(second.data.b).toEqual(first.data.b);
  expect(copies()).toBe(2);
});
