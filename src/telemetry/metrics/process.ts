import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, type Registry } from 'prom-client';
import { gauge } from './gauge.ts';

/** Adds the metrics of the process. Returns the function that stops them. */
export function measureProcess(registry: Registry, version: string): () => void {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  gauge(registry, 'nodejs_eventloop_lag_p99_seconds', 'Since the last scrape.', () => {
    const seconds = delay.count > 0 ? Math.max(0, delay.percentile(99) / 1e9 - 0.01) : 0;
    delay.reset();
    return seconds;
  });
  gauge(registry, 'process_resident_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss());
  gauge(registry, 'nodejs_heap_size_used_bytes', 'Heap in use.', () => process.memoryUsage().heapUsed);
  gauge(registry, 'process_start_time_seconds', 'Start, since the epoch.', () => Date.now() / 1000 - process.uptime());
  gauge(registry, 'process_cpu_seconds_total', 'User and system CPU time.', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  const labelNames = ['version', 'node_version'];
  const build = new Gauge({ name: 'igw_build_info', help: 'Always 1.', labelNames, registers: [registry] });
  build.set({ version, node_version: process.version }, 1);
  return () => delay.disable();
}
