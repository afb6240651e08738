import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Peer } from './gateways.ts';
import { tailcallConfig } from './peers/tailcall.ts';
import { type Command, freePort } from './processes.ts';
import { TTL_SECONDS } from './ttl.ts';

const BENCH = import.meta.dirname;
const WHOLE_ANSWERS = 'Keeps whole answers.';
const READ_ONE = 'Uses a read of one integration, which the stub has and the real API lacks.';

/** All but this gateway. Those without a cache are measured `cold`, those with one in all states in which it could help. */
export const PEERS: readonly Peer[] = [
  {
    id: 'bare',
    group: 'bare',
    label: 'bare node:http, same bytes',
    dialect: 'bytes',
    states: ['warm', 'repeated'],
    note: 'The ceiling: reads the request body, sends bytes that are ready.',
    command: script('bare'),
  },
  {
    id: 'proxy',
    group: 'proxy',
    label: 'bare node:http proxy, unread',
    dialect: 'rest',
    states: ['cold'],
    queries: ['Q2', 'Q4'],
    note: 'Passes on what the REST API sends.',
    command: script('proxy'),
  },
  ...pair(
    'mercurius',
    'Mercurius + JIT',
    'mercurius-cache',
    'Keeps what resolvers return, by their arguments and caller.',
  ),
  {
    id: 'mercurius-memory',
    group: 'mercurius',
    label: 'Mercurius + JIT over warm data',
    dialect: 'plain',
    states: ['warm', 'repeated'],
    queries: ['Q1', 'Q2', 'Q3', 'Q5'],
    note: 'The list and an index by id in process memory from the start; never calls upstream.',
    command: script('mercurius', { BENCH_MEMORY: '1' }),
  },
  ...pair('yoga', 'GraphQL Yoga + dataloader', 'Envelop response cache', WHOLE_ANSWERS),
  // The goals compare it in `warm` too, where it does what it does in `cold`.
  ...pair('apollo', 'Apollo Server + type-graphql', 'response-cache plugin', WHOLE_ANSWERS, ['cold', 'warm', 'write']),
  ...pair('hive', 'Mesh / Hive Gateway', 'its response cache', `${WHOLE_ANSWERS} ${READ_ONE}`).map(noted(READ_ONE)),
  {
    id: 'tailcall',
    group: 'tailcall',
    label: 'Tailcall (native) ¹',
    dialect: 'wire',
    states: ['cold', 'write'],
    note: `Uses all cores. ${READ_ONE}`,
    command: tailcall(null),
  },
  {
    id: 'tailcall+cache',
    group: 'tailcall',
    label: 'Tailcall (native) ¹ + its cache',
    dialect: 'wire',
    states: ['warm', 'repeated', 'write'],
    note: `Keeps what upstream answers. Uses all cores. ${READ_ONE}`,
    command: tailcall(TTL_SECONDS * 1000),
  },
];

function pair(
  id: string,
  label: string,
  cache: string,
  note: string,
  plainStates: Peer['states'] = ['cold', 'write'],
): [Peer, Peer] {
  const dialect = id === 'hive' ? 'wire' : 'plain';
  return [
    { id, group: id, label, dialect, states: plainStates, command: script(id) },
    {
      id: `${id}+cache`,
      group: id,
      label: `${label} + ${cache}`,
      dialect,
      states: ['warm', 'repeated', 'write'],
      note,
      command: script(id, { BENCH_CACHE: '1' }),
    },
  ];
}

function noted(note: string): (peer: Peer) => Peer {
  return (peer) => ({ ...peer, label: peer.label.replace('Gateway', 'Gateway ¹'), note: peer.note ?? note });
}

/** A peer of the folder `peers`, compiled. */
function script(name: string, env: Record<string, string> = {}): Peer['command'] {
  return async (upstreamUrl) => ({
    file: process.execPath,
    args: [join(BENCH, 'dist/peers', `${name}.js`)],
    cwd: BENCH,
    env: { BENCH_UPSTREAM: upstreamUrl, ...env },
  });
}

/** The newest version whose binary runs with glibc 2.36; later ones want 2.39. */
function tailcall(cacheMs: number | null): Peer['command'] {
  return async (upstreamUrl): Promise<Command> => {
    const port = await freePort();
    const config = join(BENCH, 'dist', `tailcall-${port}.graphql`);
    writeFileSync(config, tailcallConfig(upstreamUrl, port, cacheMs));
    const file = join(BENCH, 'node_modules/@tailcallhq/core-linux-x64-gnu/bin/tailcall');
    const env = { TAILCALL_TRACKER: 'false', TAILCALL_LOG_LEVEL: 'error' };
    return { file, args: ['start', config], cwd: BENCH, env, port };
  };
}
