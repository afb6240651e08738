import {
  type ASTNode,
  type DefinitionNode,
  type GraphQLSchema,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from 'graphql';

/**
 * Makes `_service` answer the subgraph's SDL without the definitions that its `@link`s imply, and without `Node`; returns that SDL.
 * The subgraph library prints them, but older composers then find directives defined twice that they know in another form. `Node`
 * and `Query.node` of a supergraph are its own, and of other subgraphs.
 */
export function shortenServiceSdl(subgraph: GraphQLSchema): string {
  const field = subgraph.getQueryType()?.getFields()._service;
  if (!field?.resolve) throw new Error('This is not a subgraph.');
  // It holds the text, and takes no arguments.
  const { sdl } = (field.resolve as unknown as () => { sdl: string })();
  const short = shortened(sdl);
  field.resolve = () => ({ sdl: short });
  return short;
}

/** Cut out of the text, so that all else stays as it was printed. */
function shortened(sdl: string): string {
  const { definitions } = parse(sdl);
  const imported = importsOf(definitions);
  const parts = definitions
    .filter((one) => !isImplied(one, imported) && !isNode(one))
    .map((one) =>
      withoutRanges(sdl, startOf(one), endOf(one), one.kind === Kind.OBJECT_TYPE_DEFINITION ? nodeIn(one) : []),
    );
  return `${parts.map((part) => part.trimStart()).join('\n\n')}\n`;
}

type Range = readonly [start: number, end: number];

function withoutRanges(sdl: string, start: number, end: number, ranges: readonly Range[]): string {
  const kept = [start, ...ranges.flat(), end];
  return kept.map((from, index) => (index % 2 === 0 ? sdl.slice(from, kept[index + 1]) : '')).join('');
}

function isNode(definition: DefinitionNode): boolean {
  return definition.kind === Kind.INTERFACE_TYPE_DEFINITION && definition.name.value === 'Node';
}

/** Where a type says that it is a Node, and where it has a field that is one, in their order. */
function nodeIn({ name, interfaces = [], fields = [] }: ObjectTypeDefinitionNode): Range[] {
  const [first, ...others] = interfaces;
  const implemented: Range[] = first?.name.value === 'Node' && others.length === 0 ? [[endOf(name), endOf(first)]] : [];
  const found = fields.flatMap((field, index): Range[] => {
    const isFound = field.type.kind === Kind.NAMED_TYPE && field.type.name.value === 'Node';
    return isFound ? [[endOf(fields[index - 1] ?? name), endOf(field)]] : [];
  });
  return [...implemented, ...found];
}

/** Grafbase cannot parse the description of a schema. */
function startOf(definition: DefinitionNode): number {
  const { description } = definition.kind === Kind.SCHEMA_DEFINITION ? definition : {};
  return description ? endOf(description) : (definition.loc?.start ?? 0);
}

/** Parsed with locations. */
function endOf({ loc }: ASTNode): number {
  return loc?.end ?? 0;
}

/** Names that a `@link` imports, as they are written there: directives with their `@`. */
function importsOf(definitions: readonly DefinitionNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    const args = definition.directives?.flatMap((directive) => directive.arguments ?? []) ?? [];
    for (const { name, value } of args) {
      if (name.value !== 'import' || value.kind !== Kind.LIST) continue;
      for (const one of value.values) if (one.kind === Kind.STRING) names.add(one.value);
    }
  }
  return names;
}

/** `federation__external` is what is not imported; `@link` itself needs no import. */
function isImplied(definition: DefinitionNode, imported: ReadonlySet<string>): boolean {
  const name = 'name' in definition ? definition.name?.value : undefined;
  if (name === undefined) return false;
  if (/^(?:federation|link)__/.test(name)) return true;
  return definition.kind === Kind.DIRECTIVE_DEFINITION
    ? name === 'link' || imported.has(`@${name}`)
    : imported.has(name);
}
