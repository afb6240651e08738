import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionNode,
  visit,
} from 'graphql';

/** A file of `schema/operations`, named like its only operation. */
export interface OperationFile {
  readonly name: string;
  readonly text: string;
}

/** The source text of `schema/clients/embedded-types.generated.ts`: types that client caches cannot identify by an id. */
export function generateEmbeddedTypes(schema: GraphQLSchema): string {
  const roots: readonly unknown[] = [schema.getQueryType(), schema.getMutationType()];
  const names = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !isIntrospectionType(type) && !roots.includes(type) && !type.getFields().id)
    .map(({ name }) => `  '${name}',`);
  return [
    '// Generated from the schema by `npm run generate`.',
    '/** Object types without an id: they belong to the object around them. */',
    'export const EMBEDDED_TYPES: readonly string[] = [',
    ...names.sort(),
    '];',
    '',
  ].join('\n');
}

/**
 * The text of `schema/operations/manifest.json`, as `@apollo/generate-persisted-query-manifest` writes it: the documents as Apollo
 * Client sends them, each under its hash.
 */
export function generateManifest(operations: readonly OperationFile[]): string {
  const entries = operations.map(({ name, text }) => {
    const document = withTypeNames(parse(text));
    const body = print(document);
    const [definition] = document.definitions;
    const type = definition?.kind === Kind.OPERATION_DEFINITION ? definition.operation : null;
    return { id: createHash('sha256').update(body).digest('hex'), name, type, body };
  });
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations: entries };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Apollo Client adds `__typename` to the end of each selection set except the operation's own. */
function withTypeNames(document: DocumentNode): DocumentNode {
  const isMeta = (selection: SelectionNode) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__');
  return visit(document, {
    SelectionSet(node, _key, parent) {
      const isRoot = parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
      return isRoot || node.selections.some(isMeta)
        ? undefined
        : { ...node, selections: [...node.selections, TYPE_NAME] };
    },
  });
}

const TYPE_NAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** The operations that GraphiQL opens with. */
const SHOWN: readonly string[] = [
  'ListCredentials',
  'GetProvider',
  'CreateIntegrationWithCredentials',
  'SetPrimaryIntegration',
  'GetViewer',
];

/** The source text of `src/http/explore/operations.generated.ts`, because the package lacks the folder of operations. */
export function generateExamples(operations: readonly OperationFile[]): string {
  const shown = SHOWN.map((name) => {
    const file = operations.find((one) => one.name === name);
    if (!file) throw new Error(`There is no operation ${name}.`);
    return [name, file.text];
  });
  return [
    '// Generated from schema/operations by `npm run generate`.',
    `export const OPERATIONS = ${JSON.stringify(Object.fromEntries(shown), null, 2)} as const;`,
    '',
  ].join('\n');
}
