import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { negotiateMediaType } from '../../../src/http/answer/media-type.ts';
import { ACME_PROD, callers, readAnswer, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { countWays } from '../../helpers/ways.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/** Null: none is acceptable. */
const HEADERS: readonly (readonly [accept: string, mediaType: string | null])[] = [
  ['*/*', JSON_TYPE],
  ['application/*', JSON_TYPE],
  ['application/json', JSON_TYPE],
  ['APPLICATION/JSON', JSON_TYPE],
  ['application/json;charset=UTF-8', JSON_TYPE],
  ['application/graphql-response+json', GRAPHQL_TYPE],
  ['Application/GraphQL-Response+JSON', GRAPHQL_TYPE],
  ['application/graphql-response+json; charset=utf-8', GRAPHQL_TYPE],
  ['application/graphql-response+json, application/json', GRAPHQL_TYPE],
  ['application/graphql-response+json, application/json;q=0.9', GRAPHQL_TYPE],
  ['application/json;q=0.9, application/graphql-response+json', GRAPHQL_TYPE],
  ['application/graphql-response+json;q=0.5, application/json', JSON_TYPE],
  ['application/graphql-response+json;Q=0.5 , application/json', JSON_TYPE],
  ['application/graphql-response+json;q=0, application/json', JSON_TYPE],
  ['application/graphql-response+json;q=0, */*', JSON_TYPE],
  ['application/json;q=0, */*', GRAPHQL_TYPE],
  ['application/json;q=0, application/*;q=0.1', GRAPHQL_TYPE],
  ['text/html, application/graphql-response+json;q=0.1', GRAPHQL_TYPE],
  ['text/html;x="application/graphql-response+json", application/json', JSON_TYPE],
  ['application/graphql-response+jsonx, application/json', JSON_TYPE],
  ['application/graphql-response+json;q=0', null],
  ['application/json;q=0', null],
  ['*/*;q=0', null],
  ['text/html', null],
  ['application/json; charset=iso-8859-1', null],
  ['nonsense', null],
];

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
  await gateway.ask(callers.devKey, '{ integrations { totalCount } }');
});
afterAll(() => gateway.stop());
beforeEach(() => {
  gateway.calls();
});
const ways = countWays();

async function ask(accept: string, query: string) {
  const headers = { 'content-type': 'application/json', ...callers.devKey, accept };
  return readAnswer(await fetch(gateway.url, { method: 'POST', headers, body: JSON.stringify({ query }) }));
}

const ELSEWHERE = `{ primaryIntegration(channel: EMAIL, environmentId: "${ACME_PROD}") { id } }`;

describe.each(HEADERS)('Accept: %s', (accept, mediaType) => {
  test('has the same answer on every way, with the status of its media type', async () => {
    const list = [
      await ask(accept, '{ integrations { totalCount } }'),
      await ask(accept, '{ integrations { totalCount } }'),
      await ask(accept, '{ integrations { totalCount } }'),
    ];
    expect(list.map(({ status }) => status)).toEqual(Array(3).fill(mediaType ? 200 : 406));
    expect(list.map(({ headers }) => headers.get('content-type'))).toEqual(Array(3).fill(mediaType ?? JSON_TYPE));
    const forbidden = await ask(accept, ELSEWHERE);
    expect(forbidden.status).toBe(mediaType === null ? 406 : 200);
  });
});

test('what cannot be answered does not run', async () => {
  const query = 'mutation { createIntegration(input: { providerId: "discord" }) { errors { code } } }';
  const answer = await ask('text/html', query);
  expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([406, 'BAD_REQUEST']);
  expect(gateway.calls()).toEqual([]);
});

test('two ways to ask for one media type share what is remembered of an operation', async () => {
  const query = '{ integrations { totalCount a: totalCount } }';
  for (const accept of ['application/json', '*/*', 'APPLICATION/json;q=0.7', 'text/html, application/*']) {
    expect((await ask(accept, query)).headers.get('content-type')).toBe(JSON_TYPE);
  }
  expect([ways.count('apollo'), ways.count('response-cache')]).toEqual([1, 2]);
});

test('any number of headers is as good as the first', () => {
  for (let count = 0; count < 1_000; count++) {
    expect(negotiateMediaType(`text/x-${count}, application/graphql-response+json`)).toBe(GRAPHQL_TYPE);
    expect(negotiateMediaType(`text/x-${count}`)).toBe(null);
  }
});
