import { tmpdir } from 'node:os';
import type { Dialect } from './documents.ts';
import { type Command, freePort, start } from './processes.ts';
import type { State } from './requests.ts';

/** One contestant, a process of its own. */
export interface Peer {
  readonly id: string;
  readonly label: string;
  /** What `--only` calls it; variants of one peer share it. */
  readonly group: string;
  readonly dialect: Dialect;
  /** What it is measured in. */
  readonly states: readonly State[];
  /** Where this is set, only these queries. */
  readonly queries?: readonly string[];
  readonly note?: string;
  readonly command: (upstreamUrl: string) => Promise<Command>;
}

/** Logs of single requests are off, as they are with the peers; all else is as it is by default in production. */
const PRODUCTION = { GATEWAY_MODE: 'production', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' };

/** Nothing outlives the requests that wait for it. */
const NO_CACHE = {
  CACHE_TTL: '0ms',
  CACHE_STALE_WHILE_REVALIDATE: '0ms',
  CACHE_STALE_IF_ERROR: '0ms',
  CACHE_MEMORY_TTL: '0ms',
};

/** The gateway that was compiled into a folder, with its cache and without. @param suffix of the ids, where two revisions meet. */
export function gateways(folder: string, suffix = '', label = 'this gateway'): Peer[] {
  const command = (env: Record<string, string>) => async (upstreamUrl: string) => ({
    file: process.execPath,
    // What `npm start` runs when it has built.
    args: ['main.js'],
    cwd: folder,
    env: { ...PRODUCTION, NOVU_API_URL: upstreamUrl, ...env },
  });
  const common = { dialect: 'gateway', group: `this${suffix}` } as const;
  return [
    {
      ...common,
      id: `this${suffix}`,
      label: `**${label}**`,
      states: ['warm', 'repeated', 'write'],
      command: command({}),
    },
    {
      ...common,
      id: `this-cold${suffix}`,
      label: `**${label}**, no cache`,
      states: ['cold'],
      note: 'Cache times 0. Requests of one caller that wait for upstream at the same moment share one call.',
      command: command(NO_CACHE),
    },
    {
      ...common,
      id: `this-first${suffix}`,
      label: `**${label}**, each request of a new caller`,
      states: ['first'],
      note: 'With its cache: all callers see one list, and none asks again.',
      command: command({}),
    },
    {
      ...common,
      id: `this-organization${suffix}`,
      label: `**${label}**, each request of a new organization`,
      states: ['organization'],
      note: 'With its cache, which never helps here: its memory fills with lists that are not asked for again.',
      command: command({}),
    },
    {
      ...common,
      id: `this-redis${suffix}`,
      label: `**${label}**, cache in Redis alone`,
      states: ['warm'],
      queries: ['Q2'],
      note: 'CACHE_MEMORY_TTL 0: every request asks a Redis on the same machine.',
      command: async (upstreamUrl) => {
        const env = {
          REDIS_URL: await startRedis(),
          CACHE_KEY_SECRET: 'of the benchmark '.repeat(2),
          CACHE_MEMORY_TTL: '0ms',
        };
        return command(env)(upstreamUrl);
      },
    },
  ];
}

/** A Redis of its own, which ends with the benchmark. */
async function startRedis(): Promise<string> {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  await start('redis', { file: 'redis-server', args, cwd: tmpdir(), port, ready: /Ready to accept connections/ });
  return `redis://127.0.0.1:${port}`;
}
