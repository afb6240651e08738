import { expect, test } from '@jest/globals';
import { startBackend } from '../../src/novu-double/server/backend.ts';
import { startGatewayProcess } from '../helpers/gateway-process.ts';
import { servePages } from '../helpers/page-server.ts';
import { stopAtEnd } from '../helpers/stop-at-end.ts';

/** What a start prints up to where it waits for requests. */
async function printed(env: Readonly<Record<string, string>>): Promise<string> {
  const gateway = await startGatewayProcess({ LOG_LEVEL: 'silent', ...env });
  await gateway.end();
  return gateway.output();
}

const SECRET = { CACHE_KEY_SECRET: 'a secret of at least 32 characters' };

test('on the embedded backend: mode, upstream and cache, with the setting that changes each', async () => {
  const output = await printed({});
  expect(output).toMatch(/^Mode: +development \(by default on the embedded backend\)$/m);
  expect(output).toMatch(/^Upstream: +embedded .*NOVU_API_URL/m);
  expect(output).toMatch(/^Cache: +memory .*REDIS_URL/m);
  expect(output).toMatch(/^Settings page: +http:\S+\/settings$/m);
  expect(output).not.toContain('WARNING');
  expect(output).not.toContain('Switched off');
});

test('before Novu: what production switches off, and no doubt', async () => {
  const backend = stopAtEnd(await startBackend());
  const output = await printed({ NOVU_API_URL: backend.url, SHOW_CREDENTIALS: 'never', FEDERATION: 'off' });
  expect(output).toMatch(/^Mode: +production \(by default with NOVU_API_URL\)$/m);
  expect(output).toContain(`Upstream:             ${backend.url}`);
  for (const setting of ['GATEWAY_MODE=development', 'SHOW_CREDENTIALS=sessions', 'FEDERATION=on'])
    expect(output).toContain(setting);
  expect(output).not.toContain('WARNING');
  expect(output).not.toContain('Demo');
});

test.each<[string, number, string]>([
  ['a page', 200, '<html></html>'],
  ['JSON of another kind', 200, '{"ok":true}'],
  ['a proxy without a backend', 502, 'Bad gateway'],
  ['another API', 404, '{"message":"Cannot GET /v1/environments/me","statusCode":404}'],
])('before %s: a warning', async (_, status, body) => {
  const { origin } = await servePages((_request, response) => response.writeHead(status).end(body));
  const output = await printed({ NOVU_API_URL: origin });
  expect(output).toMatch(new RegExp(`WARNING: +Is this Novu\\? .*status ${status}.* Check NOVU_API_URL\\.$`, 'm'));
});

test('where nothing answers: a warning with the reason, and the gateway runs', async () => {
  const output = await printed({ NOVU_API_URL: 'http://127.0.0.1:1' });
  expect(output).toMatch(/WARNING: +Is this Novu\? No answer: ECONNREFUSED\. Check NOVU_API_URL\.$/m);
});

test('where Redis is away: why', async () => {
  const output = await printed({ REDIS_URL: 'redis://:CANARY@127.0.0.1:1', ...SECRET });
  expect(output).toMatch(/^Cache: +Redis$/m);
  expect(output).toMatch(/WARNING: +Redis is not reachable \(ECONNREFUSED\)\. .* Check REDIS_URL\.$/m);
  expect(output).not.toContain('CANARY');
});
