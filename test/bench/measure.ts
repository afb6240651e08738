import { join } from 'node:path';
import { check } from './check.ts';
import type { Peer } from './gateways.ts';
import { Generator, type Window } from './generator.ts';
import type { Load } from './load.ts';
import type { Cell } from './plan.ts';
import { type Command, messageOf, type Running, residentMiB, start } from './processes.ts';
import type { StubOrder } from './stub.ts';

/** One round of one cell. */
export interface Sample extends Load {
  readonly upstreamCalls: number;
  readonly residentMiB: number;
  readonly window: Window;
}

export interface LoadSettings {
  readonly connections: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

/** A stub, a load generator and the peers that were started, with how far each has come. */
export class Laboratory {
  readonly #generator = new Generator();
  readonly #peers = new Map<string, Running>();
  readonly #asked = new Map<string, number>();
  readonly #stub: Running;

  private constructor(stub: Running) {
    this.#stub = stub;
  }

  static async open(rows: number): Promise<Laboratory> {
    const args = [join(import.meta.dirname, 'dist/stub.js')];
    const env = { BENCH_ROWS: String(rows) };
    const command = { file: process.execPath, args, cwd: import.meta.dirname, env };
    return new Laboratory(await start('stub', command, true));
  }

  /** @throws Error with what the process printed, where it does not come to listen. */
  async startPeer(
    peer: Peer,
    change: (command: Command) => Command = (command) => command,
    withIpc = false,
  ): Promise<Running> {
    const running = await start(peer.id, change(await peer.command(`http://127.0.0.1:${this.#stub.port}`)), withIpc);
    this.#peers.set(peer.id, running);
    return running;
  }

  residentMiB(peer: Peer): number {
    return residentMiB(this.#of(peer).pid);
  }

  /** @throws Error where an answer is wrong. Returns the length of the shortest answer. */
  async check(cell: Cell): Promise<number> {
    await this.#order({ latencyMs: cell.latencyMs });
    const start = this.#asked.get(keyOf(cell)) ?? 0;
    const { minBytes, asked } = await check(cell, this.#of(cell.peer).port, start);
    this.#asked.set(keyOf(cell), start + asked);
    return minBytes;
  }

  async measure(cell: Cell, minBytes: number, settings: LoadSettings): Promise<Sample> {
    const { pid, port } = this.#of(cell.peer);
    const { query, state, rows, latencyMs } = cell;
    const work = { dialect: cell.peer.dialect, query, state, rows };
    const begin = this.#asked.get(keyOf(cell)) ?? 0;
    await this.#order({ latencyMs });
    const load = await this.#generator.run({ work, pid, port, minBytes, start: begin, ...settings }, () =>
      this.#order({ latencyMs }),
    );
    this.#asked.set(keyOf(cell), load.next);
    return { ...load, upstreamCalls: await this.#order({ latencyMs }), residentMiB: residentMiB(pid) };
  }

  async close(): Promise<void> {
    this.#generator.stop();
    await Promise.all([this.#stub, ...this.#peers.values()].map((running) => running.stop()));
  }

  /** Sets the latency. Returns how many calls the stub has had since the last order. */
  async #order(order: StubOrder): Promise<number> {
    const answered = messageOf(this.#stub.child, 'stub');
    this.#stub.child.send(order);
    return (await answered) as number;
  }

  #of(peer: Peer): Running {
    const running = this.#peers.get(peer.id);
    if (!running) throw new Error(`${peer.id} was not started`);
    return running;
  }
}

/** Requests of different kinds are counted apart; latency makes no difference to a cache. */
function keyOf({ peer, query, state }: Cell): string {
  return `${peer.id} ${query} ${state}`;
}
