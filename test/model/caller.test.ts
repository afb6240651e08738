import { describe, expect, test } from '@jest/globals';
import { createCacheScope, mayAskForEnvironments, mayReadSecrets, readCaller } from '../../src/model/caller.ts';
import { BadUserInputError, UnauthenticatedError } from '../../src/model/errors.ts';

const KEY = 'a'.repeat(32);

describe('a caller', () => {
  test.each([
    ['ApiKey abc', undefined, 'API_KEY', false],
    [`Bearer ${KEY}`, undefined, 'API_KEY', false],
    [`Bearer ${KEY.toUpperCase()}`, 'env', 'API_KEY', false],
    ['Bearer eyJ.a.b', 'env', 'SESSION', true],
    [`Bearer ${KEY}0`, 'env', 'SESSION', true],
    [`Bearer ${KEY.slice(1)}`, 'env', 'SESSION', true],
    ['Keyless pk_1', undefined, 'KEYLESS', false],
    ['OAuth2 tok', undefined, 'OAUTH2', false],
  ] as const)('%s (environment %s) is %s and may read secrets: %s', (authorization, environment, scheme, may) => {
    const caller = readCaller(authorization, environment);
    expect([caller.scheme, mayReadSecrets(caller)]).toEqual([scheme, may]);
    expect(caller.authorization).toBe(authorization);
  });

  test.each([
    undefined,
    '',
    'ApiKey',
    'ApiKey ',
    'ApiKey  x',
    'Bearer ',
    'apikey abc',
    'bearer x',
    'Basic abc',
    'Token',
    ' Bearer x',
  ])('%p is unauthenticated', (authorization) => {
    expect(() => readCaller(authorization, 'env')).toThrow(UnauthenticatedError);
  });

  test.each([undefined, ''])('the environment %p is none', (environment) => {
    expect(readCaller('ApiKey abc', environment).environmentId).toBeUndefined();
    expect(readCaller('ApiKey abc', 'env').environmentId).toBe('env');
  });

  test.each([
    ['ApiKey abc', true],
    ['Bearer eyJ.a.b', true],
    ['Keyless pk_1', false],
    ['OAuth2 tok', false],
  ])('%s may ask for its environments: %s', (authorization, may) => {
    expect(mayAskForEnvironments(readCaller(authorization, 'env'))).toBe(may);
  });

  test.each([undefined, ''])(
    'a session with the environment %p gets an error that names the missing header',
    (environment) => {
      expect(() => readCaller('Bearer eyJ', environment)).toThrow(BadUserInputError);
      expect(() => readCaller('Bearer eyJ', environment)).toThrow(/Novu-Environment-Id/);
    },
  );
});

describe('the scope of a caller', () => {
  const scope = createCacheScope('secret', 'https://api.example');
  const caller = readCaller('Bearer eyJ', 'env');

  test('is the same for the same caller, and names neither token nor environment', () => {
    expect(scope(caller)).toBe(scope(readCaller('Bearer eyJ', 'env')));
    expect(scope(caller)).toMatch(/^[\w-]{43}$/);
  });

  test('differs by scheme, token, environment, secret and upstream', () => {
    const others = [
      scope({ ...caller, scheme: 'API_KEY' }),
      scope({ ...caller, environmentId: undefined }),
      scope(readCaller('Bearer eyK', 'env')),
      scope(readCaller('Bearer eyJ', 'env2')),
      scope(readCaller('ApiKey eyJ', 'env')),
      createCacheScope('other', 'https://api.example')(caller),
      createCacheScope('secret', 'https://other.example')(caller),
    ];
    expect(new Set([scope(caller), ...others]).size).toBe(8);
  });
});
