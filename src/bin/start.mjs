// Runs the compiled gateway, and builds it first if needed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

refuseOldNode();
// Loaded only now, because an older Node may not be able to parse it.
const { build } = await import('./build.mjs');

let folder;
try {
  folder = build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import(pathToFileURL(join(folder, 'main.js')).href);

/** npm only warns about an old Node, and the errors that follow do not mention it. */
function refuseOldNode() {
  const manifest = fileURLToPath(new URL('../../package.json', import.meta.url));
  const { engines } = JSON.parse(readFileSync(manifest, 'utf8'));
  const [least, has] = [engines.node, process.versions.node].map((text) =>
    /(\d+)\.(\d+)/.exec(text).slice(1).map(Number),
  );
  if (has[0] > least[0] || (has[0] === least[0] && has[1] >= least[1])) return;
  console.error(`The gateway needs Node ${engines.node}; this is ${process.versions.node}. Install a newer Node.`);
  process.exit(1);
}
