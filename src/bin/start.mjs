// Runs the gateway, compiled; builds it first where needed.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';

await import(pathToFileURL(join(build(), 'main.js')).href);
