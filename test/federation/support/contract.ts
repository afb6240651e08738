import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type NamedTypeNode,
  parse,
  type TypeNode,
  visit,
} from 'graphql';

/**
 * The SDL of a contract variant that excludes a tag, as Apollo's contracts filter: whatever carries the tag goes, then each
 * type that has nothing left, then whatever refers to such a type.
 * @returns the variant, and the names of the types that went because they had become empty.
 */
export function excludeTag(sdl: string, tag: string): { variant: DocumentNode; emptied: string[] } {
  let variant = withoutTagged(parse(sdl), tag);
  const emptied: string[] = [];
  for (let empty = emptyTypes(variant); empty.length > 0; empty = emptyTypes(variant)) {
    emptied.push(...empty);
    variant = withoutTypes(variant, new Set(empty));
  }
  return { variant, emptied };
}

function withoutTagged(document: DocumentNode, tag: string): DocumentNode {
  return visit(document, {
    enter: (node) =>
      'directives' in node && node.directives?.some((one) => isTag(one as ConstDirectiveNode, tag)) ? null : undefined,
  });
}

function isTag({ name, arguments: args }: ConstDirectiveNode, tag: string): boolean {
  const value = args?.find((argument) => argument.name.value === 'name')?.value;
  return name.value === 'tag' && value?.kind === Kind.STRING && value.value === tag;
}

function emptyTypes({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((definition) => (isEmpty(definition) ? [definition.name.value] : []));
}

function isEmpty(definition: DefinitionNode): definition is DefinitionNode & { name: { value: string } } {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return !definition.fields?.length;
    case Kind.UNION_TYPE_DEFINITION:
      return !definition.types?.length;
    case Kind.ENUM_TYPE_DEFINITION:
      return !definition.values?.length;
    default:
      return false;
  }
}

function withoutTypes(document: DocumentNode, names: ReadonlySet<string>): DocumentNode {
  const gone = ({ name }: NamedTypeNode) => names.has(name.value);
  return visit(document, {
    enter(node) {
      if (node.kind === Kind.UNION_TYPE_DEFINITION) return { ...node, types: node.types?.filter((one) => !gone(one)) };
      if ('name' in node && node.name && 'fields' in node && names.has(node.name.value)) return null;
      if (node.kind === Kind.FIELD_DEFINITION || node.kind === Kind.INPUT_VALUE_DEFINITION) {
        return names.has(namedType(node.type)) ? null : undefined;
      }
      return undefined;
    },
  });
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
