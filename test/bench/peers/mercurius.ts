// Mercurius with JIT. `BENCH_CACHE=1`: with mercurius-cache, which keeps what resolvers return. `BENCH_MEMORY=1`: over a list that
// it has in memory from the start, which shows what the execution alone costs.
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyPluginAsync } from 'fastify';
import mercurius, { type IResolvers } from 'mercurius';
import { API_KEY } from '../data.ts';
import { TTL_SECONDS } from '../ttl.ts';
import { announce, create, fetchList, type Integration, type NewIntegration, SDL } from './rest.ts';

interface Context {
  authorization: string;
  list(): Promise<Integration[]>;
}

declare module 'mercurius' {
  interface MercuriusContext extends Context {}
}

// Its types and what it exports differ.
const mercuriusCache: FastifyPluginAsync<Record<string, unknown>> = createRequire(import.meta.url)('mercurius-cache');

const app = fastify();
const held = process.env.BENCH_MEMORY === '1' ? await fetchList(`ApiKey ${API_KEY}`) : null;
const heldById = new Map(held?.map((row) => [row.id, row]));

const resolvers: IResolvers = {
  Query: {
    integrations: (_root, _args, { list }) => held ?? list(),
    integration: async (_root, { id }: { id: string }, { list }) =>
      held ? heldById.get(id) : (await list()).find((row) => row.id === id),
  },
  Mutation: {
    createIntegration: (_root, { input }: { input: NewIntegration }, { authorization }) => create(authorization, input),
  },
};

app.register(mercurius, {
  schema: SDL,
  resolvers,
  jit: 1,
  context: (request): Context => {
    const authorization = request.headers.authorization ?? '';
    let pending: Promise<Integration[]> | undefined;
    return {
      authorization,
      list() {
        pending ??= fetchList(authorization);
        return pending;
      },
    };
  },
});

if (process.env.BENCH_CACHE === '1') {
  // Without the caller in the key, one caller would be shown what another one may see.
  const policy = { extendKey: (_self: unknown, _args: unknown, { authorization }: Context) => authorization };
  app.register(mercuriusCache, {
    ttl: TTL_SECONDS,
    policy: { Query: { integrations: policy, integration: policy } },
  });
}

await app.listen({ port: 0, host: '127.0.0.1' });
announce((app.server.address() as AddressInfo).port);
