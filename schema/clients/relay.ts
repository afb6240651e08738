// Relay: copy this file into your frontend. `relay-compiler` reads ../schema.graphql as it is. The tests run this file.
import { Environment, type GraphQLResponse, Network, RecordSource, Store } from 'relay-runtime';

/**
 * An environment that asks the gateway.
 * @param headers of the caller, asked for before each request: `Authorization`, and `Novu-Environment-Id` of a session.
 */
export function createRelayEnvironment(url: string, headers: () => Readonly<Record<string, string>>): Environment {
  return new Environment({
    network: Network.create(async ({ text }, variables) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...headers(), 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables }),
      });
      return (await response.json()) as GraphQLResponse;
    }),
    store: new Store(new RecordSource()),
    // Relay takes objects of one id for one object, and this one has the id of its `environment`.
    getDataID: (object, type) => (type === 'IntegrationEnvironment' ? undefined : object.id),
  });
}
