import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { installTools } from './install.ts';
import type { Supergraph } from './supergraphs.ts';

/** The gateway as a process of its own. */
export async function startHive(supergraphSdl: string): Promise<Supergraph> {
  const folder = await installTools('hive');
  const child = fork(join(folder, 'gateway.mjs'), { stdio: ['pipe', 'inherit', 'inherit', 'ipc'], execArgv: [] });
  child.stdin?.end(supergraphSdl);
  const exited = once(child, 'exit');
  const ended = exited.then(([code]) => Promise.reject(new Error(`The gateway ended with ${code}`)));
  const [{ port }] = (await Promise.race([once(child, 'message'), ended])) as [{ port: number }];
  ended.catch(() => undefined);
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    async stop() {
      child.disconnect();
      await exited;
    },
  };
}
