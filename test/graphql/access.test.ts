import { expect, test } from '@jest/globals';
import { credentialStateFor, credentialsFor } from '../../src/graphql/access.ts';
import { type Caller, readCaller } from '../../src/model/caller.ts';
import type { Integration } from '../../src/model/integration.ts';
import { sampleList } from '../cache/support/sample.ts';

/* The rule of schema/DESIGN.md §3, where a bug has handed over secrets that the caller must not have. */
const ENVIRONMENT = '65a0000000000000000000b1';
const secrets = { credentials: { apiKey: 'SECRET' }, incomplete: false, inboundWebhookSigningKey: null };
const [sendGrid] = sampleList(1);
if (sendGrid?.providerId !== 'sendgrid') throw new Error('The sample begins with another provider');
const row: Integration = { ...sendGrid, secrets };

test.each<[string, Caller]>([
  ['API_KEY_CALLER', readCaller(`ApiKey ${'a'.repeat(32)}`, undefined)],
  ['SCHEME_NOT_ALLOWED', readCaller('OAuth2 token', undefined)],
  ['SCHEME_NOT_ALLOWED', readCaller('Keyless token', ENVIRONMENT)],
  ['SWITCHED_OFF', readCaller('Bearer token', ENVIRONMENT, 'never')],
])('%s: neither the values nor which there are', (reason, caller) => {
  expect(credentialsFor(caller, row)).toEqual({ __typename: 'HiddenIntegrationCredentials', reason });
  expect(credentialStateFor(caller, row)).toBeNull();
});

test('a session sees both', () => {
  const caller = readCaller('Bearer token', ENVIRONMENT);
  expect(credentialsFor(caller, row)).toMatchObject({ __typename: 'SendGridIntegrationCredentials', apiKey: 'SECRET' });
  expect(credentialStateFor(caller, row)?.map(({ isSet }) => isSet)).toEqual([true, false, false, false, false]);
});
