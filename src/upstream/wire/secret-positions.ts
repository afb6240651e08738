import type { Integration, Span } from '../../model/integration.ts';
import { isJsonObject } from '../../model/json.ts';
import { unreadableIn, withUnreadable } from '../../model/lists.ts';
import { membersOf, rowsFrom, startOfList } from './json-rows.ts';
import { readSecrets, withSecrets } from './rows.ts';

/** Members of a row from which {@link readSecrets} reads secrets. */
const PARTS = ['credentials', 'configurations', 'provisioning'] as const;

/**
 * The positions of the parts with secrets in the bytes of a list: for each row and part its start and end, or 0 and 0.
 * Positions reveal only how long a part is.
 */
export type SecretPositions = Uint32Array;

/** @param rows the expected number of rows. Null if there are more or fewer, or one cannot be located. */
export function locateSecrets(body: Buffer, rows: number): SecretPositions | null {
  const from = startOfList(body);
  if (from === null) return null;
  const positions = new Uint32Array(rows * PARTS.length * 2);
  let at = 0;
  for (const row of rowsFrom(body, from)) {
    const members = membersOf(body, row);
    if (!members || at === positions.length) return null;
    for (const part of PARTS) {
      const { start, end } = members.get(part) ?? { start: 0, end: 0 };
      positions.set([start, end], at);
      at += 2;
    }
  }
  return at === positions.length ? positions : null;
}

/**
 * The rows of a list with the secrets in its bytes. Nothing else is read from the bytes.
 * @param list read from equal bytes, without secrets.
 */
export function readSecretsAt(body: Buffer, positions: SecretPositions, list: readonly Integration[]): Integration[] {
  const parts: unknown = JSON.parse(partsAt(body, positions));
  if (!Array.isArray(parts)) return [];
  const rows = list.map((row, index) => {
    const part: unknown = parts[index];
    return withSecrets(row, readSecrets(isJsonObject(part) ? part : {}, row));
  });
  return withUnreadable(rows, unreadableIn(list));
}

/** The spans of the rows of a list whose secrets were located. */
export function rowSpansOf(body: Buffer): Span[] {
  return [...rowsFrom(body, startOfList(body) ?? body.length)];
}

/** Only these parts, as one JSON text. */
function partsAt(body: Buffer, positions: SecretPositions): string {
  let text = '';
  for (let at = 0; at < positions.length; at += PARTS.length * 2) {
    let row = '';
    for (const [index, part] of PARTS.entries()) {
      const start = positions[at + 2 * index] ?? 0;
      const end = positions[at + 2 * index + 1] ?? 0;
      if (end > start) row += `${row && ','}"${part}":${body.toString('utf8', start, end)}`;
    }
    text += `${text && ','}{${row}}`;
  }
  return `[${text}]`;
}
