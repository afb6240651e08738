import { UpstreamRefusedError } from '../model/errors.ts';
import type { UpstreamRequest } from './client.ts';

/** Path templates of the REST API (contract §1.1, §1.2). */
export const ROUTES = {
  integrations: '/v1/integrations',
  integration: '/v1/integrations/{id}',
  setPrimary: '/v1/integrations/{id}/set-primary',
  autoConfigure: '/v1/integrations/{id}/auto-configure',
  configureWebhook: '/v1/integrations/{id}/webhook/configure',
  channelLimit: '/v1/integrations/{id}/limit',
  inAppStatus: '/v1/integrations/in-app/status',
  webhookStatus: '/v1/integrations/webhook/provider/{id}/status',
  me: '/v1/environments/me',
  environments: '/v1/environments',
} as const;

/** A write without its caller. */
export type Write = Omit<UpstreamRequest, 'call' | 'startedAt' | 'mayRetry'>;

/** @throws UpstreamRefusedError if the id cannot be part of a path, so that no integration can have it. */
export function toWrite(method: UpstreamRequest['method'], route: string, id: string): Write {
  const path = toPath(route, id);
  if (path === null) throw new UpstreamRefusedError({ kind: 'NOT_FOUND' });
  return { method, route, path };
}

/** Largest body that Novu accepts, in bytes. A larger one ends in a 413 or 500 (contract §6, §10). */
const MAX_BODY_BYTES = 100 * 1024;

/** @throws UpstreamRefusedError that names the largest member of a body that is too large. */
export function refuseTooLarge(body: object): void {
  if (bytesOf(body) <= MAX_BODY_BYTES) return;
  const [largest] = Object.entries(body).sort(([, one], [, other]) => bytesOf(other) - bytesOf(one));
  throw new UpstreamRefusedError({ kind: 'TOO_LARGE', field: largest?.[0].replace(/^_/, '') ?? null });
}

/** Size as JSON; 0 if it cannot be serialized, which is refused later, before sending. */
function bytesOf(value: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(value) ?? '');
  } catch {
    return 0;
  }
}

/** The route with the id as one path segment; null for an id that cannot be one, or would lead to another route. */
export function toPath(route: string, id: string): string | null {
  if (id === '' || id === '.' || id === '..') return null;
  try {
    return route.replace('{id}', () => encodeURIComponent(id));
  } catch {
    return null; // a lone surrogate
  }
}
