import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getIntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** How many items each list of introspection has in a schema: the most for one of many, so that the sum is an upper bound. */
type Sizes = Readonly<Record<string, number>>;

const known = new WeakMap<GraphQLSchema, Sizes>();

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

/** What the usual introspection of tools asks for, with everything that it can ask. */
export const FULL_INTROSPECTION = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

function sizesOf(schema: GraphQLSchema): Sizes {
  let sizes = known.get(schema);
  if (!sizes) {
    sizes = measure(schema);
    known.set(schema, sizes);
  }
  return sizes;
}

/** Averages, rounded up: below `types`, the sum over all types is what counts. */
function measure(schema: GraphQLSchema): Sizes {
  const types = Object.values(schema.getTypeMap());
  const members = types.map((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
  );
  const fields = members.flat();
  const inputs = types.map((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0));
  const values = types.map((type) => (isEnumType(type) ? type.getValues().length : 0));
  const average = (all: readonly number[], count = types.length) =>
    Math.ceil(all.reduce((sum, one) => sum + one, 0) / Math.max(1, count));
  return {
    // Of one type that the client picks: it has more fields than the average.
    [`${schema.getQueryType()?.name}.__type`]: 5,
    '__Schema.types': types.length,
    '__Schema.directives': schema.getDirectives().length,
    '__Type.fields': average(members.map(({ length }) => length)),
    '__Type.inputFields': average(inputs),
    '__Type.enumValues': average(values),
    '__Type.interfaces': 1,
    '__Type.possibleTypes': 2,
    '__Field.args': average(
      fields.map(({ args }) => args.length),
      fields.length,
    ),
    '__Directive.args': 3,
    '__Directive.locations': 5,
  };
}
