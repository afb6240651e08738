import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { stored } from '../../helpers/demo-data.ts';
import { callers, type Headers, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { mutate } from '../../helpers/mutate.ts';
import { error, type UserError } from '../../helpers/refusal.ts';
import { rewriteRow } from '../../helpers/rewrite-row.ts';

/** Release 3.19.0 saves an agent before it finds its credentials incomplete (contract §11): the row stays, the answer is a 400. */
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

const SELECTION = 'integration { id name } changedIntegrations { id } errors { __typename code path }';
const create = (input: object, caller: Headers = callers.session) =>
  mutate(gateway, caller, 'createIntegration', input, SELECTION);
const incomplete = (...path: string[]) => ({
  __typename: 'IntegrationIncompleteSetupError',
  ...error('INCOMPLETE_SETUP', ...path),
});

/** The row that a refused create leaves: an agent without what its provider requires. */
async function leftBehind(identifier: string): Promise<string> {
  const complete = { anthropic: { apiKey: 'sk', externalEnvironmentId: 'env' } };
  const { integration } = await create({ identifier, name: 'Helper', credentials: complete });
  const { errors } = await mutate(gateway, callers.session, 'updateIntegration', {
    id: integration.id,
    credentials: { raw: {} },
  });
  expect(errors).toEqual([]);
  return integration.id;
}

/** The double refuses an incomplete agent with a 400 of its own wording; this is Novu's. */
const refusedAs = (name: string) =>
  gateway.backend.faults.add({
    kind: 'rewrite',
    method: 'POST',
    times: 1,
    rewrite: () => ({
      statusCode: 400,
      message: `Integration "${name}" has incomplete runtime credentials. Complete setup before provisioning.`,
    }),
  });

describe('a create that was refused after the row was saved', () => {
  const input = { credentials: { anthropic: { externalVaultId: 'v' } } };

  test.each<[string, Headers]>([
    ['a session', callers.session],
    ['an API key', callers.devKey],
  ])('shows the integration beside INCOMPLETE_SETUP, to %s', async (_name, caller) => {
    const id = await leftBehind('helper');
    refusedAs(id);
    expect(await create(input, caller)).toEqual({
      integration: { id, name: 'Helper' },
      changedIntegrations: [],
      errors: [incomplete('credentials', 'anthropic')],
    });
  });

  test('is found by its identifier where the refusal does not name it', async () => {
    const id = await leftBehind('helper');
    refusedAs('the new one');
    // The row bears the name of the create that was refused.
    for (const _read of ['before', 'after']) {
      gateway.backend.faults.add(rewriteRow('/v1/integrations', id, (row) => ({ ...row, identifier: 'helper-2' })));
    }
    const selection = 'integration { id } errors { __typename code path }';
    const again = { ...input, identifier: 'helper-2' };
    expect(await mutate(gateway, callers.session, 'createIntegration', again, selection)).toMatchObject({
      integration: { id },
      errors: [incomplete('credentials', 'anthropic')],
    });
  });

  test('is told even where the list cannot be read', async () => {
    const id = await leftBehind('helper-3');
    refusedAs(id);
    gateway.backend.faults.add({ kind: 'status', status: 500, method: 'GET' });
    const payload = await mutate(
      gateway,
      callers.session,
      'createIntegration',
      input,
      'integration { id } errors { code }',
    );
    expect(payload).toEqual({ integration: null, errors: [{ code: 'INCOMPLETE_SETUP' }] });
  });
});

describe('the same create again', () => {
  test.each<[string, Headers]>([
    ['a session', callers.session],
    ['an API key', callers.devKey],
  ])('meets its own row, and is not told that the identifier is taken: %s', async (_name, caller) => {
    const id = await leftBehind('again');
    // The double judges the credentials first: what it answers is made Novu's 409.
    const taken = { statusCode: 409, message: 'Integration with identifier already exists' };
    gateway.backend.faults.add({ kind: 'rewrite', method: 'POST', times: 1, rewrite: () => taken });
    const input = { identifier: 'again', credentials: { anthropic: { apiKey: 'sk' } } };
    const payload = await create(input, caller);
    expect(payload).toMatchObject({ integration: { id }, errors: [incomplete('credentials', 'anthropic')] });
  });

  test('tells an API key the same of a whole agent and of an incomplete one, whatever it sends', async () => {
    const sent = [{ apiKey: 'sk', externalEnvironmentId: 'e' }, { externalEnvironmentId: 'e' }];
    await leftBehind('half');
    await create({ identifier: 'whole', name: 'Helper', credentials: { anthropic: sent[0] } });
    const taken = { statusCode: 409, message: 'Integration with identifier already exists' };
    const fields = 'errors { code message path }';
    const told: { errors: UserError[] }[] = [];
    for (const identifier of ['half', 'whole']) {
      for (const anthropic of sent) {
        gateway.backend.faults.add({ kind: 'rewrite', method: 'POST', times: 1, rewrite: () => taken });
        const input = { identifier, credentials: { anthropic } };
        told.push(await mutate(gateway, callers.devKey, 'createIntegration', input, fields));
      }
    }
    expect(told[0]?.errors).toMatchObject([error('INCOMPLETE_SETUP', 'credentials', 'anthropic')]);
    expect(told[0]?.errors[0]?.message).toContain('perhaps');
    expect(told).toEqual(told.map(() => told[0]));
  });

  test.each<[string, object, object]>([
    ['that is connected', { connected: true }, {}],
    ['whose setup is done', { provisioning: { status: 'ready' } }, {}],
    ['of another name', {}, { name: 'Other' }],
  ])('by an API key is no repeat where it meets an agent %s', async (_name, row, input) => {
    const id = await leftBehind('again');
    const taken = { statusCode: 409, message: 'Integration with identifier already exists' };
    gateway.backend.faults.add({ kind: 'rewrite', method: 'POST', times: 1, rewrite: () => taken });
    for (const _read of ['before', 'after']) {
      gateway.backend.faults.add(rewriteRow('/v1/integrations', id, (stored) => ({ ...stored, ...row })));
    }
    const selection = 'integration { id } errors { code path }';
    const create = { identifier: 'again', credentials: { anthropic: { apiKey: 'sk' } }, ...input };
    expect(await mutate(gateway, callers.devKey, 'createIntegration', create, selection)).toEqual({
      integration: null,
      errors: [error('IDENTIFIER_TAKEN', 'identifier')],
    });
  });

  test('of another provider, or of a whole agent, is told that the identifier is taken', async () => {
    await create({ identifier: 'whole', credentials: { anthropic: { apiKey: 'sk', externalEnvironmentId: 'e' } } });
    const whole = { identifier: 'whole', credentials: { anthropic: { apiKey: 'sk', externalEnvironmentId: 'e' } } };
    expect(await create(whole)).toMatchObject({ integration: null, errors: [error('IDENTIFIER_TAKEN', 'identifier')] });
    const id = await leftBehind('mine');
    expect(await create({ identifier: 'mine', providerId: 'discord' })).toMatchObject({
      integration: null,
      errors: [error('IDENTIFIER_TAKEN', 'identifier')],
    });
    expect(stored(gateway.backend, id).deleted).toBe(false);
  });
});

describe('rules that Novu refuses', () => {
  test('are told at `rules`, with what it does accept', async () => {
    const rewrite = () => ({ statusCode: 400, message: 'Value is not valid; Value is not valid' });
    gateway.backend.faults.add({ kind: 'rewrite', method: 'PUT', rewrite });
    const { id } = (await create({ providerId: 'discord' })).integration;
    const input = { id, rules: { unheard_of: [{ var: 'tenant.identifier' }, 'acme'] } };
    const payload = await mutate(gateway, callers.session, 'updateIntegration', input, 'errors { code path message }');
    expect(payload.errors).toMatchObject([error('INVALID_INPUT', 'rules')]);
    expect(payload.errors[0].message).toMatch(/subscriber\.\*/);
  });
});

test.each<[string, object, string]>([
  ['nodemailer', { host: 'localhost', port: '25' }, 'host'],
  ['nodemailer', { host: '10.0.0.7', port: '25' }, 'host'],
  ['nodemailer', { host: 'user@smtp.acme.example', port: '25' }, 'host'],
  ['nodemailer', { host: 'smtp.acme.example', port: '70000' }, 'port'],
  ['nodemailer', { host: 'smtp.acme.example' }, 'port'],
  ['sinch', { servicePlanId: 'p', region: 'mars' }, 'region'],
])('a refusal of the safety check of %s %j points at its field', async (member, values, key) => {
  const errors = [error('INVALID_INPUT', 'credentials', member, key)];
  expect((await create({ credentials: { [member]: values } })).errors).toMatchObject(errors);
  const { id } = (await create({ providerId: member })).integration;
  const fields = 'errors { code path }';
  const typed = { id, credentials: { [member]: values } };
  expect((await mutate(gateway, callers.devKey, 'updateIntegration', typed, fields)).errors).toEqual(errors);
  const patch = { id, credentialsPatch: values };
  expect((await mutate(gateway, callers.session, 'updateIntegration', patch, fields)).errors).toEqual([
    error('INVALID_INPUT', 'credentialsPatch', key),
  ]);
});
