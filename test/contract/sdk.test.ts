import { describe, expect, test } from '@jest/globals';
import { Novu } from '@novu/api';
import { ACME_DEVELOPMENT_KEY, GLOBEX_KEY } from '../../src/novu-double/seed/seed.ts';
import type { Backend } from '../../src/novu-double/server/backend.ts';
import { email, idOf, listed, start, startWith, UNKNOWN_ID } from './support.ts';

/*
 * The official SDK as a black box: what it cannot parse, it rejects (contract §7.1). It retries for up to an hour, so its
 * own retries are off, except where a test is about them.
 */
function sdk(backend: Backend, secretKey = ACME_DEVELOPMENT_KEY): Novu {
  return new Novu({ serverURL: backend.url, secretKey, retryConfig: { strategy: 'none' } });
}

const NEW = { providerId: 'sendgrid', channel: 'email', credentials: { apiKey: 'SG.sdk', from: 'f' } } as const;

describe('the official SDK', () => {
  test('list: everything of the demo data', async () => {
    const backend = await start();
    const { result } = await sdk(backend).integrations.list();
    expect(result).toHaveLength(11);
    expect(result[0]).toMatchObject({ providerId: 'sendgrid', channel: 'email', primary: true, credentials: {} });
    expect(result.find(({ providerId }) => providerId === 'anthropic')).toMatchObject({ kind: 'agent' });
  });

  test('list: conditions that are well formed', async () => {
    const backend = await start();
    const { result } = await sdk(backend, 'b'.repeat(32)).integrations.list();
    const [conditional] = result.filter(({ conditions }) => (conditions?.length ?? 0) > 0);
    expect(conditional?.conditions).toEqual([
      {
        isNegated: false,
        type: 'GROUP',
        value: 'AND',
        children: [{ field: 'plan', value: 'enterprise', operator: 'EQUAL', on: 'payload' }],
      },
    ]);
  });

  test('list: one condition on the tenant makes the whole list unreadable', async () => {
    const condition = { isNegated: false, type: 'GROUP', value: 'AND', children: [{ field: 'id', on: 'tenant' }] };
    const backend = await startWith([email('A'), email('B', { conditions: [condition] })]);
    await expect(sdk(backend).integrations.list()).rejects.toMatchObject({ name: 'ResponseValidationError' });
  });

  test('listActive', async () => {
    const backend = await start();
    const { result } = await sdk(backend, GLOBEX_KEY).integrations.listActive();
    expect(result.map(({ identifier }) => identifier)).toEqual(['postmark', 'plivo', 'inbox', 'discord', 'expo']);
  });

  test('create, which needs exactly 201', async () => {
    const backend = await startWith([]);
    const { result } = await sdk(backend).integrations.create({ ...NEW, name: 'Mail', active: true });
    expect(result).toMatchObject({ name: 'Mail', active: true, primary: true, deleted: false, kind: 'delivery' });
    expect(result.credentials).toBeUndefined();
    expect((await listed(backend, result.id ?? '')).credentials).toEqual(NEW.credentials);
    expect(backend.requests[0]?.headers['idempotency-key']).toEqual(expect.any(String));
  });

  test('update', async () => {
    const backend = await startWith([email('A', { credentials: { apiKey: 'old', secretKey: 's' } })]);
    const body = { name: 'Better', credentials: { apiKey: 'new' } };
    const { result } = await sdk(backend).integrations.update(body, idOf('A'));
    expect(result).toMatchObject({ id: idOf('A'), name: 'Better', identifier: 'a' });
    expect((await listed(backend, idOf('A'))).credentials).toEqual({ apiKey: 'new' });
  });

  test('setAsPrimary, which needs exactly 200', async () => {
    const backend = await startWith([email('A')]);
    const { result } = await sdk(backend).integrations.setAsPrimary(idOf('A'));
    expect(result).toMatchObject({ id: idOf('A'), active: true, primary: true });
    const older = await startWith([email('A')], { writeStatus: 201 });
    await expect(sdk(older).integrations.setAsPrimary(idOf('A'))).rejects.toMatchObject({ statusCode: 201 });
  });

  test('delete answers what is left', async () => {
    const backend = await startWith([email('A'), email('B', { credentials: { apiKey: 'k', hmac: true } })]);
    const { result } = await sdk(backend).integrations.delete(idOf('A'));
    expect(result).toMatchObject([
      { id: idOf('B'), credentials: { apiKey: expect.stringMatching(/^nvsk\./), hmac: true } },
    ]);
  });

  test('auto-configure: success, and a refusal that is no error', async () => {
    const complete = { apiKey: 'k', from: 'f', senderName: 's' };
    const backend = await startWith([
      email('A', { credentials: complete }),
      email('B'),
      email('C', { providerId: 'plunk' }),
    ]);
    const configure = async (letter: string) =>
      (await sdk(backend).integrations.integrationsControllerAutoConfigureIntegration(idOf(letter))).result;
    expect(await configure('A')).toMatchObject({ success: true, integration: {} });
    expect(backend.records()[0]?.configurations).toMatchObject({ inboundWebhookEnabled: true });
    const incomplete = 'Credentials are incomplete: apiKey, from, senderName';
    expect(await configure('B')).toEqual({ success: false, message: incomplete });
    expect(await configure('C')).toEqual({ success: false, message: 'Auto-configuration is not supported for plunk' });
    await expect(
      sdk(backend).integrations.integrationsControllerAutoConfigureIntegration(UNKNOWN_ID),
    ).rejects.toMatchObject({
      statusCode: 404,
      body: expect.stringContaining(`Integration not found, id: ${UNKNOWN_ID}`),
    });
  });

  test('environments.list', async () => {
    const backend = await start();
    const { result } = await sdk(backend).environments.list();
    expect(result.map(({ name, apiKeys }) => [name, apiKeys?.length])).toEqual([
      ['Development', 1],
      ['Production', 0],
    ]);
  });

  test('errors are of the classes that the SDK has for them', async () => {
    const backend = await startWith([email('A')]);
    const { integrations } = sdk(backend);
    await expect(integrations.create({})).rejects.toMatchObject({
      name: 'ValidationErrorDto',
      statusCode: 422,
      data$: {
        errors: {
          general: { messages: ['providerId should not be null or undefined', 'providerId must be a string'] },
        },
      },
    });
    await expect(integrations.create({ ...NEW, identifier: 'a' })).rejects.toMatchObject({
      name: 'ErrorDto',
      statusCode: 409,
      data$: { message: 'Integration with identifier already exists' },
    });
    await expect(integrations.delete(UNKNOWN_ID)).rejects.toMatchObject({ name: 'ErrorDto', statusCode: 404 });
    await expect(sdk(backend, 'f'.repeat(32)).integrations.list()).rejects.toMatchObject({
      name: 'ErrorDto',
      statusCode: 401,
      data$: { message: 'API Key not found' },
    });
  });

  test('a create whose answer was lost is retried with its key, and has run once', async () => {
    const backend = await startWith([], { idempotency: true });
    backend.faults.add({ kind: 'status', status: 502, when: 'after', method: 'POST', times: 1 });
    const backoff = { initialInterval: 1, maxInterval: 1, exponent: 1, maxElapsedTime: 60_000 };
    const retryConfig = { strategy: 'backoff', backoff, retryConnectionErrors: false } as const;
    const patient = new Novu({ serverURL: backend.url, secretKey: ACME_DEVELOPMENT_KEY, retryConfig });
    const { headers, result } = await patient.integrations.create(NEW);
    expect(headers['idempotency-replay']).toEqual(['true']);
    expect(backend.records().map(({ _id }) => _id)).toEqual([result.id]);
    const [first, second] = backend.requests.map((request) => request.headers['idempotency-key']);
    expect(second).toBe(first);
  });
});
