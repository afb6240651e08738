import { Gauge, type Registry } from 'prom-client';

/** Adds a gauge that is read at each scrape. */
export function gauge(registry: Registry, name: string, help: string, value: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(value());
    },
  });
}
