/** Lines of one kind that are written in a second; further ones are only counted. */
const MAX_LINES = 10;
const WINDOW_MS = 1_000;
/** Kinds that are distinguished; all further kinds count as one. */
const MAX_KINDS = 1_000;

interface Window {
  readonly startedMs: number;
  lines: number;
}

/**
 * Suppresses repeated lines, so that a recurring failure does not fill the log. The next line has the number of suppressed ones.
 */
export class LineLimit {
  readonly #windows = new Map<string, Window>();

  /** The number of lines of this kind suppressed since the last one; null: suppress this one too. */
  admit(kind: string): number | null {
    const now = performance.now();
    const name = this.#windows.has(kind) || this.#windows.size < MAX_KINDS ? kind : '';
    const window = this.#windows.get(name);
    if (window && now - window.startedMs < WINDOW_MS) {
      window.lines += 1;
      return window.lines <= MAX_LINES ? 0 : null;
    }
    this.#windows.set(name, { startedMs: now, lines: 1 });
    return window ? Math.max(0, window.lines - MAX_LINES) : 0;
  }
}
