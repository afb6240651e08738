import { banner, startFault } from './banner.ts';
import { parseConfig } from './config.ts';
import { keepFreedMemory, setHeapGrowth } from './process-memory.ts';
import { endOnSignals } from './shutdown.ts';

/** The process: reads the environment, starts the gateway, and stops it on signals. */
async function main(): Promise<void> {
  const config = parseConfig(process.env);
  setHeapGrowth(config.HEAP_GROWTH_PERCENT);
  keepFreedMemory();
  // Loaded only now, because V8 applies the flag to later code.
  const { createApp } = await import('./app.ts');
  const app = await createApp(config);
  endOnSignals(app, config);
  process.stdout.write(`${banner(app, config, await app.checkUpstream())}\n`);
}

/** Prints no stack trace, which would not help an operator. */
function fail(error: unknown): never {
  process.stderr.write(`The gateway cannot run:\n${startFault(error)}\n`);
  process.exit(1);
}

main().catch(fail);
