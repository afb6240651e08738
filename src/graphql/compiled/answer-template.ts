import { type Integration, type IntegrationList, type RawList, type Span } from '../../model/integration.ts';
import { NotPrintable } from './leaf-writer.ts';
import type { SecretRecorder } from './printers.ts';

/** Stands for a secret while an answer is printed. JSON never holds this character by itself: it is always escaped. */
const STAND_IN = '\0';

/**
 * An answer without its secrets: what stands between them, and where each of them stands in the bytes from which it was read. It
 * holds no secret, and makes the answer again out of equal bytes.
 */
export class AnswerTemplate {
  /** The answer, with zeros for secrets. */
  readonly #frame: Buffer;
  /** In turn: where a secret stands in the answer, and where it starts and ends in the bytes. */
  readonly #placements: Uint32Array;

  constructor(parts: readonly Buffer[], secrets: readonly Span[]) {
    const placements: number[] = [];
    let length = parts[0]?.length ?? 0;
    for (const [index, { start, end }] of secrets.entries()) {
      placements.push(length, start, end);
      length += end - start + (parts[index + 1]?.length ?? 0);
    }
    this.#placements = Uint32Array.from(placements);
    // Of its own: a part of a larger buffer would keep all of it.
    this.#frame = Buffer.alloc(length);
    let at = 0;
    for (const [index, part] of parts.entries()) {
      part.copy(this.#frame, at);
      const { start, end } = secrets[index] ?? { start: 0, end: 0 };
      at += part.length + end - start;
    }
  }

  /** What it takes in memory. */
  get bytes(): number {
    return this.#frame.length + this.#placements.byteLength;
  }

  /** @param body equal to the bytes that it was made of. */
  fill(body: Buffer): Buffer {
    const answer = Buffer.from(this.#frame);
    const placements = this.#placements;
    for (let index = 0; index < placements.length; index += 3) {
      body.copy(answer, placements[index], placements[index + 1], placements[index + 2]);
    }
    return answer;
  }
}

/** Finds what is printed of secrets in the bytes of their rows. */
export class SecretFinder implements SecretRecorder {
  readonly #body: Buffer;
  readonly #rows: ReadonlyMap<Integration, Span>;
  readonly #found: Span[] = [];
  #row: Span;

  /** @param list whose secrets were read from what was sent. */
  constructor(list: IntegrationList, { body, rowSpans }: RawList) {
    const spans = rowSpans();
    this.#body = body;
    this.#row = { start: 0, end: body.length };
    this.#rows = new Map(list.integrations.map((row, index) => [row, spans[index] ?? this.#row]));
  }

  within(row: Integration, print: () => string): string {
    const outer = this.#row;
    this.#row = this.#rows.get(row) ?? outer;
    try {
      return print();
    } finally {
      this.#row = outer;
    }
  }

  /** @throws NotPrintable for what Novu wrote in another way. */
  stand(text: string): string {
    const { start, end } = this.#row;
    const at = this.#body.subarray(start, end).indexOf(text);
    if (at < 0) throw new NotPrintable('A secret is not printed as it was sent');
    this.#found.push({ start: start + at, end: start + at + Buffer.byteLength(text) });
    return STAND_IN;
  }

  /** @param text what was printed with it. */
  template(text: string): AnswerTemplate | null {
    const parts = text.split(STAND_IN).map((part) => Buffer.from(part));
    return parts.length === this.#found.length + 1 ? new AnswerTemplate(parts, this.#found) : null;
  }
}
