import { Counter, Gauge, Registry } from 'prom-client';
import {
  type AnswerEvent,
  answerChannel,
  type CacheEvent,
  type CacheReadEvent,
  cacheChannel,
  cacheReadChannel,
  type HttpEvent,
  httpChannel,
  type RegisteredEvent,
  registeredChannel,
  type ShedEvent,
  shedChannel,
  type UpstreamEvent,
  upstreamChannel,
} from '../channels.ts';
import { isStoreCommand } from '../store-commands.ts';
import { Subscriptions } from '../subscriptions.ts';
import { BoundedCounter, BoundedHistogram } from './bounded.ts';
import { gauge } from './gauge.ts';
import { HeavyHitters, showHeavyHitters } from './heavy-hitters.ts';
import { OperationNames } from './operation-names.ts';
import { measureProcess } from './process.ts';

/** Values that are read at each scrape, not counted from events. No I/O. */
export interface MetricSources {
  readonly upstream: () => { readonly underWay: number; readonly waiting: number; readonly breaker: string };
  /** Bytes by what they hold. */
  readonly cacheBytes: () => Readonly<Record<string, number>>;
  /** Why the cache is degraded, as a code; null if it is not. */
  readonly cacheDegraded: () => string | null;
  readonly version: string;
  /** Hashes of the documents whose operations may be named. */
  readonly trustedHashes: ReadonlySet<string>;
}

export interface Metrics {
  scrape(): Promise<{ readonly contentType: string; readonly text: string }>;
  /** Ends subscriptions and timers. */
  stop(): void;
}

/** Upper bounds in seconds. Few, because each is a series for every label set. */
const SECONDS = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10];
const REDIS_SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1];

/** Together, the bounds allow fewer than 2,000 series; a test checks that. */
export function startMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  const subscriptions = new Subscriptions();
  countOperations(registry, subscriptions, new OperationNames(sources.trustedHashes));
  countCallers(registry, subscriptions);
  countUpstream(registry, subscriptions, sources);
  countCache(registry, subscriptions);
  showCache(registry, sources);
  const stopProcess = measureProcess(registry, sources.version);
  return {
    scrape: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    stop() {
      subscriptions.end();
      stopProcess();
    },
  };
}

function countOperations(registry: Registry, subscriptions: Subscriptions, names: OperationNames): void {
  const http = new BoundedHistogram(
    {
      registry,
      name: 'http_server_request_duration_seconds',
      help: 'HTTP requests of clients, by status; 499 where the client left first.',
      labelNames: ['method', 'route', 'status'],
      maxLabelSets: 30,
    },
    SECONDS,
  );
  const operations = new BoundedHistogram(
    {
      registry,
      name: 'igw_operation_duration_seconds',
      help: 'GraphQL operations, by how their answer came about.',
      labelNames: ['type', 'name', 'way', 'outcome'],
      maxLabelSets: 50,
    },
    SECONDS,
  );
  const errors = new BoundedCounter({
    registry,
    name: 'igw_errors_total',
    help: 'Answers with an error of this code.',
    labelNames: ['code'],
    maxLabelSets: 40,
  });
  subscriptions.on<HttpEvent>(httpChannel, ({ method, route, status, durationMs }) =>
    http.observeMs({ method, route, status: String(status) }, durationMs),
  );
  subscriptions.on<RegisteredEvent>(registeredChannel, ({ hash }) => names.register(hash));
  subscriptions.on<AnswerEvent>(answerChannel, ({ operation, way, codes, durationMs }) => {
    const outcome = codes.length > 0 ? 'error' : 'ok';
    operations.observeMs({ type: operation?.type ?? 'none', name: names.of(operation), way, outcome }, durationMs);
    for (const code of codes) errors.inc({ code });
  });
}

function countCallers(registry: Registry, subscriptions: Subscriptions): void {
  const [callers, organizations] = [new HeavyHitters(), new HeavyHitters()];
  subscriptions.on<AnswerEvent>(answerChannel, ({ request }) => {
    const caller = request?.callerFacts();
    callers.count(caller?.id ?? 'none');
    organizations.count(caller?.organization ?? 'none');
  });
  showHeavyHitters(registry, callers, {
    name: 'igw_top_caller_requests',
    help: 'Operations in the last minute, of the 20 callers that sent most.',
    label: 'caller',
  });
  showHeavyHitters(registry, organizations, {
    name: 'igw_top_organization_requests',
    help: 'Operations in the last minute, of the 20 organizations that sent most.',
    label: 'organization',
  });
}

const BREAKER_STATES = ['closed', 'half-open', 'open'];

function countUpstream(registry: Registry, subscriptions: Subscriptions, { upstream }: MetricSources): void {
  const calls = new BoundedHistogram(
    {
      registry,
      name: 'http_client_request_duration_seconds',
      help: 'Requests to Novu, each attempt by itself. error_type is empty where the response could be read.',
      labelNames: ['method', 'url_template', 'status', 'error_type'],
      maxLabelSets: 50,
    },
    SECONDS,
  );
  const registers = [registry];
  const retries = new Counter({ name: 'igw_upstream_retries_total', help: 'Attempts after the first.', registers });
  const shed = new BoundedCounter({
    registry,
    name: 'igw_shed_total',
    help: 'Work that was refused for the protection of the gateway, Novu or other callers.',
    labelNames: ['reason'],
    maxLabelSets: 10,
  });
  subscriptions.on<UpstreamEvent>(upstreamChannel, ({ method, route, status, fault, attempt, durationMs }) => {
    calls.observeMs(
      { method, url_template: route, status: String(status ?? 'none'), error_type: fault ?? '' },
      durationMs,
    );
    if (attempt > 1) retries.inc();
  });
  subscriptions.on<ShedEvent>(shedChannel, ({ reason }) => shed.inc({ reason }));
  gauge(registry, 'igw_upstream_in_flight', 'Calls to Novu under way.', () => upstream().underWay);
  gauge(registry, 'igw_upstream_queued', 'Calls to Novu that wait for their turn.', () => upstream().waiting);
  gauge(registry, 'igw_upstream_breaker_state', '0: closed, 1: half-open, 2: open.', () =>
    BREAKER_STATES.indexOf(upstream().breaker),
  );
}

function countCache(registry: Registry, subscriptions: Subscriptions): void {
  const reads = new BoundedCounter({
    registry,
    name: 'igw_cache_reads_total',
    help: 'Where lists came from. An answer from the response cache counts as memory.',
    labelNames: ['result'],
    maxLabelSets: 10,
  });
  const commands = new BoundedHistogram(
    {
      registry,
      name: 'db_client_operation_duration_seconds',
      help: 'Commands of the cache to Redis, or to the memory that stands in for it.',
      labelNames: ['operation', 'error_type'],
      maxLabelSets: 50,
    },
    REDIS_SECONDS,
  );
  const unfenced = new Counter({
    name: 'igw_cache_unfenced_writes_total',
    help: 'Writes of which the store could not be told in time.',
    registers: [registry],
  });
  subscriptions.on<CacheReadEvent>(cacheReadChannel, ({ result }) => reads.inc({ result }));
  subscriptions.on<AnswerEvent>(answerChannel, ({ way }) => {
    if (way === 'response-cache') reads.inc({ result: 'memory' });
  });
  subscriptions.on<CacheEvent>(cacheChannel, (event) => {
    const { command, outcome, fault, durationMs } = event;
    if (command === 'write.unfenced') unfenced.inc();
    else if (isStoreCommand(event)) {
      commands.observeMs({ operation: command, error_type: fault ?? (outcome === 'ok' ? '' : outcome) }, durationMs);
    }
  });
}

function showCache(registry: Registry, sources: MetricSources): void {
  const registers = [registry];
  new Gauge({
    name: 'igw_cache_degraded',
    help: '1: the cache works without Redis or with late news, and why.',
    labelNames: ['reason'],
    registers,
    collect() {
      const reason = sources.cacheDegraded();
      this.reset();
      this.set({ reason: reason ?? '' }, reason === null ? 0 : 1);
    },
  });
  const bytes = new Gauge({
    name: 'igw_cache_bytes',
    help: 'Memory of this process for cached lists and responses, as estimated.',
    labelNames: ['store'],
    registers,
    collect() {
      for (const [store, value] of Object.entries(sources.cacheBytes())) this.set({ store }, value);
    },
  });
  bytes.reset();
}
