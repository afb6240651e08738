import { expect, test } from '@jest/globals';
import { isInputObjectType, isObjectType } from 'graphql';
import { credentialFieldName, providers } from '../../src/catalog/catalog.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { SEED_KEYS } from './seed-keys.ts';

const { schema } = createSchema();

/** The fields of all provider types whose name has this end. */
function fieldsOf(end: RegExp): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => end.test(name));
  return new Set(
    types.flatMap((type) => (isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : [])),
  );
}

test.each(Object.entries(SEED_KEYS))('%s: every credential key is a field of inputs and outputs', (_seed, keys) => {
  const inputs = fieldsOf(/CredentialsInput$/);
  const outputs = fieldsOf(/Credentials$/);
  expect(keys.length).toBeGreaterThan(40);
  expect(keys.map(credentialFieldName).filter((name) => !inputs.has(name) || !outputs.has(name))).toEqual([]);
});

test.each([
  ['novu-email-agent', ['emailSlugPrefix', 'outboundIntegrationId', 'useFromAddressOverride', 'fromAddressOverride']],
  ['anthropic', ['externalVaultId']],
  ['anthropic-aws', ['externalVaultId']],
  ['ses', ['configurationSetName']],
  ['email-webhook', ['hmacSecretKeyEncoding']],
  ['tool-webhook', ['routingMode']],
  ['twilio', ['region']],
  ['ruach-sms', ['apiKey', 'clientId', 'from']],
])('%s has what newer servers know', (id, keys) => {
  const provider = providers.find((one) => one.id === id);
  expect(provider?.credentialFields.map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
});

test('the catalog has providers that are newer than the package, each once, and agents last', () => {
  const ids = providers.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['grafana', 'ruach-sms', 'novu-web-chat']));
  expect(new Set(ids).size).toBe(ids.length);
  const kinds = providers.map(({ kind }) => kind);
  expect(kinds.lastIndexOf('DELIVERY')).toBeLessThan(kinds.indexOf('AGENT'));
});
