import { BREAK, type DocumentNode, Kind, OperationTypeNode, visit } from 'graphql';

/**
 * Does a document with a mutation have texts or numbers written into it? Any of them may be a credential, which is kept nowhere: neither
 * such a document nor its text is kept. Clients that send values as variables are not concerned.
 */
export function hasWrittenValues(document: DocumentNode): boolean {
  const isMutation = ({ kind, operation }: { readonly kind: Kind; readonly operation?: OperationTypeNode }) =>
    kind === Kind.OPERATION_DEFINITION && operation === OperationTypeNode.MUTATION;
  if (!document.definitions.some(isMutation)) return false;
  let found = false;
  const note = () => {
    found = true;
    return BREAK;
  };
  visit(document, { StringValue: note, IntValue: note, FloatValue: note });
  return found;
}
