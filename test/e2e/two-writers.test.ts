import { describe, expect, test } from '@jest/globals';
import { DEV, stored } from '../helpers/demo-data.ts';
import { ACME_PROD, callers } from '../helpers/gateway.ts';
import { type GatewayProcess, startGatewayProcess } from '../helpers/gateway-process.ts';
import { eventually } from '../helpers/redis.ts';
import { backend, lists, processes, redis, SECRET, startTwo } from '../helpers/two-processes.ts';

const MAILGUN = DEV.mailgun;
const NAME = `{ integration(by: { id: "${MAILGUN}" }) { name } }`;

/* Mutations and processes that die (src/graphql/mutations/OUTCOMES.md). */
describe('two gateways that mutate', () => {
  // A busy machine must not look like a slow Redis or a slow Novu.
  const PATIENT = { REDIS_COMMAND_TIMEOUT: '30s', REDIS_REQUEST_BUDGET: '1m', UPSTREAM_TIMEOUT: '1m' };

  interface Sent {
    readonly name: string;
    readonly input: object;
    /** Absent: the lease alone is what keeps two apart. */
    readonly key?: string;
  }
  async function send(gateway: GatewayProcess, { name, input, key }: Sent) {
    const query = `mutation ($input: ${name.replace(/^./, (first) => first.toUpperCase())}Input!) { ${name}(input: $input) { integration { id } errors { code } } }`;
    const { data, errors, extensions } = await gateway.ask(
      callers.session,
      query,
      { input },
      key === undefined ? {} : { 'idempotency-key': key },
    );
    const codes: string[] = [
      ...(data?.[name]?.errors ?? []).map(({ code }: { code: string }) => code),
      ...(errors ?? []).map(({ extensions: { code } }) => String(code)),
    ];
    const [report] = (extensions?.idempotency ?? []) as { status: string }[];
    return { codes, status: report?.status ?? null, id: data?.[name]?.integration?.id ?? null };
  }

  test('that patch two credentials of one integration at the same time keep both, each time', async () => {
    const two = await startTwo(PATIENT);
    // Wide enough for both to have read before either has written, were there no lease.
    backend.faults.set([{ kind: 'latency', ms: 10, method: 'GET', when: 'after' }]);
    for (let round = 0; round < 12; round += 1) {
      const patches = [{ from: `${round}@acme.example` }, { senderName: `Round ${round}` }];
      const answers = await Promise.all(
        patches.map((credentialsPatch, index) =>
          send(two[(round + index) % 2] ?? two[0], {
            name: 'updateIntegration',
            input: { id: DEV.sendgrid, credentialsPatch },
          }),
        ),
      );
      expect(answers.map(({ codes }) => codes)).toEqual([[], []]);
      const { credentials } = stored(backend, DEV.sendgrid);
      expect(credentials).toMatchObject({ ...patches[0], ...patches[1] });
    }
  });

  /** Of each kind one whose answer never comes; `done` counts how often it has run. */
  const named = (name: string) => () => backend.records().filter((row) => row.name === name && !row.deleted).length;
  const MUTATIONS = {
    before: [
      ['createIntegration', { providerId: 'discord', name: 'Killed before' }, named('Killed before')],
      ['updateIntegration', { id: DEV.slack, name: 'Killed before its PUT' }, named('Killed before its PUT')],
      ['deleteIntegration', { id: DEV.fcm }, () => Number(stored(backend, DEV.fcm).deleted)],
      ['setPrimaryIntegration', { id: DEV.nodemailer }, () => Number(stored(backend, DEV.nodemailer).primary)],
    ],
    after: [
      ['createIntegration', { providerId: 'discord', name: 'Killed after' }, named('Killed after')],
      ['updateIntegration', { id: DEV.inbox, name: 'Killed after its PUT' }, named('Killed after its PUT')],
      ['deleteIntegration', { id: DEV.telegram }, () => Number(stored(backend, DEV.telegram).deleted)],
      [
        'copyIntegration',
        { id: DEV.twilio, environmentId: ACME_PROD, identifier: 'killed-copy', credentials: 'KEEP' },
        () => backend.records().filter(({ identifier }) => identifier === 'killed-copy').length,
      ],
      [
        'autoConfigureIntegration',
        { id: DEV.mailgun },
        () => backend.requests.filter(({ path }) => path.endsWith('/auto-configure')).length,
      ],
    ],
  } as const;
  const sentOf = (when: keyof typeof MUTATIONS) =>
    MUTATIONS[when].map(([name, input], index): Sent => ({ name, input, key: `${when} ${index}` }));

  test('one is killed in the middle of a mutation of each kind: the other finds out what became of it, within its time', async () => {
    const timeoutMs = 4_000;
    const all = [...sentOf('before'), ...sentOf('after')];
    const settings = { ...PATIENT, NOVU_API_URL: backend.url, REDIS_URL: redis.url, CACHE_KEY_SECRET: SECRET };
    const [[survivor], dying, reading] = await Promise.all([
      startTwo(PATIENT),
      startGatewayProcess({ ...settings, UPSTREAM_TIMEOUT: `${timeoutMs}ms` }),
      startGatewayProcess({ ...settings, UPSTREAM_TIMEOUT: `${timeoutMs}ms` }),
    ]);
    processes.push(dying, reading);
    for (const one of [survivor, dying]) await one.ask(callers.session, NAME);
    const lost: Promise<unknown>[] = [];
    // One has not written yet. Its identifier is another's, which nothing of this is to be taken for.
    const taken: Sent = {
      name: 'createIntegration',
      input: { providerId: 'slack', identifier: stored(backend, DEV.slack).identifier },
      key: 'taken',
    };
    backend.requests.clear();
    backend.faults.set([{ kind: 'hang', method: 'GET', route: '/v1/integrations' }]);
    lost.push(send(reading, taken).catch(() => null));
    await eventually('its read', () => lists() > 0);
    const hanging = async (when: 'before' | 'after') => {
      const writes = () => backend.requests.filter(({ method }) => method !== 'GET').length;
      const before = writes();
      backend.faults.set(['POST', 'PUT', 'DELETE'].map((method) => ({ kind: 'hang', method, when })));
      for (const one of sentOf(when)) lost.push(send(dying, one).catch(() => null));
      await eventually('all writes', () => writes() - before === MUTATIONS[when].length);
    };
    await hanging('before');
    await hanging('after');
    await Promise.all([dying.end('SIGKILL'), reading.end('SIGKILL'), ...lost]);
    backend.faults.clear();
    const leases = (await redis.command('KEYS', '*:held:*')).split('\n');
    expect(leases.length).toBeGreaterThan(all.length);
    for (const lease of leases)
      expect(Number(await redis.command('PTTL', lease))).toBeLessThanOrEqual(timeoutMs + 5_000);

    // Without a key the lease of the one that was killed is waited for all the same.
    const other: Sent = { name: 'updateIntegration', input: { id: DEV.slack, active: false } };
    const first = await Promise.all([...all, taken, other].map((one) => send(survivor, one)));
    expect(first.map(({ codes }) => codes)).toEqual([...all.map(() => []), ['IDENTIFIER_TAKEN'], []]);
    for (const { status } of first.slice(0, all.length)) expect(status).toBe('NEW');
    const counts = () => [...MUTATIONS.before, ...MUTATIONS.after].map(([, , done]) => done());
    expect(counts()).toEqual(all.map(() => 1));
    const again = await Promise.all(all.map((one) => send(survivor, one)));
    expect(again.map(({ status }) => status)).toEqual(all.map(() => 'REPLAYED'));
    expect(counts()).toEqual(all.map(() => 1));
  });
});
