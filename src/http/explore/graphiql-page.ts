import { EXAMPLES } from './examples.ts';
import type { Exploring } from './explore.ts';

/** The page's HTML. */
export function graphiqlPage({ demoCallers, keepHeaders }: Exploring): string {
  const settings = JSON.stringify({ demoCallers, keepHeaders, examples: EXAMPLES }).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>GraphiQL · Integrations gateway</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/graphiql/graphiql.css">
    <link rel="stylesheet" href="/graphiql/page.css">
    <script id="settings" type="application/json">${settings}</script>
    <script src="/graphiql/editor.js" defer></script>
    <script src="/graphiql/graphiql.js" defer></script>
    <script src="/graphiql/page.js" defer></script>
  </head>
  <body>
    <header>
      <strong>Integrations gateway</strong>
      <label>Ask as <select id="caller"></select></label>
      <span>The choice fills the <em>Headers</em> of the open tab.</span>
    </header>
    <main id="graphiql"></main>
    <noscript>GraphiQL needs JavaScript.</noscript>
  </body>
</html>
`;
}

export const STYLE = `
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; font: 14px/1.4 system-ui, sans-serif; color: #1f2433; background: #fff; }
header { display: flex; align-items: center; gap: 20px; padding: 10px 20px; background: #1f2433; color: #fff; }
header select { margin-left: 6px; padding: 5px 8px; border: 1px solid #5c6685; border-radius: 6px; background: #2c3450; color: #fff; font: inherit; }
header span { color: #aab2cc; }
main { flex: 1; min-height: 0; }
main > *, .graphiql-container { height: 100%; }
`;

/** To be there before the editor is. */
export const EDITOR = `
const workers = { json: 'json-worker', graphql: 'graphql-worker' };
self.MonacoEnvironment = {
  globalAPI: true,
  getWorkerUrl: (_, label) => '/graphiql/' + (workers[label] ?? 'editor-worker') + '.js',
};
`;

export const SCRIPT = `
const { demoCallers, keepHeaders, examples } = JSON.parse(document.getElementById('settings').textContent);
const print = (value) => JSON.stringify(value, null, 2);

// Under a name of its own: other GraphiQLs were on this port before.
const storage = {
  get length() { return localStorage.length; },
  getItem: (key) => localStorage.getItem('integrations-gateway:' + key),
  setItem: (key, value) => localStorage.setItem('integrations-gateway:' + key, value),
  removeItem: (key) => localStorage.removeItem('integrations-gateway:' + key),
  clear: () => localStorage.clear(),
};

async function fetcher(operation, { headers } = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(operation),
  });
  return response.json();
}

function ask(caller) {
  const editor = monaco.editor.getModels().find(({ uri }) => uri.path.endsWith('request-headers.json'));
  editor?.setValue(print(caller.headers));
}

const select = document.getElementById('caller');
demoCallers.forEach(({ label }, index) => select.add(new Option(label, index)));
select.addEventListener('change', () => ask(demoCallers[select.value]));

YogaGraphiQL.renderYogaGraphiQL(document.getElementById('graphiql'), {
  title: ' ',
  logo: ' ',
  fetcher,
  storage,
  shouldPersistHeaders: keepHeaders,
  defaultHeaders: print(demoCallers[0].headers),
  defaultEditorToolsVisibility: 'headers',
  defaultTabs: examples.map(({ query, variables }) => ({
    query,
    variables: variables && print(variables),
    headers: print(demoCallers[0].headers),
  })),
  // Instead of putting the operation into the page's address.
  onEditQuery() {},
});
`;
