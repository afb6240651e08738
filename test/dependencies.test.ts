import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

interface LockEntry {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
}

const ROOT = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

/** What a lock names, without the project itself and its links. */
function locked(path: string): [string, LockEntry][] {
  const { packages } = JSON.parse(read(path)) as { packages: Record<string, LockEntry> };
  return Object.entries(packages).filter(([place, entry]) => place !== '' && !entry.link);
}

describe('the lock files', () => {
  test.each([
    'package-lock.json',
    'test/bench/package-lock.json',
    'test/federation/hive/package-lock.json',
    'test/deploy/runtimes/package-lock.json',
  ])('%s has the integrity of every entry', (path) => {
    const entries = locked(path);
    const without = entries
      .filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))
      .map(([place, { version, dev }]) => `${place} ${version}${dev ? ' dev' : ''}`);
    expect(entries.length).toBeGreaterThan(0);
    expect(without).toEqual([]);
  });
});

describe('licences', () => {
  /** They ask for no more than that their text is kept. */
  const LIKE_MIT = /^\(?(MIT|ISC|0BSD|BSD-[23]-Clause)( (AND|OR) (MIT|ISC|0BSD|BSD-[23]-Clause))*\)?$/;

  test('of production dependencies are like MIT, or the README names package and licence', () => {
    const table = read('README.md');
    const production = locked('package-lock.json').filter(([, { dev }]) => !dev);
    const others = production.flatMap(([place]) => {
      const { name, license } = JSON.parse(read(`${place}/package.json`)) as { name: string; license?: unknown };
      const of = name.replace(/^(@opentelemetry)\/.*/, '$1/*');
      return LIKE_MIT.test(String(license)) ? [] : [`\`${of}\`: ${String(license)}`];
    });
    expect(production.length).toBeGreaterThan(100);
    expect(others).toContain('`lru-cache`: BlueOak-1.0.0');
    expect(others.filter((other) => !table.includes(other))).toEqual([]);
  });
});
