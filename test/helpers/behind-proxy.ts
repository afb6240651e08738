import { beforeAll, beforeEach } from '@jest/globals';
import { type Backend, startBackend } from '../../src/novu-double/server/backend.ts';
import { ask, callers, startApp } from './gateway.ts';
import { stopAtEnd } from './stop-at-end.ts';
import { startWireProxy, type WireProxy } from './wire-proxy.ts';

/** A cheap read. */
export const LIST = '{ integrations { totalCount } }';

/** Nothing stands in for a failed read. */
export const UNCACHED = {
  CACHE_TTL: '0s',
  CACHE_STALE_WHILE_REVALIDATE: '0s',
  CACHE_STALE_IF_ERROR: '0s',
  CACHE_MEMORY_TTL: '0s',
};

/** Started for the tests of the file that imports this: a gateway whose calls to Novu pass a proxy. */
export let backend: Backend;
export let proxy: WireProxy;
export let url: string;

beforeAll(async () => {
  backend = stopAtEnd(await startBackend());
  proxy = await startWireProxy(backend.url);
  await startAnew();
});

/** Another gateway in place of the one before. */
export async function startAnew(): Promise<void> {
  // Official SDKs have the version in their base URL.
  const app = await startApp({ NOVU_API_URL: `${proxy.url}/v1/`, UPSTREAM_MAX_BODY: '64KiB', ...UNCACHED });
  url = `${app.url}/graphql`;
}

beforeEach(async () => {
  backend.reset();
  proxy.answerBy(null);
  // While another caller's calls succeed, those that fail here do not open the breaker, however slow the machine is.
  await ask(url, callers.globexKey, LIST);
  proxy.calls();
});

/** How many integrations a session sees, or the errors. */
export const total = async () => {
  const { data, errors } = await ask(url, callers.session, LIST);
  return errors ? errors : data.integrations.totalCount;
};

/** The payload of a mutation, or the errors. */
export async function mutate(name: string, input: object) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { integration { id name } errors { code message } } }`;
  const { data, errors } = await ask(url, callers.session, query, { input });
  return errors ?? data[name];
}
