import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLFieldResolver, parse } from 'graphql';
import { ACME_DEV, ACME_PROD, GLOBEX_DEV } from '../../helpers/gateway.ts';

/** Owns `Environment` and its name, and was written without a thought of integrations. */
export const environmentsSdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])

  type Query {
    environment(id: ID!): Environment
  }

  type Environment @key(fields: "id") {
    id: ID!
    name: String!
  }
`;

/** Refers to integrations by their id, and has pages of its own. */
export const workflowsSdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable"])

  type Query {
    workflow(id: ID!): Workflow
    workflows: WorkflowConnection!
  }

  type Workflow @key(fields: "id") {
    id: ID!
    name: String!
    integrations: [Integration]!
  }

  type WorkflowConnection {
    nodes: [Workflow!]!
    pageInfo: PageInfo!
  }

  type PageInfo @shareable {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }

  type Integration @key(fields: "id", resolvable: false) {
    id: ID!
  }
`;

export interface RunningSubgraph {
  readonly url: string;
  stop(): Promise<void>;
}

/** Names that our own backend does not use, so that a test sees who answered. */
const environmentNames = new Map([
  [ACME_DEV, 'Acme sandbox'],
  [ACME_PROD, 'Acme live'],
  [GLOBEX_DEV, 'Globex sandbox'],
]);

export function startEnvironments(): Promise<RunningSubgraph> {
  const environment = ({ id }: { id: string }) => {
    const name = environmentNames.get(id);
    return name === undefined ? null : { id, name };
  };
  return startSubgraph(environmentsSdl, {
    Query: { environment: (_, args) => environment(args) },
    Environment: { __resolveReference: environment },
  });
}

/** @param workflows ids of integrations by the id of the workflow that uses them. */
export function startWorkflows(workflows: Readonly<Record<string, readonly string[]>>): Promise<RunningSubgraph> {
  const workflow = ({ id }: { id: string }) =>
    workflows[id] && {
      id,
      name: `Workflow ${id}`,
      integrations: workflows[id].map((integration) => ({ id: integration })),
    };
  const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
  return startSubgraph(workflowsSdl, {
    Query: {
      workflow: (_, args) => workflow(args),
      workflows: () => ({ nodes: Object.keys(workflows).map((id) => workflow({ id })), pageInfo }),
    },
    Workflow: { __resolveReference: workflow },
  });
}

type Resolver = GraphQLFieldResolver<{ id: string }, unknown, { id: string }>;

async function startSubgraph(
  sdl: string,
  resolvers: Readonly<Record<string, Record<string, Resolver>>>,
): Promise<RunningSubgraph> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
  const server = new ApolloServer({
    schema,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return { url, stop: () => server.stop() };
}
