import { describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLSchema, getNamedType, isEnumType, isInputObjectType, isScalarType } from 'graphql';
import { createSchema } from '../../src/graphql/schema.ts';
import {
  deprecations,
  descriptionsOf,
  enumValuesOf,
  hasNullableItems,
  isWellFormedMutation,
  membersOf,
  namesOf,
  rootFields,
  typesOf,
} from './schema-members.ts';

/** Types that mean the same in every graph, or are entities of Novu that other subgraphs may extend. `Node` is in no supergraph. */
const SHARED_TYPES: ReadonlySet<string> = new Set([
  'Query',
  'Mutation',
  'Node',
  'PageInfo',
  'Environment',
  'Organization',
]);

type Rule = (schema: GraphQLSchema) => string[];

/** The rules of schema/DESIGN.md §1 on names and texts, each with a schema that breaks it. A rule returns what breaks it. */
const RULES: Readonly<Record<string, readonly [Rule, broken: string, faults: string[]]>> = {
  'types are written LikeThis': [
    (schema) => namesOf(typesOf(schema)).filter((name) => !/^[A-Z][A-Za-z0-9]*$/.test(name)),
    'type Query { a: sms_Provider } type sms_Provider { b: Int }',
    ['sms_Provider'],
  ],
  'types contain Integration, so that they do not merge with a neighbour of the same name in a supergraph': [
    (schema) =>
      typesOf(schema)
        .filter((type) => !isScalarType(type) && !SHARED_TYPES.has(type.name))
        .map(({ name }) => name)
        .filter((name) => !name.includes('Integration')),
    'type Query { a: SlackCredentials, b: PageInfo, c: Date } type SlackCredentials { b: Int } type PageInfo { c: Int } scalar Date',
    ['SlackCredentials'],
  ],
  'fields and arguments are written likeThis: no underscore of the REST API leaks': [
    (schema) =>
      membersOf(schema)
        .filter(({ name }) => !/^[a-z][A-Za-z0-9]*$/.test(name))
        .map(({ place }) => place),
    'type Query { _id: ID, a(Of_it: Int): Int }',
    ['Query._id', 'Query.a(Of_it)'],
  ],
  'enum values are written LIKE_THIS': [
    (schema) =>
      enumValuesOf(schema)
        .filter(({ place }) => !/\.[A-Z][A-Z0-9_]*$/.test(place))
        .map(({ place }) => place),
    'type Query { a: Kind } enum Kind { in_app PUSH }',
    ['Kind.in_app'],
  ],
  'fields named like an id are of type ID, except keys of credentials': [
    (schema) =>
      membersOf(schema)
        .filter(
          ({ place, name, type }) =>
            /^(id|ids|.*Ids?)$/.test(name) &&
            !/Credentials(Input)?\./.test(place) &&
            String(getNamedType(type)) !== 'ID',
        )
        .map(({ place }) => place),
    'type Query { a(providerIds: [String!], ids: [ID!]): Int, successorId: Int, paid: Boolean }',
    ['Query.successorId', 'Query.a(providerIds)'],
  ],
  'a field leads to another entity itself, not to its id': [
    (schema) =>
      membersOf(schema)
        .filter(({ name, isInput }) => !isInput && /^(environment|organization)Ids?$/.test(name))
        .map(({ place }) => place),
    'type Query { environmentId: ID, a(environmentId: ID): Int }',
    ['Query.environmentId'],
  ],
  'queries are nouns and name the domain': [
    (schema) =>
      rootFields(schema.getQueryType()).filter(
        (name) => !/integration|^node$/i.test(name) || /^(get|list|find|fetch|search|query)[A-Z]/.test(name),
      ),
    'type Query { getIntegrations: Int, providers: Int, integrations: Int }',
    ['getIntegrations', 'providers'],
  ],
  'mutations begin with a verb, take one input and have a payload of their own': [
    (schema) => rootFields(schema.getMutationType()).filter((name) => !isWellFormedMutation(schema, name)),
    `type Query { a: Int } type Mutation {
      createThing(input: CreateThingInput!): CreateThingPayload
      thingDelete(input: CreateThingInput!): CreateThingPayload
      updateThing(id: ID!, input: CreateThingInput!): CreateThingPayload
      deleteThing(input: CreateThingInput): DeleteThingPayload
    }
    input CreateThingInput { id: ID } type CreateThingPayload { a: Int } type DeleteThingPayload { a: Int }`,
    ['thingDelete', 'updateThing', 'deleteThing'],
  ],
  'a value UNKNOWN is told by the name of its enum, and is for answers alone': [
    (schema) => [
      ...typesOf(schema)
        .filter((type) => isEnumType(type) && type.name.endsWith('OrUnknown') !== Boolean(type.getValue('UNKNOWN')))
        .map(({ name }) => name),
      ...membersOf(schema)
        .filter(({ type, isInput }) => isInput && getNamedType(type).name.endsWith('OrUnknown'))
        .map(({ place }) => place),
    ],
    `type Query { a(of: SizeOrUnknown, b: Kind): KindOrUnknown } enum Kind { AGENT UNKNOWN } enum KindOrUnknown { AGENT }
     enum SizeOrUnknown { BIG UNKNOWN }`,
    ['Kind', 'KindOrUnknown', 'Query.a(of)'],
  ],
  'an enum of answers has the values of its twin for inputs, and UNKNOWN': [
    (schema) =>
      typesOf(schema)
        .filter(isEnumType)
        .filter(({ name }) => name.endsWith('OrUnknown'))
        .filter((type) => {
          const twin = schema.getType(type.name.replace(/OrUnknown$/, ''));
          const own = type.getValues().map((value) => value.name);
          return isEnumType(twin) && [...namesOf(twin.getValues()), 'UNKNOWN'].join() !== own.join();
        })
        .map(({ name }) => name),
    `type Query { a(b: Kind, c: Size): KindOrUnknown, d: SizeOrUnknown, e: ShapeOrUnknown } enum Kind { AGENT NEW } enum KindOrUnknown { AGENT UNKNOWN }
     enum Size { BIG } enum SizeOrUnknown { BIG UNKNOWN } enum ShapeOrUnknown { ROUND UNKNOWN }`,
    ['KindOrUnknown'],
  ],
  'open sets are not enums': [
    (schema) =>
      typesOf(schema)
        .filter((type) => isEnumType(type) && /Provider/.test(type.name))
        .map(({ name }) => name),
    'type Query { a: IntegrationProviderId } enum IntegrationProviderId { SENDGRID }',
    ['IntegrationProviderId'],
  ],
  'names of input types say that they are inputs': [
    (schema) =>
      typesOf(schema)
        .filter((type) => isInputObjectType(type) && !/(Input|Filter|Order|By)$/.test(type.name))
        .map(({ name }) => name),
    'type Query { a(b: Thing, c: ThingFilter): Int } input Thing { b: Int } input ThingFilter { b: Int }',
    ['Thing'],
  ],
  'list items are not nullable': [
    (schema) =>
      membersOf(schema)
        .filter(({ type }) => hasNullableItems(type))
        .map(({ place }) => place),
    'type Query { a: [Int], b: [[Int]!]!, c: [[Int!]!]! }',
    ['Query.a', 'Query.b'],
  ],
  'a deprecation names the replacement and a date': [
    (schema) =>
      deprecations(schema)
        .filter(([, reason]) => !/\buse\b.*\d{4}-\d{2}-\d{2}/is.test(reason))
        .map(([place]) => place),
    'type Query { a: Int @deprecated, b: Int @deprecated(reason: "Use `c`; gone after 2027-01-31.") }',
    ['Query.a'],
  ],
  'a description is a sentence: six characters or more, and no lower case at its start': [
    (schema) =>
      descriptionsOf(schema)
        .filter(([, text]) => text.length < 6 || /^\p{Ll}/u.test(text))
        .map(([place]) => place),
    '"""the root.""" type Query { """From.""" a("""an id.""" id: ID): Kind, """The b.""" b: Int, c: Int } enum Kind { """x""" X }',
    ['Query', 'Query.a', 'Query.a(id)', 'Kind.X'],
  ],
};

const api = buildSchema(createSchema().apiSdl());

describe.each(Object.entries(RULES))('%s', (_, [rule, broken, faults]) => {
  test('the schema of the gateway', () => {
    expect(rule(api)).toEqual([]);
  });

  test('a schema that breaks the rule', () => {
    expect(rule(buildSchema(broken)).sort()).toEqual([...faults].sort());
  });
});
