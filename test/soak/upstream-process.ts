// The upstream of the soak, a process of its own: the embedded backend with the soak's data. Its parent orders faults and asks what
// is stored.
import { setMaxListeners } from 'node:events';
import { startBackend } from '../../src/novu-double/server/backend.ts';
import { faultsOf, type UpstreamFaults } from './faults.ts';
import { Random } from './random.ts';
import { createWorld } from './world.ts';

/** What the parent sends. Each order is answered with an {@link UpstreamReport}. */
export interface UpstreamOrder {
  readonly faults: UpstreamFaults;
}

export interface UpstreamReport {
  readonly url: string;
  readonly calls: number;
  /** Of all rows that ever were, deleted ones too. */
  readonly stored: readonly { readonly id: string; readonly identifier: string; readonly deleted: boolean }[];
}

/** How often a phase has its faults renewed. */
const RENEW_MS = 100;

// Answers that wait all listen for the end of the backend.
setMaxListeners(0);

const [callers = '', seed = ''] = process.argv.slice(2);
const random = new Random(Number(seed));
const backend = await startBackend({ seed: createWorld(Number(callers)).seed });
let faults: UpstreamFaults = 'none';
let calls = 0;

setInterval(() => {
  calls += backend.requests.length;
  backend.requests.clear();
  backend.faults.set(faultsOf(faults, random));
}, RENEW_MS);

process.on('message', (order: UpstreamOrder) => {
  faults = order.faults;
  backend.faults.set(faultsOf(faults, random));
  report();
});
process.on('disconnect', () => process.exit());
// Ctrl-C in a terminal is meant for the parent, which asks once more what is stored.
process.on('SIGINT', () => undefined);
report();

function report(): void {
  const stored = backend.records().map(({ _id, identifier, deleted }) => ({ id: _id, identifier, deleted }));
  process.send?.({ url: backend.url, calls: calls + backend.requests.length, stored } satisfies UpstreamReport);
}
