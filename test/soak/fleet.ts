import type { ChildProcess } from 'node:child_process';
import { Agent, request as send } from 'node:http';
import { createInterface } from 'node:readline';
import { startMain } from './children.ts';

/** One process of a copy. A copy that comes back is another one. */
export interface Instance {
  /** Copy and how often it was started, e.g. `B3`. */
  readonly name: string;
  readonly pid: number;
  readonly child: ChildProcess;
  readonly url: string;
  readonly agent: Agent;
  readonly startedAt: number;
  ready: boolean;
  phase: 'serving' | 'leaving' | 'killed';
}

export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** What the fleet tells of its processes. */
export interface FleetEvents {
  readonly line: (instance: string, line: string) => void;
  readonly exit: (instance: Instance, code: number | null) => void;
}

const PROBE_MS = 100;
/** A balancer closes idle connections before the gateway does (`KEEP_ALIVE_TIMEOUT`). */
const IDLE_MS = 30_000;
const START_MS = 60_000;
/** A mutation may call Novu several times, each of them up to its deadline. */
const ANSWER_MS = 60_000;

/** Copies of the gateway behind a stand-in for a load balancer, which follows their readiness and knows no stickiness. */
export class Fleet {
  readonly instances: Instance[] = [];
  readonly #folder: string;
  readonly #env: Readonly<Record<string, string>>;
  readonly #events: FleetEvents;
  readonly #started = new Map<string, number>();
  readonly #probes: NodeJS.Timeout;
  #next = 0;

  constructor(folder: string, env: Readonly<Record<string, string>>, events: FleetEvents) {
    this.#folder = folder;
    this.#env = env;
    this.#events = events;
    this.#probes = setInterval(() => void this.probe(), PROBE_MS);
  }

  /** Resolves when it listens. @throws Error where it ends before that. */
  async start(copy: string, env: Readonly<Record<string, string>> = {}): Promise<Instance> {
    const turn = (this.#started.get(copy) ?? 0) + 1;
    this.#started.set(copy, turn);
    const name = `${copy}${turn}`;
    const child = startMain(this.#folder, { ...this.#env, ...env });
    const url = await this.#listening(name, child);
    const agent = new Agent({ keepAlive: true, timeout: IDLE_MS });
    const instance: Instance = {
      ...{ name, pid: child.pid ?? 0, child, url, agent, ready: false },
      startedAt: performance.now(),
      phase: 'serving',
    };
    child.once('exit', (code) => {
      instance.ready = false;
      agent.destroy();
      this.instances.splice(this.instances.indexOf(instance), 1);
      this.#events.exit(instance, code);
    });
    this.instances.push(instance);
    await this.probe();
    return instance;
  }

  /** The process of a copy that serves, if there is one. */
  of(copy: string): Instance | undefined {
    return this.instances.find(({ name, phase }) => name.startsWith(copy) && phase === 'serving');
  }

  /** A copy that takes requests, in turn. @param other if there is another one. */
  pick(other?: Instance): Instance | null {
    const ready = this.instances.filter((instance) => instance.ready);
    const wanted = ready.filter((instance) => instance !== other);
    const from = wanted.length > 0 ? wanted : ready;
    this.#next += 1;
    return from[this.#next % from.length] ?? null;
  }

  /** Ends it at once, as a crash would. */
  async kill(instance: Instance): Promise<void> {
    instance.phase = 'killed';
    await this.#end(instance, 'SIGKILL');
  }

  /** Lets it leave as a platform does. Resolves when it has ended. */
  async leave(instance: Instance): Promise<void> {
    instance.phase = 'leaving';
    await this.#end(instance, 'SIGTERM');
  }

  async probe(): Promise<void> {
    const probe = async (instance: Instance) => {
      const ready = await ask(instance, '/readyz').then(
        ({ status }) => status === 200,
        () => false,
      );
      instance.ready = ready && this.instances.includes(instance) && instance.phase !== 'killed';
    };
    await Promise.all(this.instances.map(probe));
  }

  /** What `/readyz` says of the cache, of each that serves. */
  async isWhole(): Promise<boolean> {
    const answers = await Promise.all(this.instances.map((one) => ask(one, '/readyz').catch(() => null)));
    return answers.every((answer) => answer === null || !answer.text.includes('degraded'));
  }

  stop(): void {
    clearInterval(this.#probes);
  }

  async #end(instance: Instance, signal: NodeJS.Signals): Promise<void> {
    const ended = new Promise((resolve) => instance.child.once('exit', resolve));
    instance.child.kill(signal);
    await ended;
  }

  #listening(name: string, child: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${name} does not listen`)), START_MS);
      const hear = (line: string) => {
        const [, url] = /(http:\S+)\/graphql$/.exec(line) ?? [];
        if (url) resolve(url);
        this.#events.line(name, line);
      };
      for (const stream of [child.stdout, child.stderr]) if (stream) createInterface(stream).on('line', hear);
      child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it listened`)));
      child.once('exit', () => clearTimeout(timer));
    });
  }
}

/** One request to one process, over a connection that stays open. @throws the error of the connection. */
export function ask(
  { url, agent }: Pick<Instance, 'url' | 'agent'>,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const options = { agent, headers: { 'content-type': 'application/json', ...headers }, timeout: ANSWER_MS };
    const request = send(url + path, { ...options, method: body ? 'POST' : 'GET' }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    });
    request.on('timeout', () => request.destroy(new Error('No answer in time')));
    request.on('error', reject);
    request.end(body);
  });
}
