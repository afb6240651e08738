import { afterEach, describe, expect, test } from '@jest/globals';
import { type Answer, callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { eventually, type RedisServer, startRedis } from '../helpers/redis.ts';

const LIST = '{ integrations { totalCount } }';
/** Each of a row of its own: writes of one row wait for each other before they are sent. */
const RENAME =
  'mutation ($id: ID!, $name: String) { updateIntegration(input: { id: $id, name: $name }) { errors { code } } }';
const rowOf = (nth: number) => nth.toString(16).padStart(24, 'f');
/** What comes of a read that needs Novu. */
const SEEN: Readonly<Record<keyof typeof callers, number>> = {
  devKey: 11,
  prodKey: 9,
  globexKey: 5,
  session: 20,
  viewer: 20,
  globexSession: 5,
};
const names = Object.keys(callers) as (keyof typeof callers)[];
const fresh = (caller: Headers): Headers => ({ ...caller, 'cache-control': 'no-cache' });
const strangers = (count: number): Headers[] =>
  Array.from({ length: count }, (_, nth) => ({ authorization: `ApiKey ${String(nth).padStart(32, '7')}` }));

let ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends = [];
});

async function start(env: Readonly<Record<string, string>> = {}): Promise<TestGateway> {
  const gateway = await startGateway(env);
  ends.push(() => gateway.stop());
  return gateway;
}

/** Writes of this kind stay under way until the end of the test. */
function hold(gateway: TestGateway, fault: { readonly method: string; readonly route: string }): () => void {
  let release: () => void = () => undefined;
  const open = new Promise<void>((resolve) => {
    release = resolve;
  });
  gateway.backend.faults.add({ ...fault, kind: 'gate', open });
  ends.push(async () => release());
  return release;
}

/** So many reads of lists get no answer, not even a 401, until the end of the test. */
function neverAnswer({ backend }: TestGateway, times: number): void {
  backend.faults.add({ kind: 'hang', route: '/v1/integrations', times });
  ends.push(() => backend.stop());
}

async function allAreAnswered(gateway: TestGateway, but?: keyof typeof callers): Promise<void> {
  const asked = names.filter((name) => name !== but);
  const answers = await Promise.all(asked.map((name) => gateway.ask(fresh(callers[name]), LIST)));
  expect(answers.map(({ errors, data, extensions }) => [errors, data?.integrations?.totalCount, extensions])).toEqual(
    asked.map((name) => [undefined, SEEN[name], undefined]),
  );
}

const codesOf = ({ errors = [] }: Answer) => errors.map(({ extensions }) => extensions.code);
const sent = ({ backend }: TestGateway, method: string) =>
  backend.requests.filter((request) => request.method === method).length;

describe('a flood of slow writes of one caller', () => {
  test('holds up no read of others, and what is refused of it was never sent', async () => {
    const gateway = await start();
    await allAreAnswered(gateway);
    const release = hold(gateway, { method: 'PUT', route: '/v1/integrations/{integrationId}' });
    const flood = Array.from({ length: 80 }, (_, nth) =>
      gateway.ask(callers.devKey, RENAME, { id: rowOf(nth), name: `Name ${nth}` }),
    );
    await eventually('the flood is under way', () => sent(gateway, 'PUT') === 16);
    for (let round = 0; round < 10; round += 1) await allAreAnswered(gateway, 'devKey');
    // 64 wait, for 1 s at the most. None of them is ever sent.
    const ended: Answer[] = [];
    for (const one of flood) void one.then((answer) => ended.push(answer));
    await eventually('those that wait are refused', () => ended.length === 64);
    const refused = [...ended];
    release();
    const answers = await Promise.all(flood);
    expect([sent(gateway, 'PUT'), answers.filter(({ errors }) => !errors).length]).toEqual([16, 16]);
    for (const answer of refused) {
      expect(codesOf(answer)).toEqual(['UPSTREAM_UNAVAILABLE']);
      expect(answer.errors?.[0]?.extensions).toMatchObject({ retryAfterSeconds: 1 });
      expect(answer.headers.get('retry-after')).toBe('1');
    }
  });

  test('may be as large as it likes: beyond what may wait it is refused at once', async () => {
    const gateway = await start({
      UPSTREAM_CALLER_CONNECTIONS: '2',
      UPSTREAM_CALLER_QUEUE: '1',
      UPSTREAM_QUEUE_TIMEOUT: '5s',
    });
    await allAreAnswered(gateway);
    const release = hold(gateway, { method: 'PUT', route: '/v1/integrations/{integrationId}' });
    const ended: Answer[] = [];
    const flood = Array.from({ length: 50 }, (_, nth) =>
      gateway.ask(callers.devKey, RENAME, { id: rowOf(nth), name: `Name ${nth}` }).then((answer) => ended.push(answer)),
    );
    await eventually('47 are refused', () => ended.length === 47);
    expect(new Set(ended.flatMap(codesOf))).toEqual(new Set(['UPSTREAM_UNAVAILABLE']));
    release();
    await Promise.all(flood);
    expect(sent(gateway, 'PUT')).toBe(3);
  });
});

describe('unknown tokens, while Novu answers none of them', () => {
  /** More than may be under way and wait. */
  async function besiege(gateway: TestGateway): Promise<void> {
    gateway.backend.requests.clear();
    neverAnswer(gateway, 16);
    for (const stranger of strangers(130)) gateway.ask(stranger, LIST).catch(() => undefined);
    await eventually('16 of them are under way', () => sent(gateway, 'GET') >= 16);
  }

  test('have 16 calls under way, and hold up no caller that Novu has accepted', async () => {
    const gateway = await start();
    await allAreAnswered(gateway);
    await besiege(gateway);
    expect(sent(gateway, 'GET')).toBe(16);
    await allAreAnswered(gateway);
    expect(
      (await gateway.ask(callers.devKey, RENAME, { id: '65b100000000000000000002', name: 'Renamed' })).data
        .updateIntegration.errors,
    ).toEqual([]);
  });

  test('one that Novu accepts is served among them in its turn', async () => {
    const gateway = await start({ UPSTREAM_STRANGER_CONNECTIONS: '2' });
    neverAnswer(gateway, 1);
    gateway.ask(strangers(1)[0] ?? {}, LIST).catch(() => undefined);
    await eventually('it is under way', () => sent(gateway, 'GET') === 1);
    await allAreAnswered(gateway);
  });

  test('do not do so after a restart either, where the gateways share a Redis', async () => {
    const redis: RedisServer = await startRedis();
    ends.push(() => redis.stop());
    // On a busy machine, the default would give up on Redis now and then.
    const patient = { REDIS_COMMAND_TIMEOUT: '10s', REDIS_REQUEST_BUDGET: '10s' };
    const shared = {
      ...patient,
      REDIS_URL: redis.url,
      CACHE_KEY_SECRET: 'the same for all processes, and long enough',
    };
    const before = await start(shared);
    await allAreAnswered(before);
    // No answer waits until Redis has been told.
    const known = async () => (await redis.command('keys', 'igw:v1:{*}:org')).split('\n').length;
    await eventually('Redis knows all of them', async () => (await known()) === names.length);
    await before.app.stop();
    const after = await start({ ...shared, NOVU_API_URL: before.backend.url });
    await besiege({ ...after, backend: before.backend });
    await allAreAnswered(after);
  });
});
