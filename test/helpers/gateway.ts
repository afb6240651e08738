import { type App, createApp, type SchemaExtensions } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { type Backend, type BackendOptions, startBackend } from '../../src/novu-double/server/backend.ts';
import { stopAtEnd } from './stop-at-end.ts';

/** The tokens and ids of the embedded backend's sample data. */
export const ACME_DEV_KEY = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
export const ACME_PROD_KEY = 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb';
export const GLOBEX_KEY = 'cccccccccccccccccccccccccccccccc';
export const ACME_DEV = '65a000000000000000000001';
export const ACME_PROD = '65a000000000000000000002';
export const GLOBEX_DEV = '65a000000000000000000003';

/** Headers of each kind of caller. */
export const callers = {
  devKey: { authorization: `ApiKey ${ACME_DEV_KEY}` },
  prodKey: { authorization: `ApiKey ${ACME_PROD_KEY}` },
  globexKey: { authorization: `ApiKey ${GLOBEX_KEY}` },
  session: { authorization: 'Bearer dev-session', 'novu-environment-id': ACME_DEV },
  viewer: { authorization: 'Bearer dev-session-viewer', 'novu-environment-id': ACME_DEV },
  globexSession: { authorization: 'Bearer dev-session-globex', 'novu-environment-id': GLOBEX_DEV },
} as const;

export type Headers = Readonly<Record<string, string>>;

/** An answer, loosely typed: tests assert its shape. */
export interface Answer {
  readonly status: number;
  readonly headers: globalThis.Headers;
  readonly text: string;
  // The shape differs with each operation, and the assertions are its check.
  readonly data: ReturnType<typeof JSON.parse>;
  readonly errors: readonly AnswerError[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface TestGateway {
  readonly app: App;
  readonly url: string;
  readonly backend: Backend;
  /** Sends an operation over HTTP as a caller. */
  ask(caller: Headers, query: string, variables?: object): Promise<Answer>;
  /** Upstream calls since the last look, as `GET /v1/integrations`. */
  calls(): string[];
  stop(): Promise<void>;
}

/** A gateway in this process, on a free port and without a log. It stops with the test file at the latest. @throws what `createApp` throws. */
export async function startApp(
  env: Readonly<Record<string, string>> = {},
  extensions: SchemaExtensions = {},
): Promise<App> {
  return stopAtEnd(
    await createApp(
      parseConfig({
        ...{ PORT: '0', ADMIN_PORT: '0', AUDIT_FILE: '/dev/null', LOG_LEVEL: 'silent' },
        // It shares its process with the test, and the machine with others.
        MAX_EVENT_LOOP_DELAY: '0ms',
        ...env,
      }),
      extensions,
    ),
  );
}

/** A gateway and a backend of its own, both over real HTTP on loopback. They stop with the test file at the latest. */
export async function startGateway(
  env: Readonly<Record<string, string>> = {},
  backendOptions: BackendOptions = {},
  extensions: SchemaExtensions = {},
): Promise<TestGateway> {
  const backend = stopAtEnd(await startBackend(backendOptions));
  const app = await startApp({ GATEWAY_MODE: 'development', NOVU_API_URL: backend.url, ...env }, extensions);
  return {
    app,
    url: `${app.url}/graphql`,
    backend,
    ask: (caller, query, variables) => ask(`${app.url}/graphql`, caller, query, variables),
    calls: () => {
      const calls = backend.requests.map(({ method, path }) => `${method} ${path}`);
      backend.requests.clear();
      return calls;
    },
    async stop() {
      await app.stop();
      await backend.stop();
    },
  };
}

/** The same gateway, asked so that no two requests are equal in their bytes: each is executed, none is found ready. */
export function neverRepeating(gateway: TestGateway): TestGateway {
  let turn = 0;
  const { url } = gateway;
  return {
    ...gateway,
    ask(caller, query, variables) {
      turn += 1;
      return ask(url, caller, query, variables, { turn });
    },
  };
}

/** Sends one operation over HTTP. */
export async function ask(
  url: string,
  headers: Headers,
  query: string,
  variables: object = {},
  extensions?: object,
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables, extensions }),
  });
  return readAnswer(response);
}

export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const { data, errors, extensions } = JSON.parse(text) as Pick<Answer, 'data' | 'errors' | 'extensions'>;
  return { status: response.status, headers: response.headers, text, data, errors, extensions };
}
