import { describe, expect, test } from '@jest/globals';
import { assertAllowedSinchSmsRegion } from '@novu/shared';
import { assertSafeSmtpOutboundTargetSync } from '@novu/shared/utils/validate-smtp-outbound-target';
import { type RefusalReason, UpstreamRefusedError } from '../../src/model/errors.ts';
import { answering, errorOf, sourceOf, startScripted, WRITES } from './harness.ts';

/** A row of the tables in contract §3, §5 and §7: which write, what upstream answers, and what it means. */
type Case = readonly [write: keyof typeof WRITES, status: number, text: unknown, reason: RefusalReason];

const invalid = (...fields: string[]): RefusalReason => ({ kind: 'INVALID', fields });

/** What Novu's own checks say of a value, in its words. */
function textOf(check: () => unknown): string {
  try {
    return `no refusal: ${check()}`;
  } catch (error) {
    return (error as Error).message;
  }
}

const smtp = (host: string, port?: string | number) =>
  textOf(() => assertSafeSmtpOutboundTargetSync(host, port, { secure: true }));

const RULES: readonly Case[] = [
  ['create', 409, 'Integration with identifier already exists', { kind: 'IDENTIFIER_TAKEN' }],
  ['update', 409, 'Integration with identifier already exists', { kind: 'IDENTIFIER_TAKEN' }],
  ['create', 409, 'Integration with novu provider for email channel already exists', { kind: 'NOVU_PROVIDER_EXISTS' }],
  ['create', 409, 'Integration with novu provider for agent runtime already exists', { kind: 'NOVU_PROVIDER_EXISTS' }],
  ['create', 400, 'One environment can only have one In app provider', { kind: 'ONE_IN_APP_ONLY' }],
  [
    'create',
    400,
    'Creating Novu integration for novu-email provider is not allowed',
    { kind: 'NOVU_PROVIDER_NOT_ALLOWED' },
  ],
  [
    'create',
    400,
    "Provider gateway can't resolve the host with the given hostname BODY-MARK",
    { kind: 'CHECK_FAILED' },
  ],
  ['create', 404, 'Environment with id 65a0000000000000000000aa not found', { kind: 'ENVIRONMENT_NOT_FOUND' }],
  ['update', 404, 'Environment with id 65a0000000000000000000aa not found', { kind: 'ENVIRONMENT_NOT_FOUND' }],
  ['update', 404, 'Entity with id 65b000000000000000000001 not found', { kind: 'NOT_FOUND' }],
  ['delete', 404, 'Entity with id 65b000000000000000000001 not found', { kind: 'NOT_FOUND' }],
  ['setPrimary', 404, 'Integration with id 65b000000000000000000001 not found', { kind: 'NOT_FOUND' }],
  ['autoConfigure', 404, 'Integration not found, id: 65b000000000000000000001', { kind: 'NOT_FOUND' }],
  ['delete', 404, 'Not Found', { kind: 'NOT_FOUND' }],
  ['create', 404, 'Not Found', { kind: 'OTHER', status: 404 }],
  ['autoConfigure', 404, 'Cannot POST /v1/integrations/x/auto-configure', { kind: 'NOT_ON_SERVER' }],
  ['update', 400, 'No properties found for update', { kind: 'NOTHING_TO_UPDATE' }],
  ['setPrimary', 400, 'Channel in_app does not support primary', { kind: 'PRIMARY_NOT_SUPPORTED' }],
  ['setPrimary', 400, ['integrationId must be a mongodb id'], { kind: 'NOT_FOUND' }],
  [
    'update',
    403,
    'API key authentication is scoped to a single environment and cannot update an integration that belongs to a different environment.',
    { kind: 'ENVIRONMENT_SCOPE' },
  ],
  [
    'create',
    403,
    'This authentication scheme is scoped to a single environment and cannot target a different `_environmentId`.',
    { kind: 'ENVIRONMENT_SCOPE' },
  ],
  ['create', 402, 'Payment required', { kind: 'PLAN' }],
  ['create', 400, 'An unknown rule', { kind: 'OTHER', status: 400 }],
  ['create', 409, 'Another conflict', { kind: 'OTHER', status: 409 }],
  ['create', 413, 'request entity too large', { kind: 'TOO_LARGE', field: null }],
  ['update', 400, 'SMTP host is required.', invalid('credentials.host')],
  ['update', 400, 'Unable to resolve hostname "BODY-MARK".', invalid('credentials.host')],
  ['update', 400, 'Kannel host blocked: BODY-MARK', invalid('credentials.host')],
  ['create', 400, 'Mailgun base URL blocked: Requests to "BODY-MARK" are not allowed.', invalid('credentials.baseUrl')],
  ['create', 400, 'AppIO base URL blocked: BODY-MARK', invalid('credentials.AppIOBaseUrl')],
  ['create', 400, 'Braze API URL blocked: BODY-MARK', invalid('credentials.apiURL')],
  ['update', 400, 'Webhook URL is not a valid http(s) URL.', invalid('credentials.webhookUrl')],
  ['update', 400, 'Auth URL is not allowed: BODY-MARK', invalid('credentials.domain')],
  ['update', 400, 'Value is not valid; Value is not valid', invalid('rules')],
  ['create', 400, 'Value is required', invalid('rules')],
  ['update', 400, 'Invalid field reference in comparison; Value is required', invalid('rules')],
  ['update', 400, 'Invalid operation structure for operator "BODY-MARK"', invalid('rules')],
  ['update', 400, 'Invalid logical operator "and" structure', invalid('rules')],
  ['update', 400, 'Field variable is required', invalid('rules')],
  [
    'create',
    400,
    'Integration "65b0000000000000000000aa" has incomplete runtime credentials. Complete setup before provisioning.',
    { kind: 'INCOMPLETE_SETUP', integrationId: '65b0000000000000000000aa' },
  ],
  [
    'create',
    400,
    'Integration "BODY-MARK" has incomplete runtime credentials. Complete setup before provisioning.',
    { kind: 'INCOMPLETE_SETUP', integrationId: null },
  ],
  ['create', 415, 'Unsupported Media Type', { kind: 'OTHER', status: 415 }],
];

/** Texts of validation (contract §2.7, §3.10, §7) and the fields they name. */
const TEXTS: readonly (readonly [texts: string[], ...fields: string[]])[] = [
  [['active must be a boolean value'], 'active'],
  [['credentials.hmac must be a boolean value'], 'credentials.hmac'],
  [['credentials.apiKey must be a string', 'active must be a boolean value'], 'credentials.apiKey', 'active'],
  [['_environmentId must be a mongodb id'], 'environmentId'],
  [['environmentId should not be empty'], 'environmentId'],
  [['nested property credentials must be either object or array'], 'credentials'],
  [['conditions must be an array'], 'conditions'],
  [['conditions.each value in nested property conditions must be either object or array'], 'conditions'],
  [['each value in nested property conditions must be either object or array'], 'conditions'],
  [['conditions.0.isNegated must be a boolean value'], 'conditions'],
  [['providerId should not be null or undefined', 'providerId must be a string'], 'providerId'],
  [['channel must be one of the following values: in_app, email, sms, chat, push'], 'channel'],
  [['BODY-MARK must be hidden', '<b>name</b> must be', 'constructor must be']],
];

const SAFETY: readonly Case[] = [
  ...['', ' ', 'localhost', '127.0.0.1', '10.1.2.3', '::1', 'user@host', 'metadata.google.internal'].map(
    (host): Case => ['update', 400, smtp(host, 25), invalid('credentials.host')],
  ),
  ...[undefined, 0, '70000', '1.5', 'smtp'].map(
    (port): Case => ['create', 400, smtp('smtp.acme.example', port), invalid('credentials.port')],
  ),
  ...['mars', 'eu/x', ''].map(
    (region): Case => ['update', 400, textOf(() => assertAllowedSinchSmsRegion(region)), invalid('credentials.region')],
  ),
];

const envelopes = {
  api2024: (status: number, message: unknown) => ({
    statusCode: status,
    timestamp: '2026-01-01T00:00:00.000Z',
    path: '/v1/integrations',
    message,
    error: 'Some Reason',
  }),
  api2026: (status: number, message: unknown) => ({
    error: 'Some Reason',
    statusCode: status,
    timestamp: '2026-01-01T00:00:00.000Z',
    path: '/v1/integrations',
    message,
    ctx: { error: 'Some Reason', statusCode: status },
  }),
};

describe.each(Object.entries(envelopes))('%s', (_generation, envelope) => {
  test.each([...RULES, ...SAFETY])('a %s refused with %d %j', async (write, status, text, reason) => {
    expect(await reasonOf(write, status, envelope(status, text))).toEqual(reason);
  });
});

test.each(TEXTS)('api2024: 400 with %j', async (texts, ...fields) => {
  expect(await reasonOf('update', 400, envelopes.api2024(400, texts))).toEqual(invalid(...fields));
});

test.each(TEXTS)('api2026: 422 with %j', async (texts, ...fields) => {
  const errors = { general: { messages: texts, value: 'No Value Recorded' } };
  const body = { ...envelopes.api2026(422, 'Validation Error'), ctx: {}, errors };
  expect(await reasonOf('update', 422, body)).toEqual(invalid(...fields));
});

test('api2026: 422 keyed by field', async () => {
  const errors = { _environmentId: { messages: ['BODY-MARK'], value: 'BODY-MARK' }, 'BODY-MARK': { messages: [] } };
  const body = { ...envelopes.api2026(422, 'Validation Error'), errors };
  expect(await reasonOf('create', 422, body)).toEqual(invalid('environmentId'));
});

test('api2026: 422 for an id that cannot be one', async () => {
  const errors = { integrationId: { messages: ['integrationId must be a mongodb id'], value: 'x' } };
  const body = { ...envelopes.api2026(422, 'Validation Error'), errors };
  expect(await reasonOf('setPrimary', 422, body)).toEqual({ kind: 'NOT_FOUND' });
});

test.each([
  [
    'create',
    'Integration validation failed: conditions.0.children: Cast to embedded failed for value "BODY-MARK" (type string) at path "children" because of "ObjectParameterError"',
  ],
  [
    'update',
    'Cast to embedded failed for value "{ children: \'BODY-MARK\' }" (type Object) at path "conditions" because of "CastError"',
  ],
] as const)('%s: what mongoose says of conditions', async (write, text) => {
  expect(await reasonOf(write, 400, envelopes.api2024(400, text))).toEqual(invalid('conditions'));
});

test.each([
  'providerId',
  'channel',
  'kind',
  'name',
  'identifier',
  'environmentId',
  'credentials',
  'configurations',
  'conditions',
  'rules',
  'active',
  'check',
  'removeNovuBranding',
])('a complaint about %s names that field', async (field) => {
  expect(await reasonOf('update', 400, { message: [`${field} must be other`] })).toEqual(invalid(field));
});

test('a body with `errors` alone is a refusal, even where it names no field', async () => {
  expect(await reasonOf('create', 422, { errors: {} })).toEqual(invalid());
});

test.each([{ message: null }, { statusCode: 400 }, { error: 'Bad Request' }, { message: { deep: ['x'] } }])(
  'a minimal body, %j, is still a refusal',
  async (body) => {
    expect(await reasonOf('create', 400, body)).toEqual({ kind: 'OTHER', status: 400 });
  },
);

test('a server without the route may say so in a page', async () => {
  const upstream = await startScripted((response) =>
    response
      .writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
      .end('<!DOCTYPE html><pre>Cannot POST /v1/integrations/x/auto-configure</pre>'),
  );
  const error = await errorOf(Promise.resolve(WRITES.autoConfigure?.run(sourceOf(upstream.url))));
  expect(error).toMatchObject({ reason: { kind: 'NOT_ON_SERVER' } });
});

async function reasonOf(write: string, status: number, body: unknown): Promise<RefusalReason | undefined> {
  const upstream = await answering(status, body);
  const error = await errorOf(Promise.resolve(WRITES[write]?.run(sourceOf(upstream.url))));
  expect(error).toBeInstanceOf(UpstreamRefusedError);
  return error instanceof UpstreamRefusedError ? error.reason : undefined;
}
