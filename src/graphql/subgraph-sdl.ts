import { type DefinitionNode, type GraphQLSchema, Kind, parse } from 'graphql';

/**
 * Makes `_service` answer the subgraph's SDL without the definitions that its `@link`s imply, and returns that SDL. The subgraph
 * library prints them, but older composers then find directives defined twice that they know in another form.
 */
export function shortenServiceSdl(subgraph: GraphQLSchema): string {
  const field = subgraph.getQueryType()?.getFields()._service;
  if (!field?.resolve) throw new Error('This is not a subgraph.');
  // It holds the text, and takes no arguments.
  const { sdl } = (field.resolve as unknown as () => { sdl: string })();
  const short = withoutImplied(sdl);
  field.resolve = () => ({ sdl: short });
  return short;
}

/** Cut out of the text, so that all else stays as it was printed. */
function withoutImplied(sdl: string): string {
  const { definitions } = parse(sdl);
  const imported = importsOf(definitions);
  const parts = definitions.flatMap((one) =>
    isImplied(one, imported) ? [] : [sdl.slice(startOf(one), one.loc?.end).trimStart()],
  );
  return `${parts.join('\n\n')}\n`;
}

/** Grafbase cannot parse the description of a schema. */
function startOf(definition: DefinitionNode): number | undefined {
  const { description } = definition.kind === Kind.SCHEMA_DEFINITION ? definition : {};
  return description ? description.loc?.end : definition.loc?.start;
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
