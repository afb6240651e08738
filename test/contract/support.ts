import { afterEach, expect } from '@jest/globals';
import { ACME_DEVELOPMENT, ACME_DEVELOPMENT_KEY, ACME_SESSION, demoSeed } from '../../src/novu-double/seed/seed.ts';
import { type Backend, type BackendOptions, startBackend } from '../../src/novu-double/server/backend.ts';
import type { Generation } from '../../src/novu-double/state/records.ts';
import type { IntegrationSeed, Seed } from '../../src/novu-double/state/seed-types.ts';

export const GENERATIONS: readonly Generation[] = ['api2024', 'api2026'];
export const V1 = '/v1/integrations';
/** Well formed, and of no record. */
export const UNKNOWN_ID = '65f0000000000000000000ff';

const running: Backend[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((backend) => backend.stop()));
});

/** A double that stops after the test. */
export async function start(options: BackendOptions = {}): Promise<Backend> {
  const backend = await startBackend(options);
  running.push(backend);
  return backend;
}

/** A double with Acme, Globex and only these integrations. */
export function startWith(integrations: readonly IntegrationSeed[], options: BackendOptions = {}): Promise<Backend> {
  return start({ ...options, seed: seedWith(integrations) });
}

export function seedWith(integrations: readonly IntegrationSeed[]): Seed {
  return { ...demoSeed(), integrations };
}

/** An email integration in Acme's Development, named by one capital letter. */
export function email(letter: string, seed: Partial<IntegrationSeed> = {}): IntegrationSeed {
  return {
    id: idOf(letter),
    environmentId: ACME_DEVELOPMENT,
    providerId: 'sendgrid',
    channel: 'email',
    name: letter,
    identifier: letter.toLowerCase(),
    ...seed,
  };
}

export function idOf(letter: string): string {
  return `65e${letter.charCodeAt(0).toString(16).padStart(21, '0')}`;
}

/** An integration on the wire, as far as tests read it. */
export interface Wire {
  readonly [field: string]: unknown;
  readonly _id: string;
  readonly name: string;
  readonly identifier: string;
  readonly active: boolean;
  readonly primary: boolean;
  readonly priority: number;
  readonly credentials?: Readonly<Record<string, unknown>>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Headings = Readonly<Record<string, string>>;

export interface Client {
  get(path: string, headers?: Headings): Promise<Reply>;
  post(path: string, body?: unknown, headers?: Headings): Promise<Reply>;
  put(path: string, body?: unknown, headers?: Headings): Promise<Reply>;
  delete(path: string, headers?: Headings): Promise<Reply>;
}

export function client(backend: Backend, identity: Headings): Client {
  const send = async (method: string, path: string, body: unknown, headers: Headings = {}): Promise<Reply> => {
    const response = await fetch(backend.url + path, {
      method,
      headers: { ...identity, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
  };
  return {
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    delete: (path, headers) => send('DELETE', path, undefined, headers),
  };
}

export function apiKey(backend: Backend, key = ACME_DEVELOPMENT_KEY): Client {
  return client(backend, { authorization: `ApiKey ${key}` });
}

export function session(backend: Backend, environmentId = ACME_DEVELOPMENT, token = ACME_SESSION): Client {
  return client(backend, { authorization: `Bearer ${token}`, 'novu-environment-id': environmentId });
}

/** The integration in a reply with the expected status. */
export function integration(reply: Reply, status: number): Wire {
  expect(reply.status).toBe(status);
  expect(Object.keys(reply.body)).toEqual(['data']);
  return reply.body.data as Wire;
}

/** The integrations in a 200. */
export function integrations(reply: Reply): Wire[] {
  expect(reply.status).toBe(200);
  expect(Object.keys(reply.body)).toEqual(['data']);
  return reply.body.data as Wire[];
}

/** One integration as the list shows it to a session, which sees everything. */
export async function listed(backend: Backend, id: string): Promise<Wire> {
  const found = integrations(await session(backend).get(V1)).find(({ _id }) => _id === id);
  if (found === undefined) throw new Error(`There is no ${id} in the list`);
  return found;
}

/** Ranks by name, e.g. `A2 B1 C0- P3*`: priority, `-` for inactive, `*` for primary. */
export async function standing(backend: Backend): Promise<string> {
  const all = integrations(await session(backend).get(V1));
  const ranks = all.map(
    ({ name, priority, active, primary }) => `${name}${priority}${active ? '' : '-'}${primary ? '*' : ''}`,
  );
  return ranks.sort().join(' ');
}

const PHRASES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Unprocessable Entity',
};

/** Expects a refusal by a rule: status, message and what its generation adds to them (contract §7). */
export function expectRefusal(reply: Reply, generation: Generation, status: number, message: unknown): void {
  const error = PHRASES[status];
  expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
  expect({ status: reply.status, ...reply.body }).toEqual({
    status,
    statusCode: status,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    path: expect.stringMatching(/^\/v1\//),
    message,
    error,
    ...(generation === 'api2026' ? { ctx: { error, statusCode: status } } : {}),
  });
}

/** Expects a refusal by the validation pipe: 400 with the texts on api2024, 422 with them under `general` on api2026. */
export function expectInvalid(reply: Reply, generation: Generation, messages: readonly string[]): void {
  if (generation === 'api2024') {
    expectRefusal(reply, 'api2024', 400, messages);
    return;
  }
  expect({ status: reply.status, ...reply.body }).toMatchObject({
    status: 422,
    statusCode: 422,
    message: 'Validation Error',
    ctx: {},
    errors: { general: { messages, value: 'No Value Recorded' } },
  });
}

/** Expects a server failure: 500 with an id for support. */
export function expectFailure(reply: Reply): void {
  expect({ status: reply.status, ...reply.body }).toMatchObject({
    status: 500,
    statusCode: 500,
    message: 'Internal server error, contact support and provide them with the errorId',
    errorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
}
