import { parseArgs } from 'node:util';
import * as demo from '../novu-double/seed/seed.ts';
import { type BackendOptions, startBackend } from '../novu-double/server/backend.ts';

const USAGE = 'npm run backend -- [--port 3000] [--generation api2026|api2024] [--idempotency] [--rate-limit 30]';

try {
  const backend = await startBackend(readFlags(process.argv.slice(2)));
  console.log(greeting(backend.url));
  const stop = () => void backend.stop();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\nUsage: ${USAGE}`);
  process.exitCode = 1;
}

function readFlags(args: string[]): BackendOptions {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '3000' },
      generation: { type: 'string', default: 'api2026' },
      idempotency: { type: 'boolean', default: false },
      'rate-limit': { type: 'string' },
    },
  });
  const { port, generation, idempotency, 'rate-limit': rps } = values;
  if (generation !== 'api2024' && generation !== 'api2026') {
    throw new Error(`--generation must be api2024 or api2026, not ${generation}`);
  }
  return {
    port: readNumber('--port', port, 0, 65535),
    generation,
    idempotency,
    rateLimit: rps === undefined ? false : { rps: readNumber('--rate-limit', rps, 1, 1_000_000) },
  };
}

function readNumber(flag: string, text: string, min: number, max: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= min && number <= max) return number;
  throw new Error(`${flag} must be a whole number from ${min} to ${max}, not ${text}`);
}

function greeting(url: string): string {
  return `Double of Novu's integrations API at ${url}

Authorization: ApiKey ${demo.ACME_DEVELOPMENT_KEY}   Acme, Development (${demo.ACME_DEVELOPMENT})
Authorization: ApiKey ${demo.ACME_PRODUCTION_KEY}   Acme, Production  (${demo.ACME_PRODUCTION})
Authorization: ApiKey ${demo.GLOBEX_KEY}   Globex, Development (${demo.GLOBEX_DEVELOPMENT})

These need the header Novu-Environment-Id with one of the ids above:
Authorization: Bearer ${demo.ACME_SESSION}          owner of Acme
Authorization: Bearer ${demo.ACME_VIEWER_SESSION}   read-only member of Acme
Authorization: Bearer ${demo.GLOBEX_SESSION}   owner of Globex`;
}
