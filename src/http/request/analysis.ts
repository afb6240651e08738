import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { type FieldMarks, marksOf } from '../../graphql/field-marks.ts';
import { memoize } from '../../model/memoize.ts';
import { argumentsCost, type Cost, listSizeOf, product, shared, sum } from './cost.ts';
import { hasInlineValues } from './inline-values.ts';
import { introspectionSize } from './introspection.ts';

/** What is known of an operation without its variables. */
export interface OperationAnalysis {
  readonly isMutation: boolean;
  /** How many root fields a mutation has, fragments spread. */
  readonly mutations: number;
  /** The document holds what may be a credential; see {@link hasInlineValues}. */
  readonly hasInlineValues: boolean;
  /** Which root fields need a caller. With `SOME` the others are answered without one. */
  readonly needsCaller: 'ALL' | 'SOME' | 'NONE';
  /** The answer is the same for all callers, and for none. */
  readonly isPublic: boolean;
  /** A secret is selected at any depth; `@skip` and `@include` are ignored. */
  readonly selectsSecrets: boolean;
  /** Deepest nesting of fields, those of introspection left out. */
  readonly depth: number;
  readonly aliases: number;
  /**
   * Upper bound of the size of the answer. Each field counts 1 or its mark, times the sizes of its own list and of the
   * lists around it. Arguments count by their objects and list items. Fields under `@skip` and `@include` count.
   * Routers compute the same from the directives in the SDL.
   */
  readonly cost: Cost;
  /** The same for fields of introspection, which count only here. */
  readonly introspection: number;
}

/** Analyzes operations by the marks at the fields of a schema. */
export class OperationAnalyzer {
  readonly #schema: GraphQLSchema;
  readonly #analysisOf = memoize((document: DocumentNode) => new DocumentAnalysis(this.#schema, document));

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  knowsType(name: string): boolean {
    return this.#schema.getType(name) !== undefined;
  }

  /** See {@link hasInlineValues}. */
  hasInlineValues(document: DocumentNode): boolean {
    return this.#analysisOf(document).hasInlineValues;
  }

  /** In time that is linear in the document, once for each: documents are kept by their hash. The document need not be valid. */
  analyze(document: DocumentNode, operation: OperationDefinitionNode): OperationAnalysis {
    return this.#analysisOf(document).of(operation);
  }
}

/** The totals of a selection; `depth` counts from the selection down. */
interface Sum {
  readonly depth: number;
  readonly aliases: number;
  readonly cost: Cost;
  /** What each item of the page costs that the selection stands in. */
  readonly perItem: Cost;
  readonly introspection: number;
  readonly secrets: boolean;
}

const NOTHING: Sum = { depth: 0, aliases: 0, cost: 0, perItem: 0, introspection: 0, secrets: false };

/** Assumed size of a list without a mark. */
const USUAL_LIST_SIZE = 10;
/** Added to its fields; the default of routers. */
const MUTATION_COST = 10;

/** Totals each fragment and each operation once, however often a fragment is spread. */
class DocumentAnalysis {
  readonly hasInlineValues: boolean;
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #sums = new Map<string, Sum>();
  readonly of = memoize((operation: OperationDefinitionNode) => this.#analyze(operation));

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    this.hasInlineValues = hasInlineValues(schema, document);
    this.#fragments = new Map(
      document.definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((definition) => [definition.name.value, definition]),
    );
  }

  #analyze({ operation, selectionSet }: OperationDefinitionNode): OperationAnalysis {
    const root = this.#schema.getRootType(operation) ?? undefined;
    const { secrets, cost, perItem: _, ...total } = this.#sumOf(selectionSet, root);
    const roots = this.#rootFields(selectionSet);
    const isMutation = operation === 'mutation';
    return {
      isMutation,
      mutations: isMutation ? roots.length : 0,
      hasInlineValues: this.hasInlineValues,
      ...accessOf(roots.map((name) => publicMark(root, name))),
      selectsSecrets: secrets,
      cost: sum([isMutation ? MUTATION_COST : 0, cost]),
      ...total,
      introspection: Math.ceil(total.introspection),
    };
  }

  #sumOf(set: SelectionSetNode, parent: GraphQLNamedType | undefined): Sum {
    return total(
      set.selections.map((selection) => {
        if (selection.kind === Kind.FIELD) return this.#sumOfField(selection, parent);
        if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#sumOfFragment(selection.name.value);
        const condition = selection.typeCondition?.name.value;
        return this.#sumOf(selection.selectionSet, condition ? this.#schema.getType(condition) : parent);
      }),
    );
  }

  #sumOfFragment(name: string): Sum {
    const known = this.#sums.get(name);
    if (known) return known;
    // A placeholder, in case the fragment spreads itself; validation refuses that later.
    this.#sums.set(name, NOTHING);
    const fragment = this.#fragments.get(name);
    if (!fragment) return NOTHING;
    const inner = this.#sumOf(fragment.selectionSet, this.#schema.getType(fragment.typeCondition.name.value));
    const own = { ...inner, cost: shared(inner.cost), perItem: shared(inner.perItem) };
    this.#sums.set(name, own);
    return own;
  }

  #sumOfField(node: FieldNode, parent: GraphQLNamedType | undefined): Sum {
    const field = this.#fieldOf(parent, node.name.value);
    const inner = node.selectionSet ? this.#sumOf(node.selectionSet, field && getNamedType(field.type)) : NOTHING;
    const aliases = inner.aliases + (node.alias ? 1 : 0);
    const introspected = introspectionSize(this.#schema, parent, node.name.value);
    if (introspected !== null) {
      const introspection = introspected * (1 + costOf(inner) + inner.introspection);
      return { ...inner, depth: 0, aliases, cost: 0, introspection };
    }
    const marks: FieldMarks = field ? marksOf(field) : {};
    const args = node.arguments ?? [];
    const { listSize = isList(field) ? { assumedSize: USUAL_LIST_SIZE } : null } = marks;
    const item = sum([marks.cost ?? 1, inner.cost]);
    const own = { depth: inner.depth + 1, aliases, introspection: inner.introspection };
    const secrets = inner.secrets || this.#selectsSecret(parent, node.name.value);
    const given = argumentsCost(args);
    if (listSize && 'sizedByParent' in listSize) return { ...own, cost: given, perItem: item, secrets };
    const size = listSize ? listSizeOf(listSize, args) : 1;
    const isPage = listSize !== null && 'slicingArguments' in listSize;
    const cost = isPage ? sum([item, product(size, inner.perItem), given]) : sum([product(size, item), given]);
    return { ...own, cost, perItem: 0, secrets };
  }

  /** For an interface, the marks of all its object types count. */
  #selectsSecret(parent: GraphQLNamedType | undefined, name: string): boolean {
    const types = isInterfaceType(parent) ? [parent, ...this.#schema.getPossibleTypes(parent)] : [parent];
    return types.some((type) => {
      const field = fieldOf(type, name);
      const { secret, holdsSecrets }: FieldMarks = field ? marksOf(field) : {};
      return secret === true || holdsSecrets === true;
    });
  }

  #fieldOf(parent: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
    if (parent === this.#schema.getQueryType() && name === '__schema') return SchemaMetaFieldDef;
    if (parent === this.#schema.getQueryType() && name === '__type') return TypeMetaFieldDef;
    return fieldOf(parent, name);
  }

  #rootFields(set: SelectionSetNode, seen = new Set<string>()): string[] {
    return set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection.name.value];
      if (selection.kind === Kind.INLINE_FRAGMENT) return this.#rootFields(selection.selectionSet, seen);
      const name = selection.name.value;
      const fragment = seen.has(name) ? undefined : this.#fragments.get(name);
      seen.add(name);
      return fragment ? this.#rootFields(fragment.selectionSet, seen) : [];
    });
  }
}

/** Introspection has no variables that change what it costs. */
function costOf({ cost }: Sum): number {
  return typeof cost === 'number' ? cost : 0;
}

function accessOf(marks: readonly FieldMarks['public'][]): Pick<OperationAnalysis, 'needsCaller' | 'isPublic'> {
  const closed = marks.filter((mark) => !mark).length;
  return {
    needsCaller: closed === 0 ? 'NONE' : closed === marks.length ? 'ALL' : 'SOME',
    isPublic: marks.every((mark) => mark === true),
  };
}

/** Introspection needs no caller; neither does what is marked so. */
function publicMark(root: GraphQLNamedType | undefined, name: string): FieldMarks['public'] {
  if (name.startsWith('__')) return true;
  const field = fieldOf(root, name);
  return field && marksOf(field).public;
}

function fieldOf(parent: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

function isList(field: GraphQLField<unknown, unknown> | undefined): boolean {
  return field !== undefined && isListType(getNullableType(field.type));
}

function total(parts: readonly Sum[]): Sum {
  return {
    depth: Math.max(0, ...parts.map(({ depth }) => depth)),
    aliases: parts.reduce((all, { aliases }) => all + aliases, 0),
    cost: sum(parts.map(({ cost }) => cost)),
    perItem: sum(parts.map(({ perItem }) => perItem)),
    introspection: parts.reduce((all, { introspection }) => all + introspection, 0),
    secrets: parts.some(({ secrets }) => secrets),
  };
}
