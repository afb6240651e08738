import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Every process that the soak has started itself. Redis servers end by themselves with the soak's process. */
const children = new Set<ChildProcess>();

/** A gateway must not outlive the soak, however that ends: it notices that the channel to its parent is gone. */
const END_WITH_PARENT = 'data:text/javascript,process.on("disconnect",()=>process.exit(1))';

/** Starts the compiled gateway of a folder. */
export function startMain(folder: string, env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, 'main.js'], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C in a terminal is meant for the soak alone, which then ends them.
    detached: true,
  });
  return track(child);
}

/** Starts a script of the soak. */
export function startScript(path: string, args: readonly string[]): ChildProcess {
  return track(fork(path, args, { execArgv: ['--import', '@oxc-node/core/register'] }));
}

/** Ends all at once. */
export async function killAll(): Promise<void> {
  await Promise.all(
    [...children].map(async (child) => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }),
  );
}

function track(child: ChildProcess): ChildProcess {
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}
