// `npm run soak:scale`: what grows with callers, copies, mutations and lists, counted. src/deploy/SCALING.md quotes it.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stopAll } from '../../helpers/stop-at-end.ts';
import { killAll } from '../children.ts';
import { measureGrowth } from './growth.ts';
import { measureRates } from './rates.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

async function end(code: number): Promise<never> {
  await Promise.all([killAll(), stopAll()]);
  process.exit(code);
}

process.on('SIGINT', () => void end(130));
process.on('SIGTERM', () => void end(143));
try {
  const folder = execFileSync(process.execPath, ['src/bin/build.mjs'], { cwd: ROOT, encoding: 'utf8' }).trim();
  const [only = 'all', callers = '10,100,500,1000,10000'] = process.argv.slice(2);
  if (only !== 'rates') await measureGrowth(folder, callers.split(',').map(Number));
  if (only !== 'growth') await measureRates(folder);
  await end(0);
} catch (error) {
  console.error(error);
  await end(1);
}
