import type { ServerResponse } from 'node:http';
import { headOf, sendAnswer } from '../answer/head.ts';

/** What the pages may load and do: nothing from elsewhere. Each says itself what it needs beside that. */
export const POLICY: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

/** A page or a part of one. */
export interface Part {
  readonly type: string;
  readonly text: Buffer | string;
  readonly policy?: readonly string[];
  /** Default: 200. */
  readonly status?: number;
  /** By name in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends it. Browsers ask for it again each time: it changes with the gateway. */
export function sendPart(
  response: ServerResponse,
  requestId: string,
  { type, text, policy, status = 200, headers }: Part,
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
