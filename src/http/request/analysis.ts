import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { type FieldMarks, type ListSizeMark, marksOf } from '../../graphql/field-marks.ts';

/** What can be said of an operation without its variables. Fields of introspection do not count. */
export interface OperationAnalysis {
  readonly isMutation: boolean;
  /** Some root field needs a caller. */
  readonly needsCaller: boolean;
  /** A secret is selected, wherever that is; `@skip` and `@include` are not looked at. */
  readonly selectsSecrets: boolean;
  readonly depth: number;
  readonly aliases: number;
  /** Upper bound of the fields in an answer: each list counts with the page size that is asked for, or the largest. */
  readonly fields: number;
  /** Upper bound of the fields for one representation of `_entities`. */
  readonly fieldsPerEntity: number;
  /** Items of the longest list that the document itself holds: it may be one of representations. */
  readonly longestList: number;
}

/** Analyzes operations by the marks at the fields of a schema. */
export class OperationAnalyzer {
  readonly #schema: GraphQLSchema;
  readonly #known = new WeakMap<OperationDefinitionNode, OperationAnalysis>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Worked out once for each operation: documents are kept by their hash. The document need not be valid. */
  analyze(document: DocumentNode, operation: OperationDefinitionNode): OperationAnalysis {
    let analysis = this.#known.get(operation);
    if (!analysis) {
      analysis = new DocumentAnalysis(this.#schema, document).analyze(operation);
      this.#known.set(operation, analysis);
    }
    return analysis;
  }
}

/** What a selection adds up to; `depth` counts from the selection down. */
interface Sum {
  depth: number;
  aliases: number;
  fields: number;
  fieldsPerEntity: number;
  secrets: boolean;
}

const NOTHING: Readonly<Sum> = { depth: 0, aliases: 0, fields: 0, fieldsPerEntity: 0, secrets: false };

/** Sums up each fragment once, however often it is spread: otherwise a small document could cost exponential time. */
class DocumentAnalysis {
  readonly #schema: GraphQLSchema;
  readonly #document: DocumentNode;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #sums = new Map<string, Sum>();

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    this.#document = document;
    this.#fragments = new Map(
      document.definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((definition) => [definition.name.value, definition]),
    );
  }

  analyze({ operation, selectionSet }: OperationDefinitionNode): OperationAnalysis {
    const root = this.#schema.getRootType(operation) ?? undefined;
    const { secrets, ...sum } = this.#sumOf(selectionSet, root);
    return {
      isMutation: operation === 'mutation',
      needsCaller: this.#rootFields(selectionSet).some((name) => !isPublic(root, name)),
      selectsSecrets: secrets,
      ...sum,
      longestList: sum.fieldsPerEntity > 0 ? this.#longestList() : 0,
    };
  }

  /** Of the whole document: values and defaults of variables alike. */
  #longestList(): number {
    let longest = 0;
    visit(this.#document, {
      ListValue({ values }) {
        longest = Math.max(longest, values.length);
      },
    });
    return longest;
  }

  #sumOf(set: SelectionSetNode, parent: GraphQLNamedType | undefined): Sum {
    const total: Sum = { ...NOTHING };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) add(total, this.#sumOfField(selection, parent));
      else if (selection.kind === Kind.FRAGMENT_SPREAD) add(total, this.#sumOfFragment(selection.name.value));
      else {
        const condition = selection.typeCondition?.name.value;
        add(total, this.#sumOf(selection.selectionSet, condition ? this.#schema.getType(condition) : parent));
      }
    }
    return total;
  }

  #sumOfFragment(name: string): Readonly<Sum> {
    const known = this.#sums.get(name);
    if (known) return known;
    // Stands in while the fragment is summed up: one that spreads itself is refused by validation later.
    this.#sums.set(name, { ...NOTHING });
    const fragment = this.#fragments.get(name);
    const type = fragment && this.#schema.getType(fragment.typeCondition.name.value);
    const sum = fragment ? this.#sumOf(fragment.selectionSet, type) : NOTHING;
    this.#sums.set(name, sum);
    return sum;
  }

  #sumOfField(node: FieldNode, parent: GraphQLNamedType | undefined): Readonly<Sum> {
    const name = node.name.value;
    if (name.startsWith('__')) return NOTHING;
    const field = fieldOf(parent, name);
    const marks: FieldMarks = field ? marksOf(field) : {};
    const inner = node.selectionSet ? this.#sumOf(node.selectionSet, field && getNamedType(field.type)) : NOTHING;
    const perEntity = name === '_entities';
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + (node.alias ? 1 : 0),
      fields: 1 + (perEntity ? 0 : inner.fields * (marks.listSize ? sizeOf(node, marks.listSize) : 1)),
      fieldsPerEntity: inner.fieldsPerEntity + (perEntity ? inner.fields : 0),
      secrets: inner.secrets || this.#selectsSecret(parent, name),
    };
  }

  /** Of an interface, what any of its object types says of the field. */
  #selectsSecret(parent: GraphQLNamedType | undefined, name: string): boolean {
    const types = isInterfaceType(parent) ? [parent, ...this.#schema.getPossibleTypes(parent)] : [parent];
    return types.some((type) => {
      const field = fieldOf(type, name);
      const { secret, holdsSecrets }: FieldMarks = field ? marksOf(field) : {};
      return secret === true || holdsSecrets === true;
    });
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

/** Introspection needs no caller; neither does what is marked so. */
function isPublic(root: GraphQLNamedType | undefined, name: string): boolean {
  if (name.startsWith('__')) return true;
  const field = fieldOf(root, name);
  return field !== undefined && marksOf(field).public === true;
}

function fieldOf(parent: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

function sizeOf(node: FieldNode, listSize: ListSizeMark): number {
  if ('assumedSize' in listSize) return listSize.assumedSize;
  const { slicingArguments, defaultSize, maxSize } = listSize;
  const sizes = (node.arguments ?? [])
    .filter(({ name }) => slicingArguments.includes(name.value))
    .map(({ value }) => {
      if (value.kind === Kind.VARIABLE) return maxSize;
      // A size below one is refused when the field is read, and must not make up for the size of another list.
      return value.kind === Kind.INT ? Math.max(1, Math.min(Number(value.value), maxSize)) : 0;
    });
  return Math.max(0, ...sizes) || defaultSize;
}

function add(total: Sum, part: Readonly<Sum>): void {
  total.depth = Math.max(total.depth, part.depth);
  total.aliases += part.aliases;
  total.fields += part.fields;
  total.fieldsPerEntity += part.fieldsPerEntity;
  total.secrets ||= part.secrets;
}
