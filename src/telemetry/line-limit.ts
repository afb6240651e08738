/** Lines of one kind in a second, before they are counted only. */
const MAX_LINES = 10;
const WINDOW_MS = 1_000;
/** Kinds that are told apart; more of them are one kind. */
const MAX_KINDS = 1_000;

interface Window {
  readonly startedMs: number;
  lines: number;
}

/** Holds back identical lines: a failure that repeats must not fill the log. What was held back is told with the next line. */
export class LineLimit {
  readonly #windows = new Map<string, Window>();

  /** How many lines of this kind were held back since the last one; null: this one is held back as well. */
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
