import type { ServerResponse } from 'node:http';
import { endInPieces } from '../answer/head.ts';
import type { Exploring } from './explore.ts';
import { EDITOR, graphiqlPage, SCRIPT, STYLE } from './graphiql-page.ts';

/** GraphiQL as one prebuilt bundle. A development dependency: a deployment for production is without it. */
type Bundle = typeof import('@graphql-yoga/render-graphiql/graphiql');

/** Nothing from elsewhere. Monaco, the editor, makes style elements as it goes. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  'font-src data:',
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

type Part = readonly [type: string, text: (bundle: Bundle) => string];

/** A map: a path may be the name of something that every object has. */
const PARTS: ReadonlyMap<string, Part> = new Map(
  Object.entries<Part>({
    'graphiql.js': ['text/javascript', ({ js }) => js],
    'graphiql.css': ['text/css', ({ css }) => css],
    'editor-worker.js': ['text/javascript', ({ editorWorkerService }) => editorWorkerService],
    'json-worker.js': ['text/javascript', ({ jsonWorker }) => jsonWorker],
    'graphql-worker.js': ['text/javascript', ({ graphqlWorker }) => graphqlWorker],
    'editor.js': ['text/javascript', () => EDITOR],
    'page.js': ['text/javascript', () => SCRIPT],
    'page.css': ['text/css', () => STYLE],
  }),
);

/**
 * Answers `/graphiql` and what the page is made of, from this process alone.
 * @returns false where the path is none of them.
 */
export async function answerGraphiql(
  exploring: Exploring,
  path: string,
  response: ServerResponse,
  requestId: string,
): Promise<boolean> {
  if (path !== '/graphiql' && !path.startsWith('/graphiql/')) return false;
  const part = PARTS.get(path.slice('/graphiql/'.length));
  if (path !== '/graphiql' && !part) return false;
  const bundle = await load();
  response.setHeader('x-request-id', requestId);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'no-cache');
  if (!bundle) {
    response.statusCode = 404;
    sendText(response, 'text/plain', 'GraphiQL is not installed here. Run: npm ci --include=dev');
  } else if (part) {
    sendText(response, part[0], part[1](bundle));
  } else {
    response.setHeader('content-security-policy', POLICY);
    sendText(response, 'text/html', graphiqlPage(exploring));
  }
  return true;
}

let loading: Promise<Bundle | null> | null = null;

/** Nine megabytes, so they are read on first use. */
function load(): Promise<Bundle | null> {
  loading ??= import('@graphql-yoga/render-graphiql/graphiql').catch(() => null);
  return loading;
}

function sendText(response: ServerResponse, type: string, text: string): void {
  response.setHeader('content-type', `${type}; charset=utf-8`);
  endInPieces(response, text);
}
