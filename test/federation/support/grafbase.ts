import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DocumentNode, print } from 'graphql';
import { installTools } from './install.ts';
import type { Supergraph } from './supergraphs.ts';

const CONFIG = readFileSync(new URL('../../../schema/routers/grafbase.toml', import.meta.url), 'utf8');

/** Why Grafbase cannot run here; null where it can. */
export const whyNoGrafbase =
  process.platform === 'linux' && process.arch === 'x64'
    ? null
    : `its lock file has the program for linux x64 alone, not for ${process.platform} ${process.arch}`;

interface Subgraph {
  readonly name: string;
  readonly url: string;
  readonly typeDefs: DocumentNode;
}

/** Grafbase as a process of its own, which composes the subgraphs itself. All that it writes is in a folder that goes with it. */
export async function startGrafbase(subgraphs: readonly Subgraph[]): Promise<Supergraph> {
  const program = join(await installTools('grafbase'), 'node_modules/@grafbase/cli-x86_64-unknown-linux-musl/grafbase');
  chmodSync(program, 0o755);
  const folder = mkdtempSync(join(tmpdir(), 'grafbase-'));
  writeFileSync(join(folder, 'grafbase.toml'), configFor(subgraphs, folder));
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(program, ['dev', '--config', 'grafbase.toml', '--listen-address', address], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await outputOf(child.stdout, child.stderr, `http://${address}/graphql`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://${address}/graphql`, stop };
}

/** The example of the documentation, with the addresses of the test and the neighbours beside. */
function configFor(subgraphs: readonly Subgraph[], folder: string): string {
  let config = CONFIG;
  for (const { name, url, typeDefs } of subgraphs) {
    writeFileSync(join(folder, `${name}.graphql`), print(typeDefs));
    const own = `url = "${url}"\nschema_path = "${name}.graphql"`;
    config =
      name === 'integrations'
        ? config.replace(/^url = .*\nschema_path = .*$/m, own)
        : `${config}\n[subgraphs.${name}]\n${own}\n`;
  }
  return config;
}

/** Resolves when a process has written a text. @throws Error with all that it wrote, where it ends before. */
function outputOf(stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream, wanted: string): Promise<void> {
  let written = '';
  return new Promise((resolve, reject) => {
    for (const stream of [stdout, stderr]) {
      stream.on('data', (chunk: Buffer) => {
        written += chunk;
        if (written.includes(wanted)) resolve();
      });
    }
    stdout.on('end', () => reject(new Error(`Grafbase ended: ${written}`)));
  });
}

/** It does not say which port it took. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
