// Runs the gateway, compiled; builds it first where needed.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';

let folder;
try {
  folder = build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import(pathToFileURL(join(folder, 'main.js')).href);
