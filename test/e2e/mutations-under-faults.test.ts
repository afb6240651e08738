import { expect, test } from '@jest/globals';
import type { FaultEffect } from '../../src/novu-double/faults/faults.ts';
import type { IntegrationSeed } from '../../src/novu-double/state/seed-types.ts';
import { DEV } from '../helpers/demo-data.ts';
import { ACME_DEV, ACME_PROD, type Answer, callers } from '../helpers/gateway.ts';
import { startGatewayProcess } from '../helpers/gateway-process.ts';
import { eventually } from '../helpers/redis.ts';
import { backend, documentOf, env, mutate, seedWith, send } from '../helpers/two-gateways.ts';

const TIMEOUT_MS = 600_000;

const FAULTS: readonly (FaultEffect | null)[] = [
  null,
  ...(['before', 'after'] as const).flatMap((when): FaultEffect[] => [
    { kind: 'reset', when },
    { kind: 'status', status: 503, when },
    { kind: 'status', status: 502, when },
    { kind: 'invalidJson', when },
  ]),
  { kind: 'halfBody' },
];

const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T;
const row = (id: string) => backend.records().find((one) => one._id === id);

const alive = (field: 'name' | 'identifier', value: string) =>
  backend.records().filter((one) => one[field] === value && !one.deleted).length;

const posts = (end: string) => backend.requests.filter(({ path }) => path.endsWith(end)).length;

/** A random mutation of a run. `count` tells how often what it asks for is there; one that no list shows is counted as sent. */
interface Run {
  readonly name: string;
  readonly input: object;
  readonly count: () => number;
}

const KINDS: Readonly<Record<string, (run: number, id: string) => Run>> = {
  create: (run) => ({
    name: 'createIntegration',
    input: { providerId: 'discord', name: `Made ${run}` },
    count: () => alive('name', `Made ${run}`),
  }),
  named: (run) => ({
    name: 'createIntegration',
    input: { providerId: 'discord', identifier: `named-${run}` },
    count: () => alive('identifier', `named-${run}`),
  }),
  update: (run, id) => ({
    name: 'updateIntegration',
    input: { id, name: `Renamed ${run}` },
    count: () => alive('name', `Renamed ${run}`),
  }),
  delete: (_run, id) => ({ name: 'deleteIntegration', input: { id }, count: () => Number(row(id)?.deleted) }),
  promote: (_run, id) => ({ name: 'setPrimaryIntegration', input: { id }, count: () => Number(row(id)?.primary) }),
  configure: (_run, id) => ({
    name: 'autoConfigureIntegration',
    input: { id },
    count: () => Number(row(id)?.configurations?.inboundWebhookEnabled === true),
  }),
  copy: (run) => ({
    name: 'copyIntegration',
    input: { id: DEV.twilio, environmentId: ACME_PROD, identifier: `copy-${run}`, credentials: pick(['KEEP', 'NONE']) },
    count: () => alive('identifier', `copy-${run}`),
  }),
  webhook: () => ({
    name: 'configureIntegrationWebhook',
    input: { identifier: 'telegram-bot' },
    count: () => Math.min(1, posts('/webhook/configure')),
  }),
};

/** The row that a run of this kind works on. */
function rowOf(kind: string, run: number): IntegrationSeed {
  const [providerId, channel] = { promote: ['novu-sms-test', 'sms'], configure: ['sendgrid', 'email'] }[kind] ?? [];
  return {
    id: idOf(run),
    environmentId: ACME_DEV,
    name: `Row ${run}`,
    identifier: `row-${run}`,
    providerId: providerId ?? 'discord',
    channel: (channel ?? 'chat') as 'chat',
    credentials: kind === 'configure' ? { apiKey: 'k', from: 'f', senderName: 's' } : {},
  };
}

const idOf = (run: number) => `65c1${String(run).padStart(20, '0')}`;

const isTold = (answers: readonly Answer[], name: string) =>
  answers.some(({ data }) => data?.[name]?.errors.length === 0);

/** The client repeats with its key until it is told, each time through both gateways at once. */
async function repeat(run: number, { name, input }: Run): Promise<Answer[]> {
  let told: Answer[] = [];
  for (let tries = 0; tries < 4 && !isTold(told, name); tries += 1) {
    told = await Promise.all([0, 1].map((index) => mutate(run + index, name, input, `run ${run}`)));
  }
  return told;
}

/** So many runs by gateways that live, and by gateways that die. */
const RUNS = { alive: 470, dying: 30 };
const BATCH = 47;

test(
  `${RUNS.alive} random mutations by two gateways, with answers lost: nothing doubled, nothing lost, no false success`,
  async () => {
    for (let first = 0; first < RUNS.alive; first += BATCH) {
      const kinds = Array.from({ length: BATCH }, () => pick(Object.keys(KINDS)));
      seedWith(kinds.map((kind, index) => rowOf(kind, first + index)));
      backend.reset();
      for (const [index, kind] of kinds.entries()) {
        const number = first + index;
        const run = KINDS[kind]?.(number, idOf(number)) as Run;
        const effect = pick(FAULTS);
        if (effect) for (const method of ['POST', 'PUT', 'DELETE']) backend.faults.add({ ...effect, method, times: 1 });
        const told = await repeat(number, run);
        backend.faults.clear();
        const shown = [number, kind, JSON.stringify(effect), JSON.stringify(told.map(({ text }) => text))];
        expect([...shown, isTold(told, run.name), run.count()]).toEqual([...shown, true, 1]);
      }
    }
  },
  TIMEOUT_MS,
);

test('a link whose answer is lost is never asked for a second time by itself', async () => {
  const query = 'mutation { createIntegrationConnectUrl(input: { identifier: "slack" }) { url errors { code } } }';
  for (const [sent, effect] of FAULTS.entries()) {
    if (effect) backend.faults.set([{ ...effect, method: 'POST', times: 1 }]);
    const { data } = await send(sent, { ...callers.session, 'idempotency-key': 'link' }, query);
    const payload = data?.createIntegrationConnectUrl ?? null;
    expect([effect, payload?.url ?? null]).toEqual([effect, effect ? null : expect.stringMatching(/^https:/)]);
    expect(posts('/channel-connections/oauth')).toBe(sent + 1);
  }
});

test(
  `${RUNS.dying} random mutations by gateways that are killed at any moment: another finds out what became of each`,
  async () => {
    const dying = await Promise.all(
      [1, 2, 3].map(() => startGatewayProcess({ ...env(), UPSTREAM_TIMEOUT: '5s', AUDIT_FILE: '/dev/null' })),
    );
    const runs = Array.from({ length: RUNS.dying }, (_, index) => {
      const kind = pick(Object.keys(KINDS).filter((one) => one !== 'webhook'));
      const number = RUNS.alive + index;
      return { kind, number, run: KINDS[kind]?.(number, idOf(number)) as Run };
    });
    seedWith(runs.map(({ kind, number }) => rowOf(kind, number)));
    backend.reset();
    const killed = dying.map(async (gateway, index) => {
      const mine = runs.filter(({ number }) => number % dying.length === index);
      const lost = mine.map(({ number, run: { name, input } }) => {
        const headers = { ...callers.session, 'idempotency-key': `run ${number}` };
        return gateway.ask(headers, documentOf(name), { input }).catch(() => null);
      });
      const deadline = Math.floor(Math.random() * 3 * mine.length);
      let isAnswered = false;
      const answered = Promise.all(lost).then(() => {
        isAnswered = true;
      });
      // It may need fewer requests than were drawn.
      await eventually('its moment', () => isAnswered || backend.requests.length >= deadline);
      await gateway.end('SIGKILL');
      await answered;
    });
    backend.faults.set([
      { kind: 'latency', ms: 50, method: 'POST', when: pick(['before', 'after']) },
      { kind: 'latency', ms: 50, method: 'PUT', when: pick(['before', 'after']) },
      { kind: 'latency', ms: 50, method: 'DELETE', when: pick(['before', 'after']) },
    ]);
    await Promise.all(killed);
    const answers = await Promise.all(runs.map(({ number, run }) => repeat(number, run)));
    for (const [index, { kind, number, run }] of runs.entries()) {
      const told = answers[index] ?? [];
      const shown = [number, kind, JSON.stringify(told.map(({ text }) => text))];
      // A create whose list could not be read before it was sent has no proof that the row is its own.
      const isOpen = kind === 'named' && shown.join().includes('OUTCOME_UNKNOWN');
      expect([...shown, isOpen || isTold(told, run.name)]).toEqual([...shown, true]);
      // Others have been made primary since.
      if (kind !== 'promote') expect([...shown, run.count()]).toEqual([...shown, 1]);
    }
  },
  TIMEOUT_MS,
);
