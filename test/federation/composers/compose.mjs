// Composes the subgraphs that come as JSON on standard input, [{ name, url, sdl }], with every composer of this folder, and prints
// what each made of them: { [composer]: { errors, hints, sdl } }.
import { text } from 'node:stream/consumers';
import * as apollo from '@apollo/composition';
import * as guild22 from '@theguild/federation-composition-0.22';
import * as guild25 from '@theguild/federation-composition-0.25';
import * as guild26 from '@theguild/federation-composition-0.26';
import * as guild27 from '@theguild/federation-composition-0.27';
import cosmo from '@wundergraph/composition';
import { parse, printSchema } from 'graphql';

const subgraphs = JSON.parse(await text(process.stdin));
const services = subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
const messages = (list) => (list ?? []).map((one) => one.message ?? String(one));

const composeBy = ({ composeServices }) => {
  const { errors, hints, supergraphSdl } = composeServices(services);
  return { errors: messages(errors), hints: messages(hints), sdl: supergraphSdl ?? '' };
};

const composeByCosmo = () => {
  const given = subgraphs.map(({ name, url, sdl }) => ({ name, url, definitions: parse(sdl) }));
  const result = cosmo.federateSubgraphs({ subgraphs: given, version: cosmo.LATEST_ROUTER_COMPATIBILITY_VERSION });
  const sdl = result.success ? printSchema(result.federatedGraphClientSchema) : '';
  return { errors: messages(result.errors), hints: messages(result.warnings), sdl };
};

const results = {
  '@apollo/composition 2.14': composeBy(apollo),
  '@theguild/federation-composition 0.22.3': composeBy(guild22),
  '@theguild/federation-composition 0.25': composeBy(guild25),
  '@theguild/federation-composition 0.26.3': composeBy(guild26),
  '@theguild/federation-composition 0.27': composeBy(guild27),
  '@wundergraph/composition 0.55': composeByCosmo(),
};
process.stdout.write(JSON.stringify(results));
