import { setFlagsFromString } from 'node:v8';
import { type App, createApp } from './app.ts';
import { ConfigError, parseConfig } from './config.ts';

/** The process: reads the environment, starts the gateway, ends it on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  boundHeapGrowth();
  const app = await createApp(parseConfig(process.env));
  process.stdout.write(`${banner(app)}\n`);
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second signal does not wait.
      if (stopping) process.exit(1);
      stopping = true;
      app.stop().then(() => process.exit(0), fail);
    });
  }
}

function banner({ url, upstreamUrl, embedded, exploring, cache }: App): string {
  const backend = embedded ? 'embedded Novu-compatible backend with sample data' : upstreamUrl;
  const line = `Integrations gateway: ${url}/graphql · backend: ${backend} · cache: ${cache}`;
  if (!embedded) return line;
  return [
    line,
    'Try it:  curl -s -H "Authorization: ApiKey aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" -H "content-type: application/json" \\',
    `           -d '{"query":"{ integrations { totalCount nodes { id name providerId primary } } }"}' ${url}/graphql`,
    ...(exploring ? [`Explore it:           ${url}/graphiql`] : []),
    'Demo API keys:        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (Acme Development)  bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb (Acme Production)',
    '                      cccccccccccccccccccccccccccccccc (Globex)',
    'Demo session tokens:  dev-session (Acme owner)  dev-session-viewer (Acme, read only)  dev-session-globex',
    'Environment ids:      65a000000000000000000001 (Acme Development)  65a000000000000000000002 (Acme Production)',
    '                      65a000000000000000000003 (Globex); sessions name one in the header Novu-Environment-Id',
  ].join('\n');
}

/**
 * V8 lets a heap grow to several times of what is alive in it before it collects: with ten thousand callers that was 480 MB for
 * 64 MiB of cached lists. With smaller steps it is under a fifth of that, for 10 to 20 % more CPU time.
 */
function boundHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=40');
}

function fail(error: unknown): never {
  const message = error instanceof ConfigError ? error.message : String(error);
  process.stderr.write(`The gateway cannot run:\n${message}\n`);
  process.exit(1);
}

main().catch(fail);
