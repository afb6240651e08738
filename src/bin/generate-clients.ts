import { type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql';

/** The source text of `schema/clients/embedded-types.generated.ts`: what client caches cannot find by an id. */
export function generateEmbeddedTypes(schema: GraphQLSchema): string {
  const roots: readonly unknown[] = [schema.getQueryType(), schema.getMutationType()];
  const names = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !isIntrospectionType(type) && !roots.includes(type) && !type.getFields().id)
    .map(({ name }) => `  '${name}',`);
  return [
    '// Generated from the schema by `npm run generate`.',
    '/** Object types without an id: they belong to the object around them. */',
    'export const EMBEDDED_TYPES: readonly string[] = [',
    ...names.sort(),
    '];',
    '',
  ].join('\n');
}
