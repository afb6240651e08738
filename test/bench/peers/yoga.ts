// GraphQL Yoga with a dataloader for each request; `BENCH_CACHE=1`: with the Envelop response cache, in Yoga's own form.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { useResponseCache } from '@graphql-yoga/plugin-response-cache';
import DataLoader from 'dataloader';
import { createSchema, createYoga, type YogaInitialContext } from 'graphql-yoga';
import { TTL_SECONDS } from '../ttl.ts';
import { announce, create, fetchList, type Integration, type NewIntegration, SDL } from './rest.ts';

interface Context {
  authorization: string;
  list(): Promise<Integration[]>;
  byId: DataLoader<string, Integration | null>;
}

const yoga = createYoga({
  schema: createSchema<YogaInitialContext & Context>({
    typeDefs: SDL,
    resolvers: {
      Query: {
        integrations: (_root, _args, { list }) => list(),
        integration: (_root, { id }: { id: string }, { byId }) => byId.load(id),
      },
      Mutation: {
        createIntegration: (_root, { input }: { input: NewIntegration }, { authorization }) =>
          create(authorization, input),
      },
    },
  }),
  context: ({ request }): Context => {
    const authorization = request.headers.get('authorization') ?? '';
    let pending: Promise<Integration[]> | undefined;
    const list = () => {
      pending ??= fetchList(authorization);
      return pending;
    };
    return {
      authorization,
      list,
      byId: new DataLoader(async (ids) => {
        const rows = new Map((await list()).map((row) => [row.id, row]));
        return ids.map((id) => rows.get(id) ?? null);
      }),
    };
  },
  plugins:
    process.env.BENCH_CACHE === '1'
      ? [
          useResponseCache({
            ttl: TTL_SECONDS * 1000,
            session: (request) => request.headers.get('authorization'),
          }),
        ]
      : [],
  graphiql: false,
  landingPage: false,
  logging: false,
  maskedErrors: true,
});

const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port));
