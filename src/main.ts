import { setFlagsFromString } from 'node:v8';
import { banner, startFault } from './banner.ts';
import { type Config, parseConfig } from './config.ts';
import { endOnSignals } from './shutdown.ts';

/** The process: reads the environment, starts the gateway, and ends it as {@link endOnSignals} says. */
async function main(): Promise<void> {
  const config = parseConfig(process.env);
  limitHeapGrowth(config);
  // Loaded only now: V8 applies the flag to what comes after it.
  const { createApp } = await import('./app.ts');
  const app = await createApp(config);
  endOnSignals(app, config);
  process.stdout.write(`${banner(app, config, await app.doubt())}\n`);
}

/**
 * By default V8 lets the heap grow to several times of what is in use. `HEAP_GROWTH_PERCENT` trades CPU time for memory:
 * 10,000 callers with 200 integrations each took 480 MB above idle by default, and 86 MB at 40 percent.
 */
function limitHeapGrowth({ HEAP_GROWTH_PERCENT }: Config): void {
  if (HEAP_GROWTH_PERCENT !== null) setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`);
}

/** Prints no stack: it would tell an operator nothing that the message does not. */
function fail(error: unknown): never {
  process.stderr.write(`The gateway cannot run:\n${startFault(error)}\n`);
  process.exit(1);
}

main().catch(fail);
