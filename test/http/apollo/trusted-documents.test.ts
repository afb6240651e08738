import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { callers, readAnswer, startApp, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { bodyOf, exchange, head, statusOf } from '../../helpers/raw-client.ts';

const COUNT = 'query Count { integrations { totalCount } }';
const NAMES = 'query Names { integrations { nodes { name } } }';
const UNKNOWN = 'query Unknown { integrations { nodes { id } } }';

const folder = mkdtempSync(join(tmpdir(), 'gateway-trusted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** As `@apollo/generate-persisted-query-manifest` writes it; ids are hashes unless a client makes its own. */
const MANIFEST = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [
    { id: sha256(COUNT), name: 'Count', type: 'query', body: COUNT },
    { id: 'names-1', name: 'Names', type: 'query', body: NAMES },
  ],
};

function manifestFile(content: unknown): string {
  const file = join(folder, 'manifest.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

let gateway: TestGateway | undefined;
afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
});

async function start(env: Readonly<Record<string, string>> = {}): Promise<void> {
  gateway = await startGateway({ TRUSTED_DOCUMENTS: manifestFile(MANIFEST), ...env });
}

async function post(body: unknown, caller: Readonly<Record<string, string>> = callers.devKey) {
  const headers = { 'content-type': 'application/json', ...caller };
  const url = gateway?.url ?? '';
  return readAnswer(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function get(parameters: Readonly<Record<string, string>>) {
  const headers = { 'apollo-require-preflight': '1', ...callers.devKey };
  return readAnswer(await fetch(`${gateway?.url}?${new URLSearchParams(parameters)}`, { headers }));
}

const byHash = (hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });
const codeOf = (answer: Awaited<ReturnType<typeof post>>) => [answer.status, answer.errors?.[0]?.extensions.code];

describe.each([
  ['beside others', {}],
  ['alone', { TRUSTED_DOCUMENTS_ONLY: 'true' }],
])('trusted documents, %s', (_, env) => {
  test('run by their id, however it is sent', async () => {
    await start(env);
    expect((await post(byHash(sha256(COUNT)))).data).toEqual({ integrations: { totalCount: 11 } });
    expect((await post({ documentId: sha256(COUNT) })).data).toEqual({ integrations: { totalCount: 11 } });
    for (const answer of [await post(byHash('names-1')), await get({ documentId: 'names-1' })]) {
      expect(answer.data.integrations.nodes).toHaveLength(11);
    }
    const extensions = JSON.stringify(byHash(sha256(COUNT)).extensions);
    expect((await get({ extensions })).data).toEqual({ integrations: { totalCount: 11 } });
  });

  test('run by their text', async () => {
    await start(env);
    expect((await post({ query: COUNT })).data).toEqual({ integrations: { totalCount: 11 } });
    expect((await post({ query: COUNT, ...byHash(sha256(COUNT)) })).data).toEqual({ integrations: { totalCount: 11 } });
  });

  test('run for callers who may run them, and for no others', async () => {
    await start(env);
    for (let turn = 0; turn < 2; turn++) {
      expect(codeOf(await post({ documentId: 'names-1' }, {}))).toEqual([401, 'UNAUTHENTICATED']);
      expect((await post({ documentId: 'names-1' })).data.integrations.nodes).toHaveLength(11);
    }
  });
});

describe('TRUSTED_DOCUMENTS_ONLY', () => {
  const only = { TRUSTED_DOCUMENTS_ONLY: 'true' };

  test.each<[string, object]>([
    ['another text', { query: UNKNOWN }],
    ['introspection', { query: '{ __schema { queryType { name } } }' }],
    ['a text that differs by a space', { query: `${COUNT} ` }],
    ['another text under the id of a trusted one', { query: UNKNOWN, documentId: 'names-1' }],
    ['another text under the hash of a trusted one', { query: UNKNOWN, ...byHash(sha256(COUNT)) }],
    ['a trusted text under the id of another', { query: COUNT, documentId: 'names-1' }],
    ['a trusted text under the hash of another', { query: NAMES, ...byHash(sha256(COUNT)) }],
    ['a trusted text under an unknown id', { query: COUNT, documentId: 'names-2' }],
    ['an unknown hash', byHash(sha256(UNKNOWN))],
    ['an unknown id', { documentId: 'names-2' }],
    ['a text with its own hash, to be remembered', { query: UNKNOWN, ...byHash(sha256(UNKNOWN)) }],
  ])('refuses %s, and calls nothing', async (_name, body) => {
    await start(only);
    // Trusted ones are known and their answers ready by then.
    for (let turn = 0; turn < 4; turn++) for (const query of [COUNT, NAMES]) await post({ query });
    gateway?.calls();
    const answer = await post(body);
    expect(codeOf(answer)).toEqual([400, 'OPERATION_NOT_TRUSTED']);
    expect(answer.errors?.[0]?.message).toContain('not among the trusted documents');
    expect(answer.errors?.[0]?.extensions.requestId).toBe(answer.headers.get('x-request-id'));
    expect(gateway?.calls()).toEqual([]);
  });

  test('refuses it in the address as well', async () => {
    await start(only);
    expect(codeOf(await get({ query: UNKNOWN }))).toEqual([400, 'OPERATION_NOT_TRUSTED']);
    expect(gateway?.calls()).toEqual([]);
  });

  test('a request without anything, and several in one, are refused as ever', async () => {
    await start(only);
    expect(codeOf(await post({}))).toEqual([400, 'BAD_REQUEST']);
    expect(codeOf(await post([{ query: UNKNOWN }]))).toEqual([400, 'BAD_REQUEST']);
    expect(gateway?.calls()).toEqual([]);
  });
});

test('an unknown id is refused beside others too, and a text is run whatever id is sent with it', async () => {
  await start();
  expect(codeOf(await post({ documentId: 'names-2' }))).toEqual([400, 'OPERATION_NOT_TRUSTED']);
  expect((await post({ query: COUNT, documentId: 'names-1' })).data).toEqual({ integrations: { totalCount: 11 } });
  expect((await post({ documentId: 'names-1', ...byHash(sha256(COUNT)) })).data.integrations.nodes).toHaveLength(11);
});

test('without TRUSTED_DOCUMENTS_ONLY other operations run, also as automatic persisted queries', async () => {
  await start();
  expect(codeOf(await post(byHash(sha256(UNKNOWN))))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
  expect((await post({ query: UNKNOWN, ...byHash(sha256(UNKNOWN)) })).data.integrations.nodes).toHaveLength(11);
  expect((await post(byHash(sha256(UNKNOWN)))).data.integrations.nodes).toHaveLength(11);
});

describe('a manifest that cannot be used keeps the gateway from starting', () => {
  test.each<[string, unknown, string]>([
    ['is no JSON', 'no JSON', 'is not valid JSON'],
    ['has another format', { ...MANIFEST, format: 'relay' }, 'apollo-persisted-query-manifest'],
    ['has another version', { ...MANIFEST, version: 2 }, 'version 1'],
    ['is null', 'null', 'apollo-persisted-query-manifest'],
    ['is empty', { ...MANIFEST, operations: [] }, 'no operations'],
    ['has an operation without a text', { ...MANIFEST, operations: [{ id: 'a' }] }, 'no "body"'],
    ['has an id twice', { ...MANIFEST, operations: [MANIFEST.operations[1], MANIFEST.operations[1]] }, '"names-1"'],
  ])('%s', async (_name, content, fault) => {
    const start = startApp({ TRUSTED_DOCUMENTS: manifestFile(content) });
    await expect(start).rejects.toThrow(/^TRUSTED_DOCUMENTS: .*manifest\.json cannot be used: /);
    await expect(start).rejects.toThrow(fault);
  });

  test('is not there', async () => {
    await expect(startApp({ TRUSTED_DOCUMENTS: join(folder, 'none.json') })).rejects.toThrow('ENOENT');
  });
});

test('extensions that nest without end are the client’s fault', async () => {
  await start();
  const extensions = `%7B%22a%22:${'['.repeat(7_500)}${']'.repeat(7_500)}%7D`;
  const headers = { host: 'a', connection: 'close', 'apollo-require-preflight': '1', ...callers.devKey };
  const line = `GET /graphql?documentId=names-1&extensions=${extensions} HTTP/1.1`;
  const answer = await exchange(gateway?.app.url ?? '', head(line, headers));
  expect([statusOf(answer), bodyOf(answer).errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
});
