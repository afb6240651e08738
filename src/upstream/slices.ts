/** Time for all long work in one turn of the event loop, in milliseconds. The current step is always finished. */
const SLICE_MS = 5;

/** The step functions of all pending work; true means that the work is done. */
const waiting: (() => boolean)[] = [];

/**
 * Runs long work in time slices, a few milliseconds in each turn of the event loop, so that the process can do other
 * work in between. First in, first out.
 * @param steps yields where it can be interrupted, ideally about every millisecond.
 * @throws what `steps` throws.
 */
export function runInSlices<T>(steps: Generator<undefined, T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const step = () => {
      try {
        const { done, value } = steps.next();
        if (done === true) resolve(value);
        return done === true;
      } catch (error) {
        reject(error);
        return true;
      }
    };
    waiting.push(step);
    if (waiting.length === 1) setImmediate(turn);
  });
}

function turn(): void {
  const untilMs = performance.now() + SLICE_MS;
  const [step] = waiting;
  while (step && performance.now() < untilMs) {
    if (!step()) continue;
    // Its continuation runs after this turn and takes time as well.
    waiting.shift();
    break;
  }
  if (waiting.length > 0) setImmediate(turn);
}
