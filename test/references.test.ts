import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

/*
 * Comments, names of tests and other documents cite sections of three documents, such as "contract §3.7". Each citation leads to a
 * section that is there, and names its document.
 */

/** What a document is called in a citation, by its file. */
const DOCUMENTS: Readonly<Record<string, RegExp>> = {
  'src/upstream/CONTRACT.md': /\bcontract\b|\bCONTRACT\.md/i,
  'src/cache/PROTOCOL.md': /\bcache protocol\b|\bPROTOCOL\.md|\bcaching\.md/i,
  'schema/DESIGN.md': /\bschema design\b|\bDESIGN\.md|\bschema\.md/i,
};

/** Documents of others. Their sections are not looked up. */
const FOREIGN = /\bRFC \d+|\bGraphQL (?:over HTTP )?specification\b|\bFederation specification\b/i;

const PROJECT = new URL('../', import.meta.url);
const TOKEN = new RegExp(
  [...Object.values(DOCUMENTS), FOREIGN, /§(?<section>\d+(?:\.\d+)*)?/].map(({ source }) => source).join('|'),
  'gi',
);

interface Citation {
  /** The file and line that cites. */
  readonly at: string;
  /** `foreign` for documents of others; null where no document is named. */
  readonly document: string | null;
  readonly section: string;
}

/** The citations of a text. Each belongs to the document that the text names last before it. */
function citationsIn(text: string, at: string, given: string | null = null): Citation[] {
  let document = given;
  const citations: Citation[] = [];
  for (const { 0: token, groups } of text.matchAll(TOKEN)) {
    if (token.startsWith('§')) citations.push({ at, document, section: groups?.section ?? '' });
    else document = documentCalled(token);
  }
  return citations;
}

function documentCalled(name: string): string {
  return Object.keys(DOCUMENTS).find((file) => DOCUMENTS[file]?.test(name)) ?? 'foreign';
}

/** The comments and texts of a source file that cite; a test can leave the document to the `describe` around it. */
function citationsOf(file: string): Citation[] {
  const text = readFileSync(new URL(file, PROJECT), 'utf8');
  if (!text.includes('§')) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const at = (position: number) => `${file}:${source.getLineAndCharacterOfPosition(position).line + 1}`;
  const citations = commentsOf(source).flatMap(({ text, pos }) => citationsIn(text, at(pos)));
  const visit = (node: ts.Node, given: string | null): void => {
    const outer = describedDocument(node) ?? given;
    if (isText(node)) citations.push(...citationsIn(node.text, at(node.getStart(source)), given));
    ts.forEachChild(node, (child) => visit(child, outer));
  };
  visit(source, null);
  return citations;
}

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}

/** The document that a call of `describe` names. */
function describedDocument(node: ts.Node): string | null {
  if (!ts.isCallExpression(node) || !/^describe\b/.test(node.expression.getText())) return null;
  const [name] = node.arguments;
  return (name && ts.isStringLiteralLike(name) && citationsIn(name.text, '')[0]?.document) || null;
}

interface Comment {
  readonly pos: number;
  readonly text: string;
}

/** Comments. Lines of `//` that follow each other are one. */
function commentsOf(source: ts.SourceFile): Comment[] {
  const comments = new Map<number, Comment>();
  const take = (node: ts.Node): void => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(source.text, node.getEnd()) ?? []),
    ];
    const [first] = ranges;
    if (first)
      comments.set(first.pos, {
        pos: first.pos,
        text: ranges.map(({ pos, end }) => source.text.slice(pos, end)).join('\n'),
      });
    for (const child of node.getChildren(source)) take(child);
  };
  take(source);
  return [...comments.values()];
}

/** The numbers of a document's sections; the third number can be that of an item in a section's list. */
function sectionsOf(markdown: string): ReadonlySet<string> {
  const sections = new Set<string>();
  let section = '';
  for (const line of markdown.split('\n')) {
    const [, heading] = /^#{2,4} (\d+(?:\.\d+)*)\.?(?= )/.exec(line) ?? [];
    const [, item] = /^(\d+)\. /.exec(line) ?? [];
    if (heading !== undefined) section = heading;
    if (heading !== undefined) sections.add(heading);
    else if (item !== undefined) sections.add(`${section}.${item}`);
  }
  return sections;
}

function filesUnder(folder: string, extension: RegExp): string[] {
  return readdirSync(new URL(`${folder}/`, PROJECT), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => extension.test(name) && !/node_modules|\/bench\/|\/output\/|\/generated\//.test(name));
}

const sources = ['src', 'test', 'schema'].flatMap((folder) => filesUnder(folder, /\.(ts|mjs|js)$/));
/** Documents beside the three, by their paragraphs. */
const documents = [
  ...readdirSync(PROJECT).filter((name) => name.endsWith('.md')),
  ...['src', 'test', 'schema'].flatMap((folder) => filesUnder(folder, /\.md$/)),
].filter((file) => !(file in DOCUMENTS));
const citations = [
  ...sources.filter((file) => !file.endsWith('references.test.ts')).flatMap(citationsOf),
  ...documents.flatMap((file) =>
    readFileSync(new URL(file, PROJECT), 'utf8')
      .split(/\n(?=[|-] |\n)/)
      .flatMap((paragraph) => citationsIn(paragraph, file)),
  ),
];
const show = ({ at, section }: Citation) => `${at} §${section}`;

test('there are citations', () => {
  expect(citations.length).toBeGreaterThan(100);
});

test('every citation names its document, in the same comment or in the name of its test', () => {
  expect(citations.filter(({ document }) => document === null).map(show)).toEqual([]);
});

describe.each(Object.keys(DOCUMENTS))('%s', (file) => {
  const path = fileURLToPath(new URL(file, PROJECT));
  const markdown = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const sections = sectionsOf(markdown);

  test('has every section that is cited', () => {
    const cited = citations.filter(({ document }) => document === file);
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter(({ section }) => !sections.has(section)).map(show)).toEqual([]);
  });

  test('has every section that it refers to itself', () => {
    const own = citationsIn(markdown, file, file).filter(({ document }) => document === file);
    expect(own.filter(({ section }) => !sections.has(section)).map(show)).toEqual([]);
  });
});

describe('how citations are read', () => {
  test.each([
    [
      'see contract §3.7, §4.3 and cache protocol §2',
      ['src/upstream/CONTRACT.md 3.7', 'src/upstream/CONTRACT.md 4.3', 'src/cache/PROTOCOL.md 2'],
    ],
    [
      'CONTRACT.md §1; PROTOCOL.md §2; DESIGN.md §3',
      ['src/upstream/CONTRACT.md 1', 'src/cache/PROTOCOL.md 2', 'schema/DESIGN.md 3'],
    ],
    ['RFC 9110 §5.6, then §7', ['foreign 5.6', 'foreign 7']],
    ['§5 alone', ['null 5']],
    ['contract § x', ['src/upstream/CONTRACT.md ']],
    ['UPSTREAM_CONTRACT and contracts §1', ['null 1']],
  ])('%s', (text, expected) => {
    expect(citationsIn(text, '').map(({ document, section }) => `${document} ${section}`)).toEqual(expected);
  });

  test('sections are headings with a number, and items of their lists', () => {
    const markdown = '# Title\n## 1. One\n### 1.2 Two\n1. item\n2. item\n## Other\ntext 3. no\n## 10. Ten';
    expect([...sectionsOf(markdown)]).toEqual(['1', '1.2', '1.2.1', '1.2.2', '10']);
  });
});
