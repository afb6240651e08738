import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isObjectType } from 'graphql';
import { createSchema } from '../../src/graphql/schema.ts';
import { DEV } from '../helpers/demo-data.ts';
import { callers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { isGuarded } from '../helpers/guards.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

describe('FEDERATION=off', () => {
  let plain: TestGateway;
  beforeAll(async () => {
    plain = await startGateway({ FEDERATION: 'off' });
  });
  afterAll(() => plain.stop());

  test('leaves out _service and _entities', async () => {
    for (const query of ['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }']) {
      const { status, errors } = await plain.ask(callers.session, query);
      expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    }
    const { data } = await plain.ask(callers.session, '{ __schema { types { name } } }');
    const names: string[] = data.__schema.types.map(({ name }: { name: string }) => name);
    expect(names.filter((name) => /^_[A-Z]|^(link|federation)__/.test(name))).toEqual([]);
  });

  test('sends routers neither traces nor cache tags', async () => {
    const asking = { ...callers.session, 'apollo-federation-include-trace': 'ftv1', 'x-cache-tags': '1' };
    expect((await plain.ask(asking, '{ integrations { totalCount } }')).extensions).toBeUndefined();
  });

  test('serves all the rest as it is: values, guards and @oneOf', async () => {
    const query = `{
      integration(by: { id: "${DEV.sendgrid}" }) {
        channel createdAt environment { id }
        credentials { __typename ... on HiddenIntegrationCredentials { reason } ... on SendGridIntegrationCredentials { apiKey } }
        configurations { inboundWebhookSigningKey }
      }
    }`;
    for (const caller of [callers.session, callers.devKey]) {
      const expected = await gateway.ask(caller, query);
      const { data, errors } = await plain.ask(caller, query);
      expect(errors).toBeUndefined();
      expect(data).toEqual(expected.data);
    }
    const node = `{ node(id: "${DEV.sendgrid}") { __typename ... on Integration { name } } }`;
    expect((await plain.ask(callers.devKey, node)).data).toEqual({
      node: { __typename: 'Integration', name: 'SendGrid' },
    });
    const both = { id: DEV.sendgrid, identifier: { identifier: 'sendgrid' } };
    const { errors } = await plain.ask(callers.session, 'query ($by: IntegrationBy!) { integration(by: $by) { id } }', {
      by: both,
    });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('guards the same fields in what it serves', () => {
    const [on, off] = [guardedFields(true), guardedFields(false)];
    expect(off.length).toBeGreaterThan(200);
    expect(off).toEqual(on);
  });
});

function guardedFields(federation: boolean): string[] {
  const types = Object.values(createSchema({ federation }).schema.getTypeMap()).filter(isObjectType);
  const fields = types.flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
  return fields
    .filter(({ field }) => isGuarded(field.resolve))
    .map(({ type, field }) => `${type}.${field.name}`)
    .sort();
}
