import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { marksOf } from '../../src/graphql/field-marks.ts';
import { ACME_DEV, ACME_PROD } from './gateway.ts';

/** Texts for arguments, by their type: fields of the schema are drawn with every argument that has one. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  'IntegrationBy!': ['{ id: $id }', '{ identifier: { identifier: "twilio" } }'],
  'IntegrationChannel!': ['EMAIL', 'CHAT', 'TOOL'],
  IntegrationFilter: ['$filter', '{ active: true }', 'null'],
  IntegrationOrder: ['{ field: NAME, direction: DESC }'],
  'ID!': ['"sendgrid"', '"65b100000000000000000001"'],
  '[_Any!]!': ['$of'],
};
const PAGES = ['first: $first', 'first: 0', 'last: 3', 'first: 3'];

/** `@skip` and `@include`, most of the time none. */
const directives = fc.oneof(
  { weight: 8, arbitrary: fc.constant('') },
  fc.constantFrom('@include(if: $yes)', '@skip(if: $no)', '@skip(if: true)', '@include(if: false) @skip(if: $no)'),
);

/** Draws selections from a schema, so that a field that is added to it is drawn too. */
class Selections {
  readonly #schema: GraphQLSchema;
  /** Arguments are the same wherever a field stands, so that equal response keys can be merged. */
  readonly #arguments: (field: GraphQLField<unknown, unknown>) => string;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
    this.#arguments = (field) => argumentsOf(field, (choices) => choices[0] ?? '');
  }

  /** A selection set on a type, without its braces. */
  of(type: GraphQLNamedType, depth: number): fc.Arbitrary<string> {
    const members = isAbstractType(type) ? this.#members(type, depth) : [];
    const fields = isObjectType(type) || isInterfaceType(type) ? this.#fields(type, depth) : [];
    return fc
      .uniqueArray(fc.constantFrom(...members, ...fields, fc.constant('__typename')), { minLength: 1, maxLength: 5 })
      .chain((all) => fc.tuple(...all))
      .map((all) => all.join(' '));
  }

  #members(type: Parameters<GraphQLSchema['getPossibleTypes']>[0], depth: number): fc.Arbitrary<string>[] {
    return this.#schema
      .getPossibleTypes(type)
      .map((member) =>
        fc.tuple(directives, this.of(member, depth - 1)).map(([at, set]) => `... on ${member.name} ${at} { ${set} }`),
      );
  }

  #fields(
    type: { getFields(): Record<string, GraphQLField<unknown, unknown>> },
    depth: number,
  ): fc.Arbitrary<string>[] {
    return Object.values(type.getFields()).flatMap((field) => {
      const named = getNamedType(field.type);
      const args = this.#arguments(field);
      if (isCompositeType(named) && depth <= 0) return [];
      if (isLeafType(named))
        return [
          directives.map((at) => `${field.name}${args} ${at}`),
          fc.constant(`as_${field.name}: ${field.name}${args}`),
        ];
      return [
        fc.tuple(directives, this.of(named, depth - 1)).map(([at, set]) => `${field.name}${args} ${at} { ${set} }`),
      ];
    });
  }
}

/** Every required argument, and each other one for which there is a text. */
function argumentsOf(field: GraphQLField<unknown, unknown>, choose: (choices: readonly string[]) => string): string {
  const texts = field.args.flatMap((arg) => {
    const choices = textsFor(arg);
    return choices ? [`${arg.name}: ${choose(choices)}`] : [];
  });
  if (field.args.some(({ name }) => name === 'first')) texts.push(choose(PAGES));
  return texts.length === 0 ? '' : `(${texts.join(', ')})`;
}

function textsFor(arg: GraphQLArgument): readonly string[] | undefined {
  return ARGUMENTS[String(arg.type)] ?? (isRequiredArgument(arg) ? [literalOf(arg.type)] : undefined);
}

/** A value of any type of input. */
function literalOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literalOf(type.ofType);
  if (isListType(type)) return `[${literalOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const given = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return `{ ${given.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')} }`;
  }
  return SCALARS[type.name] ?? '"x"';
}

const SCALARS: Readonly<Record<string, string>> = {
  Int: '1',
  Float: '0.5',
  Boolean: 'true',
  JSON: '{}',
  JSONObject: '{}',
};

/** One to three root fields of the schema with their selections. */
function rootsOf(
  schema: GraphQLSchema,
  admits: (field: GraphQLField<unknown, unknown>) => boolean,
): fc.Arbitrary<string[]> {
  const selections = new Selections(schema);
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(admits);
  const roots = fields.flatMap((field) => {
    const named = getNamedType(field.type);
    if (field.name === '_service') return [];
    const args = fc.infiniteStream(fc.nat()).map((numbers) => {
      const choose = (choices: readonly string[]) => choices[Number(numbers.next().value) % choices.length] ?? '';
      return argumentsOf(field, choose);
    });
    if (isLeafType(named)) return [args.map((text) => `${field.name}${text}`)];
    return [fc.tuple(args, selections.of(named, 3)).map(([text, set]) => `${field.name}${text} { ${set} }`)];
  });
  return fc.array(fc.oneof(...roots), { minLength: 1, maxLength: 3 });
}

const VARIABLES =
  '$id: ID, $filter: IntegrationFilter, $first: Int, $yes: Boolean = true, $no: Boolean!, $of: [_Any!]!';
/** Uses every variable, as validation wants, with fragments that are spread under switches. */
const ALWAYS =
  'used: integrations(filter: $filter, first: $first) { totalCount } entities: _entities(representations: $of) { ... on Integration { id } } also: integration(by: { id: $id }) { id name ...Row @include(if: $yes) ...Row @skip(if: $no) }';

/**
 * Queries over every root field of a schema and what lies below, with fragments, aliases, directives, and variables in arguments.
 * Half of them over the marked root fields alone, which plans are compiled of.
 */
export function readOperations(schema: GraphQLSchema): fc.Arbitrary<string> {
  const integration = schema.getType('Integration');
  if (!isObjectType(integration)) throw new Error('The schema has no integrations.');
  const [all, marked] = [
    rootsOf(schema, () => true),
    rootsOf(schema, (field) => marksOf(field).fromList !== undefined),
  ];
  const row = new Selections(schema).of(integration, 2);
  return fc
    .tuple(fc.oneof(all, marked), row)
    .map(
      ([roots, fields]) =>
        `query (${VARIABLES}) { ${roots.map((root, i) => `r${i}: ${root}`).join(' ')} ${ALWAYS} } fragment Row on Integration { organization { id } ${fields} }`,
    );
}

const integrationKey = fc
  .constantFrom('65b100000000000000000001', '65b100000000000000000002', 'none')
  .map((id) => ({ __typename: 'Integration', id }));
const otherKey = fc.constantFrom(
  { __typename: 'Integration' },
  { __typename: 'Environment', id: ACME_DEV },
  { id: 'x' },
);
const representations = fc.oneof(
  { weight: 9, arbitrary: fc.array(integrationKey, { minLength: 1, maxLength: 3 }) },
  fc.array(fc.oneof<[fc.Arbitrary<object>, fc.Arbitrary<object>]>(integrationKey, otherKey), { maxLength: 3 }),
);

/** Values of their variables. */
export const readVariables = fc.record(
  {
    id: fc.constantFrom('65b100000000000000000001', '65b100000000000000000010', 'none'),
    filter: fc.constantFrom(null, {}, { search: 'S' }, { environmentIds: [ACME_DEV] }, { environmentIds: [ACME_PROD] }),
    first: fc.constantFrom(null, 1, 100),
    yes: fc.boolean(),
    no: fc.boolean(),
    of: representations,
  },
  { requiredKeys: ['id', 'filter', 'first', 'no', 'of'] },
);
