import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { ExplorerOptions } from './explore.ts';
import { POLICY, sendAsset } from './page.ts';

/** No inline code, and no text that becomes HTML or a script. */
const OWN_POLICY = ["style-src 'self'", 'img-src data:', "require-trusted-types-for 'script'"];

const FILES: ReadonlyMap<string, string> = new Map(
  ['index.html', 'page.css', 'page.js', 'dialogs.js', 'credentials.js', 'dom.js', 'api.js'].map((name) => [
    name === 'index.html' ? '/settings' : `/settings/${name}`,
    name,
  ]),
);
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

/**
 * Answers `/settings`, its files, and the callers that it offers: those of the demo backend only, because others are
 * placeholders.
 * @returns false where the path is none of them.
 */
export async function answerSettingsPage(
  { demoCallers, keepHeaders }: ExplorerOptions,
  path: string,
  response: ServerResponse,
  requestId: string,
): Promise<boolean> {
  const name = FILES.get(path);
  if (name === undefined && path !== '/settings/callers.json') return false;
  const text =
    name === undefined
      ? JSON.stringify(keepHeaders ? demoCallers : [])
      : await readFile(new URL(`settings-page/${name}`, import.meta.url));
  const type = TYPES[name?.split('.').at(-1) ?? ''] ?? 'application/json';
  const policy = [...POLICY, ...OWN_POLICY];
  sendAsset(response, requestId, { type, text, policy, headers: { 'referrer-policy': 'no-referrer' } });
  return true;
}
