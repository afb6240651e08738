// Stands in a gateway's process (`NODE_OPTIONS=--import …`). On SIGUSR2 it prints the old memory of the heap, in bytes: what there is, and what
// is left of it after a full collection.
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

function oldBytes() {
  const spaces = getHeapSpaceStatistics().filter(({ space_name }) => /^(old|large_object)_space$/.test(space_name));
  return spaces.reduce((sum, { space_used_size }) => sum + space_used_size, 0);
}

process.on('SIGUSR2', () => {
  const before = oldBytes();
  // Twice: what weak references held is free after the first.
  collect();
  collect();
  process.stdout.write(`old memory ${before} ${oldBytes()}\n`);
});
