import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const MODULE = new URL('../src/process-memory.ts', import.meta.url).href;

/** Pages that the kernel gave a process that takes and frees bodies of 90 KB, as it reads forty lists between two collections. */
function pagesTaken(call: string): number {
  const script = `
    const { keepFreedMemory } = await import(${JSON.stringify(MODULE)});
    ${call}
    let bodies = [];
    const read = async () => {
      for (let body = 0; body < 40; body++) bodies.push(Buffer.allocUnsafeSlow(90_000).fill(1));
      bodies = [];
      gc();
      await new Promise((resolve) => setImmediate(resolve));
    };
    for (let time = 0; time < 5; time++) await read();
    const before = process.resourceUsage().minorPageFault;
    for (let time = 0; time < 50; time++) await read();
    console.log(process.resourceUsage().minorPageFault - before);`;
  const options = ['--expose-gc', '--import', '@oxc-node/core/register', '--input-type=module', '--eval', script];
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  return Number(execFileSync(process.execPath, options, { cwd, encoding: 'utf8' }));
}

test('memory that was freed is kept for what comes next, and not taken from the kernel page by page', () => {
  expect(pagesTaken('keepFreedMemory();')).toBeLessThan(pagesTaken('') / 2);
});
