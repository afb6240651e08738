import type { ServerResponse } from 'node:http';
import { headOf } from '../answer/head.ts';
import { sendAnswer } from '../answer/send.ts';

/** What all pages may load: nothing from other origins. Each page adds what else it needs. */
export const POLICY: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

/** A page or one of its assets. */
export interface Asset {
  readonly type: string;
  readonly text: Buffer | string;
  readonly policy?: readonly string[];
  /** Default: 200. */
  readonly status?: number;
  /** By name in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends it. Browsers revalidate it each time, because it changes with the gateway. */
export function sendAsset(
  response: ServerResponse,
  requestId: string,
  { type, text, policy, status = 200, headers }: Asset,
): void {
  const head = headOf({
    requestId,
    contentType: `${type}; charset=utf-8`,
    status,
    cacheable: 'PAGE',
    headers: { ...headers, ...(policy && { 'content-security-policy': policy.join('; ') }) },
  });
  sendAnswer(response, head, text);
}
