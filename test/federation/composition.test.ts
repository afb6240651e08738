import { describe, expect, test } from '@jest/globals';
import { buildSchema, isInputObjectType, isObjectType } from 'graphql';
import { composers, integrationsSdl, service, services } from './support/composition.ts';
import { environmentsSdl } from './support/subgraphs.ts';

describe.each(Object.entries(composers))('with %s', (name, compose) => {
  const { supergraphSdl, hints } = compose(services());
  const supergraph = buildSchema(supergraphSdl, { assumeValidSDL: true });

  test('the subgraph composes with neighbours that know nothing of it, without errors and without hints', () => {
    expect(hints).toEqual([]);
  });

  test('an environment has its name from its owner, and its integrations from here', () => {
    const type = supergraph.getType('Environment');
    expect(isObjectType(type) && Object.keys(type.getFields())).toEqual([
      'id',
      'name',
      'integrations',
      'primaryIntegration',
    ]);
    expect(ownersOf(supergraphSdl, 'Environment', 'name')).toEqual(['ENVIRONMENTS']);
    expect(ownersOf(supergraphSdl, 'Environment', 'integrations')).toEqual(['INTEGRATIONS']);
  });

  test('all three subgraphs add their root fields, and none is in the way of another', () => {
    expect(Object.keys(supergraph.getQueryType()?.getFields() ?? {}).sort()).toEqual([
      'environment',
      'integration',
      'integrationChannelLimit',
      'integrationEnvironmentDiff',
      'integrationEnvironments',
      'integrationInAppStatus',
      'integrationProvider',
      'integrationProviders',
      'integrations',
      'integrationsViewer',
      'primaryIntegration',
      'workflow',
      'workflows',
    ]);
  });

  test('a neighbour may bring along what never changes in an integration, and nothing else', () => {
    const [channels = ''] = /^enum IntegrationChannelOrUnknown \{[\s\S]*?^}/m.exec(integrationsSdl) ?? [];
    const bringing = (field: string) => `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@external", "@key", "@provides"])
      type Query { sent: [Message] }
      type Message { id: ID! integration: Integration @provides(fields: "${field.split(':')[0]}") }
      type Integration @key(fields: "id") { id: ID! ${field} @external }
      ${field.includes('Channel') ? channels : ''}
    `;
    const composed = (field: string) => compose([...services(), service('messages', bringing(field))]).supergraphSdl;
    for (const field of ['providerId: ID!', 'channel: IntegrationChannelOrUnknown'])
      expect(composed(field)).toContain('provides:');
    if (name === '@apollo/composition') expect(() => composed('name: String!')).toThrow(/shareable/i);
  });

  test('a name of our own in Environment would not compose: it would have to be @shareable over there', () => {
    const withName = integrationsSdl.replace(/^type Environment [^{]*\{/m, '$&\n  name: String!');
    expect(withName).not.toBe(integrationsSdl);
    const both = [service('environments', environmentsSdl), service('integrations', withName)];
    expect(() => compose(both)).toThrow(/Environment\.name/);
  });

  test('@oneOf: Apollo leaves it out of the supergraph, so that the gateway itself enforces it', () => {
    const type = supergraph.getType('IntegrationBy');
    expect(isInputObjectType(type) && type.isOneOf).toBe(name !== '@apollo/composition');
  });
});

/** The subgraphs that a supergraph names for a field. */
function ownersOf(supergraphSdl: string, type: string, field: string): string[] {
  const [definition = ''] = new RegExp(`^type ${type}\\b[\\s\\S]*?^}`, 'm').exec(supergraphSdl) ?? [];
  const [, directives = ''] = new RegExp(`\\b${field}(?:\\([\\s\\S]*?\\n  \\))?: [^@\\n]*(.*)`).exec(definition) ?? [];
  return [...directives.matchAll(/@join__field\(graph: (\w+)/g)].map(([, owner = '']) => owner);
}
