// Hive Gateway (gateway.config): what this subgraph needs to know of a request. The tests run this file.
const names = ['authorization', 'novu-environment-id', 'idempotency-key', 'traceparent', 'tracestate', 'baggage'];

export const gatewayConfig = {
  propagateHeaders: {
    fromClientToSubgraphs({ request, subgraphName }) {
      if (subgraphName !== 'integrations') return;
      return Object.fromEntries(names.map((name) => [name, request.headers.get(name)]).filter(([, value]) => value));
    },
  },
};
