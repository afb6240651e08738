import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../graphql/integration/connection.ts';

/** What can be said of an operation without its variables. Fields of introspection do not count. */
export interface OperationAnalysis {
  readonly isMutation: boolean;
  /** Some root field needs a caller. */
  readonly needsCaller: boolean;
  /** Credentials or a signing key are selected, wherever that is; `@skip` and `@include` are not looked at. */
  readonly selectsSecrets: boolean;
  readonly depth: number;
  readonly aliases: number;
  /** Upper bound of the fields in an answer: each list counts with the page size that is asked for, or the largest. */
  readonly fields: number;
  /** Upper bound of the fields for one representation of `_entities`. */
  readonly fieldsPerEntity: number;
}

/** Root fields that anybody may ask: metadata and the provider catalog (schema.md §3). `_entities` asks for itself. */
const PUBLIC_ROOT_FIELDS = new Set([
  '__typename',
  '__schema',
  '__type',
  '_service',
  '_entities',
  'integrationProvider',
  'integrationProviders',
]);
const SECRET_FIELDS = new Set(['credentials', 'inboundWebhookSigningKey']);
/** Lists without a page size: the catalog has about 90 providers, a mutation seldom touches more than a page of rows. */
const LIST_SIZES = new Map([
  ['integrationProviders', 90],
  ['changedIntegrations', DEFAULT_PAGE_SIZE],
]);

const memo = new WeakMap<OperationDefinitionNode, OperationAnalysis>();

/** The facts of one operation of a document, worked out once for each: documents are kept by their hash. */
export function analyzeOperation(document: DocumentNode, operation: OperationDefinitionNode): OperationAnalysis {
  let facts = memo.get(operation);
  if (!facts) {
    facts = workOut(document, operation);
    memo.set(operation, facts);
  }
  return facts;
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

function workOut(document: DocumentNode, operation: OperationDefinitionNode): OperationAnalysis {
  const fragments = new Fragments(document);
  const sum = sumOf(operation.selectionSet, fragments);
  return {
    isMutation: operation.operation === 'mutation',
    needsCaller: rootFields(operation.selectionSet, fragments).some((name) => !PUBLIC_ROOT_FIELDS.has(name)),
    selectsSecrets: sum.secrets,
    depth: sum.depth,
    aliases: sum.aliases,
    fields: sum.fields,
    fieldsPerEntity: sum.fieldsPerEntity,
  };
}

/** Sums up each fragment once, however often it is spread: otherwise a small document could cost exponential time. */
class Fragments {
  readonly #definitions: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #sums = new Map<string, Sum>();

  constructor(document: DocumentNode) {
    this.#definitions = new Map(
      document.definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((definition) => [definition.name.value, definition]),
    );
  }

  selectionOf(name: string): SelectionSetNode | undefined {
    return this.#definitions.get(name)?.selectionSet;
  }

  sumOf(name: string): Readonly<Sum> {
    const known = this.#sums.get(name);
    if (known) return known;
    // Stands in while the fragment is summed up: one that spreads itself is refused by validation later.
    this.#sums.set(name, { ...NOTHING });
    const selection = this.selectionOf(name);
    const sum = selection ? sumOf(selection, this) : NOTHING;
    this.#sums.set(name, sum);
    return sum;
  }
}

function sumOf(set: SelectionSetNode, fragments: Fragments): Sum {
  const total: Sum = { ...NOTHING };
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) add(total, sumOfField(selection, fragments));
    else if (selection.kind === Kind.INLINE_FRAGMENT) add(total, sumOf(selection.selectionSet, fragments));
    else add(total, fragments.sumOf(selection.name.value));
  }
  return total;
}

function sumOfField(field: FieldNode, fragments: Fragments): Readonly<Sum> {
  const name = field.name.value;
  if (name.startsWith('__')) return NOTHING;
  const inner = field.selectionSet ? sumOf(field.selectionSet, fragments) : NOTHING;
  const perEntity = name === '_entities';
  return {
    depth: inner.depth + 1,
    aliases: inner.aliases + (field.alias ? 1 : 0),
    fields: 1 + (perEntity ? 0 : inner.fields * listSize(field)),
    fieldsPerEntity: inner.fieldsPerEntity + (perEntity ? inner.fields : 0),
    secrets: inner.secrets || SECRET_FIELDS.has(name),
  };
}

function listSize(field: FieldNode): number {
  if (field.name.value !== 'integrations') return LIST_SIZES.get(field.name.value) ?? 1;
  const size = field.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last')?.value;
  if (size?.kind === Kind.VARIABLE) return MAX_PAGE_SIZE;
  return size?.kind === Kind.INT ? Math.min(Number(size.value), MAX_PAGE_SIZE) : DEFAULT_PAGE_SIZE;
}

function add(total: Sum, part: Readonly<Sum>): void {
  total.depth = Math.max(total.depth, part.depth);
  total.aliases += part.aliases;
  total.fields += part.fields;
  total.fieldsPerEntity += part.fieldsPerEntity;
  total.secrets ||= part.secrets;
}

function rootFields(set: SelectionSetNode, fragments: Fragments, seen = new Set<string>()): string[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(selection.selectionSet, fragments, seen);
    const name = selection.name.value;
    const inner = seen.has(name) ? undefined : fragments.selectionOf(name);
    seen.add(name);
    return inner ? rootFields(inner, fragments, seen) : [];
  });
}
