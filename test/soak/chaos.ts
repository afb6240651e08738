import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, type RedisCluster, type RedisServer } from '../helpers/redis.ts';
import type { UpstreamFaults } from './faults.ts';
import type { Fleet } from './fleet.ts';
import type { Model } from './model/model.ts';
import type { Random } from './random.ts';

/** Something that happens to the parts of the soak. Times in milliseconds. */
export type ChaosEvent =
  | { readonly kind: 'kill a gateway'; readonly copy: string; readonly goneMs: number }
  | { readonly kind: 'kill a Redis node'; readonly node: number; readonly goneMs: number }
  | { readonly kind: 'faults of Novu'; readonly faults: UpstreamFaults; readonly forMs: number }
  /** Answers are lost, a gateway dies on top of it, and then Novu fails altogether. */
  | { readonly kind: 'storm'; readonly copy: string }
  | { readonly kind: 'rolling restart'; readonly copies: readonly string[] };

export type Scheduled = ChaosEvent & { readonly at: number };

/** The copy that no kill hits, so that its memory can be watched for long. */
export const ELDER = 'A';
const YOUNGER = ['B', 'C'];
export const COPIES = [ELDER, ...YOUNGER];
export const REDIS_NODES = 6;

/** Calm at the start, between two events, and at the end. */
const CALM_MS = { first: 8_000, least: 4_000, most: 9_000, last: 12_000 };
/** What an event takes, about. */
const EVENT_MS = 9_000;

/** What happens within `forMs`, by the seed alone: every kind in turn, in an order that is drawn. */
export function scheduleOf(random: Random, forMs: number): Scheduled[] {
  const events: Scheduled[] = [];
  let deck: ChaosEvent[] = [];
  let at = CALM_MS.first;
  while (at + EVENT_MS + CALM_MS.last < forMs) {
    if (deck.length === 0) deck = random.shuffled(deckOf(random));
    const event = deck.pop();
    if (event) events.push({ ...event, at });
    at += EVENT_MS + random.between(CALM_MS.least, CALM_MS.most);
  }
  // The elder copy goes last of all.
  const last = events.findLast(({ kind }) => kind === 'rolling restart');
  return events.map((event) =>
    event === last ? { ...last, at: event.at, kind: 'rolling restart', copies: COPIES } : event,
  );
}

function deckOf(random: Random): ChaosEvent[] {
  const forMs = 8_000;
  const kill = (): ChaosEvent => ({
    kind: 'kill a gateway',
    copy: random.pick(YOUNGER),
    goneMs: random.between(500, 3_000),
  });
  const redis = (): ChaosEvent => ({
    kind: 'kill a Redis node',
    node: random.between(0, REDIS_NODES - 1),
    goneMs: random.between(3_000, 6_000),
  });
  const faults = (name: UpstreamFaults): ChaosEvent => ({ kind: 'faults of Novu', faults: name, forMs });
  return [
    kill(),
    kill(),
    redis(),
    redis(),
    faults('errors'),
    faults('lost'),
    faults('timeouts'),
    faults('limits'),
    faults('late'),
    faults('outage'),
    { kind: 'storm', copy: random.pick(YOUNGER) },
    { kind: 'rolling restart', copies: YOUNGER },
  ];
}

/** What the events happen to. */
export interface Stage {
  readonly fleet: Fleet;
  readonly cluster: RedisCluster;
  readonly model: Model;
  readonly setFaults: (faults: UpstreamFaults) => Promise<void>;
  readonly tell: (line: string) => void;
  readonly stopped: AbortSignal;
}

/** Plays a schedule, one event after the other. Resolves when all is whole again. */
export async function play(stage: Stage, events: readonly Scheduled[], startedAt: number): Promise<void> {
  for (const event of events) {
    await sleep(Math.max(0, startedAt + event.at - performance.now()), undefined, { signal: stage.stopped });
    const { at: _, kind, ...details } = event;
    stage.tell(`${kind} ${JSON.stringify(details)}`);
    await playOne(stage, event);
  }
}

async function playOne(stage: Stage, event: ChaosEvent): Promise<void> {
  switch (event.kind) {
    case 'kill a gateway':
      return killGateway(stage, event.copy, event.goneMs);
    case 'kill a Redis node':
      return killRedis(stage, event.node, event.goneMs);
    case 'faults of Novu':
      return fail(stage, event.faults, event.forMs);
    case 'storm':
      return storm(stage, event.copy);
    case 'rolling restart':
      return roll(stage, event.copies);
  }
}

async function killGateway({ fleet }: Stage, copy: string, goneMs: number): Promise<void> {
  const instance = fleet.of(copy);
  if (instance) await fleet.kill(instance);
  await sleep(goneMs);
  await fleet.start(copy);
}

/** While a node is away, and until a replica has taken over, gateways may miss each other's writes for longer. */
async function killRedis({ cluster, model, fleet }: Stage, index: number, goneMs: number): Promise<void> {
  const node = cluster.nodes[index % cluster.nodes.length];
  if (!node) return;
  const disturbance = model.disturbed(performance.now() - 1_000, Number.POSITIVE_INFINITY);
  await node.kill();
  await sleep(goneMs);
  await node.restart();
  await eventually('the Cluster is whole', () => isWhole(cluster.nodes), 60_000);
  await eventually('the gateways are back at Redis', () => fleet.isWhole(), 60_000);
  disturbance.to = performance.now() + 1_000;
}

async function isWhole(nodes: readonly RedisServer[]): Promise<boolean> {
  const answers = await Promise.all(
    nodes.map(async (node) => [await node.command('cluster', 'info'), await node.command('info', 'replication')]),
  );
  return answers.every(
    ([cluster = '', replication = '']) =>
      cluster.includes('cluster_state:ok') && /master_link_status:up|connected_slaves:1/.test(replication),
  );
}

async function fail({ setFaults }: Stage, faults: UpstreamFaults, forMs: number): Promise<void> {
  await setFaults(faults);
  await sleep(forMs);
  await setFaults('none');
}

async function storm(stage: Stage, copy: string): Promise<void> {
  await stage.setFaults('lost');
  await sleep(2_000);
  await killGateway(stage, copy, 500);
  await sleep(1_000);
  await fail(stage, 'outage', 5_000);
}

/** A new process of each copy first, then the old one leaves. */
async function roll({ fleet }: Stage, copies: readonly string[]): Promise<void> {
  for (const copy of copies) {
    const old = fleet.of(copy);
    await fleet.start(copy);
    if (old) await fleet.leave(old);
  }
}
