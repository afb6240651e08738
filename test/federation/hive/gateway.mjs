// Serves the supergraph whose SDL comes on standard input, and prints the port that it listens on. Ends with its input's owner.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { createGatewayRuntime } from '@graphql-hive/gateway';
import { gatewayConfig } from '../../../schema/routers/hive-gateway.mjs';

const supergraph = await text(process.stdin);
const gateway = createGatewayRuntime({ ...gatewayConfig, supergraph, logging: false });
const server = createServer(gateway);
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.once('disconnect', () => process.exit());
