import { created, integrations, type WireIntegration } from './data.ts';
import { CARD, type Dialect, LOOKUPS, NEW, type Query, ROW } from './documents.ts';

type Row = Record<string, unknown>;

/** The rows that an answer must hold, in their order, whatever its schema is called. */
export function expectedRows(query: Query, rows: number, id: string): Row[] {
  const all = integrations(rows);
  switch (query) {
    case 'Q1':
    case 'Q5':
      return all.filter((row) => row._id === id).map((row) => pick(row, CARD));
    case 'Q2':
      return all.map((row) => pick(row, ROW));
    case 'Q3':
      return all.slice(0, LOOKUPS).map((row) => pick(row, CARD));
    case 'Q4':
      return all.map((row) => ({ ...pick(row, ROW), credentials: row.credentials }));
    case 'page':
      return all.slice(0, 50).map((row) => pick(row, ROW));
    case 'Q6':
      return [];
  }
}

export function expectedNew(identifier: string, name: string): Row[] {
  return [pick(created(identifier, name), NEW)];
}

/** The bytes of this gateway's answer, which the bare server sends as well. Apollo Server ends answers with a new line. */
export function expectedText(query: Query, rows: number, id: string): string {
  const found = expectedRows(query, rows, id).map((row) => ({
    ...row,
    channel: String(row.channel).toUpperCase(),
    ...(row.kind !== undefined && { kind: String(row.kind).toUpperCase() }),
  }));
  return `${JSON.stringify({ data: shape(query, found) })}\n`;
}

function shape(query: Query, rows: readonly Row[]): unknown {
  switch (query) {
    case 'Q2':
    case 'Q4':
      return { a: { nodes: rows.slice(0, 100) }, b: { nodes: rows.slice(-100) } };
    case 'Q3':
      return Object.fromEntries(rows.map((row, n) => [`i${n}`, row]));
    case 'page':
      return { integrations: { nodes: rows } };
    default:
      return { integration: rows[0] };
  }
}

/** The rows of an answer, with names as in {@link expectedRows}. */
export function rowsOf(dialect: Dialect, query: Query, body: unknown): Row[] {
  const { data } = body as { data: Row | Row[] };
  if (dialect === 'rest') return (data as Row[]).map((row) => pick(row as unknown as WireIntegration, fieldsOf(query)));
  return Object.values(data).flatMap(unwrap).map(normal);
}

function fieldsOf(query: Query): readonly string[] {
  return query === 'Q4' ? [...ROW, 'credentials'] : ROW;
}

function unwrap(value: unknown): Row[] {
  if (Array.isArray(value)) return value as Row[];
  const { data, nodes, integration } = value as Row;
  const inner = data ?? nodes ?? integration;
  return inner === undefined ? [value as Row] : unwrap(inner);
}

/** Enums in lower case as upstream writes them; credentials without those of other providers. */
function normal(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (key === 'channel' || key === 'kind') return [key, String(value).toLowerCase()];
      return [key, key === 'credentials' ? withoutNulls(value as Row) : value];
    }),
  );
}

function withoutNulls(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined));
}

function pick(row: WireIntegration, fields: readonly string[]): Row {
  const named: Row = { ...row, id: row._id };
  return Object.fromEntries(fields.map((field) => [field, named[field]]));
}
