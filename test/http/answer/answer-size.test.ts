import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isLongerThan } from '../../../src/http/answer/size.ts';
import { DEV } from '../../helpers/demo-data.ts';
import { callers, readAnswer, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { checkProperty } from '../../helpers/runs.ts';

test('the length of JSON is known to the byte before it is made', async () => {
  const value = fc.jsonValue({ stringUnit: 'binary' });
  await checkProperty(
    fc.asyncProperty(value, async (any) => {
      const bytes = Buffer.byteLength(JSON.stringify(any));
      expect([isLongerThan(any, bytes - 1), isLongerThan(any, bytes)]).toEqual([true, false]);
    }),
    100,
  );
  const odd = { '\u0001"': '\u0001\\é😀\ud800', a: undefined, b: [undefined, Number.NaN, -0, 1e-300] };
  const bytes = Buffer.byteLength(JSON.stringify(odd));
  expect([isLongerThan(odd, bytes - 1), isLongerThan(odd, bytes)]).toEqual([true, false]);
});

describe('an answer over MAX_ANSWER is refused', () => {
  const LIMIT = 20 * 1024;
  const REFUSED = [
    400,
    [['QUERY_TOO_COMPLEX', LIMIT]],
    'The answer is too large: ask for fewer fields or smaller pages (at most 20480 bytes).',
  ];
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway({ MAX_ANSWER: `${LIMIT}B` });
  });
  afterAll(() => gateway.stop());

  const names = Array.from({ length: 190 }, (_, n) => `a${n}: name`).join(' ');
  const PAGE = `query ($n: Int) { integrations(first: $n) { nodes { ${names} } } }`;
  const seen = ({ status, data, errors = [] }: Awaited<ReturnType<TestGateway['ask']>>) => [
    status,
    errors.map(({ extensions: { code, limit } }) => [code, limit]),
    data === undefined ? errors[0]?.message : data,
  ];

  test('where it is executed, and where its plan is known', async () => {
    expect(seen(await gateway.ask(callers.devKey, PAGE, { n: 100 }))).toEqual(REFUSED);
    // From the second time on a plan answers.
    for (const n of [1, 2])
      expect((await gateway.ask(callers.devKey, PAGE, { n })).data.integrations.nodes).toHaveLength(n);
    for (let times = 0; times < 2; times++) {
      expect(seen(await gateway.ask(callers.devKey, PAGE, { n: 100 }))).toEqual(REFUSED);
    }
  });

  test('by its bytes, not its characters, where a plan is known', async () => {
    const query = `query ($id: ID!) { integration(by: { id: $id }) { ${names} } }`;
    const rename = 'mutation ($i: UpdateIntegrationInput!) { updateIntegration(input: $i) { errors { code } } }';
    const renamed = await gateway.ask(callers.session, rename, { i: { id: DEV.fcm, name: 'ä'.repeat(60) } });
    expect(renamed.data.updateIntegration).toEqual({ errors: [] });
    for (let times = 0; times < 2; times++) {
      expect((await gateway.ask(callers.devKey, query, { id: DEV.sendgrid })).errors).toBeUndefined();
    }
    expect(seen(await gateway.ask(callers.devKey, query, { id: DEV.fcm }))).toEqual(REFUSED);
  });

  test('by GET', async () => {
    const response = await fetch(`${gateway.url}?query=${encodeURIComponent(PAGE)}`, {
      headers: { ...callers.devKey, 'apollo-require-preflight': '1' },
    });
    expect(seen(await readAnswer(response))).toEqual(REFUSED);
  });

  test('where it is made of errors', async () => {
    const failing = Array.from({ length: 150 }, (_, n) => `a${n}: integrations(first: 0) { totalCount }`).join(' ');
    expect(seen(await gateway.ask(callers.devKey, `{ ${failing} }`))).toEqual(REFUSED);
  });

  test('where it is introspection', async () => {
    expect(seen(await gateway.ask({}, '{ __schema { types { name description fields { name } } } }'))).toEqual(REFUSED);
  });
});
