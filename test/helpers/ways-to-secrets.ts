import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType, isUnionType } from 'graphql';
import { CANARY, CANARY_IDS } from './canaries.ts';
import { ACME_DEV, ACME_PROD } from './gateway.ts';

/** All that can be secret, with every field of the providers' own types. */
export function secretSelection(providers: readonly string[]): string {
  const schema = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));
  const union = schema.getType('IntegrationCredentials');
  if (!isUnionType(union)) throw new Error('IntegrationCredentials is a union');
  const wanted = new Set(providers.map((provider) => `${provider}IntegrationCredentials`.toLowerCase()));
  const parts = union
    .getTypes()
    .filter((type) => isObjectType(type) && wanted.has(type.name.toLowerCase()))
    .map((type) => `... on ${type.name} { ${Object.keys(type.getFields()).join(' ')} }`);
  if (parts.length !== providers.length) throw new Error('A provider has another type name');
  return `credentials { __typename ... on HiddenIntegrationCredentials { reason } ... on IntegrationProviderCredentials { providerId values } ${parts.join(' ')} }
    credentialState { key isSet }
    configurations { inboundWebhookEnabled inboundWebhookSigningKey payloadSchema other }`;
}

export interface Operation {
  readonly query: string;
  readonly variables: object;
}

/** Every way to an integration, for the data of the canaries. @param secrets a selection on Integration. */
export function waysToSecrets(secrets: string): Readonly<Record<string, Operation>> {
  const row = `id name conditions { children { value } } rules ${secrets}`;
  const edge = `integrationEdge { node { ${row} } }`;
  const payload = `integration { ${row} environment { integrations(first: 2) { nodes { ${row} } } } } changedIntegrations { ${row} } errors { __typename code message path }`;
  const { sendgrid, nodemailer, spare, sns, unknown } = CANARY_IDS;
  const input = { apiKey: `${CANARY}-input`, from: `${CANARY}-input`, senderName: `${CANARY}-input` };
  const mutation = (name: string, given: object, more = '') => ({
    query: `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${more} ${payload} } }`,
    variables: { input: given },
  });
  const query = (text: string) => ({ query: `{ ${text} }`, variables: {} });
  return {
    nodes: query(`integrations { nodes { ${row} } }`),
    edges: query(`integrations(first: 100) { edges { cursor node { ${row} } } }`),
    'by id and identifier': query(
      `a: integration(by: { id: "${sendgrid}" }) { ${row} } b: integration(by: { identifier: { identifier: "spare" } }) { ${row} }
       c: integration(by: { id: "${CANARY_IDS.production}" }) { ${row} } d: integration(by: { id: "${CANARY_IDS.globex}" }) { ${row} }`,
    ),
    'as a node': query(
      `a: node(id: "${sendgrid}") { __typename id ... on Integration { ${row} } } b: node(id: "${ACME_DEV}") { ... on Environment { integrations { nodes { ${row} } } } }
       c: node(id: "${CANARY_IDS.globex}") { ... on Integration { ${row} } }`,
    ),
    primary: query(
      `email: primaryIntegration(channel: EMAIL) { ${row} } sms: primaryIntegration(channel: SMS, environmentId: "${ACME_DEV}") { ${row} }`,
    ),
    'below an environment': query(
      `integration(by: { id: "${sendgrid}" }) { environment { integrations { nodes { ${row} } } primaryIntegration(channel: SMS) { ${row} } } }`,
    ),
    entities: query(
      `_entities(representations: [{ __typename: "Integration", id: "${sendgrid}" }, { __typename: "Integration", id: "${nodemailer}" },
         { __typename: "Integration", id: "${CANARY_IDS.globex}" }, { __typename: "Environment", id: "${ACME_PROD}" }, { __typename: "Environment", id: "${ACME_DEV}" }]) {
         ... on Integration { ${row} } ... on Environment { integrations(first: 20) { edges { node { ${row} } } } } }`,
    ),
    'a comparison of environments': query(
      `integrationEnvironmentDiff(from: "${ACME_DEV}", to: "${ACME_PROD}") { equalCount differences { identifier kind fields from { ${row} } to { ${row} } } }`,
    ),
    search: query(`integrations(filter: { search: "${CANARY}-sendgrid" }) { nodes { ${row} } }`),
    create: mutation('createIntegration', { active: true, credentials: { sendgrid: input } }, edge),
    'create of an unknown provider': mutation('createIntegration', {
      providerId: 'dove',
      channel: 'SMS',
      credentials: { raw: { ...input, odd: CANARY } },
    }),
    'create that is refused': mutation('createIntegration', {
      providerId: 'sendgrid',
      identifier: 'sendgrid',
      credentials: { sendgrid: input },
    }),
    'create with an input of the wrong type': mutation('createIntegration', {
      credentials: { sendgrid: { apiKey: { deep: CANARY } }, raw: CANARY },
      active: CANARY,
    }),
    'copy with credentials': mutation(
      'copyIntegration',
      { id: sendgrid, environmentId: ACME_PROD, identifier: 'copied', credentials: 'KEEP' },
      edge,
    ),
    'update of a name': mutation('updateIntegration', { id: spare, name: 'renamed' }),
    'update of credentials': mutation('updateIntegration', { id: spare, credentials: { sendgrid: input } }),
    'update of configurations': mutation('updateIntegration', {
      id: spare,
      configurations: { inboundWebhookSigningKey: `${CANARY}-input` },
    }),
    'update by patch': mutation('updateIntegration', { id: spare, credentialsPatch: { apiKey: `${CANARY}-input` } }),
    'update with a check that quotes the stored host': mutation('updateIntegration', {
      id: nodemailer,
      check: true,
      active: true,
    }),
    'update that takes the primary away': mutation('updateIntegration', { id: sendgrid, active: false }),
    'set primary': mutation('setPrimaryIntegration', { id: nodemailer }),
    'set primary of a channel without': mutation('setPrimaryIntegration', { id: unknown }),
    'auto-configure': mutation('autoConfigureIntegration', { id: sendgrid }, 'success message'),
    'auto-configure that fails': mutation('autoConfigureIntegration', { id: sns }, 'success message'),
    delete: mutation('deleteIntegration', { id: sendgrid }),
    'delete with a successor': mutation('deleteIntegration', { id: sendgrid, successorId: spare }),
    'delete of nobody': mutation('deleteIntegration', { id: `${CANARY}-id` }),
  };
}
