import { setFlagsFromString } from 'node:v8';
import { banner, startFault } from './banner.ts';
import { type Config, parseConfig } from './config.ts';
import { endOnSignals } from './shutdown.ts';

/** The process: reads the environment, starts the gateway, and stops it on signals. */
async function main(): Promise<void> {
  const config = parseConfig(process.env);
  setHeapGrowth(config);
  // Loaded only now, because V8 applies the flag to later code.
  const { createApp } = await import('./app.ts');
  const app = await createApp(config);
  endOnSignals(app, config);
  process.stdout.write(`${banner(app, config, await app.checkUpstream())}\n`);
}

/**
 * By default, V8 lets the heap of a busy process grow to several times the memory in use. After half a minute idle, it
 * hardly lets it grow at all: then a full collection follows each 8 MB of bodies, and an answer with credentials took
 * three times the CPU time.
 */
function setHeapGrowth({ HEAP_GROWTH_PERCENT }: Config): void {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`);
}

/** Prints no stack trace, which would not help an operator. */
function fail(error: unknown): never {
  process.stderr.write(`The gateway cannot run:\n${startFault(error)}\n`);
  process.exit(1);
}

main().catch(fail);
