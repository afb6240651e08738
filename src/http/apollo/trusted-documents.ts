import type { HTTPGraphQLRequest } from '@apollo/server';
import { isJsonObject } from '../../model/json.ts';
import { RequestRefusal } from '../request/refusal.ts';

/** Operations that are known in advance and can be sent by their id. */
export interface TrustedDocuments {
  /** Text of an operation by its id. */
  readonly bodies: ReadonlyMap<string, string>;
  /** True if no other operation may run. */
  readonly only: boolean;
}

/**
 * Reads a manifest as `@apollo/generate-persisted-query-manifest` writes it.
 * @throws Error that says what is wrong with it.
 */
export function parseManifest(text: string): ReadonlyMap<string, string> {
  const manifest: unknown = JSON.parse(text);
  if (!isJsonObject(manifest) || manifest.format !== 'apollo-persisted-query-manifest' || manifest.version !== 1) {
    throw new Error('it is not an "apollo-persisted-query-manifest" of version 1');
  }
  const bodies = new Map<string, string>();
  for (const operation of Array.isArray(manifest.operations) ? manifest.operations : []) {
    const { id, body } = isJsonObject(operation) ? operation : {};
    if (typeof id !== 'string' || typeof body !== 'string') throw new Error('an operation has no "id" or no "body"');
    if (bodies.has(id)) throw new Error(`two operations have the id ${JSON.stringify(id)}`);
    bodies.set(id, body);
  }
  if (bodies.size === 0) throw new Error('it has no operations');
  return bodies;
}

/**
 * The request with the text of the trusted document that it names, by `extensions.persistedQuery.sha256Hash` or by
 * `documentId`. Other requests are unchanged, for automatic persisted queries, unless only trusted documents may run.
 * @throws RequestRefusal for an operation that may not run.
 */
export function withTrustedDocument(request: HTTPGraphQLRequest, documents: TrustedDocuments): HTTPGraphQLRequest {
  if (request.method === 'GET') return { ...request, search: inSearch(request.search, documents) };
  const { body } = request;
  if (!isJsonObject(body)) return request;
  return { ...request, body: inParameters(body, documents) };
}

interface Parameters {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

function inParameters(parameters: Parameters, documents: TrustedDocuments): Parameters {
  const { query, documentId, extensions = {}, ...rest } = parameters;
  const { persistedQuery, ...others } = isJsonObject(extensions) ? extensions : {};
  const id = documentId ?? (isJsonObject(persistedQuery) ? persistedQuery.sha256Hash : undefined);
  if (query !== undefined && query !== null && query !== '') {
    if (!documents.only) return parameters;
    assertTrusted(query, id, documents);
    return { ...rest, extensions: others, query };
  }
  const text = documents.bodies.get(String(id));
  if (text !== undefined) return { ...rest, extensions: others, query: text };
  // Without an id there is nothing to run, and Apollo Server reports that.
  if (id !== undefined && (documents.only || documentId !== undefined)) throw notTrusted();
  return parameters;
}

/** A text is allowed if it equals the one that its id names, or without an id, any text of the manifest. */
function assertTrusted(query: unknown, id: unknown, { bodies }: TrustedDocuments): void {
  const trusted =
    id === undefined ? [...bodies.values()].some((body) => body === query) : bodies.get(String(id)) === query;
  if (!trusted) throw notTrusted();
}

function inSearch(search: string, documents: TrustedDocuments): string {
  const given = new URLSearchParams(search);
  const parameters = {
    query: given.get('query') ?? undefined,
    documentId: given.get('documentId') ?? undefined,
    extensions: parseOr(given.get('extensions'), {}),
  };
  const found = inParameters(parameters, documents);
  if (found === parameters) return search;
  given.delete('documentId');
  given.set('query', String(found.query));
  given.set('extensions', textOf(found.extensions));
  return `?${given}`;
}

/** @throws RequestRefusal if the extensions are too deeply nested to be serialized. */
function textOf(extensions: unknown): string {
  try {
    return JSON.stringify(extensions);
  } catch {
    throw new RequestRefusal(400, 'The extensions of this request nest too deep.');
  }
}

/** Apollo Server refuses what is not JSON. */
function parseOr(text: string | null, fallback: unknown): unknown {
  try {
    return text === null ? fallback : JSON.parse(text);
  } catch {
    return fallback;
  }
}

function notTrusted(): RequestRefusal {
  return new RequestRefusal(
    400,
    'This operation is not among the trusted documents of this gateway. Add it to the manifest that TRUSTED_DOCUMENTS names.',
    'OPERATION_NOT_TRUSTED',
  );
}
