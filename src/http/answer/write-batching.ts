let end: Promise<void> | null = null;

/**
 * Resolves when this turn of the event loop has handled everything that came in: what waits for it goes on together.
 *
 * Answers that take some microseconds leave together by it. A write hands bytes to the kernel, which wakes up the client that waits for
 * them; where each of many short answers does so by itself, the writes cost more than all the rest of a request.
 */
export function endOfTurn(): Promise<void> {
  end ??= new Promise((resolve) => {
    setImmediate(() => {
      end = null;
      resolve();
    });
  });
  return end;
}
