import { AsyncLocalStorage } from 'node:async_hooks';
import { MARK_MARGIN_MS } from '../../../src/cache/protocol/fenced-group.ts';
import { InFlight } from '../../../src/cache/protocol/in-flight.ts';
import { createProcessCache, type ProcessCache } from '../../../src/cache/protocol/process-cache.ts';
import { ListMemory } from '../../../src/cache/store/list-memory.ts';
import { MemoryStore } from '../../../src/cache/store/memory-store.ts';
import type { CacheStore, Invalidation } from '../../../src/cache/store/store.ts';
import type { WriteGroup } from '../../../src/model/coordination.ts';
import { OutcomeUnknownError, UpstreamTimeoutError, UpstreamUnavailableError } from '../../../src/model/errors.ts';
import type { Call, IntegrationSource } from '../../../src/model/integration.ts';
import { ManualClock, settle } from './clock.ts';
import { apiKey, callOf, FakeUpstream, scopeOf, shownBy } from './fake-upstream.ts';
import { judge, type Operation, type Verdict } from './model.ts';

export const TIMES = { ttlMs: 10_000, staleWhileRevalidateMs: 5_000, staleIfErrorMs: 5_000 };
export const UPSTREAM_MS = 1_000;
export const MARK_MS = UPSTREAM_MS + 5_000;
const COMMAND_MS = 50;
/** A connection on which a command waits for longer is closed, and the command lost with it. */
const SILENCE_MS = 1_500;

/** Callers `a` and `b` belong to one organization, `c` to another. */
export const CALLERS = ['a', 'b', 'c'] as const;
const ORGANIZATIONS: Record<(typeof CALLERS)[number], string> = { a: 'one', b: 'one', c: 'two' };

export type Lost = 'generation' | 'writing' | 'entries' | 'leases' | 'organizations';

/** `refused`: a write that certainly does not run. */
export type Request = 'read' | 'write' | 'refused';

/**
 * What becomes of a write of an operation. The answers of the last three are lost: `lost` has run, `void` was ended by upstream and has
 * not run, `late` takes effect after it was given up.
 */
export type Step = 'runs' | 'refused' | 'lost' | 'void' | 'late';

/** What may happen. Numbers pick from what there is, modulo. */
export type Action =
  /** A request begins, and the first so many of its messages have their turn. */
  | { readonly kind: Request; readonly gateway: number; readonly caller: number; readonly turns: number }
  /** Writes that share their begin and end. What became of a lost one is found out by reading. */
  | {
      readonly kind: 'operation';
      readonly gateway: number;
      readonly caller: number;
      readonly turns: number;
      readonly steps: readonly Step[];
    }
  /** The next so many messages of a request that is under way have their turn. */
  | { readonly kind: 'advance'; readonly pick: number; readonly turns: number }
  /** All messages have their turn, and time stands still. */
  | { readonly kind: 'drain' }
  | { readonly kind: 'tick'; readonly ms: number }
  | { readonly kind: 'crash' | 'cut' | 'mend' | 'deafen'; readonly gateway: number }
  | { readonly kind: 'lose'; readonly what: Lost }
  | { readonly kind: 'upstream'; readonly works: boolean };

export interface Config {
  readonly gateways: number;
  readonly memoryTtlMs: number;
}

/** What the mutilations replace. */
export interface Parts {
  makeStore?: (clock: ManualClock) => SimulatedStore;
  makeInFlight?: (clock: ManualClock, unfencedMs: number) => InFlight;
  /** A gateway's view of the store. */
  bend?: (store: CacheStore) => CacheStore;
  bendGroup?: (group: WriteGroup) => WriteGroup;
}

/** The store that all gateways share, and that loses keys when told. */
export class SimulatedStore extends MemoryStore {
  /** Simulated time stands still while messages have their turn; that much of it a real clock would have gone on. */
  #passedMicroseconds = 0;

  constructor(clock: ManualClock) {
    super(clock, 1e6);
  }

  lose(what: Lost): void {
    this.#passedMicroseconds += 1_000;
    if (what === 'generation') this.generations.clear();
    if (what === 'writing') this.writing.clear();
    if (what === 'entries') this.entries.clear();
    if (what === 'leases') this.leases.clear();
    if (what === 'organizations') this.organizations.clear();
  }

  protected override firstGeneration(floor: number): number {
    return super.firstGeneration(floor) + this.#passedMicroseconds;
  }
}

/** On behalf of which operation something runs. */
const current = new AsyncLocalStorage<Operation>();

interface Turn {
  /** Null: in the network, beyond any gateway's death. */
  readonly gateway: Gateway | null;
  readonly operation: Operation | null;
  take(): void;
}

interface Gateway {
  readonly index: number;
  phase: 'alive' | 'dead';
  link: 'up' | 'down';
  /** Publishes reach it. */
  hears: boolean;
  readonly cache: ProcessCache;
}

/** Gateways over one store, where every message waits until it is its turn. */
export class Simulation {
  readonly clock = new ManualClock();
  readonly upstream = new FakeUpstream();
  readonly operations: Operation[] = [];
  readonly #steps = new WeakMap<Operation, Step>();
  readonly #config: Config;
  readonly #parts: Parts;
  readonly #store: SimulatedStore;
  readonly #gateways: Gateway[] = [];
  #turns: Turn[] = [];
  #upstreamWorks = true;
  #lostMarks = false;
  #sequence = 0;

  constructor(config: Config, parts: Parts = {}) {
    this.#config = config;
    this.#parts = parts;
    this.#store = parts.makeStore?.(this.clock) ?? new SimulatedStore(this.clock);
    for (const caller of CALLERS) this.upstream.organizations.set(`ApiKey ${caller}`, ORGANIZATIONS[caller]);
    this.upstream.before = (kind) => this.#reach(kind);
    this.upstream.after = (kind) => this.#comeBack(kind);
    for (let index = 0; index < config.gateways; index += 1) this.#gateways.push(this.#boot(index));
  }

  async act(action: Action): Promise<void> {
    switch (action.kind) {
      case 'read':
      case 'write':
      case 'refused':
        await this.#advance(this.#start(action.kind, this.#gateway(action.gateway), action.caller), action.turns);
        break;
      case 'operation':
        await this.#advance(this.#startSteps(this.#gateway(action.gateway), action.caller, action.steps), action.turns);
        break;
      case 'advance':
        await this.#advance(this.#underWay(action.pick), action.turns);
        break;
      case 'drain':
        await this.drain();
        break;
      case 'tick':
        await this.clock.advance(action.ms);
        break;
      case 'crash':
        this.#crash(action.gateway);
        break;
      case 'cut':
        this.#gateway(action.gateway).link = 'down';
        break;
      case 'mend':
        this.#gateway(action.gateway).link = 'up';
        break;
      case 'deafen':
        this.#gateway(action.gateway).hears = false;
        break;
      case 'lose':
        this.#lostMarks ||= action.what === 'writing';
        this.#store.lose(action.what);
        break;
      case 'upstream':
        this.#upstreamWorks = action.works;
        break;
      default:
        action satisfies never;
    }
    await settle();
  }

  /** Heals everything, lets everything end, and then tries whether a read after a write has to wait for time to pass. */
  async finish(): Promise<Verdict> {
    for (const gateway of this.#gateways) gateway.link = 'up';
    this.#upstreamWorks = true;
    await this.drain();
    for (let left = 40; left > 0 && this.#hanging(); left -= 1) await this.#settleAfter(300);
    await this.#settleAfter(UPSTREAM_MS);
    await this.#settleAfter(MARK_MS);
    const late = this.#hanging() ? 'a request was never answered' : await this.#impatience();
    for (const gateway of this.#gateways) gateway.cache.stop();
    const { memoryTtlMs } = this.#config;
    const { ttlMs, staleWhileRevalidateMs, staleIfErrorMs } = TIMES;
    const boundMs = memoryTtlMs + ttlMs + staleWhileRevalidateMs + staleIfErrorMs + UPSTREAM_MS;
    return late ?? judge(this.operations, { memoryTtlMs, boundMs, markMs: MARK_MS, lostMarks: this.#lostMarks });
  }

  #hanging(): boolean {
    return this.operations.some((one) => one.end.phase === 'under way' && one.gatewayAlive());
  }

  async #settleAfter(ms: number): Promise<void> {
    await this.clock.advance(ms);
    await this.drain();
  }

  /** Takes turns, without time passing, until nothing waits for one. */
  async drain(): Promise<void> {
    while (this.#turns.length > 0) {
      this.#take(0);
      await settle();
    }
  }

  /** A write, then reads by one gateway after another whose entry is lost each time: none may wait for time to pass. */
  async #impatience(): Promise<Verdict> {
    this.#start('write', this.#gateway(0), 0);
    await settle();
    await this.drain();
    for (const index of [0, 1]) {
      const read = this.#start('read', this.#gateway(index), 0);
      await settle();
      await this.drain();
      if (read.end.phase === 'under way') return 'a read waits for a lease that no process holds';
      this.#store.lose('entries');
    }
    return null;
  }

  #gateway(index: number): Gateway {
    const gateway = this.#gateways[index % this.#gateways.length];
    if (gateway === undefined) throw new Error('no gateway');
    return gateway;
  }

  #boot(index: number): Gateway {
    const seat: { gateway?: Gateway } = {};
    const owner = (): Gateway => {
      if (seat.gateway === undefined) throw new Error('not booted');
      return seat.gateway;
    };
    const inFlight = this.#parts.makeInFlight?.(this.clock, this.#config.memoryTtlMs);
    const linked = this.#link(owner);
    const cache = createProcessCache(
      {
        ...TIMES,
        memoryTtlMs: this.#config.memoryTtlMs,
        layerMaxBytes: 1e6,
        lists: new ListMemory(10e6),
        commandTimeoutMs: COMMAND_MS,
        requestBudgetMs: 2 * COMMAND_MS,
        upstreamTimeoutMs: UPSTREAM_MS,
        scope: scopeOf,
        clock: this.clock,
        ...(inFlight === undefined ? {} : { inFlight }),
      },
      this.#parts.bend?.(linked) ?? linked,
      this.upstream.source(),
    );
    seat.gateway = { index, phase: 'alive', link: 'up', hears: true, cache };
    return seat.gateway;
  }

  #crash(index: number): void {
    const gateway = this.#gateway(index);
    gateway.phase = 'dead';
    gateway.cache.stop();
    this.#turns = this.#turns.filter((turn) => turn.gateway !== gateway);
    this.#gateways[gateway.index] = this.#boot(gateway.index);
  }

  #start(request: Request, gateway: Gateway, callerIndex: number): Operation {
    const kind = request === 'read' ? 'read' : 'write';
    const operation = this.#newOperation(kind, gateway, callerIndex);
    if (request === 'refused') this.#steps.set(operation, 'refused');
    const call = callOf(apiKey(CALLERS[callerIndex] ?? 'a'));
    current.run(operation, () => {
      if (kind === 'read')
        gateway.cache.source.list(call).then(
          (list) => this.#end(operation, list),
          () => this.#fail(operation),
        );
      else
        gateway.cache.source.update(call, 'x', {}).then(
          () => this.#end(operation, null),
          () => this.#fail(operation),
        );
    });
    return operation;
  }

  /** @param before the write of the same operation before it, whose end it shares, and whose begin while its mark counts. */
  #newOperation(kind: Operation['kind'], gateway: Gateway, callerIndex: number, before?: Operation): Operation {
    const head = before?.head ?? before;
    const begun = [...(before?.begun ?? [])].filter(([, ms]) => this.clock.now() - ms < MARK_MARGIN_MS);
    const caller = CALLERS[callerIndex] ?? 'a';
    const operation: Operation = {
      kind,
      caller: `ApiKey ${caller}`,
      organization: ORGANIZATIONS[caller],
      gateway,
      gatewayAlive: () => gateway.phase === 'alive',
      startedAt: this.#moment(),
      end: { phase: 'under way' },
      ...(head && { head }),
      committed: null,
      begun: new Map(begun),
      ended: head?.ended ?? new Set(),
      upstreamLists: 0,
    };
    this.operations.push(operation);
    return operation;
  }

  #startSteps(gateway: Gateway, callerIndex: number, steps: readonly Step[]): Operation {
    const head = this.#newOperation('write', gateway, callerIndex);
    const call = callOf(apiKey(CALLERS[callerIndex] ?? 'a'));
    const { source } = gateway.cache;
    const plain = source.coordinator?.group(call);
    if (plain === undefined) throw new Error('no coordinator');
    const group = this.#parts.bendGroup?.(plain) ?? plain;
    const run = async () => {
      const ended: [Operation, boolean][] = [];
      for (const step of steps) {
        const [before] = ended.at(-1) ?? [];
        const write = before ? this.#newOperation('write', gateway, callerIndex, before) : head;
        this.#steps.set(write, step);
        ended.push([write, await current.run(write, () => this.#sendStep(write, source, call, group))]);
      }
      await group.end();
      for (const [write, isDone] of ended) isDone ? this.#end(write, null) : this.#fail(write);
    };
    void current.run(head, run);
    return head;
  }

  /** Sends a write, and resolves a lost answer by reading. Is it known to have run? */
  async #sendStep(write: Operation, source: IntegrationSource, call: Call, group: WriteGroup): Promise<boolean> {
    try {
      await source.update(call, 'x', {});
      return true;
    } catch (error) {
      if (!(error instanceof OutcomeUnknownError)) return false;
      const list = await source.list(call, { fresh: true, current: true }).catch(() => null);
      const shown = list && Number(shownBy(list).split('/v')[1]);
      const hasRun = write.committed !== null && shown !== null && shown >= write.committed.version;
      if (hasRun) group.resolve('RAN');
      else if (error.ended && shown !== null) group.resolve('DID_NOT_RUN');
      return hasRun;
    }
  }

  #end(operation: Operation, list: Awaited<ReturnType<ProcessCache['source']['list']>> | null): void {
    if (!operation.gatewayAlive()) return;
    const shown = list === null ? null : shownBy(list);
    operation.end = { phase: 'done', at: this.#moment(), shown, status: list?.cache.status ?? null };
  }

  #fail(operation: Operation): void {
    operation.end = { phase: 'failed' };
  }

  #moment() {
    this.#sequence += 1;
    return { sequence: this.#sequence, ms: this.clock.now() };
  }

  #take(index: number): void {
    const [turn] = this.#turns.splice(index, 1);
    turn?.take();
  }

  /** One of the requests that have messages waiting; a publish belongs to no request. */
  #underWay(pick: number): Operation | null {
    const operations = [...new Set(this.#turns.map((turn) => headOf(turn.operation)))];
    return operations[pick % Math.max(1, operations.length)] ?? null;
  }

  async #advance(operation: Operation | null, turns: number): Promise<void> {
    await settle();
    for (let left = turns; left > 0; left -= 1) {
      const next = this.#turns.findIndex((turn) => headOf(turn.operation) === operation);
      if (next < 0) return;
      this.#take(next);
      await settle();
    }
  }

  #turn(gateway: Gateway | null): Promise<void> {
    const operation = current.getStore() ?? null;
    return new Promise((take) => {
      if (gateway === null || gateway.phase === 'alive') this.#turns.push({ gateway, operation, take });
    });
  }

  /** The way to upstream: the request arrives when it is its turn, or at the last moment before it is given up. */
  async #reach(kind: string): Promise<void> {
    const operation = current.getStore();
    // A process that is dead sends nothing.
    if (operation && !operation.gatewayAlive()) await new Promise(() => {});
    if (kind === 'list' && operation !== undefined) operation.upstreamLists += 1;
    const step = operation && this.#steps.get(operation);
    const works = this.#upstreamWorks && step !== 'refused';
    const outcome = await this.#turnWithin(UPSTREAM_MS);
    if (kind === 'update' && works && step === 'void') throw new OutcomeUnknownError({ ended: true });
    if (kind === 'update' && works && step === 'late') {
      void this.#commitLate(operation, outcome === 'late');
      throw new OutcomeUnknownError();
    }
    if (kind === 'update' && outcome === 'late' && works) return;
    if (outcome === 'late') throw new UpstreamTimeoutError('late');
    // A write is not sent then: it certainly does not run.
    if (!works) throw new UpstreamUnavailableError('down');
  }

  /** Within the life of the mark that its begin made. @param isLate it has been on its way for as long as it may be. */
  async #commitLate(operation: Operation | undefined, isLate: boolean): Promise<void> {
    if (!isLate) await this.#turnWithin(UPSTREAM_MS);
    if (operation === undefined) return;
    this.upstream.change(operation.organization);
    operation.committed = { version: this.upstream.versionOf(operation.organization), at: this.#moment() };
  }

  /** The way back: what was read, or took effect, is told when it is its turn, or never in time. */
  async #comeBack(kind: string): Promise<void> {
    const operation = current.getStore();
    if (kind === 'update' && operation !== undefined) {
      operation.committed = { version: this.upstream.versionOf(operation.organization), at: this.#moment() };
    }
    const isLost = kind === 'update' && operation !== undefined && this.#steps.get(operation) === 'lost';
    if ((await this.#turnWithin(UPSTREAM_MS / 2)) === 'late' || isLost) {
      throw kind === 'update' ? new OutcomeUnknownError() : new UpstreamTimeoutError('late');
    }
  }

  #turnWithin(ms: number): Promise<'late' | undefined> {
    const late = new Promise<'late'>((resolve) => {
      this.clock.after(ms, () => resolve('late'));
    });
    return Promise.race([late, this.#turn(null).then(() => undefined)]);
  }

  /** A gateway's connection to the store: a turn for each command, and one for its reply. */
  #link(owner: () => Gateway): CacheStore {
    const send = async <T>(
      run: () => Promise<T>,
      replied: (operation: Operation, answer: T) => void = () => {},
    ): Promise<T> => {
      const gateway = owner();
      const deadlineMs = this.clock.now() + COMMAND_MS;
      const silentMs = this.clock.now() + SILENCE_MS;
      await this.#turn(gateway);
      if (isCut(gateway) || this.clock.now() > silentMs) throw new Error('ECONNRESET');
      const answer = await run();
      await this.#turn(gateway);
      if (isCut(gateway)) throw new Error('ECONNRESET');
      const operation = current.getStore();
      if (operation !== undefined && this.clock.now() < deadlineMs) replied(operation, answer);
      return answer;
    };
    const store = this.#store;
    return {
      form: 'memory',
      start: async () => {},
      stop: async () => {},
      state: () => 'ok',
      subscribe: (listener) => store.subscribe((event) => void this.#publish(owner, listener, event)),
      organization: (scope) => send(() => store.organization(scope)),
      learn: (scope, organization) => send(() => store.learn(scope, organization)),
      read: (slot, hints) => send(() => store.read(slot, hints)),
      lease: (slot, generation, token, ttlMs) => send(() => store.lease(slot, generation, token, ttlMs)),
      release: (slot, token) => send(() => store.release(slot, token)),
      // A list never changes: when it is kept, or found, makes no difference to the fences.
      keepList: (organization, list) => store.keepList(organization, list),
      list: (...args) => store.list(...args),
      fill: (slot, generation, body, lifeMs) => send(() => store.fill(slot, generation, body, lifeMs)),
      beginWrite: (slot, token, ttlMs, floor) =>
        send(
          () => store.beginWrite(slot, token, ttlMs, floor),
          (operation) => operation.begun.set(slot.organization, this.clock.now()),
        ),
      endWrite: (organization, token, floor, restore) =>
        send(
          () => store.endWrite(organization, token, floor, restore),
          (operation) => operation.ended.add(organization),
        ),
      backOff: (slot, forMs) => send(() => store.backOff(slot, forMs)),
      drop: (slot) => send(() => store.drop(slot)),
    };
  }

  async #publish(owner: () => Gateway, listener: (event: Invalidation) => void, event: Invalidation): Promise<void> {
    if (event.kind !== 'generation') return listener(event);
    const gateway = owner();
    if (!gateway.hears) return;
    // Told by any write, heard on behalf of no request.
    await current.exit(() => this.#turn(gateway));
    listener(event);
  }
}

function headOf(operation: Operation | null): Operation | null {
  return operation?.head ?? operation;
}

function isCut(gateway: Gateway): boolean {
  return gateway.link === 'down';
}
