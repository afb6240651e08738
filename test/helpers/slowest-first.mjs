import { statSync } from 'node:fs';

/** What takes half a minute and more by itself. Begun last, it would keep one core of two idle. */
const SLOW = [
  'cache/protocol/property',
  'e2e/two-writers',
  'federation/supergraph',
  'e2e/mutations-under-faults',
  'e2e/settings-page-forms',
  'e2e/settings-page',
  'e2e/process',
  'deploy/package',
  'federation/matrix',
  'e2e/rolling',
];

/** The order in which Jest begins test files: the slow ones, then by their length. It keeps no times of earlier runs. */
export default class SlowestFirst {
  sort(tests) {
    const rank = new Map(tests.map(({ path }) => [path, [this.#placeOf(path), -statSync(path).size]]));
    return [...tests].sort((a, b) => {
      const [placeA, sizeA] = rank.get(a.path);
      const [placeB, sizeB] = rank.get(b.path);
      return placeA - placeB || sizeA - sizeB;
    });
  }

  #placeOf(path) {
    const place = SLOW.findIndex((name) => path.endsWith(`/${name}.test.ts`));
    return place < 0 ? SLOW.length : place;
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
