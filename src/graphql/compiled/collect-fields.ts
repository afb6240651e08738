import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  visit,
} from 'graphql';

/** What a document's selections are read with. */
export interface Selections {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Values of the variables that `@skip` and `@include` ask. */
  readonly switches: Readonly<Record<string, unknown>>;
}

/**
 * The fields that field nodes select together on an object type, by response key in the order of the answer, fragments
 * spread (GraphQL specification, CollectFields). Null where a directive is not understood.
 */
export function collectFields(
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  selections: Selections,
): ReadonlyMap<string, readonly FieldNode[]> | null {
  const fields = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  const plain = nodes.every(
    ({ selectionSet }) => selectionSet !== undefined && collectInto(fields, type, selectionSet, selections, seen),
  );
  return plain ? fields : null;
}

function collectInto(
  fields: Map<string, FieldNode[]>,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  selections: Selections,
  seen: Set<string>,
): boolean {
  return set.selections.every((selection) => {
    const included = isIncluded(selection, selections);
    if (included !== true) return included === false;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const same = fields.get(key);
      if (same) same.push(selection);
      else fields.set(key, [selection]);
      return true;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      if (seen.has(selection.name.value)) return true;
      seen.add(selection.name.value);
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? selections.fragments[selection.name.value] : selection;
    if (!fragment) return false;
    return (
      !applies(fragment.typeCondition?.name.value, type, selections.schema) ||
      collectInto(fields, type, fragment.selectionSet, selections, seen)
    );
  });
}

/** Null where a directive is not understood. */
function isIncluded({ directives = [] }: SelectionNode, { switches }: Selections): boolean | null {
  let included = true;
  for (const { name, arguments: args } of directives) {
    const condition = args?.[0]?.value;
    const value = condition?.kind === Kind.VARIABLE ? switches[condition.name.value] : booleanOf(condition);
    if (typeof value !== 'boolean' || (name.value !== 'include' && name.value !== 'skip')) return null;
    included &&= value === (name.value === 'include');
  }
  return included;
}

function booleanOf(node: ValueNode | undefined): boolean | undefined {
  return node?.kind === Kind.BOOLEAN ? node.value : undefined;
}

/** Names of the variables that `@skip` and `@include` may ask in an operation of a document: of type Boolean, all of them. */
export function switchesIn(document: DocumentNode, { variableDefinitions = [] }: OperationDefinitionNode): string[] {
  const asked = new Set<string>();
  visit(document, {
    Directive({ arguments: args }) {
      const condition = args?.[0]?.value;
      if (condition?.kind === Kind.VARIABLE) asked.add(condition.name.value);
      return false;
    },
  });
  // Other operations of the document may ask a variable of the same name and another type.
  const booleans = variableDefinitions.filter(({ type }) => {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    return named.kind === Kind.NAMED_TYPE && named.name.value === 'Boolean';
  });
  return booleans.map(({ variable }) => variable.name.value).filter((name) => asked.has(name));
}

function applies(condition: string | undefined, type: GraphQLObjectType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true;
  const named = schema.getType(condition);
  return isAbstractType(named) && schema.isSubType(named, type);
}
