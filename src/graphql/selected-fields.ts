import type { FieldNode, FragmentDefinitionNode, GraphQLObjectType, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/**
 * The fields that field nodes select together on an object type, by response key in the order of the answer, fragments
 * spread (GraphQL specification, CollectFields). Null where a directive or a type condition decides at run time.
 */
export function collectFields(
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  fragments: Fragments,
): ReadonlyMap<string, readonly FieldNode[]> | null {
  const fields = new Map<string, FieldNode[]>();
  const sets = nodes.map(({ selectionSet }) => selectionSet);
  const plain = sets.every((set) => set !== undefined && collectInto(fields, type, set, fragments, new Set()));
  return plain ? fields : null;
}

function collectInto(
  fields: Map<string, FieldNode[]>,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  fragments: Fragments,
  seen: Set<string>,
): boolean {
  return set.selections.every((selection) => {
    if (selection.directives && selection.directives.length > 0) return false;
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
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
    const condition = fragment?.typeCondition?.name.value ?? type.name;
    return (
      fragment !== undefined &&
      condition === type.name &&
      collectInto(fields, type, fragment.selectionSet, fragments, seen)
    );
  });
}
