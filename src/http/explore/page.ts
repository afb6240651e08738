import type { ServerResponse } from 'node:http';
import { endInPieces } from '../answer/send.ts';

/** What all pages may load: nothing from other origins. Each page adds what else it needs. */
export const POLICY: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

/** Sends a page or one of its assets. Browsers revalidate it each time, because it changes with the gateway. */
export function sendAsset(
  response: ServerResponse,
  requestId: string,
  type: string,
  text: Buffer | string,
  policy?: readonly string[],
): void {
  response.setHeader('x-request-id', requestId);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'no-cache');
  response.setHeader('content-type', `${type}; charset=utf-8`);
  if (policy) response.setHeader('content-security-policy', policy.join('; '));
  endInPieces(response, text);
}
