import type { ServerResponse } from 'node:http';
import type { Exploring } from './explore.ts';
import { EDITOR, graphiqlPage, SCRIPT, STYLE } from './graphiql-page.ts';
import { POLICY, sendPart } from './page.ts';

/** GraphiQL as one prebuilt bundle. A development dependency: a deployment for production is without it. */
type Bundle = typeof import('@graphql-yoga/render-graphiql/graphiql');

/** Monaco, the editor, makes style elements as it goes. */
const OWN_POLICY = ["style-src 'self' 'unsafe-inline'", "img-src 'self' data:", 'font-src data:', "worker-src 'self'"];

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
  if (!bundle) {
    const text = 'GraphiQL is not installed here. Run: npm ci --include=dev';
    sendPart(response, requestId, { type: 'text/plain', text, status: 404 });
  } else if (part) {
    sendPart(response, requestId, { type: part[0], text: part[1](bundle) });
  } else {
    const policy = [...POLICY, ...OWN_POLICY];
    sendPart(response, requestId, { type: 'text/html', text: graphiqlPage(exploring), policy });
  }
  return true;
}

let loading: Promise<Bundle | null> | null = null;

/** Nine megabytes, so they are read on first use. */
function load(): Promise<Bundle | null> {
  loading ??= import('@graphql-yoga/render-graphiql/graphiql').catch(() => null);
  return loading;
}
