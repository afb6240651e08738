import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEV } from '../helpers/demo-data.ts';
import { ACME_PROD, callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';

/** As routers ask. */
const traced = (caller: Headers): Headers => ({ ...caller, 'apollo-federation-include-trace': 'ftv1' });

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

/** The trace as text: names and messages stand in it as they are. */
async function traceOf(caller: Headers, query: string, variables?: object): Promise<string> {
  const { extensions } = await gateway.ask(traced(caller), query, variables);
  expect(extensions).toEqual({ ftv1: expect.any(String) });
  return Buffer.from(String(extensions?.ftv1), 'base64').toString('latin1');
}

describe('a trace (ftv1)', () => {
  test('is in an answer where the router asks, and names the fields', async () => {
    const trace = await traceOf(callers.session, '{ integrations(first: 1) { nodes { identifier } } }');
    for (const name of ['integrations', 'IntegrationConnection', 'nodes', 'identifier']) expect(trace).toContain(name);
  });

  test('of an operation that costs much names no fields', async () => {
    const many = Array.from({ length: 60 }, (_, n) => `a${n}: identifier`).join(' ');
    expect(await traceOf(callers.session, `{ integrations(first: 90) { nodes { ${many} } } }`)).not.toContain(
      'identifier',
    );
    expect(await traceOf(callers.session, `{ integrations(first: 10) { nodes { ${many} } } }`)).toContain('identifier');
  });

  test('is in no other answer', async () => {
    const query = '{ integrations(first: 1) { nodes { identifier } } }';
    for (const asked of [{}, { 'apollo-federation-include-trace': 'other' }]) {
      expect((await gateway.ask({ ...callers.session, ...asked }, query)).extensions).toBeUndefined();
    }
  });

  test('is in an answer to a request whose bytes were ready', async () => {
    const query = '{ integrations(first: 3) { totalCount } }';
    for (let times = 0; times < 3; times++) await gateway.ask(callers.session, query);
    expect(await traceOf(callers.session, query)).toContain('totalCount');
    expect((await gateway.ask(callers.session, query)).extensions).toBeUndefined();
  });

  test('has no secret, no token and no value of an argument', async () => {
    const query = `query ($id: ID!) {
      integration(by: { id: $id }) { name credentials { ... on SendGridIntegrationCredentials { apiKey } } }
    }`;
    const { data } = await gateway.ask(callers.session, query, { id: DEV.sendgrid });
    const { apiKey } = data.integration.credentials;
    expect(apiKey).toMatch(/^SG\./);
    const trace = await traceOf(callers.session, query, { id: DEV.sendgrid });
    expect(trace).toContain('apiKey');
    for (const value of [apiKey, 'dev-session', DEV.sendgrid]) expect(trace).not.toContain(value);
  });

  test('says that there was an error, and not which', async () => {
    const query = `{ integrations(filter: { environmentIds: ["${ACME_PROD}"] }) { totalCount } }`;
    const { errors, extensions } = await gateway.ask(traced(callers.devKey), query);
    const trace = Buffer.from(String(extensions?.ftv1), 'base64').toString('latin1');
    expect(errors?.[0]?.message).toMatch(/^An API key sees its own environment only/);
    expect(trace).toContain('<masked>');
    expect(trace).not.toMatch(/API key|FORBIDDEN/);
  });
});
