import type { Redis } from 'ioredis';
import type { Invalidation } from '../store/store.ts';
import { createListener, retryDelayMs } from './client.ts';
import { MAX_GENERATION } from './scripts.ts';
import type { RedisTarget } from './url.ts';

type State =
  | { readonly phase: 'idle' }
  | { readonly phase: 'connecting'; readonly connection: Redis }
  | { readonly phase: 'listening'; readonly connection: Redis; readonly heartbeat: NodeJS.Timeout }
  | { readonly phase: 'waiting'; readonly timer: NodeJS.Timeout }
  | { readonly phase: 'stopped' };

const HEARTBEAT_MS = 1_000;

/**
 * Keeps one subscription to the invalidation channel alive, on any node that answers: a Cluster broadcasts messages to
 * all nodes. Reports when it was lost, because messages are not repeated.
 */
export class RedisListener {
  readonly #target: RedisTarget;
  readonly #caPem: string | undefined;
  readonly #channel: string;
  readonly #tell: (event: Invalidation) => void;
  #state: State = { phase: 'idle' };
  #tries = 0;

  constructor(target: RedisTarget, caPem: string | undefined, channel: string, tell: (event: Invalidation) => void) {
    this.#target = target;
    this.#caPem = caPem;
    this.#channel = channel;
    this.#tell = tell;
  }

  get listening(): boolean {
    return this.#state.phase === 'listening';
  }

  /** Resolves when it listens or the first attempt has failed. */
  async start(): Promise<void> {
    if (this.#state.phase === 'idle') await this.#connect();
  }

  stop(): void {
    const state = this.#state;
    this.#state = { phase: 'stopped' };
    if (state.phase === 'waiting') clearTimeout(state.timer);
    if (state.phase === 'listening') clearInterval(state.heartbeat);
    if (state.phase === 'connecting' || state.phase === 'listening') state.connection.disconnect();
  }

  async #connect(): Promise<void> {
    const connection = createListener(this.#target, this.#caPem, this.#tries);
    this.#state = { phase: 'connecting', connection };
    this.#tries += 1;
    connection.on('error', () => {});
    connection.on('message', (_, message: string) => this.#onMessage(message));
    connection.on('close', () => this.#lost(connection));
    try {
      await connection.connect();
      await connection.subscribe(this.#channel);
      this.#alive(connection);
    } catch {
      connection.disconnect();
      this.#lost(connection);
    }
  }

  #alive(connection: Redis): void {
    if (this.#state.phase !== 'connecting' || this.#state.connection !== connection) return;
    // The reply is ignored: `socketTimeout` closes the connection of a server that stays silent.
    const heartbeat = setInterval(() => connection.ping().catch(() => {}), HEARTBEAT_MS);
    heartbeat.unref();
    this.#state = { phase: 'listening', connection, heartbeat };
    this.#tries = 0;
  }

  #lost(connection: Redis): void {
    const state = this.#state;
    if ((state.phase !== 'connecting' && state.phase !== 'listening') || state.connection !== connection) return;
    if (state.phase === 'listening') {
      clearInterval(state.heartbeat);
      this.#tell({ kind: 'lost' });
    }
    const timer = setTimeout(() => void this.#connect(), retryDelayMs(this.#tries));
    timer.unref();
    this.#state = { phase: 'waiting', timer };
  }

  #onMessage(message: string): void {
    const [organization = '', generation = ''] = message.split(' ');
    if (!/^\d{1,16}$/.test(generation) || Number(generation) > MAX_GENERATION) return;
    this.#tell({ kind: 'generation', organization, generation: Number(generation) });
  }
}
