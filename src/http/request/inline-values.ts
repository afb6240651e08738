import {
  type ASTVisitor,
  BREAK,
  type DocumentNode,
  type FloatValueNode,
  type GraphQLSchema,
  getNamedType,
  type IntValueNode,
  isInputObjectType,
  Kind,
  OperationTypeNode,
  type StringValueNode,
  TokenKind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type InputMarks, inputMarksOf, marksOf } from '../../graphql/field-marks.ts';

/**
 * Does a document with a mutation have texts or numbers written into it that may be a credential, also in a comment? It is kept nowhere
 * then, nor is its text, whichever of its operations runs. Clients that send such values as variables are not concerned. None are: page
 * sizes, and the values of inputs that are marked so (`NovuId`, `NotSecret`), as long as they look like it: what a client writes there by
 * mistake may be one. The document need not be valid.
 */
export function hasInlineValues(schema: GraphQLSchema, document: DocumentNode): boolean {
  if (!document.definitions.some(isMutation)) return false;
  if (hasComment(document)) return true;
  const types = new TypeInfo(schema);
  /** Of the arguments and input fields around a value: which texts are no secret there? */
  const known: InputMarks['notSecret'][] = [];
  let isDefault = false;
  let found = false;
  const leave = () => void known.pop();
  const note = ({ value }: StringValueNode | IntValueNode | FloatValueNode) => {
    // What an input says of its value holds for its value alone: what is below a JSON object may be anything. The default of a
    // variable may stand anywhere.
    if (!isDefault && known.at(-1)?.(value)) return undefined;
    found = true;
    return BREAK;
  };
  const visitor: ASTVisitor = {
    VariableDefinition: {
      enter: () => {
        isDefault = true;
      },
      leave: () => {
        isDefault = false;
      },
    },
    Argument: { enter: ({ name }) => void known.push(ofArgument(types, name.value)), leave },
    ObjectField: { enter: ({ name }) => void known.push(ofInput(types, name.value)), leave },
    StringValue: note,
    IntValue: note,
    FloatValue: note,
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return found;
}

function isMutation({ kind, operation }: { readonly kind: Kind; readonly operation?: OperationTypeNode }): boolean {
  return kind === Kind.OPERATION_DEFINITION && operation === OperationTypeNode.MUTATION;
}

/** Such as a line that was switched off, with its values. Comments are no nodes, but they are a part of the text, which nodes keep. */
function hasComment({ loc }: DocumentNode): boolean {
  for (let token = loc?.startToken ?? null; token !== null; token = token.next) {
    if (token.kind === TokenKind.COMMENT) return true;
  }
  return false;
}

/** type-graphql leaves out the marks of arguments; these are named in a mark of their field. */
function ofArgument(types: TypeInfo, argument: string): InputMarks['notSecret'] {
  const field = types.getFieldDef();
  const { listSize } = field ? marksOf(field) : {};
  const isPage =
    listSize !== undefined && 'slicingArguments' in listSize && listSize.slicingArguments.includes(argument);
  return isPage ? isPageSize : undefined;
}

function isPageSize(text: string): boolean {
  return /^\d{1,3}$/.test(text);
}

function ofInput(types: TypeInfo, name: string): InputMarks['notSecret'] {
  const input = getNamedType(types.getParentInputType());
  const field = isInputObjectType(input) ? input.getFields()[name] : undefined;
  return field && inputMarksOf(field).notSecret;
}
