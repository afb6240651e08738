import { type DestinationStream, pino } from 'pino';

/** A buffered destination of log lines. */
export interface LogDestination extends DestinationStream {
  /** Writes the buffered lines. */
  flush(): void;
  /** Flushes and closes the destination. */
  end(): void;
}

/** Characters, about a memory page: a write costs more than composing the lines in it. */
const MAX_HELD_CHARACTERS = 4_096;
/** Milliseconds. A process that is killed loses at most these lines. */
const MAX_HELD_MS = 100;

/** All open destinations, to be flushed when the process exits. */
const open = new Set<LogDestination>();
const flushAll = () => {
  for (const one of open) one.flush();
};

/**
 * Lines are written together after at most some milliseconds, or at once when `flush` is called.
 * @param file null: standard output. @throws where the file cannot be written.
 */
export function openLogDestination(file: string | null = null, longestHeldMs = MAX_HELD_MS): LogDestination {
  const output = pino.destination({ dest: file ?? 1, sync: true, mkdir: false });
  let held = '';
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const lines = held;
    held = '';
    if (lines !== '') output.write(lines);
  };
  const destination: LogDestination = {
    write(line) {
      held += line;
      if (held.length >= MAX_HELD_CHARACTERS) flush();
      else timer ??= setTimeout(flush, longestHeldMs).unref();
    },
    flush,
    end() {
      flush();
      if (file !== null) output.end();
      open.delete(destination);
      if (open.size === 0) process.off('exit', flushAll);
    },
  };
  if (open.size === 0) process.on('exit', flushAll);
  open.add(destination);
  return destination;
}
