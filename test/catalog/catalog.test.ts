import { describe, expect, test } from '@jest/globals';
import { credentialFieldName, isMaskedKey, isSecretKey, providers } from '../../src/catalog/catalog.ts';

const fields = providers.flatMap(({ id, credentialFields }) => credentialFields.map((field) => ({ id, ...field })));

describe('what a form masks', () => {
  test('is what is like a password, and not all that is withheld', () => {
    const masked = new Set(fields.filter(({ key }) => isMaskedKey(key)).map(({ key }) => key));
    const passwords = [
      'accessKey',
      'apiKey',
      'apiToken',
      'appSid',
      'headers',
      'password',
      'secretKey',
      'serviceAccount',
    ];
    expect([...masked].sort()).toEqual([...passwords, 'signingSecret', 'token']);
    expect(fields.filter(({ key }) => isMaskedKey(key) && !isSecretKey(key))).toEqual([]);
    const readable = fields.filter(({ key }) => isSecretKey(key) && !isMaskedKey(key)).map(({ key }) => key);
    expect(readable).toEqual(expect.arrayContaining(['baseUrl', 'user', 'clientId', 'accountSid', 'webhookUrl']));
  });

  test('holds nothing whose label says that it is secret, and leaves nothing like that open', () => {
    const open = fields.filter(({ key, label }) => !isMaskedKey(key) && /password|secret|token/i.test(label));
    // Names of request headers, and how a key is written.
    expect(open.map(({ key }) => key).sort()).toEqual([
      'authenticateByToken',
      'authenticationTokenKey',
      'hmacSecretKeyEncoding',
      'secretKeyRequestHeader',
    ]);
  });
});

test('no credential has the name of a field that all credentials types have', () => {
  const names = new Set(fields.map(({ key }) => credentialFieldName(key)));
  expect(['providerId', 'values', 'stored', 'extra'].filter((name) => names.has(name))).toEqual([]);
});
