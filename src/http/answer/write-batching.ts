let end: Promise<void> | null = null;

/**
 * Resolves when this turn of the event loop has handled all input, so that everything that waits for it continues together.
 *
 * Answers that take a few microseconds are sent together this way. Each write is a system call that wakes up a client. If each of
 * many short answers is written alone, the writes cost more than the rest of the request.
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
