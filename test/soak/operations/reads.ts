import { isVisible, type Model, type Read, type Row, type SeenRow } from '../model/model.ts';
import type { Random } from '../random.ts';
import type { SoakCaller } from '../world.ts';

/** A query, and what its answer shows. */
export interface ReadOperation {
  readonly what: string;
  readonly query: string;
  readonly variables: object;
  readonly headers: Readonly<Record<string, string>>;
  readonly way: 'cache' | 'upstream';
  readonly shows: Read['shows'];
  /** The rows in the data; null where the data shows none. @throws Error where the data is not what was asked for. */
  readonly rowsOf: (data: Data) => readonly (RawRow | null)[];
}

/** As the answer has it. */
export interface RawRow {
  readonly id: string;
  readonly identifier: string;
  readonly name: string;
  readonly channel: string | null;
  readonly primary: boolean;
  readonly updatedAt: string | null;
  readonly organization: { readonly id: string };
  readonly environment: { readonly id: string };
  readonly configurations: { readonly inboundWebhookEnabled: boolean | null } | null;
  readonly credentials?: { readonly apiKey?: string | null; readonly token?: string | null } | null;
}

export interface Data {
  readonly integrations?: { readonly totalCount: number; readonly nodes: readonly RawRow[] } | null;
  readonly integration?: RawRow | null;
  readonly primaryIntegration?: RawRow | null;
  readonly _entities?: readonly (RawRow | null)[] | null;
  readonly integrationsViewer?: { readonly organization: { readonly id: string } | null } | null;
  readonly integrationEnvironments?: readonly { readonly id: string }[] | null;
}

export const ROW =
  'id identifier name channel primary updatedAt organization { id } environment { id } configurations { inboundWebhookEnabled }';
const SECRETS =
  'credentials { __typename ... on SendGridIntegrationCredentials { apiKey } ... on TwilioIntegrationCredentials { token } }';
/** The largest page: an organization of the soak has fewer rows. */
const PAGE = 100;

type Maker = (model: Model, caller: SoakCaller, random: Random) => ReadOperation;

const PLAIN = { variables: {}, headers: {}, way: 'cache' } as const;

function listOf({ integrations }: Data): readonly RawRow[] {
  if (!integrations) throw new Error('There is no list');
  if (integrations.nodes.length !== integrations.totalCount) throw new Error('The list is longer than a page');
  return integrations.nodes;
}

const wholeList: Maker = () => ({
  ...PLAIN,
  what: 'list',
  query: `query List { integrations(first: ${PAGE}) { totalCount nodes { ${ROW} } } }`,
  shows: () => true,
  rowsOf: listOf,
});

/** Past the cache. */
const freshList: Maker = (...given) => ({
  ...wholeList(...given),
  what: 'fresh list',
  headers: { 'cache-control': 'no-cache' },
  way: 'upstream',
});

/** Sessions are answered past the cache, all others as if they had not asked. */
const secrets: Maker = (_model, { scheme }) => ({
  ...PLAIN,
  what: 'credentials',
  query: `query Secrets { integrations(first: ${PAGE}) { totalCount nodes { ${ROW} ${SECRETS} } } }`,
  way: scheme === 'Bearer' ? 'upstream' : 'cache',
  shows: () => true,
  rowsOf: listOf,
});

const byChannel: Maker = (_model, _caller, random) => {
  const channel = random.pick(['SMS', 'EMAIL', 'CHAT'] as const);
  return {
    ...PLAIN,
    what: `list of ${channel}`,
    query: `query Some($filter: IntegrationFilter) { integrations(filter: $filter, first: ${PAGE}) { totalCount nodes { ${ROW} } } }`,
    variables: { filter: { channels: [channel] } },
    shows: (row) => row.channel === channel,
    rowsOf: listOf,
  };
};

const byEnvironment: Maker = (_model, { environment }) => ({
  ...PLAIN,
  what: 'list of an environment',
  query: `query Own($filter: IntegrationFilter, $order: IntegrationOrder) { integrations(filter: $filter, orderBy: $order, first: ${PAGE}) { totalCount nodes { ${ROW} } } }`,
  variables: { filter: { environmentIds: [environment] }, order: { field: 'NAME', direction: 'DESC' } },
  shows: (row) => row.environment === environment,
  rowsOf: listOf,
});

const byId: Maker = (model, caller, random) => {
  const id = random.pick(idsOf(model, caller));
  return {
    ...PLAIN,
    what: 'one by id',
    query: `query One($id: ID!) { integration(by: { id: $id }) { ${ROW} } }`,
    variables: { id },
    shows: (row) => row.id === id,
    rowsOf: ({ integration }) => [integration ?? null],
  };
};

const byIdentifier: Maker = (model, caller, random) => {
  const rows = [...model.rows.values()].filter(
    (row) => isVisible(row, caller) && row.environment === caller.environment,
  );
  const { key } = random.pick(rows);
  return {
    ...PLAIN,
    what: 'one by identifier',
    query: `query Named($by: IntegrationBy!) { integration(by: $by) { ${ROW} } }`,
    variables: { by: { identifier: { identifier: `w${key}`, environmentId: caller.environment } } },
    // Its identifier may have a suffix, under which it was not asked for.
    shows: null,
    rowsOf: ({ integration }) => [integration ?? null],
  };
};

/** Of its own rows, and one of others, which must be null. */
const entities: Maker = (model, caller, random) => {
  const own = idsOf(model, caller);
  const others = [...model.rows.values()].filter((row) => row.organization !== caller.organization && row.id !== null);
  const ids = [random.pick(own), random.pick(own), random.pick(others).id];
  return {
    ...PLAIN,
    what: 'entities',
    query: `query Entities($of: [_Any!]!) { _entities(representations: $of) { ... on Integration { ${ROW} } } }`,
    variables: { of: ids.map((id) => ({ __typename: 'Integration', id })) },
    shows: (row) => ids.includes(row.id),
    rowsOf: ({ _entities }) => _entities ?? [],
  };
};

const primary: Maker = () => ({
  ...PLAIN,
  what: 'primary',
  query: `query Primary { primaryIntegration(channel: SMS) { ${ROW} } }`,
  shows: null,
  rowsOf({ primaryIntegration }) {
    if (!primaryIntegration) throw new Error('SMS has no primary');
    return [primaryIntegration];
  },
});

const environments: Maker = (_model, { organization }) => ({
  ...PLAIN,
  what: 'viewer',
  query: 'query Viewer { integrationsViewer { organization { id } } integrationEnvironments { id } }',
  shows: null,
  rowsOf({ integrationsViewer, integrationEnvironments }) {
    const tail = organization.slice(-2);
    const strange = integrationEnvironments?.find(({ id }) => !id.slice(-4).startsWith(tail));
    const told = integrationsViewer?.organization?.id ?? organization;
    if (strange || told !== organization) throw new Error('Another organization');
    return [];
  },
});

function idsOf(model: Model, caller: SoakCaller): string[] {
  return [...model.rows.values()].flatMap((row: Row) => (row.id !== null && isVisible(row, caller) ? [row.id] : []));
}

/** Each as often as it stands here. */
const MAKERS: readonly Maker[] = [
  wholeList,
  wholeList,
  wholeList,
  byChannel,
  byChannel,
  byEnvironment,
  byId,
  byId,
  byIdentifier,
  entities,
  primary,
  secrets,
  freshList,
  environments,
];

export function drawRead(model: Model, caller: SoakCaller, random: Random): ReadOperation {
  return random.pick(MAKERS)(model, caller, random);
}

export function seenRow(row: RawRow): SeenRow {
  const { id, identifier, name, channel, primary, updatedAt, credentials } = row;
  return {
    ...{ id, identifier, name, channel, primary, updatedAt },
    organization: row.organization.id,
    environment: row.environment.id,
    webhook: row.configurations?.inboundWebhookEnabled === true,
    secret: credentials?.apiKey ?? credentials?.token ?? undefined,
  };
}
