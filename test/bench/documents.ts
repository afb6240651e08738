import { integrations } from './data.ts';

/**
 * How a peer's schema is asked: `gateway` pages of at most 100, `plain` a list and a lookup, `wire` the same with the names and the
 * envelope of the REST API, `bytes` whatever the path says, `rest` the REST API's own.
 */
export type Dialect = 'gateway' | 'plain' | 'wire' | 'bytes' | 'rest';

export type Query = keyof typeof QUERIES;

export const QUERIES = {
  Q1: 'one integration by id, 8 fields',
  Q2: 'list of 200 × 12 fields (this gateway: two aliased pages of 100, its largest)',
  Q3: '50 aliased lookups by id, 8 fields each, in one operation',
  Q4: 'list of 200 × 12 fields with credentials, session token (this gateway: two pages)',
  Q5: 'as Q1, the id varying over all integrations',
  Q6: 'create, then read back by id; both count as requests',
  page: 'one page of 50 × 12 fields',
} as const;

/** How many lookups Q3 has. */
export const LOOKUPS = 50;

export const CARD = ['id', 'name', 'identifier', 'providerId', 'channel', 'active', 'primary', 'priority'] as const;
export const ROW = [
  'id',
  'name',
  'identifier',
  'providerId',
  'channel',
  'kind',
  'active',
  'primary',
  'priority',
  'deleted',
  'createdAt',
  'updatedAt',
] as const;
export const NEW = ['id', 'name', 'identifier'] as const;

/** The credentials of the four providers in the data. */
export const CREDENTIALS: Readonly<Record<string, readonly string[]>> = {
  SendGridIntegrationCredentials: ['apiKey', 'from', 'senderName'],
  TwilioIntegrationCredentials: ['accountSid', 'token', 'from'],
  SlackIntegrationCredentials: ['applicationId', 'clientId', 'secretKey'],
  FcmIntegrationCredentials: ['serviceAccount'],
};

const lookupIds = integrations(LOOKUPS).map(({ _id }) => _id);
const each = (lookup: (id: string) => string) => lookupIds.map((id, n) => `i${n}: ${lookup(id)}`).join(' ');

const gatewayPages = (fields: string) =>
  `a: integrations(first: 100) { nodes { ${fields} } } b: integrations(last: 100) { nodes { ${fields} } }`;
const gatewayCredentials = Object.entries(CREDENTIALS).map(([type, keys]) => `... on ${type} { ${keys.join(' ')} }`);

const gateway: Record<Query, string> = {
  Q1: query('$id: ID!', `integration(by: { id: $id }) { ${CARD.join(' ')} }`),
  Q2: query('', gatewayPages(ROW.join(' '))),
  Q3: query(
    '',
    each((id) => `integration(by: { id: "${id}" }) { ${CARD.join(' ')} }`),
  ),
  Q4: query('', gatewayPages(`${ROW.join(' ')} credentials { ${gatewayCredentials.join(' ')} }`)),
  Q5: query('$id: ID!', `integration(by: { id: $id }) { ${CARD.join(' ')} }`),
  Q6: `mutation ($name: String!, $identifier: String!) { createIntegration(input: { name: $name, identifier: $identifier, providerId: "sendgrid", active: false }) { integration { ${NEW.join(' ')} } } }`,
  page: query('', `integrations(first: 50) { nodes { ${ROW.join(' ')} } }`),
};

const keys = [...new Set(Object.values(CREDENTIALS).flat())].join(' ');
const input =
  '{ name: $name, identifier: $identifier, providerId: "sendgrid", channel: "email", active: false, kind: "delivery" }';

const plain = lists('ID!', (fields) => `{ ${fields.join(' ')} }`);
const wire = lists('String!', (fields) => `{ data { ${fields.join(' ').replace(/\bid\b/, 'id: _id')} } }`);

function lists(idType: string, selection: (fields: readonly string[]) => string): Record<Query, string> {
  return {
    Q1: query(`$id: ${idType}`, `integration(id: $id) ${selection(CARD)}`),
    Q2: query('', `integrations ${selection(ROW)}`),
    Q3: query(
      '',
      each((id) => `integration(id: "${id}") ${selection(CARD)}`),
    ),
    Q4: query('', `integrations ${selection([...ROW, `credentials { ${keys} }`])}`),
    Q5: query(`$id: ${idType}`, `integration(id: $id) ${selection(CARD)}`),
    Q6: `mutation ($name: String!, $identifier: String!) { createIntegration(input: ${input}) ${selection(NEW)} }`,
    page: query('', `integrations ${selection(ROW)}`),
  };
}

export const DOCUMENTS: Record<Dialect, Record<Query, string>> = {
  gateway,
  plain,
  wire,
  // What the body says is read and not looked at.
  bytes: gateway,
  rest: plain,
};

function query(variables: string, selections: string): string {
  return variables ? `query (${variables}) { ${selections} }` : `{ ${selections} }`;
}
