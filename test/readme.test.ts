import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, ask, callers, startGateway, type TestGateway } from './helpers/gateway.ts';

const PROJECT = new URL('../', import.meta.url);

interface Example {
  readonly command: string;
  readonly answer: string;
}

/** The documents of the project, by their paths. */
const documents = new Map(
  ['.', 'src', 'schema', 'test']
    .flatMap((folder) => filesIn(folder, folder !== '.'))
    .filter((path) => path.endsWith('.md') && !/node_modules|\/results\/|\/output\//.test(path))
    .map((path) => [path, readFileSync(new URL(path, PROJECT), 'utf8')]),
);

function filesIn(folder: string, recursive: boolean): string[] {
  return readdirSync(new URL(`${folder}/`, PROJECT), { recursive, encoding: 'utf8' }).map((name) =>
    folder === '.' ? name : `${folder}/${name}`,
  );
}

/** Every curl of a document with the JSON that stands behind it. */
function examplesOf(text: string): Example[] {
  const pairs = text.matchAll(/```sh\n(curl [\s\S]*?)```\n\n```json\n([\s\S]*?)```/g);
  return [...pairs].map(([, command = '', answer = '']) => ({ command, answer }));
}

describe('queries', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.stop());

  test('the README has as many as it says', () => {
    expect(documents.get('README.md')).toContain('\n## Five queries\n');
    expect(examplesOf(documents.get('README.md') ?? '')).toHaveLength(5);
  });

  test('every curl stands before its answer', () => {
    for (const [path, text] of documents) {
      expect([path, examplesOf(text).length]).toEqual([path, text.split('```sh\ncurl ').length - 1]);
    }
  });

  test.each([...documents.values()].flatMap(examplesOf))('$command', async ({ command, answer }) => {
    const { data, errors } = await run(gateway, command);
    expect({ data, errors }).toEqual({ errors: undefined, ...JSON.parse(answer) });
  });
});

test('ten mutations of the README run in one operation, and each says what became of it', async () => {
  const [, document = ''] = /```graphql\n(mutation TenAtOnce[\s\S]*?)```/.exec(documents.get('README.md') ?? '') ?? [];
  const gateway = await startGateway();
  try {
    const { data, errors } = await ask(gateway.url, callers.session, document);
    expect(errors).toBeUndefined();
    expect(Object.keys(data)).toHaveLength(10);
    for (const payload of Object.values<{ integration: object | null }>(data))
      expect(payload.integration).not.toBeNull();
  } finally {
    await gateway.stop();
  }
});

function run(gateway: TestGateway, command: string): Promise<Answer> {
  const headers = [...command.matchAll(/-H '([\w-]+): ([^']*)'/g)].map(([, name = '', value = '']) => [name, value]);
  const [, body = ''] = /-d '([^']*)'/.exec(command) ?? [];
  const { query } = JSON.parse(body) as { query: string };
  return ask(gateway.url, Object.fromEntries(headers), query);
}

describe('links', () => {
  const links = [...documents].flatMap(([from, text]) =>
    [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(([, path = '', anchor]) => ({
      from,
      to: path === '' ? from : new URL(path, new URL(from, 'file:///')).pathname.slice(1),
      anchor,
    })),
  );

  test('lead to files that are there', () => {
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter(({ to }) => !existsSync(new URL(to, PROJECT)))).toEqual([]);
  });

  test('lead to headings that are there', () => {
    const withAnchor = links.filter(({ anchor }) => anchor !== undefined);
    expect(withAnchor.length).toBeGreaterThan(0);
    expect(withAnchor.filter(({ to, anchor = '' }) => !anchorsOf(documents.get(to) ?? '').includes(anchor))).toEqual(
      [],
    );
  });
});

/** The anchors that GitHub gives to headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

describe('names in the documents of the code', () => {
  /** What is not of this project: variables of OpenTelemetry, fields of Kubernetes, dependencies of dependencies, examples. */
  const FOREIGN = /^OTEL_|_FILE$|^(?:preStop|parentbased_|denque|private_id|minifyIntrospectionQuery)$/;
  const own = [...documents].filter(([path]) => !/^CHANGELOG|CONTRACT\.md$|^test\//.test(path));
  const sources = ['src', 'schema', 'test']
    .flatMap((folder) => filesIn(folder, true))
    .filter((path) => !/node_modules|\/results\/|\/output\//.test(path));
  const words = new Set(
    [...sources.filter((path) => /\.(ts|mjs|js|graphql|html|css|json|yaml)$/.test(path)), 'package.json']
      .filter((path) => !path.endsWith('package-lock.json'))
      .flatMap((path) => readFileSync(new URL(path, PROJECT), 'utf8').match(/[A-Za-z_]\w*/g) ?? []),
  );
  const quoted = own.flatMap(([path, text]) =>
    [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => [path, code] as const),
  );

  test('are names in the code', () => {
    const names = quoted.filter(([, code]) => /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?:\(\))?$/.test(code));
    expect(names.length).toBeGreaterThan(300);
    const unknown = names.filter(([, code]) => !FOREIGN.test(code) && !isPath(code));
    expect(unknown.filter(([, code]) => !(code.match(/\w+/g) ?? []).every((word) => words.has(word)))).toEqual([]);
  });

  test('of files are those of files', () => {
    const files = quoted.filter(([, code]) => isPath(code) && !code.includes('*'));
    expect(files.length).toBeGreaterThan(30);
    const isThere = (code: string) =>
      existsSync(new URL(code, PROJECT)) || sources.some((path) => path.endsWith(`/${code}`));
    // Made by a build.
    expect(files.filter(([, code]) => !isThere(code) && code !== 'sbom.cdx.json')).toEqual([]);
  });

  function isPath(code: string): boolean {
    return /^[\w./*-]+\.(?:ts|mjs|js|md|graphql|json|yml|html)$/.test(code);
  }
});
