import { readFileSync, writeFileSync } from 'node:fs';
import { generateAll, PROJECT } from './generated-files.ts';

/** Writes every generated file that is out of date. `test/drift.test.ts` checks them. */
for (const [name, text] of await generateAll()) {
  const file = new URL(name, PROJECT);
  if (read(file) !== text) {
    writeFileSync(file, text);
    console.log(`wrote ${name}`);
  }
}

function read(file: URL): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
