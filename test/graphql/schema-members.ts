import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';

/** One field, argument or input field, wherever it is. */
/** A field, an argument or a field of an input. */
export interface Member {
  readonly place: string;
  readonly name: string;
  readonly description: string | null | undefined;
  readonly type: GraphQLType;
  readonly isInput: boolean;
}

/** The types that the gateway declares. */
export function typesOf(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isScalarType(type));
}

export function namesOf(types: readonly { readonly name: string }[]): string[] {
  return types.map(({ name }) => name);
}

/** Every member of every type. */
export function membersOf(schema: GraphQLSchema): Member[] {
  return typesOf(schema).flatMap((type): Member[] => {
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
    const isInput = isInputObjectType(type);
    return Object.values(type.getFields()).flatMap((field): Member[] => {
      const place = `${type.name}.${field.name}`;
      const args: readonly GraphQLArgument[] = 'args' in field ? field.args : [];
      return [
        { place, name: field.name, description: field.description, type: field.type, isInput },
        ...args.map(({ name, description, type }) => ({
          place: `${place}(${name})`,
          name,
          description,
          type,
          isInput: true,
        })),
      ];
    });
  });
}

export function enumValuesOf(schema: GraphQLSchema): Pick<Member, 'place' | 'description'>[] {
  return typesOf(schema).flatMap((type) =>
    isEnumType(type)
      ? type.getValues().map(({ name, description }) => ({ place: `${type.name}.${name}`, description }))
      : [],
  );
}

export function rootFields(type: ReturnType<GraphQLSchema['getQueryType']>): string[] {
  return Object.keys(type?.getFields() ?? {});
}

export function isWellFormedMutation(schema: GraphQLSchema, name: string): boolean {
  const field = schema.getMutationType()?.getFields()[name];
  const [input, ...others] = field?.args ?? [];
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  return (
    /^(create|update|delete|set|copy|configure|autoConfigure)[A-Z]/.test(name) &&
    others.length === 0 &&
    input?.name === 'input' &&
    String(input.type) === `${title}Input!` &&
    String(field?.type) === `${title}Payload`
  );
}

/** All descriptions but those of scalars, which come from their library. */
export function descriptionsOf(schema: GraphQLSchema): [place: string, text: string][] {
  const places = [
    ...typesOf(schema).map((type) => [type.name, type.description] as const),
    ...membersOf(schema).map(({ place, description }) => [place, description] as const),
    ...enumValuesOf(schema).map(({ place, description }) => [place, description] as const),
  ];
  return places.flatMap(([place, text]): [string, string][] => (text ? [[place, text]] : []));
}

export function hasNullableItems(type: GraphQLType): boolean {
  if (isNonNullType(type)) return hasNullableItems(type.ofType);
  return isListType(type) && (!isNonNullType(type.ofType) || hasNullableItems(type.ofType));
}

export function deprecations(schema: GraphQLSchema): [place: string, reason: string][] {
  return typesOf(schema).flatMap((type) => {
    const members = 'getFields' in type ? Object.values(type.getFields()) : isEnumType(type) ? type.getValues() : [];
    return members.flatMap(({ name, deprecationReason }): [string, string][] =>
      deprecationReason == null ? [] : [[`${type.name}.${name}`, deprecationReason]],
    );
  });
}
