import {
  type ASTNode,
  BREAK,
  type DocumentNode,
  type FloatValueNode,
  type IntValueNode,
  Kind,
  OperationTypeNode,
  type StringValueNode,
  TokenKind,
  visit,
} from 'graphql';
import { findProvider } from '../../catalog/catalog.ts';
import { isObjectId } from '../../model/ids.ts';

type WrittenValue = StringValueNode | IntValueNode | FloatValueNode;

const isPageSize = (text: string) => /^\d{1,3}$/.test(text);
/** Inputs whose values are never credentials, and what they look like: what a client writes there by mistake may be one. */
const PUBLIC: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['id', isObjectId],
  ['environmentId', isObjectId],
  ['successorId', isObjectId],
  ['providerId', (text) => findProvider(text) !== undefined],
  ['first', isPageSize],
  ['last', isPageSize],
]);
/** Where they stand: what is below any other input may be anything. */
const AROUND = new Set(['input', 'by']);

/**
 * Does a document with a mutation have texts or numbers written into it that may be a credential, also in a comment? It is kept nowhere
 * then, nor is its text, whichever of its operations runs. Clients that send such values as variables are not concerned.
 */
export function hasWrittenValues(document: DocumentNode): boolean {
  const isMutation = ({ kind, operation }: { readonly kind: Kind; readonly operation?: OperationTypeNode }) =>
    kind === Kind.OPERATION_DEFINITION && operation === OperationTypeNode.MUTATION;
  if (!document.definitions.some(isMutation)) return false;
  if (hasComment(document)) return true;
  let found = false;
  const note = (
    { value }: WrittenValue,
    _key: unknown,
    parent: unknown,
    _path: unknown,
    ancestors: readonly unknown[],
  ) => {
    if (isPublic(value, [...ancestors, parent])) return undefined;
    found = true;
    return BREAK;
  };
  visit(document, { StringValue: note, IntValue: note, FloatValue: note });
  return found;
}

/** Such as a line that was switched off, with its values. Comments are no nodes, but they are a part of the text, which nodes keep. */
function hasComment({ loc }: DocumentNode): boolean {
  for (let token = loc?.startToken ?? null; token !== null; token = token.next) {
    if (token.kind === TokenKind.COMMENT) return true;
  }
  return false;
}

/** Is a value below these nodes public? */
function isPublic(value: string, nodes: readonly unknown[]): boolean {
  const inputs: string[] = [];
  for (const { kind, name } of nodes as readonly Partial<NamedNode>[]) {
    // The value of a variable may stand anywhere.
    if (kind === Kind.VARIABLE_DEFINITION) return false;
    if ((kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD) && name) inputs.push(name.value);
  }
  const innermost = inputs.pop();
  const isWellFormed = innermost !== undefined && PUBLIC.get(innermost)?.(value) === true;
  return isWellFormed && inputs.every((name) => AROUND.has(name));
}

type NamedNode = Pick<ASTNode, 'kind'> & { readonly name: { readonly value: string } };
