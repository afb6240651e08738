import { describe, expect, test } from '@jest/globals';
import { ACME_PRODUCTION_KEY } from '../../src/novu-double/seed/seed.ts';
import { apiKey, GENERATIONS, session, start, V1 } from './support.ts';

const NAMES = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'ratelimit-policy'] as const;

function limits(reply: { headers: Headers }): (string | null)[] {
  return NAMES.map((name) => reply.headers.get(name));
}

describe.each(GENERATIONS)('contract §8, rate limits on %s', (generation) => {
  test('74. every answer to an API key has the four headers, one to a session has none', async () => {
    const backend = await start({ generation, rateLimit: true, now: () => 1_780_000_000_000 });
    const policy = '150;w=5;burst=165;comment="token bucket";category="global";cost="single";serviceLevel="free"';
    const replies = [
      await apiKey(backend).get(V1),
      await apiKey(backend).post(V1, {}),
      await apiKey(backend).delete(`${V1}/x`),
    ];
    expect(replies.map(limits)).toEqual([
      ['150', '164', '5', policy],
      ['150', '163', '5', policy],
      ['150', '162', '5', policy],
    ]);
    expect(policy.split(';')).toHaveLength(7);
    expect(limits(await session(backend).get(V1))).toEqual([null, null, null, null]);
  });

  test('75. over the burst: 429 until the window ends', async () => {
    let now = 1_780_000_000_000;
    const backend = await start({ generation, rateLimit: { rps: 2 }, now: () => now });
    const get = () => apiKey(backend).get(V1);
    for (let left = 10; left >= 0; left -= 1) expect(limits(await get()).slice(0, 2)).toEqual(['10', String(left)]);
    now += 1500;
    const refused = await get();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('4');
    expect(limits(refused).slice(0, 3)).toEqual(['10', '0', '4']);
    const head = { statusCode: 429, timestamp: expect.any(String), path: V1, message: 'API rate limit exceeded' };
    expect(refused.body).toEqual(generation === 'api2024' ? head : { ...head, ctx: {} });
    expect((await apiKey(backend, ACME_PRODUCTION_KEY).get(V1)).status).toBe(200);
    now += 3499;
    expect((await get()).status).toBe(429);
    now += 1;
    expect(limits(await get()).slice(0, 2)).toEqual(['10', '9']);
  });

  test('§6: the burst can be set, and an unknown rate is a plan of its own', async () => {
    const backend = await start({ generation, rateLimit: { rps: 7, burst: 1 } });
    const [first, second] = [await apiKey(backend).get(V1), await apiKey(backend).get(V1)];
    expect(first.headers.get('ratelimit-policy')).toMatch(/^35;w=5;burst=1;.*;serviceLevel="custom"$/);
    expect([first.status, second.status]).toEqual([200, 429]);
  });

  test.each([
    [120, '600;w=5;burst=660', 'pro'],
    [300, '1500;w=5;burst=1650', 'business'],
    [3000, '15000;w=5;burst=16500', 'unlimited'],
  ])('§6: the plan of %d requests a second', async (rps, numbers, level) => {
    const backend = await start({ generation, rateLimit: { rps } });
    const policy = (await apiKey(backend).get(V1)).headers.get('ratelimit-policy');
    expect([policy?.startsWith(numbers), policy?.endsWith(`;serviceLevel="${level}"`)]).toEqual([true, true]);
  });

  test('§6: a bucket is refilled when it is dry, and not before', async () => {
    let now = 1_780_000_000_000;
    const backend = await start({ generation, rateLimit: { rps: 1, burst: 3 }, now: () => now });
    const remaining = async () => {
      const reply = await apiKey(backend).get(V1);
      now += 5000;
      return reply.headers.get('ratelimit-remaining');
    };
    expect([await remaining(), await remaining(), await remaining(), await remaining()]).toEqual(['2', '1', '0', '2']);
  });

  test('§6: a refused request does not run', async () => {
    const backend = await start({ generation, rateLimit: { burst: 0 } });
    const before = backend.records().length;
    const reply = await apiKey(backend).post(V1, { providerId: 'foo', channel: 'chat' });
    expect(reply.status).toBe(429);
    expect(backend.records()).toHaveLength(before);
  });
});
