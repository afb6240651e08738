import { deepStrictEqual } from 'node:assert';
import { setTimeout } from 'node:timers/promises';
import { integrations, prefixOf } from './data.ts';
import type { Dialect } from './documents.ts';
import { expectedNew, expectedRows, expectedText, rowsOf } from './expected.ts';
import type { Cell } from './plan.ts';
import { type Request, requestSource } from './requests.ts';

const REFRESH_MS = 100;

export interface Checked {
  /** The shortest right answer: a shorter one under load is an error. */
  readonly minBytes: number;
  /** How many requests it took. */
  readonly asked: number;
}

/**
 * Asks as the load will ask and holds each answer against what it must be: rows by value, and of this gateway and the bare server every
 * byte. Asked twice and more, so that the second answer may come from a cache. @throws Error that says how the answer differs.
 */
export async function check(
  { peer, query, state, rows, latencyMs }: Cell,
  port: number,
  start: number,
): Promise<Checked> {
  const next = requestSource({ dialect: peer.dialect, query, state, rows }, start);
  const asked = query === 'Q6' ? 4 : query === 'Q5' ? (latencyMs > 0 ? 10 : 202) : 3;
  // What a peer kept from long ago it may still serve once, and say so, while it asks anew.
  if (query !== 'Q6') await post(port, next(0)).then(() => setTimeout(REFRESH_MS));
  let minBytes = Number.POSITIVE_INFINITY;
  for (let n = 0; n < asked; n++) {
    const request = next(0);
    const text = await post(port, request);
    minBytes = Math.min(minBytes, Buffer.byteLength(text));
    try {
      if (query === 'Q6') compareWritten(peer.dialect, request, text, n);
      else compareRead(peer.dialect, { query, rows }, request, text);
    } catch (error) {
      throw new Error(`${peer.id} ${query} ${state}: wrong answer.\n${(error as Error).message.slice(0, 1500)}`);
    }
  }
  return { minBytes, asked: asked + 1 };
}

function compareRead(
  dialect: Dialect,
  { query, rows }: Pick<Cell, 'query' | 'rows'>,
  request: Request,
  text: string,
): void {
  const id = idIn(request) ?? integrations(1)[0]?._id ?? '';
  const body: unknown = JSON.parse(text);
  if ((body as { errors?: unknown }).errors !== undefined) throw new Error(text);
  const prefix = prefixOf(request.headers.authorization ?? '');
  const expected = expectedRows(query, rows, id);
  if (prefix !== null) {
    const own = expected.map((row) => ({ ...row, id: prefix + String(row.id).slice(prefix.length) }));
    deepStrictEqual(rowsOf(dialect, query, body), own);
    return;
  }
  deepStrictEqual(rowsOf(dialect, query, body), expected);
  const bytes = dialect === 'bytes' || dialect === 'gateway';
  if (bytes && text.trimEnd() !== expectedText(query, rows, id).trimEnd()) throw new Error(`The bytes differ: ${text}`);
}

function compareWritten(dialect: Dialect, request: Request, text: string, n: number): void {
  const body = JSON.parse(text) as { errors?: unknown };
  if (body.errors !== undefined) throw new Error(text);
  const [row] = rowsOf(dialect, 'Q6', body);
  if (n % 2 === 1) {
    const id = idIn(request);
    if (row?.id !== id || typeof row?.identifier !== 'string') throw new Error(text);
    return;
  }
  const { variables } = JSON.parse(request.body) as { variables: { name: string; identifier: string } };
  deepStrictEqual([row], expectedNew(variables.identifier, variables.name));
}

function idIn({ body, path }: Request): string | undefined {
  const { variables } = JSON.parse(body) as { variables: { id?: string } };
  return variables.id ?? /\/Q5\/(\w+)$/.exec(path)?.[1];
}

async function post(port: number, { path, headers, body }: Request): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status}: ${text.slice(0, 500)}`);
  return text;
}
