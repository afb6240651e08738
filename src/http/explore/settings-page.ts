import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { endInPieces } from '../answer/head.ts';
import type { Exploring } from './explore.ts';

/** Nothing from elsewhere, nothing inline, and no text that becomes HTML or a script. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const FILES: ReadonlyMap<string, string> = new Map(
  ['index.html', 'page.css', 'page.js', 'dialogs.js', 'credentials.js', 'dom.js', 'api.js'].map((name) => [
    name === 'index.html' ? '/settings' : `/settings/${name}`,
    name,
  ]),
);
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

/**
 * Answers `/settings`, the files that it is made of as they are, and the callers that it offers: those of the demo backend, as
 * others are placeholders.
 * @returns false where the path is none of them.
 */
export async function answerSettingsPage(
  { demoCallers, keepHeaders }: Exploring,
  path: string,
  response: ServerResponse,
  requestId: string,
): Promise<boolean> {
  const name = FILES.get(path);
  if (name === undefined && path !== '/settings/callers.json') return false;
  const text = name === undefined ? JSON.stringify(keepHeaders ? demoCallers : []) : await read(name);
  const type = TYPES[name?.split('.').at(-1) ?? ''] ?? 'application/json';
  response.setHeader('x-request-id', requestId);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'no-cache');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('content-type', `${type}; charset=utf-8`);
  endInPieces(response, text);
  return true;
}

function read(name: string): Promise<Buffer> {
  return readFile(new URL(`settings-page/${name}`, import.meta.url));
}
