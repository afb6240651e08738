import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { demoSeed } from '../../../src/novu-double/seed/seed.ts';
import { ACME_DEV, type Answer, ask, type Headers, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { manyIntegrations } from '../../helpers/many-integrations.ts';
import { composers, type Service, services } from './composition.ts';
import { startGrafbase, whyNoGrafbase } from './grafbase.ts';
import { startHive } from './hive.ts';
import { installTools } from './install.ts';
import { startEnvironments, startWorkflows } from './subgraphs.ts';

export interface Supergraph {
  readonly url: string;
  stop(): Promise<void>;
}

interface Gateway {
  /** Why it cannot run on this machine; null where it can. */
  readonly absent: string | null;
  install(): Promise<unknown>;
  start(subgraphs: readonly Service[]): Promise<Supergraph>;
}

/** The gateways that are shown to work, each with the composer of its house and the headers of schema/routers. */
export const gateways: Readonly<Record<string, Gateway>> = {
  '@apollo/gateway': {
    absent: null,
    install: async () => undefined,
    start: (subgraphs) => startApollo(composers['@apollo/composition'](subgraphs).supergraphSdl),
  },
  '@graphql-hive/gateway': {
    absent: null,
    install: () => installTools('hive'),
    start: (subgraphs) => startHive(composers['@theguild/federation-composition'](subgraphs).supergraphSdl),
  },
  grafbase: { absent: whyNoGrafbase, install: () => installTools('grafbase'), start: startGrafbase },
};

/** A supergraph in front of all three subgraphs, over HTTP throughout. */
export interface TestSupergraph {
  readonly integrations: TestGateway;
  ask(caller: Headers, query: string, variables?: object): Promise<Answer>;
  stop(): Promise<void>;
}

/** Ids of a hundred integrations that Acme's Development has in a {@link TestSupergraph}, beside the sample data. */
export const HUNDRED = manyIntegrations(100, ACME_DEV).map(({ id }) => id);

/** @param workflows ids of integrations by the id of the workflow that uses them. */
export async function startSupergraph(
  gateway: Gateway,
  workflows: Readonly<Record<string, string[]>>,
): Promise<TestSupergraph> {
  const seed = demoSeed();
  const integrations = [...seed.integrations, ...manyIntegrations(100, ACME_DEV)];
  const subgraphs = await Promise.all([
    startGateway({}, { seed: { ...seed, integrations } }),
    startEnvironments(),
    startWorkflows(workflows),
  ]);
  const [ours, environments, others] = subgraphs;
  const urls = { integrations: ours.url, environments: environments.url, workflows: others.url };
  const supergraph = await gateway.start(services(urls));
  return {
    integrations: ours,
    ask: (caller, query, variables) => ask(supergraph.url, caller, query, variables),
    async stop() {
      await supergraph.stop();
      await Promise.all(subgraphs.map((one) => one.stop()));
    },
  };
}

async function startApollo(supergraphSdl: string): Promise<Supergraph> {
  const gateway = new ApolloGateway({ supergraphSdl, buildService: ({ url = '' }) => forwardingSource(url) });
  const server = new ApolloServer({ gateway, stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async ({ req }) => ({ headers: req.headers }),
  });
  return { url, stop: () => server.stop() };
}

/** Forwards what says who calls: a gateway does so only where it is told. */
function forwardingSource(url: string): RemoteGraphQLDataSource {
  return new RemoteGraphQLDataSource({
    url,
    willSendRequest({ request, context }) {
      for (const name of ['authorization', 'novu-environment-id', 'idempotency-key']) {
        const value: unknown = context.headers?.[name];
        if (typeof value === 'string') request.http?.headers.set(name, value);
      }
    },
  });
}
