// GraphQL Mesh composes a supergraph of the OpenAPI file, Hive Gateway serves it. `BENCH_CACHE=1`: with its response cache.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGatewayRuntime, createLoggerFromLogging } from '@graphql-hive/gateway';
import InMemoryLRUCache from '@graphql-mesh/cache-inmemory-lru';
import { getComposedSchemaFromConfig } from '@graphql-mesh/compose-cli';
import { loadOpenAPISubgraph } from '@omnigraph/openapi';
import { TTL_SECONDS } from '../ttl.ts';
import { openapi } from './openapi.ts';
import { announce, upstreamUrl } from './rest.ts';

const log = createLoggerFromLogging(false);
const gateway = createGatewayRuntime({
  supergraph: await compose(),
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') ?? '' }),
  },
  logging: log,
  graphiql: false,
  landingPage: false,
  ...(process.env.BENCH_CACHE === '1' && {
    cache: new InMemoryLRUCache(),
    responseCaching: {
      ttl: TTL_SECONDS * 1000,
      session: (request: Request) => request.headers.get('authorization'),
    },
  }),
});

const server = createServer(gateway);
server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port));

async function compose(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-openapi-'));
  const source = join(folder, 'openapi.json');
  writeFileSync(source, JSON.stringify(openapi));
  try {
    const sourceHandler = loadOpenAPISubgraph('integrations', {
      source,
      endpoint: upstreamUrl,
      operationHeaders: { authorization: '{context.headers.authorization}' },
    });
    return await getComposedSchemaFromConfig({ subgraphs: [{ sourceHandler }] }, legacyLogger());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The composer wants a logger of the older form. */
function legacyLogger(): Parameters<typeof getComposedSchemaFromConfig>[1] {
  const silent = () => {};
  const logger = { log: silent, debug: silent, info: silent, warn: console.warn, error: console.error };
  return { ...logger, child: () => legacyLogger() } as Parameters<typeof getComposedSchemaFromConfig>[1];
}
