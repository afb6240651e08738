import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';

/** How a process is started. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Where it does not say itself on which port it listens. */
  readonly port?: number;
  /** What it prints when it listens there; absent: it answers HTTP. */
  readonly ready?: RegExp;
}

export interface Running {
  readonly pid: number;
  readonly port: number;
  readonly child: ChildProcess;
  /** Asks it to end, and ends it after a while. */
  stop(): Promise<void>;
}

const running = new Set<Running>();
const START_MS = 60_000;
const STOP_MS = 30_000;

/** Starts a server and waits until it listens: it prints its address, or takes connections on the port it was given. */
export async function start(name: string, command: Command, withIpc = false): Promise<Running> {
  const child = spawn(command.file, command.args, {
    cwd: command.cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...command.env },
    stdio: withIpc ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const { pid } = child;
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended (${code}) before it listened:\n${output}`)));
  });
  const listening = new Promise<number>((resolve) => {
    const read = (chunk: Buffer) => {
      if (output.length < 100_000) output += chunk.toString();
      if (command.ready && !command.ready.test(output)) return;
      const port = command.port ?? Number(/http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1]);
      if (port > 0) resolve(port);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', (chunk: Buffer) => {
      if (output.length < 100_000) output += chunk.toString();
    });
  });
  try {
    const port = await Promise.race([
      ended,
      command.port && !command.ready ? answers(command.port) : listening,
      timeout(name),
    ]);
    if (pid === undefined) throw new Error(`${name} has no process`);
    ended.catch(() => {});
    const started = { pid, port, child, stop: () => stop(started) };
    running.add(started);
    return started;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** For whatever way the benchmark ends. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map((started) => started.stop()));
}

/** The next message of a child process. @throws Error where it ends instead. */
export async function messageOf(child: ChildProcess, name: string): Promise<unknown> {
  const over = new AbortController();
  const ended = once(child, 'exit', over).then(() => {
    throw new Error(`The ${name} ended.`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message', over), ended]);
    return message;
  } finally {
    ended.catch(() => {});
    over.abort();
  }
}

/** Resident memory in MiB; NaN of a process that has ended. */
export function residentMiB(pid: number): number {
  if (!existsSync(`/proc/${pid}/status`)) return Number.NaN;
  const kiB = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kiB) / 1024;
}

/** User and system time so far, in seconds. The kernel counts in hundredths. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function stop(started: Running): Promise<void> {
  running.delete(started);
  const { child } = started;
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await exited;
  clearTimeout(timer);
}

async function answers(port: number): Promise<number> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/`);
      await response.arrayBuffer();
      return port;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`Nothing listens on ${port}`);
}

function timeout(name: string): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`${name} did not listen in time`)), START_MS).unref();
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
