import type { Backend } from '../../src/novu-double/server/backend.ts';
import type { IntegrationRecord } from '../../src/novu-double/state/records.ts';
import type { Headers } from './gateway.ts';

const inDevelopment = (running: number) => `65b1${String(running).padStart(20, '0')}`;
const inProduction = (running: number) => `65b2${String(running).padStart(20, '0')}`;

/** Ids of the embedded backend's sample integrations. */
export const DEV = {
  sendgrid: inDevelopment(1),
  mailgun: inDevelopment(2),
  nodemailer: inDevelopment(3),
  twilio: inDevelopment(4),
  inbox: inDevelopment(5),
  slack: inDevelopment(6),
  telegram: inDevelopment(7),
  fcm: inDevelopment(8),
  toolWebhook: inDevelopment(9),
  agent: inDevelopment(10),
  postbox: inDevelopment(11),
} as const;
export const PROD = {
  sendgrid: inProduction(1),
  ses: inProduction(2),
  mailjet: inProduction(3),
  inbox: inProduction(5),
  oneSignal: inProduction(8),
} as const;
export const GLOBEX_POSTMARK = `65b3${'1'.padStart(20, '0')}`;
/** Well formed, and of no integration. */
export const NOBODY = '65bfffffffffffffffffffff';

/** The same caller, reading past the cache. */
export const fresh = (caller: Headers): Headers => ({ ...caller, 'cache-control': 'no-cache' });

/** What the backend holds under an id. @throws Error where there never was such a record. */
export function stored(backend: Backend, id: string): Readonly<IntegrationRecord> {
  const record = backend.records().find(({ _id }) => _id === id);
  if (record === undefined) throw new Error(`No record ${id}`);
  return record;
}
