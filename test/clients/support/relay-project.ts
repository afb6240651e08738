import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopAtEnd } from '../../helpers/stop-at-end.ts';

const require = createRequire(import.meta.url);
const SCHEMA = fileURLToPath(new URL('../../../schema/schema.graphql', import.meta.url));

/** The documents of a page, as a frontend has them in its components. */
const PAGE = `
import { graphql } from 'relay-runtime';

graphql\`
  query PageListQuery($first: Int!) { ...PageList @arguments(first: $first) }
\`;
graphql\`
  fragment PageList on Query
    @argumentDefinitions(first: { type: "Int", defaultValue: 5 }, after: { type: "String" })
    @refetchable(queryName: "PageListPaginationQuery") {
    integrations(first: $first, after: $after) @connection(key: "PageList_integrations") {
      __id
      edges { cursor node { id name ...PageRow } }
      pageInfo { hasNextPage endCursor }
    }
  }
\`;
graphql\`
  fragment PageRow on Integration @refetchable(queryName: "PageRowRefetchQuery") {
    id
    name
    active
    primary
  }
\`;
graphql\`
  query PageEnvironmentsQuery { integrationEnvironments { id name environment { ...PageEnvironment @arguments(first: 2) } } }
\`;
graphql\`
  fragment PageEnvironment on Environment
    @argumentDefinitions(first: { type: "Int", defaultValue: 2 }, after: { type: "String" })
    @refetchable(queryName: "PageEnvironmentPaginationQuery") {
    integrations(first: $first, after: $after) @connection(key: "PageEnvironment_integrations") {
      edges { node { id name } }
    }
  }
\`;
graphql\`
  mutation PageDeleteMutation($input: DeleteIntegrationInput!, $connections: [ID!]!) {
    deleteIntegration(input: $input) {
      deletedIntegrationId @deleteEdge(connections: $connections)
      errors { code }
    }
  }
\`;
graphql\`
  mutation PageCreateMutation($input: CreateIntegrationInput!, $connections: [ID!]!) {
    createIntegration(input: $input) {
      integrationEdge @appendEdge(connections: $connections) { cursor node { id name ...PageRow } }
      errors { code path }
    }
  }
\`;
graphql\`
  mutation PageSetPrimaryMutation($input: SetPrimaryIntegrationInput!) {
    setPrimaryIntegration(input: $input) {
      integration { ...PageRow }
      changedIntegrations { ...PageRow }
      errors { code }
    }
  }
\`;
`;

/**
 * Lets relay-compiler compile the page in a temporary folder, and returns what loads its artifacts by their names.
 * @throws an Error with the compiler's output where it refuses a document.
 */
export function compileRelayPage(): <Artifact>(name: string) => Artifact {
  const folder = mkdtempSync(join(tmpdir(), 'relay-page-'));
  stopAtEnd({ stop: async () => rmSync(folder, { recursive: true, force: true }) });
  mkdirSync(join(folder, 'src'));
  mkdirSync(join(folder, 'artifacts'));
  writeFileSync(join(folder, 'src/page.js'), PAGE);
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(CONFIG));
  const { status, stdout, stderr } = spawnSync(
    require('relay-compiler') as string,
    ['--noWatchman', 'relay.config.json'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`relay-compiler: ${stdout}${stderr}`);
  return (name) => require(join(folder, 'artifacts', `${name}.graphql.js`));
}

const CONFIG = {
  src: './src',
  schema: SCHEMA,
  artifactDirectory: './artifacts',
  language: 'javascript',
  // CommonJS, which runs as it is.
  eagerEsModules: false,
  noSourceControl: true,
};
