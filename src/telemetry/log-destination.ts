import { type DestinationStream, pino } from 'pino';

/** Where lines are written to, many at once. */
export interface LogDestination extends DestinationStream {
  /** Writes what is held back. */
  flush(): void;
  /** The last flush. */
  end(): void;
}

/** Characters. About a page: a write costs more than the lines that are in it. */
const MAX_HELD_CHARACTERS = 4_096;
/** Milliseconds. What a process loses that is killed without a word. */
const MAX_HELD_MS = 100;

/** Those that hold lines back, so that none are lost where the process ends. */
const open = new Set<LogDestination>();
const flushAll = () => {
  for (const one of open) one.flush();
};

/**
 * A line is written with others, after some milliseconds at the latest; at once where `flush` is called.
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
