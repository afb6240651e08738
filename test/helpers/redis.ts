import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureProgram } from './programs.ts';
import { stopAtEnd } from './stop-at-end.ts';

const run = promisify(execFile);

const HOST = '127.0.0.1';
/** A cluster's nodes talk to each other on their port and 10,000 more. Below the ports that the system gives out. */
const PORTS = { from: 12_000, to: 22_000 };
const START_MS = 15_000;

export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** Runs a command by `redis-cli`; what it printed. @throws where it says `ERR` or the like. */
  command(...words: string[]): Promise<string>;
  /** Ends the process at once, as a crash would. Its port stays its own. */
  kill(): Promise<void>;
  /** Begins again after {@link kill}, with nothing remembered. */
  restart(): Promise<void>;
  /** Ends the process and removes its folder. Idempotent. */
  stop(): Promise<void>;
}

export interface RedisCluster {
  readonly nodes: readonly RedisServer[];
  /** For `REDIS_URL`: all nodes. */
  readonly url: string;
  /** The node that is the master of a key, right now. */
  masterOf(key: string): Promise<RedisServer>;
  stop(): Promise<void>;
}

/** A real, empty redis-server on a free port. It stops with the test file at the latest. `settings` are its command-line options. */
export async function startRedis(settings: readonly string[] = []): Promise<RedisServer> {
  return startOn(await freePort(), settings);
}

/** A real Cluster of three masters, each with this number of replicas. Resolves when every node knows all others. */
export async function startRedisCluster(replicas: 0 | 1 = 0): Promise<RedisCluster> {
  // A node that is not heard of for so long counts as failed, and clients let go of it. Short where a replica is to take over;
  // elsewhere a busy machine must not be taken for a failure.
  const timeoutMs = replicas > 0 ? 1_000 : 30_000;
  const settings = [
    '--cluster-enabled',
    'yes',
    '--cluster-node-timeout',
    `${timeoutMs}`,
    '--repl-diskless-sync-delay',
    '0',
  ];
  const nodes: RedisServer[] = [];
  for (let left = 3 * (1 + replicas); left > 0; left -= 1) nodes.push(await startRedis(settings));
  await createCluster(nodes, replicas);
  return {
    nodes,
    url: `redis://${nodes.map((node) => `${HOST}:${node.port}`).join(',')}`,
    masterOf: (key) => masterOf(nodes, key),
    stop: async () => {
      await Promise.all(nodes.map((node) => node.stop()));
    },
  };
}

/** Waits until `check` gives something other than null, undefined or false. @throws after `withinMs`, with `what`. */
export async function eventually<T>(
  what: string,
  check: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  withinMs = START_MS,
): Promise<T> {
  const endMs = performance.now() + withinMs;
  for (;;) {
    const answer = await check();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (performance.now() > endMs) throw new Error(`Waited ${withinMs} ms in vain for this: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A real Sentinel that watches a master under the name `mymaster`, and replaces it after half a second of silence. */
export async function startSentinel(master: RedisServer): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'gateway-sentinel-'));
  const file = join(folder, 'sentinel.conf');
  const watch = [`monitor mymaster ${HOST} ${master.port} 1`, 'down-after-milliseconds mymaster 500'];
  const lines = [
    `port ${port}`,
    `dir ${folder}`,
    ...[...watch, 'failover-timeout mymaster 2000'].map((line) => `sentinel ${line}`),
  ];
  writeFileSync(file, lines.join('\n'));
  return serverOn(port, folder, [file, '--sentinel']);
}

async function startOn(port: number, settings: readonly string[]): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-redis-'));
  const args = [
    '--port',
    String(port),
    '--bind',
    HOST,
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
    ...settings,
  ];
  return serverOn(port, folder, args);
}

async function serverOn(port: number, folder: string, args: readonly string[]): Promise<RedisServer> {
  let child: ChildProcessWithoutNullStreams | null = null;
  const server: RedisServer = {
    port,
    url: `redis://${HOST}:${port}`,
    command: (...words) => cli(port, words),
    async kill() {
      if (child !== null) await end(child);
      child = null;
    },
    async restart() {
      child ??= await launch(args);
      await eventually(`redis-server on port ${port}`, () => answersPing(port));
    },
    async stop() {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  stopAtEnd(server);
  await server.restart();
  return server;
}

/** The server's life hangs on this process's end of a pipe, so it ends with the tests however they end. */
async function launch(args: readonly string[]): Promise<ChildProcessWithoutNullStreams> {
  const program = ensureProgram('redis-server', 'redis-server');
  const script = '"$@" > /dev/null & server=$!; cat > /dev/null; kill -9 $server; wait $server';
  const child = spawn('sh', ['-c', script, 'redis', program, ...args], { stdio: 'pipe' });
  child.stdin.on('error', () => {});
  child.stdout.resume();
  child.stderr.resume();
  return child;
}

async function end(child: ChildProcessWithoutNullStreams): Promise<void> {
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.stdin.end();
  await gone;
}

async function answersPing(port: number): Promise<boolean> {
  return cli(port, ['ping']).then(
    (answer) => answer === 'PONG',
    () => false,
  );
}

async function cli(port: number, words: readonly string[]): Promise<string> {
  const { stdout } = await run('redis-cli', ['-e', '-h', HOST, '-p', String(port), ...words]);
  return stdout.trim();
}

async function createCluster(nodes: readonly RedisServer[], replicas: number): Promise<void> {
  const places = nodes.map((node) => `${HOST}:${node.port}`);
  const options = ['--cluster-replicas', String(replicas), '--cluster-yes'];
  await run('redis-cli', ['--cluster', 'create', ...places, ...options], { timeout: 60_000 });
  for (const node of nodes) {
    await eventually('the Cluster is complete', async () =>
      (await node.command('cluster', 'info')).includes('cluster_state:ok'),
    );
  }
  if (replicas > 0) {
    for (const node of nodes)
      await eventually('replicas follow', async () => isLinked(await node.command('info', 'replication')));
  }
}

function isLinked(replication: string): boolean {
  return replication.includes('master_link_status:up') || replication.includes('connected_slaves:1');
}

async function masterOf(nodes: readonly RedisServer[], key: string): Promise<RedisServer> {
  for (const node of nodes) {
    const redirected = await node.command('get', key).catch(() => 'MOVED');
    const role = await node.command('role').catch(() => '');
    if (!redirected.startsWith('MOVED') && role.startsWith('master')) return node;
  }
  throw new Error('No master answers for the key');
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.from + Math.floor(Math.random() * (PORTS.to - PORTS.from));
    if ((await isFree(port)) && (await isFree(port + 10_000))) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server: Server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, HOST, () => server.close(() => resolve(true)));
  });
}
