import { describe, expect, test } from '@jest/globals';
import { createCacheScope, mayAskForEnvironments, mayReadSecrets, readCaller } from '../../src/model/caller.ts';
import { BadUserInputError, UnauthenticatedError } from '../../src/model/errors.ts';

const KEY = 'a'.repeat(32);
const ENV = '65a00000000000000000000f';
const OTHER_ENV = '65a00000000000000000000e';

describe('a caller', () => {
  test.each([
    ['ApiKey abc', undefined, 'API_KEY', false],
    [`Bearer ${KEY}`, undefined, 'API_KEY', false],
    [`Bearer ${KEY.toUpperCase()}`, ENV, 'API_KEY', false],
    ['Bearer eyJ.a.b', ENV, 'SESSION', true],
    ['Bearer a-._~+/Z9==', ENV, 'SESSION', true],
    [`Bearer ${KEY}0`, ENV, 'API_KEY', false],
    [`Bearer ${KEY}=`, ENV, 'API_KEY', false],
    [`Bearer ${KEY}.eyJ`, ENV, 'API_KEY', false],
    [`Bearer ${KEY.slice(1)}`, ENV, 'SESSION', true],
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
    'ApiKey\tx',
    'ApiKey x y',
    'ApiKey x, Bearer y',
    'ApiKey x ',
    'ApiKey =',
    'ApiKey a=b',
    'ApiKey käse',
    'Bearer "x"',
    'Bearer a\nb',
    'Bearer realm="x"',
    `Bearer ${KEY} x`,
    'Bearer ',
    'apikey abc',
    'bearer x',
    'Basic abc',
    'Token',
    ' Bearer x',
  ])('%p is unauthenticated', (authorization) => {
    expect(() => readCaller(authorization, ENV)).toThrow(UnauthenticatedError);
  });

  test('spaces before the token are one space', () => {
    expect(readCaller('ApiKey   abc', undefined)).toEqual(readCaller('ApiKey abc', undefined));
  });

  test.each(['env', `${ENV}0`, ENV.slice(1), `${ENV}, ${ENV}`, ` ${ENV}`, 'g'.repeat(24), '*'])(
    'the environment %p is refused, by an error that names the header',
    (environment) => {
      for (const authorization of ['ApiKey abc', 'Bearer eyJ', 'Keyless pk_1']) {
        expect(() => readCaller(authorization, environment)).toThrow(BadUserInputError);
        expect(() => readCaller(authorization, environment)).toThrow(/Novu-Environment-Id/);
      }
    },
  );

  test('an environment in capitals is the same one', () => {
    expect(readCaller('Bearer eyJ', ENV.toUpperCase())).toEqual(readCaller('Bearer eyJ', ENV));
  });

  test.each(['ApiKey abc', 'Bearer eyJ', 'Keyless pk_1', 'OAuth2 tok'])(
    'where credentials are off, %s sees none',
    (of) => {
      expect(mayReadSecrets(readCaller(of, ENV, 'never'))).toBe(false);
    },
  );

  test.each([undefined, ''])('the environment %p is none', (environment) => {
    expect(readCaller('ApiKey abc', environment).environmentId).toBeUndefined();
    expect(readCaller('ApiKey abc', ENV).environmentId).toBe(ENV);
  });

  test.each([
    ['ApiKey abc', true],
    ['Bearer eyJ.a.b', true],
    ['Keyless pk_1', false],
    ['OAuth2 tok', false],
  ])('%s may ask for its environments: %s', (authorization, may) => {
    expect(mayAskForEnvironments(readCaller(authorization, ENV))).toBe(may);
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
  const caller = readCaller('Bearer eyJ', ENV);

  test('is the same for the same caller, and names neither token nor environment', () => {
    expect(scope(caller)).toBe(scope(readCaller('Bearer eyJ', ENV)));
    expect(scope(caller)).toMatch(/^[\w-]{43}$/);
  });

  test('differs by scheme, token, environment, secret and upstream', () => {
    const others = [
      scope({ ...caller, scheme: 'API_KEY' }),
      scope({ ...caller, environmentId: undefined }),
      scope(readCaller('Bearer eyK', ENV)),
      scope(readCaller('Bearer eyJ', OTHER_ENV)),
      scope(readCaller('ApiKey eyJ', ENV)),
      createCacheScope('other', 'https://api.example')(caller),
      createCacheScope('secret', 'https://other.example')(caller),
    ];
    expect(new Set([scope(caller), ...others]).size).toBe(8);
  });
});
