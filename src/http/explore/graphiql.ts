import type { ServerResponse } from 'node:http';
import type { ExplorerOptions } from './explore.ts';
import { EDITOR, graphiqlPage, SCRIPT, STYLE } from './graphiql-page.ts';
import { POLICY, sendAsset } from './page.ts';

/** GraphiQL as one prebuilt bundle. A development dependency, which production deployments lack. */
type Bundle = typeof import('@graphql-yoga/render-graphiql/graphiql');

/** Monaco, the editor, adds style elements at run time. */
const OWN_POLICY = ["style-src 'self' 'unsafe-inline'", "img-src 'self' data:", 'font-src data:', "worker-src 'self'"];

type Asset = readonly [type: string, text: (bundle: Bundle) => string];

/** A map, because a path may be the name of a property of every object. */
const ASSETS: ReadonlyMap<string, Asset> = new Map(
  Object.entries<Asset>({
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
 * Answers `/graphiql` and the assets of the page, without the internet.
 * @returns false where the path is none of them.
 */
export async function answerGraphiql(
  exploring: ExplorerOptions,
  path: string,
  response: ServerResponse,
  requestId: string,
): Promise<boolean> {
  if (path !== '/graphiql' && !path.startsWith('/graphiql/')) return false;
  const asset = ASSETS.get(path.slice('/graphiql/'.length));
  if (path !== '/graphiql' && !asset) return false;
  const bundle = await load();
  if (!bundle) {
    const text = 'GraphiQL is not installed here. Run: npm ci --include=dev';
    sendAsset(response, requestId, { type: 'text/plain', text, status: 404 });
  } else if (asset) {
    sendAsset(response, requestId, { type: asset[0], text: asset[1](bundle) });
  } else {
    const policy = [...POLICY, ...OWN_POLICY];
    sendAsset(response, requestId, { type: 'text/html', text: graphiqlPage(exploring), policy });
  }
  return true;
}

let loading: Promise<Bundle | null> | null = null;

/** Nine megabytes, so it is loaded on first use. */
function load(): Promise<Bundle | null> {
  loading ??= import('@graphql-yoga/render-graphiql/graphiql').catch(() => null);
  return loading;
}
