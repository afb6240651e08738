import {
  type ASTVisitor,
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { inputMarksOf, marksOf } from '../../graphql/field-marks.ts';

/**
 * Does a document with a mutation have texts or numbers written into it that may be a credential? It is kept nowhere then, nor is its
 * text. Clients that send such values as variables are not concerned. None are: page sizes, and the values of inputs that are marked so
 * (`NovuId`, `NotSecret`). The document need not be valid.
 */
export function hasWrittenValues(schema: GraphQLSchema, document: DocumentNode): boolean {
  if (!document.definitions.some(isMutation)) return false;
  const types = new TypeInfo(schema);
  /** Of the arguments and input fields around a value: is it known to be no secret? */
  const known: boolean[] = [];
  let found = false;
  const leave = () => void known.pop();
  const note = () => {
    // What an input says of its value holds for its value alone: what is below a JSON object may be anything.
    if (known.at(-1)) return undefined;
    found = true;
    return BREAK;
  };
  const visitor: ASTVisitor = {
    Argument: { enter: ({ name }) => void known.push(isPageSize(types, name.value)), leave },
    ObjectField: { enter: ({ name }) => void known.push(isNotSecret(types, name.value)), leave },
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

/** type-graphql leaves out the marks of arguments; these are named in a mark of their field. */
function isPageSize(types: TypeInfo, argument: string): boolean {
  const field = types.getFieldDef();
  const { listSize } = field ? marksOf(field) : {};
  return listSize !== undefined && 'slicingArguments' in listSize && listSize.slicingArguments.includes(argument);
}

function isNotSecret(types: TypeInfo, name: string): boolean {
  const input = getNamedType(types.getParentInputType());
  const field = isInputObjectType(input) ? input.getFields()[name] : undefined;
  return field !== undefined && inputMarksOf(field).notSecret === true;
}
