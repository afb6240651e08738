import { setFlagsFromString } from 'node:v8';
import { banner, startFault } from './banner.ts';
import { type Config, parseConfig } from './config.ts';
import { endOnSignals } from './shutdown.ts';

/** The process: reads the environment, starts the gateway, and ends it as {@link endOnSignals} says. */
async function main(): Promise<void> {
  const config = parseConfig(process.env);
  setHeapGrowth(config);
  // Loaded only now: V8 applies the flag to what comes after it.
  const { createApp } = await import('./app.ts');
  const app = await createApp(config);
  endOnSignals(app, config);
  process.stdout.write(`${banner(app, config, await app.checkUpstream())}\n`);
}

/**
 * By itself V8 lets the heap of a busy process grow to several times of what is in use, and that of one that was idle for half a minute hardly
 * at all: then it collects all of it after each 8 MB of bodies, and an answer with credentials cost three times the CPU time.
 */
function setHeapGrowth({ HEAP_GROWTH_PERCENT }: Config): void {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`);
}

/** Prints no stack: it would tell an operator nothing that the message does not. */
function fail(error: unknown): never {
  process.stderr.write(`The gateway cannot run:\n${startFault(error)}\n`);
  process.exit(1);
}

main().catch(fail);
