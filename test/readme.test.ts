import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Answer, ask, startGateway, type TestGateway } from './helpers/gateway.ts';

/** Every curl of the README with the JSON that stands behind it. */
const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const EXAMPLE = /```sh\n(curl [\s\S]*?)```\n\n```json\n([\s\S]*?)```/g;
const examples = [...README.matchAll(EXAMPLE)].map(([, command = '', answer = '']) => ({ command, answer }));

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

test('the README has its queries', () => {
  expect(examples).toHaveLength(6);
});

test.each(examples)('$command', async ({ command, answer }) => {
  const { data, errors } = await run(command);
  expect({ data, errors }).toEqual({ errors: undefined, ...JSON.parse(answer) });
});

function run(command: string): Promise<Answer> {
  const headers = [...command.matchAll(/-H '([\w-]+): ([^']*)'/g)].map(([, name = '', value = '']) => [name, value]);
  const [, body = ''] = /-d '([^']*)'/.exec(command) ?? [];
  const { query } = JSON.parse(body) as { query: string };
  return ask(gateway.url, Object.fromEntries(headers), query);
}
