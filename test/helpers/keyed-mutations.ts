import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { callers, type Headers, startGateway, type TestGateway } from './gateway.ts';
import { ERRORS, mutate } from './mutate.ts';

/** Started for the tests that import it. Idempotency is the gateway's own: Novu's, which is on here, is not asked. */
export let gateway: TestGateway;
/** Outcomes outlive a reset of the backend, so each test has keys of its own. */
let tests = 0;

beforeAll(async () => {
  gateway = await startGateway({}, { idempotency: true });
  for (const caller of Object.values(callers)) await gateway.ask(caller, '{ integrations { totalCount } }');
});

afterAll(() => gateway.stop());

beforeEach(() => {
  gateway.backend.reset();
  tests += 1;
});
/** A key of this test alone. */
export const own = (key: string) => `${key} of test ${tests}`;
/** The caller with a key in its header. */
export const keyed = (caller: Headers, key = 'key-1'): Headers => ({ ...caller, 'idempotency-key': own(key) });

/** Creates an integration named `Once`. */
export const create = (caller: Headers, input: object) =>
  mutate(
    gateway,
    caller,
    'createIntegration',
    { providerId: 'discord', name: 'Once', ...input },
    `integration { id environment { id } } ${ERRORS}`,
  );

/** How many of them there are. */
export const copies = () => gateway.backend.records().filter(({ name, deleted }) => name === 'Once' && !deleted).length;
/** The writes that reached Novu since it was last asked. */
export const writes = () => gateway.calls().filter((call) => !call.startsWith('GET'));
