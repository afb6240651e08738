// Serves the supergraph whose SDL comes on standard input, and prints the port that it listens on. Ends with its input's owner.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { createGatewayRuntime } from '@graphql-hive/gateway';

const supergraph = await text(process.stdin);
const gateway = createGatewayRuntime({
  supergraph,
  logging: false,
  propagateHeaders: {
    fromClientToSubgraphs({ request }) {
      const names = ['authorization', 'novu-environment-id'];
      return Object.fromEntries(names.map((name) => [name, request.headers.get(name)]).filter(([, value]) => value));
    },
  },
});
const server = createServer(gateway);
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.once('disconnect', () => process.exit());
