import { EXAMPLES } from './examples.ts';
import type { ExplorerOptions } from './explore.ts';

/** The page's HTML. */
export function graphiqlPage({ demoCallers, keepHeaders }: ExplorerOptions): string {
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
      <span>What the <em>Headers</em> of the open tab send.</span>
      <a href="/settings">Settings page</a>
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
header span, header a { color: #aab2cc; }
main { flex: 1; min-height: 0; }
main > *, .graphiql-container { height: 100%; }
/* What GraphiQL drags its tabs with leaves a transform behind, under which a tab is not where it takes a press. */
.graphiql-tab { transform: none !important; }
`;

/** Must run before the editor is loaded. */
export const EDITOR = `
const workers = { json: 'json-worker', graphql: 'graphql-worker' };
self.MonacoEnvironment = {
  globalAPI: true,
  getWorkerUrl: (_, label) => '/graphiql/' + (workers[label] ?? 'editor-worker') + '.js',
};
`;

export const SCRIPT = String.raw`
const { demoCallers, keepHeaders, examples } = JSON.parse(document.getElementById('settings').textContent);
const print = (value) => JSON.stringify(value, null, 2);

// Under a name of its own: other pages are, or were, on this port.
const PREFIX = 'integrations-gateway:';
const ownKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
const storage = {
  get length() { return ownKeys().length; },
  getItem: (key) => localStorage.getItem(PREFIX + key),
  setItem: (key, value) => localStorage.setItem(PREFIX + key, value),
  removeItem: (key) => localStorage.removeItem(PREFIX + key),
  clear: () => ownKeys().forEach((key) => localStorage.removeItem(key)),
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

const IDENTITY = ['authorization', 'novu-environment-id'];
const select = document.getElementById('caller');
const other = new Option('', 'other');
other.hidden = true;
select.add(other);
demoCallers.forEach(({ label }, index) => select.add(new Option(label, index)));

/** What the tab sends, from its text as GraphiQL reads it: JSON with comments, and commas at ends. Null where it is none. */
function headersOf(text) {
  const plain = text
    .replace(/("(?:[^"\\]|\\.)*")|\/\/.*|\/\*[^]*?\*\//g, '$1')
    .replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, '$1');
  try {
    const value = JSON.parse(plain.trim() || '{}');
    return { value, sent: new Headers(value) };
  } catch {
    return null;
  }
}

/** The headers of the open tab: GraphiQL has one text for them, and changes it with the tab. */
const headerText = () => monaco.editor.getModels().find(({ uri }) => uri.path.endsWith('request-headers.json'));

function showCaller() {
  const headers = headersOf(headerText()?.getValue() ?? '');
  const isSent = (caller) => {
    const own = new Headers(caller.headers);
    return headers && IDENTITY.every((name) => headers.sent.get(name) === own.get(name));
  };
  const index = demoCallers.findIndex(isSent);
  other.text = headers?.sent.has('authorization') ? 'another caller' : 'no caller';
  select.value = index < 0 ? 'other' : index;
}

/** Keeps what else the tab sends. */
function ask(caller) {
  const others = Object.entries(headersOf(headerText().getValue())?.value ?? {});
  const kept = others.filter(([name]) => !IDENTITY.includes(name.toLowerCase()));
  headerText().setValue(print({ ...caller.headers, ...Object.fromEntries(kept) }));
}

select.addEventListener('change', () => ask(demoCallers[select.value]));
monaco.editor.onDidCreateModel((model) => {
  if (!model.uri.path.endsWith('request-headers.json')) return;
  model.onDidChangeContent(showCaller);
  // The model is listed after those who wait for it have been told.
  queueMicrotask(showCaller);
});

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
