import fc from 'fast-check';
import { ACME_DEV, ACME_PROD } from './gateway.ts';

const LEAVES = [
  'id',
  'name',
  'alias: name',
  'providerId',
  'channel',
  'kind',
  'active',
  'priority',
  'createdAt',
  'rules',
  '__typename',
];
const NESTED = [
  'provider { id displayName docsUrl credentialFields { key options { value } } }',
  'environment { id __typename }',
  'organization { id }',
  'configurations { inboundWebhookEnabled payloadSchema other }',
  'conditions { isNegated children { field value on } }',
  '... on Integration { identifier primary provider { kind } }',
  '...Row',
  'credentials { __typename ... on ProviderCredentials { provider: providerId } ... on SendGridCredentials { apiKey extra } ... on HiddenCredentials { reason } }',
  'credentials { ... on TwilioCredentials { token from } ... on UnknownProviderCredentials { values } ...Mail }',
  'configurations { inboundWebhookSigningKey inboundWebhookEnabled }',
  'name @include(if: $yes) updatedAt @skip(if: $yes)',
  'priority @skip(if: true) kind @include(if: false)',
  '... @skip(if: $yes) { rules } ...Row @include(if: $yes)',
  'environment @include(if: true) @skip(if: $no) { id @skip(if: $no) }',
];
const fields = fc
  .uniqueArray(fc.constantFrom(...LEAVES, ...NESTED), { minLength: 1, maxLength: 5 })
  .map((all) => all.join(' '));
const roots = fc.oneof(
  fields.map((row) => `integration(by: { id: $id }) { ${row} }`),
  fields.map((row) => `integration(by: { identifier: { identifier: "twilio" } }) { ${row} }`),
  fields.map((row) => `_entities(representations: $of) { __typename ... on Integration { ${row} } }`),
  fc
    .tuple(fields, fc.constantFrom('EMAIL', 'CHAT', 'UNKNOWN'))
    .map(([row, channel]) => `primaryIntegration(channel: ${channel}) { ${row} }`),
  fc
    .tuple(fields, fc.constantFrom('$filter', '{ active: true }', 'null'), fc.constantFrom('$first', '0', '3'))
    .map(([row, filter, first]) =>
      `integrations(filter: ${filter}, first: $first, orderBy: { field: NAME, direction: DESC }) { totalCount nodes { ${row} } edges { cursor node { id ${row} } } pageInfo { startCursor hasNextPage } __typename }`.replace(
        '$first',
        first,
      ),
    ),
);
/** Reads of all three roots, with fragments, aliases, and variables in arguments. */
export const readOperations = fc
  .uniqueArray(roots, { minLength: 1, maxLength: 3 })
  .map(
    (all) =>
      `query ($id: ID, $filter: IntegrationFilter, $first: Int, $yes: Boolean = true, $no: Boolean!, $of: [_Any!]!) { ${all.map((root, i) => `r${i}: ${root}`).join(' ')} used: integrations(filter: $filter, first: $first) { totalCount } entities: _entities(representations: $of) { ... on Integration { id } } also: integration(by: { id: $id }) { id name ...Row @include(if: $yes) ...Row @skip(if: $no) } } fragment Row on Integration { id organization { id } updatedAt credentials { ...Mail } } fragment Mail on IntegrationCredentials { ... on NodemailerCredentials { password port secure tlsOptions } ... on MailgunCredentials { apiKey } }`,
  );
const integrationKey = fc
  .constantFrom('65b100000000000000000001', '65b100000000000000000002', 'none')
  .map((id) => ({ __typename: 'Integration', id }));
const otherKey = fc.constantFrom(
  { __typename: 'Integration' },
  { __typename: 'Environment', id: ACME_DEV },
  { id: 'x' },
);
const representations = fc.oneof(
  { weight: 9, arbitrary: fc.array(integrationKey, { minLength: 1, maxLength: 3 }) },
  fc.array(fc.oneof<[fc.Arbitrary<object>, fc.Arbitrary<object>]>(integrationKey, otherKey), { maxLength: 3 }),
);

/** Values of their variables. */
export const readVariables = fc.record(
  {
    id: fc.constantFrom('65b100000000000000000001', '65b100000000000000000010', 'none'),
    filter: fc.constantFrom(null, {}, { search: 'S' }, { environmentIds: [ACME_DEV] }, { environmentIds: [ACME_PROD] }),
    first: fc.constantFrom(null, 1, 100),
    yes: fc.boolean(),
    no: fc.boolean(),
    of: representations,
  },
  { requiredKeys: ['id', 'filter', 'first', 'no', 'of'] },
);
