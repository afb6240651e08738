/** Of one turn of the event loop, for all long work together, in milliseconds; the step under way when it is over is finished. */
const SLICE_MS = 5;

/** The next step of each; true: it was the last. */
const waiting: (() => boolean)[] = [];

/**
 * Runs long work in steps, a few milliseconds of it in each turn of the event loop, however much of it waits: whatever else the process
 * has to do is done in between. In turn, so that the first is done first.
 * @param steps yields where it can be interrupted; a millisecond or so is a good length.
 * @throws what it throws.
 */
export function inSlices<T>(steps: Generator<undefined, T>): Promise<T> {
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
    // What waits for it goes on after this turn, and takes time as well.
    waiting.shift();
    break;
  }
  if (waiting.length > 0) setImmediate(turn);
}
