import { describe, expect, test } from '@jest/globals';
import { readCaller } from '../../src/model/caller.ts';
import { answering, callOf, ENVIRONMENT, ID, json, KEY, readRow, row, sourceOf, startScripted } from './harness.ts';

const CLEAR = { apiKey: 'CLEAR-KEY', tlsOptions: { ca: 'CLEAR-CA' } };
const SECRET_ROW = { credentials: CLEAR, configurations: { inboundWebhookSigningKey: 'CLEAR-SIGNING' } };

describe('secrets', () => {
  test('are there for a session that asks for them', async () => {
    expect((await readRow(SECRET_ROW)).secrets).toStrictEqual({
      credentials: CLEAR,
      incomplete: false,
      inboundWebhookSigningKey: 'CLEAR-SIGNING',
    });
  });

  test('are not there for a session that does not ask', async () => {
    const upstream = await answering(200, { data: [row(SECRET_ROW)] });
    for (const options of [undefined, {}, { secrets: false }, { fresh: true }]) {
      const list = await sourceOf(upstream.url).list(callOf(), options);
      expect(JSON.stringify(list)).not.toContain('CLEAR');
      expect(list.integrations[0]).not.toHaveProperty('secrets');
    }
  });

  test.each([
    ['ApiKey aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['Keyless pk_1'],
    ['OAuth2 token'],
  ])('are never there for %s, whatever upstream sends', async (authorization) => {
    const caller = readCaller(authorization, ENVIRONMENT);
    const upstream = await startScripted((response, { method }) =>
      json(response, 200, { data: method === 'GET' ? [row(SECRET_ROW)] : row(SECRET_ROW) }),
    );
    const source = sourceOf(upstream.url);
    const answers = [
      (await source.list(callOf(caller), { secrets: true })).integrations[0],
      await source.create(callOf(caller), { providerId: 'sendgrid' }),
      await source.update(callOf(caller), ID, { name: 'x' }),
      await source.setPrimary(callOf(caller), ID),
    ];
    expect(answers).toHaveLength(4);
    for (const answer of answers) {
      expect(answer).toMatchObject({ id: ID });
      expect(answer).not.toHaveProperty('secrets');
      expect(JSON.stringify(answer)).not.toContain('CLEAR');
    }
  });

  test('come with the answers to the writes of a session', async () => {
    const upstream = await answering(200, { data: row(SECRET_ROW) });
    const source = sourceOf(upstream.url);
    for (const answer of [
      await source.create(callOf(), { providerId: 'sendgrid' }),
      await source.update(callOf(), ID, { name: 'x' }),
      await source.setPrimary(callOf(), ID),
    ]) {
      expect(answer?.secrets?.credentials).toEqual(CLEAR);
    }
  });

  test.each([[undefined], [null], [{}], ['x'], [[]]])('credentials %j are none', async (credentials) => {
    const expected = { credentials: null, incomplete: false, inboundWebhookSigningKey: null };
    expect((await readRow({ credentials })).secrets).toStrictEqual(expected);
  });

  test('in stored form are left out at any depth, and the rest says that it is not the whole', async () => {
    const stored = 'nvsk.00ff:aa';
    const changes = {
      credentials: { apiKey: stored, host: 'h', tlsOptions: { key: stored, list: [stored, { stored, port: 1 }] } },
      configurations: { inboundWebhookSigningKey: stored, payloadSchema: stored, pushResources: { a: stored } },
      rules: { '==': [{ var: stored }, stored, 'x'] },
      conditions: [{ type: stored, value: stored, children: [{ field: stored, value: [stored], on: stored }] }],
    };
    const integration = await readRow(changes);
    expect(JSON.stringify(integration)).not.toContain('nvsk');
    expect(integration.secrets).toStrictEqual({
      credentials: { host: 'h', tlsOptions: { list: [null, { port: 1 }] } },
      incomplete: true,
      inboundWebhookSigningKey: null,
    });
    expect(integration.rules).toEqual({ '==': [{}, null, 'x'] });
    expect(integration.configurations).toEqual({
      inboundWebhookEnabled: null,
      payloadSchema: null,
      other: { pushResources: {} },
    });
  });

  test('all in stored form are none, but not known to be none', async () => {
    expect((await readRow({ credentials: { apiKey: 'nvsk.1:2' } })).secrets).toMatchObject({
      credentials: null,
      incomplete: true,
    });
  });

  test('an answer to DELETE is not looked into', async () => {
    const upstream = await answering(200, { data: [row({ credentials: { apiKey: 'nvsk.1:2', host: 'CLEAR' } })] });
    await expect(sourceOf(upstream.url).delete(callOf(), ID)).resolves.toBeUndefined();
  });

  test('API keys in the list of environments are not copied', async () => {
    const upstream = await answering(200, { data: [{ _id: 'e1', name: 'Dev', apiKeys: [{ key: 'CLEAR' }] }] });
    const environments = await sourceOf(upstream.url).environments(callOf(KEY));
    expect(environments).toStrictEqual([{ id: 'e1', name: 'Dev' }]);
  });
});

describe('hostile JSON', () => {
  test('does not reach a prototype', async () => {
    const evil = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"a":1}';
    const base = JSON.stringify(row()).slice(0, -1).replace('"credentials":{},', '');
    const text = `{"data":[${base},"credentials":${evil},"rules":${evil},"configurations":${evil},"__proto__":${evil}}]}`;
    const upstream = await startScripted((response) => response.end(text));
    const { integrations } = await sourceOf(upstream.url).list(callOf(), { secrets: true });
    const [integration] = integrations;
    const objects: readonly unknown[] = [integration, integration?.rules, integration?.secrets?.credentials, {}];
    for (const object of objects) {
      expect(object).not.toHaveProperty('polluted');
      expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    }
    expect(Object.keys(integration?.secrets?.credentials ?? {})).toEqual(['constructor', 'a']);
    expect(integration?.secrets?.incomplete).toBe(true);
  });

  test.each([
    [64, true],
    [65, false],
  ])('%d levels deep: kept is %j', async (levels, kept) => {
    const text = `${'{"a":'.repeat(levels)}"leaf"${'}'.repeat(levels)}`;
    const { secrets, rules } = await readRow({ credentials: JSON.parse(text), rules: JSON.parse(text) });
    expect(JSON.stringify(secrets?.credentials).includes('leaf')).toBe(kept);
    expect(secrets?.incomplete).toBe(!kept);
    expect(JSON.stringify(rules).includes('leaf')).toBe(kept);
  });

  test('cannot exhaust the stack', async () => {
    const deep = `${'{"a":['.repeat(50_000)}1${']}'.repeat(50_000)}`;
    const base = JSON.stringify(row()).slice(0, -1).replace('"credentials":{},', '');
    const text = `{"data":[${base},"credentials":${deep},"rules":${deep},"conditions":[{"children":[{"value":${deep}}]}]}]}`;
    const upstream = await startScripted((response) => response.end(text));
    const { integrations } = await sourceOf(upstream.url).list(callOf(), { secrets: true });
    expect(integrations[0]?.secrets?.incomplete).toBe(true);
    expect(JSON.stringify(integrations).length).toBeLessThan(2_000);
  });
});
