import * as demo from './seed.ts';

/** Who can ask the embedded backend, for pages to choose from. Nothing in here opens anything else. */
export const DEMO_CALLERS = [
  asker('Acme Development, API key', `ApiKey ${demo.ACME_DEVELOPMENT_KEY}`),
  asker('Acme Development, session of the owner', `Bearer ${demo.ACME_SESSION}`, demo.ACME_DEVELOPMENT),
  asker('Acme Development, session of a viewer', `Bearer ${demo.ACME_VIEWER_SESSION}`, demo.ACME_DEVELOPMENT),
  asker('Acme Production, API key', `ApiKey ${demo.ACME_PRODUCTION_KEY}`),
  asker('Acme Production, session of the owner', `Bearer ${demo.ACME_SESSION}`, demo.ACME_PRODUCTION),
  asker('Globex, API key', `ApiKey ${demo.GLOBEX_KEY}`),
] as const;

function asker(label: string, authorization: string, environmentId?: string) {
  const headers: Record<string, string> = { Authorization: authorization };
  if (environmentId !== undefined) headers['Novu-Environment-Id'] = environmentId;
  return { label, headers };
}
