import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  isLeafType,
  Kind,
  type NamedTypeNode,
  print,
  type TypeNode,
  visit,
} from 'graphql';
import { entitiesField } from './entities.ts';
import type { FieldMarks } from './field-marks.ts';

/**
 * The API with the machinery of a subgraph beside it: `_service` and `_entities` (Apollo's federation subgraph specification).
 * @param sdl what `_service` answers.
 */
export function asSubgraph(api: GraphQLSchema, sdl: () => string): GraphQLSchema {
  const query = api.getQueryType();
  if (!query) throw new Error('The API has no queries.');
  const { fields, ...own } = query.toConfig();
  const service = new GraphQLObjectType({ name: '_Service', fields: { sdl: { type: GraphQLString } } });
  const extended = new GraphQLObjectType({
    ...own,
    fields: {
      ...fields,
      _entities: entitiesField(api),
      _service: {
        type: new GraphQLNonNull(service),
        extensions: { public: true } satisfies FieldMarks,
        resolve: () => ({ sdl: sdl() }),
      },
    },
  });
  const { types, ...config } = api.toConfig();
  return new GraphQLSchema({
    ...config,
    query: extended,
    types: types.map((type) => (type === query ? extended : type)),
  });
}

/**
 * The SDL that composition reads, and `_service` answers. It leaves out what every composer adds by itself: the machinery, and the
 * definitions that the `@link` implies, which older composers then find defined twice, in another form. It leaves out `Node`, too.
 */
export function subgraphSdl(api: GraphQLSchema): string {
  const document = withCosts(withoutNode(getDocumentNodeFromSchema(api)), api);
  // Grafbase cannot parse the description of a schema, and the root types have their usual names.
  const definitions = document.definitions.filter(({ kind }) => kind !== Kind.SCHEMA_DEFINITION);
  return `${FEDERATION}\n${print({ ...document, definitions })}\n`;
}

/** `@oneOf` is printed with its definition: composition refuses a directive that it cannot find. */
const FEDERATION = `\
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost", "@key", "@listSize", "@shareable", "@tag"])

directive @oneOf on INPUT_OBJECT
`;

/** `Node` and `Query.node` of a supergraph are its own, and of other subgraphs. */
function withoutNode(document: DocumentNode): DocumentNode {
  const isNode = ({ name }: NamedTypeNode | InterfaceTypeDefinitionNode) => name.value === 'Node';
  return visit(document, {
    InterfaceTypeDefinition: (node) => (isNode(node) ? null : undefined),
    ObjectTypeDefinition: ({ interfaces = [], ...node }) => ({
      ...node,
      interfaces: interfaces.filter((one) => !isNode(one)),
    }),
    FieldDefinition: ({ type }) => (type.kind === Kind.NAMED_TYPE && isNode(type) ? null : undefined),
  });
}

/**
 * By default routers count scalars as free, and the gateway counts every field as 1: here that is said to them, of fields of
 * leaf types and of inputs that are lists of them.
 */
function withCosts(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const isLeaf = (type: TypeNode): boolean =>
    type.kind === Kind.NAMED_TYPE ? isLeafType(schema.getType(type.name.value)) : isLeaf(type.type);
  const isList = (type: TypeNode): boolean =>
    type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
  const costing = <T extends FieldDefinitionNode | InputValueDefinitionNode>(node: T): T | undefined =>
    node.directives?.some(({ name }) => name.value === 'cost')
      ? undefined
      : { ...node, directives: [...(node.directives ?? []), COST_OF_ONE] };
  return visit(document, {
    InterfaceTypeDefinition: () => false,
    FieldDefinition: { leave: (node) => (isLeaf(node.type) ? costing(node) : undefined) },
    InputValueDefinition: (node) => (isLeaf(node.type) && isList(node.type) ? costing(node) : undefined),
  });
}

const COST_OF_ONE: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'cost' },
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'weight' },
      value: { kind: Kind.INT, value: '1' },
    },
  ],
};
