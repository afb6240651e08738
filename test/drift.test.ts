import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { generateAll, PROJECT } from '../src/bin/generated-files.ts';

const generated = await generateAll();

test.each([...generated])('%s is what `npm run generate` writes', (name, text) => {
  expect(readFileSync(new URL(name, PROJECT), 'utf8')).toBe(text);
});

test('documents have the tables of settings and of what the benchmark reached', () => {
  expect(generated.get('src/SETTINGS.md')).toContain('| `NOVU_API_URL` |');
  expect(generated.get('test/bench/README.md')).toContain('| Q2 repeated / bare server |');
});
