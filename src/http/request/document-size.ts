import { type DocumentNode, Kind, type SelectionSetNode, type TypeNode } from 'graphql';

/** What makes validation take more than linear time. */
export interface DocumentSize {
  /** Fields with the same response key as another in their selection; each fragment counts separately. */
  readonly repeats: number;
  /** Upper bound of the comparisons of fields with the same response key, including all that is selected below them. */
  readonly comparisons: number;
  /** Uses of type names that the schema lacks. */
  readonly unknownTypes: number;
}

/** In one walk over the document. */
export function sizeOf({ definitions }: DocumentNode, knowsType: (name: string) => boolean): DocumentSize {
  const counter = new Counter(knowsType);
  // All fragments together: which ones are spread side by side is not known without following them.
  const inFragments: FieldGroups = new Map();
  for (const definition of definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      for (const { type } of definition.variableDefinitions ?? []) counter.meetType(nameOf(type));
      counter.meetSet(definition.selectionSet);
    }
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      counter.meetType(definition.typeCondition.name.value);
      counter.meetSet(definition.selectionSet, inFragments);
    }
  }
  counter.compare(inFragments);
  return counter;
}

/** By response key: the number of fields, and of selections below them. */
type FieldGroups = Map<string, { count: number; below: number }>;

class Counter implements DocumentSize {
  repeats = 0;
  comparisons = 0;
  unknownTypes = 0;
  readonly #knowsType: (name: string) => boolean;

  constructor(knowsType: (name: string) => boolean) {
    this.#knowsType = knowsType;
  }

  meetType(name: string): void {
    if (!this.#knowsType(name)) this.unknownTypes += 1;
  }

  /** @returns how much is selected, here and below. */
  meetSet(set: SelectionSetNode, others?: FieldGroups): number {
    const fields: FieldGroups = new Map();
    const size = this.#meetSelections(set, fields);
    for (const { count } of fields.values()) this.repeats += count - 1;
    this.compare(fields);
    if (others) for (const [key, { count, below }] of fields) add(others, key, count, below);
    return size;
  }

  compare(fields: FieldGroups): void {
    for (const { count, below } of fields.values()) this.comparisons += (count - 1) * (count + below);
  }

  /** @param fields shared with inline fragments, whose fields belong to the same selection. */
  #meetSelections({ selections }: SelectionSetNode, fields: FieldGroups): number {
    let size = selections.length;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const below = selection.selectionSet ? this.meetSet(selection.selectionSet) : 0;
        add(fields, selection.alias?.value ?? selection.name.value, 1, below);
        size += below;
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (selection.typeCondition) this.meetType(selection.typeCondition.name.value);
        size += this.#meetSelections(selection.selectionSet, fields);
      }
    }
    return size;
  }
}

function add(fields: FieldGroups, key: string, count: number, below: number): void {
  const known = fields.get(key);
  if (known) {
    known.count += count;
    known.below += below;
  } else {
    fields.set(key, { count, below });
  }
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

/** Deepest nesting of brackets in a text. Brackets in strings and comments count too; real documents have few. */
export function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x7b || code === 0x5b || code === 0x28) deepest = Math.max(deepest, ++depth);
    else if (code === 0x7d || code === 0x5d || code === 0x29) depth = Math.max(0, depth - 1);
  }
  return deepest;
}

/** Counts lines as graphql-js does, including those in block strings. */
export function linesOf(text: string): number {
  let lines = 1;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(index + 1) !== 0x0a)) lines += 1;
  }
  return lines;
}
