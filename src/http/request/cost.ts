import { type ArgumentNode, Kind, type ValueNode, type VariableDefinitionNode, valueFromASTUntyped } from 'graphql';
import type { ListSizeMark } from '../../graphql/field-marks.ts';
import { getOrCreate } from '../../model/memoize.ts';

/** Values of variables as the client sent them: not coerced, and not to be trusted. */
export type GivenVariables = Readonly<Record<string, unknown>>;

/** The costs computed for one request: each part of a document once, however often it is spread. */
export class Evaluation {
  readonly #variables: GivenVariables;
  readonly #definitions: readonly VariableDefinitionNode[];
  #costs: Map<object, number> | undefined;
  #items: Map<string, number> | undefined;
  readonly #defaults = new Map<string, unknown>();

  constructor(variables: GivenVariables, definitions: readonly VariableDefinitionNode[]) {
    this.#variables = variables;
    this.#definitions = definitions;
  }

  once(part: object, workOut: () => number): number {
    this.#costs ??= new Map();
    return getOrCreate(this.#costs, part, workOut);
  }

  /**
   * The value of a variable, its default where the client gave none; undefined where there is neither. A default is
   * evaluated once, because a long one can be used a thousand times.
   */
  valueOf(name: string): unknown {
    if (Object.hasOwn(this.#variables, name)) return this.#variables[name];
    if (this.#defaults.has(name)) return this.#defaults.get(name);
    const given = this.#definitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
    const value = given && valueFromASTUntyped(given);
    this.#defaults.set(name, value);
    return value;
  }

  /** What a variable's value costs as an argument, or as a part of one. */
  itemsOf(name: string): number {
    const value = this.valueOf(name);
    if (typeof value !== 'object') return countItems(value);
    this.#items ??= new Map();
    return getOrCreate(this.#items, name, () => countItems(value));
  }
}

/** A cost that the document determines, or a function of the variables. It may be infinite. */
export type Cost = number | ((evaluation: Evaluation) => number);

export function evaluate(cost: Cost, evaluation: Evaluation): number {
  return typeof cost === 'number' ? cost : cost(evaluation);
}

export function sum(costs: readonly Cost[]): Cost {
  const fixed = costs.filter((cost) => typeof cost === 'number').reduce((total, cost) => total + cost, 0);
  const open = costs.filter((cost) => typeof cost !== 'number');
  if (open.length === 0) return fixed;
  return (evaluation) => open.reduce((total, cost) => total + cost(evaluation), fixed);
}

export function product(size: Cost, cost: Cost): Cost {
  if (typeof size === 'number' && typeof cost === 'number') return size * cost;
  return (evaluation) => evaluate(size, evaluation) * evaluate(cost, evaluation);
}

/** Computed once for each request, because fragments can be spread many times. */
export function shared(cost: Cost): Cost {
  if (typeof cost === 'number') return cost;
  return (evaluation) => evaluation.once(cost, () => cost(evaluation));
}

/** How many items a list field can have, by its mark and the arguments as they will be coerced. */
export function listSizeOf(listSize: ListSizeMark, args: readonly ArgumentNode[]): Cost {
  if ('assumedSize' in listSize) return listSize.assumedSize;
  if ('sizedBy' in listSize) {
    const given = args.find(({ name }) => name.value === listSize.sizedBy)?.value;
    return given ? lengthOf(given) : 0;
  }
  if ('sizedByParent' in listSize) return 1;
  const { slicingArguments, defaultSize, maxSize } = listSize;
  const given = args.filter(({ name }) => slicingArguments.includes(name.value));
  const sizes = given.map(({ value }) => pageSizeOf(value, maxSize));
  if (sizes.every((size) => typeof size !== 'function'))
    return Math.max(0, ...sizes.map((size) => size ?? 0)) || defaultSize;
  return (evaluation) => {
    const known = sizes.map((size) => (typeof size === 'function' ? size(evaluation) : size));
    return Math.max(0, ...known.map((size) => size ?? 0)) || defaultSize;
  };
}

type PageSize = number | null | ((evaluation: Evaluation) => number | null);

/** Null: as if omitted. A value that will be refused counts as the largest page. */
function pageSizeOf(node: ValueNode, maxSize: number): PageSize {
  if (node.kind === Kind.VARIABLE) return (evaluation) => clamp(evaluation.valueOf(node.name.value), maxSize);
  return clamp(valueFromASTUntyped(node), maxSize);
}

function clamp(value: unknown, maxSize: number): number | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' && value >= 1 && value <= maxSize ? Math.ceil(value) : maxSize;
}

/** The length of a list argument; a single value is coerced to a list of one. */
function lengthOf(node: ValueNode): Cost {
  if (node.kind === Kind.LIST) return node.values.length;
  if (node.kind !== Kind.VARIABLE) return 1;
  return (evaluation) => {
    const value = evaluation.valueOf(node.name.value);
    return Array.isArray(value) ? value.length : 1;
  };
}

/** Characters of a string argument that cost 1, because each use of the argument may scan it. */
const CHARACTERS = 50;

/** What arguments cost: one for each object, one for each plain value in a list, and one for each so many characters. */
export function argumentsCost(args: readonly ArgumentNode[]): Cost {
  return args.length === 0 ? 0 : sum(args.map(({ value }) => valueCost(value, false)));
}

function valueCost(node: ValueNode, inList: boolean): Cost {
  switch (node.kind) {
    case Kind.VARIABLE:
      return (evaluation) => Math.max(evaluation.itemsOf(node.name.value), inList ? 1 : 0);
    case Kind.LIST:
      return sum(node.values.map((value) => valueCost(value, true)));
    case Kind.OBJECT:
      return sum([1, ...node.fields.map(({ value }) => valueCost(value, false))]);
    case Kind.STRING:
      return (inList ? 1 : 0) + costOfText(node.value);
    default:
      return inList ? 1 : 0;
  }
}

function costOfText(text: string): number {
  return Math.floor(text.length / CHARACTERS);
}

/** No recursion, because the client chooses the depth. */
function countItems(value: unknown): number {
  if (!isObject(value)) return typeof value === 'string' ? costOfText(value) : 0;
  let items = 0;
  const left = [value];
  for (let one = left.pop(); one; one = left.pop()) {
    const inner = Object.values(one);
    items += Array.isArray(one) ? inner.length : 1;
    for (const each of inner) {
      if (typeof each === 'string') items += costOfText(each);
      if (!isObject(each)) continue;
      left.push(each);
      // An object in a list counts for itself.
      if (Array.isArray(one)) items -= 1;
    }
  }
  return items;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
