import type { App } from './app.ts';
import { type Config, ConfigError } from './config.ts';

/**
 * The text that a start prints: address, mode, upstream, cache, and what is switched off by which setting. With the
 * embedded backend, also what to try.
 * @param problem why what answers at `NOVU_API_URL` does not look like Novu; null where it does.
 */
export function banner(app: App, config: Config, problem: string | null): string {
  const { url, upstreamUrl, embedded, mode, cache } = app;
  const rows = [
    `Integrations gateway: ${url}/graphql`,
    `Mode:                 ${mode}${config.GATEWAY_MODE === null ? ` (by default ${embedded ? 'on the embedded backend' : 'with NOVU_API_URL'})` : ''}`,
    `Upstream:             ${embedded ? 'embedded Novu-compatible backend with sample data; NOVU_API_URL names a real Novu' : upstreamUrl}`,
    ...(problem === null ? [] : [`  WARNING:            Is this Novu? ${sentence(problem)} Check NOVU_API_URL.`]),
    `Cache:                ${CACHE_FORMS[cache.form]}`,
    ...(cache.fault === null
      ? []
      : [
          `  WARNING:            Redis is not reachable (${cache.fault}). Reads go to Novu until it is. Check REDIS_URL.`,
        ]),
    ...switchedOff(app, config).map(
      (line, index) => `${index === 0 ? 'Switched off:         ' : ' '.repeat(22)}${line}`,
    ),
  ];
  return [...rows, ...(embedded ? demo(app) : [])].join('\n');
}

const CACHE_FORMS: Readonly<Record<App['cache']['form'], string>> = {
  memory: 'memory of this process; REDIS_URL shares it between processes',
  redis: 'Redis',
  'redis-cluster': 'Redis Cluster',
  'redis-sentinel': 'Redis by Sentinel',
};

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Features that are switched off, each with the setting that switches it on. */
function switchedOff({ exploring }: App, config: Config): string[] {
  const off: [boolean, string][] = [
    [!exploring, 'introspection, suggestions in errors, /, /graphiql and /settings (GATEWAY_MODE=development)'],
    [config.SHOW_CREDENTIALS === 'never', 'credentials, for every caller (SHOW_CREDENTIALS=sessions)'],
    [config.FEDERATION !== 'on', 'the federation subgraph (FEDERATION=on)'],
    [config.TRUSTED_DOCUMENTS_ONLY, 'documents that are not trusted (TRUSTED_DOCUMENTS_ONLY=false)'],
  ];
  return off.filter(([isOff]) => isOff).map(([, what]) => what);
}

function demo({ url, exploring }: App): string[] {
  return [
    'Try it:  curl -s -H "Authorization: ApiKey aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" -H "content-type: application/json" \\',
    `           -d '{"query":"{ integrations { totalCount nodes { id name providerId primary } } }"}' ${url}/graphql`,
    ...(exploring ? [`Explore it:           ${url}/graphiql`, `Settings page:        ${url}/settings`] : []),
    'Demo API keys:        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (Acme Development)  bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb (Acme Production)',
    '                      cccccccccccccccccccccccccccccccc (Globex)',
    'Demo session tokens:  dev-session (Acme owner)  dev-session-viewer (Acme, read only)  dev-session-globex',
    'Environment ids:      65a000000000000000000001 (Acme Development)  65a000000000000000000002 (Acme Production)',
    '                      65a000000000000000000003 (Globex); sessions name one in the header Novu-Environment-Id',
  ];
}

/** Why a start failed and what to do, without a stack trace. */
export function startFault(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, syscall, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (syscall !== 'listen') return String(error);
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use (EADDRINUSE). Set PORT to another one, or to 0 for any that is free.`;
    case 'EACCES':
      return `This user may not listen on port ${port} (EACCES). Set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${address} (${code}). Set HOST to one it has, e.g. 127.0.0.1 or 0.0.0.0.`;
    default:
      return String(error);
  }
}
