import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SOURCE = new URL('../../src/telemetry/', import.meta.url);

/** Runs statements in a process of its own, since the log writes to standard output. Returns the lines of the log. */
export function logOf(level: string, statements: string): Record<string, unknown>[] {
  const script = `
    import { startLog } from '${new URL('log.ts', SOURCE)}';
    import { UpstreamUnavailableError } from '${new URL('../model/errors.ts', SOURCE)}';
    import { cacheChannel, errorChannel, ReportedState, stateChannel, unreadableChannel, upstreamChannel } from '${new URL('channels.ts', SOURCE)}';
    const stop = startLog('${level}');
    ${statements}
  `;
  const words = ['--import', '@oxc-node/core/register', '--input-type=module', '--eval', script];
  const output = execFileSync(process.execPath, words, { cwd: fileURLToPath(SOURCE), encoding: 'utf8' });
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Levels, as pino writes them. */
export const [DEBUG, WARN, ERROR] = [20, 40, 50];
