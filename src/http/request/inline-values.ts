import { type ASTNode, BREAK, type DocumentNode, Kind, OperationTypeNode, visit } from 'graphql';

/** Inputs whose values are never credentials: Novu's ids and provider ids. */
const PUBLIC = new Set(['id', 'ids', 'environmentId', 'providerId', 'successorId', 'first', 'last']);
/** Inputs that may contain them. Below any other input, a value may be anything. */
const AROUND = new Set(['input', 'by']);

/**
 * Does a document with a mutation contain string or number literals that may be credentials? Then neither the document
 * nor its text is kept. Values sent as variables do not count.
 */
export function hasInlineValues(document: DocumentNode): boolean {
  const isMutation = ({ kind, operation }: { readonly kind: Kind; readonly operation?: OperationTypeNode }) =>
    kind === Kind.OPERATION_DEFINITION && operation === OperationTypeNode.MUTATION;
  if (!document.definitions.some(isMutation)) return false;
  let found = false;
  const note = (_node: ASTNode, _key: unknown, parent: unknown, _path: unknown, ancestors: readonly unknown[]) => {
    if (isPublic([...ancestors, parent])) return undefined;
    found = true;
    return BREAK;
  };
  visit(document, { StringValue: note, IntValue: note, FloatValue: note });
  return found;
}

/** Is a value below these nodes public? */
function isPublic(nodes: readonly unknown[]): boolean {
  const inputs = nodes.flatMap((one) => {
    const { kind, name } = one as { readonly kind?: Kind; readonly name?: { readonly value: string } };
    const isInput = kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD;
    return isInput && name ? [name.value] : [];
  });
  const innermost = inputs.pop();
  return innermost !== undefined && PUBLIC.has(innermost) && inputs.every((name) => AROUND.has(name));
}
