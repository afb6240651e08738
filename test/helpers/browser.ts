import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { ensureProgram } from './programs.ts';
import { stopAtEnd } from './stop-at-end.ts';

/** Quiet, and without a network of its own: nothing is fetched that a page does not ask for. */
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface OpenPage {
  readonly page: Page;
  /** What the page complained of so far: errors of scripts, refused sources, failed requests. */
  readonly complaints: readonly string[];
  /** URLs that the page asked for so far. */
  readonly requests: readonly string[];
}

export interface TestBrowser {
  open(url: string): Promise<OpenPage>;
  close(): Promise<void>;
}

/** A real Chromium with a profile of its own. It closes with the test file at the latest. */
export async function startBrowser(): Promise<TestBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'gateway-browser-'));
  stopAtEnd({ stop: async () => rmSync(profile, { recursive: true, force: true }) });
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: ensureProgram('chromium', 'chromium'),
    args: ARGUMENTS,
    viewport: { width: 1440, height: 900 },
  });
  const { stop } = stopAtEnd({ stop: () => context.close() });
  // A bound for what hangs, as that of Jest.
  context.setDefaultTimeout(120_000);
  return {
    async open(url) {
      const page = await context.newPage();
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText}`));
      await page.goto(url);
      return { page, complaints, requests };
    },
    async close() {
      await stop();
    },
  };
}

/** Presses as a hand does: the pointer comes over the page to the middle of what is there now, goes down, and up. */
export async function clickWithMouse(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to click.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
  await page.mouse.down();
  await page.mouse.up();
}

/** Keeps a picture of a page for people, under `test/output`. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: fileURLToPath(new URL(`../output/${name}.png`, import.meta.url)) });
}
