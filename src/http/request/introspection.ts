import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getIntrospectionQuery,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isWrappingType,
} from 'graphql';
import { memoize } from '../../model/memoize.ts';

/** How many items each field of introspection has in a schema, on average. */
type Sizes = Readonly<Record<string, number>>;

/** Factor for a type that is asked for by name: many of them need a long document, which must be validated too. */
const BY_NAME = 3;

/** Null for a field that is not introspection of the schema; 1 for one that is no list. */
export function introspectionSize(
  schema: GraphQLSchema,
  parent: GraphQLNamedType | undefined,
  name: string,
): number | null {
  const isEntry = (name === '__schema' || name === '__type') && parent === schema.getQueryType();
  if (!isEntry && !parent?.name.startsWith('__')) return null;
  return sizesOf(schema)[`${parent?.name}.${name}`] ?? 1;
}

/** The introspection query of tools, with all options. */
export const FULL_INTROSPECTION = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

/** Averages, because below `types` the sum over all types counts. */
const sizesOf = memoize((schema: GraphQLSchema): Sizes => {
  const types = Object.values(schema.getTypeMap());
  const objects = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const members = objects.map((type) => Object.values(type.getFields()));
  const fields = members.flat();
  const inputs = types.map((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0));
  const values = types.map((type) => (isEnumType(type) ? type.getValues().length : 0));
  const interfaces = objects.map((type) => type.getInterfaces().length);
  const possible = types.map((type) => (isAbstractType(type) ? schema.getPossibleTypes(type).length : 0));
  const fieldsPerType = fields.length / types.length;
  return {
    // The client picks one type. Its fields are counted as the average, so this factor makes up for the largest type.
    [`${schema.getQueryType()?.name}.__type`]:
      (BY_NAME * Math.max(...members.map(({ length }) => length))) / fieldsPerType,
    '__Schema.types': types.length,
    '__Schema.directives': schema.getDirectives().length,
    '__Type.fields': fieldsPerType,
    '__Type.inputFields': sum(inputs) / types.length,
    '__Type.enumValues': sum(values) / types.length,
    '__Type.interfaces': sum(interfaces) / types.length,
    '__Type.possibleTypes': sum(possible) / types.length,
    '__Type.ofType': sum(fields.map(({ type }) => (isWrappingType(type) ? 1 : 0))) / fields.length,
    '__Field.args': sum(fields.map(({ args }) => args.length)) / fields.length,
    '__Directive.args': 3,
    '__Directive.locations': 5,
  };
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
