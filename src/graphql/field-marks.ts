import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import { Directive, Extensions, getMetadataStorage } from 'type-graphql';
import type { Caller } from '../model/caller.ts';
import { isObjectId } from '../model/ids.ts';
import type { GatewayContext } from './context.ts';

/*
 * Marks declare what is special about a field, where the field is declared. Guards, the analysis of operations,
 * compiled plans and the printed schema derive from these marks, and so does what happens to the values of inputs. No other
 * list repeats them. A field without marks needs a caller if it is a root field, and is compiled only if it is a plain
 * property. An input without marks may be a credential.
 */

/** The marks of a field, stored in its `extensions`. */
export interface FieldMarks {
  /** See {@link Secret}. */
  readonly secret?: true;
  /** See {@link HoldsSecrets}. */
  readonly holdsSecrets?: true;
  /** See {@link Public}. `PER_REFERENCE`: each representation of an entity checks the caller separately. */
  readonly public?: true | 'PER_REFERENCE';
  /** See {@link SessionOnly}. */
  readonly sessionOnly?: true;
  /** See {@link ListSize}. */
  readonly listSize?: ListSizeMark;
  /** See {@link Cost}. */
  readonly cost?: number;
  /** See {@link FromRow}. */
  readonly fromRow?: FieldReader;
  /** See {@link FromList}. */
  readonly fromList?: ListReader;
  /** For a list of a union: the member type that {@link fromList} returns. */
  readonly memberType?: string;
}

/**
 * How many items a list field can have: a fixed assumption, or derived from arguments. A list without a mark counts as 10 items.
 */
export type ListSizeMark =
  | { readonly assumedSize: number }
  /** As many items as the list in this argument. */
  | { readonly sizedBy: string }
  /** The field holds one page, in its fields that are marked `PAGE`. */
  | { readonly slicingArguments: readonly string[]; readonly defaultSize: number; readonly maxSize: number }
  | typeof PAGE;

/** A list with the page size of the enclosing field. */
export const PAGE = { sizedByParent: true } as const;

/**
 * The value of a field, from its source object and the caller alone: no I/O, no arguments. @throws what a `FromRow` function
 * throws; of a reader of the schema also what the field's guard throws.
 */
export type FieldReader = (source: never, caller: Caller) => unknown;

/** The value of a root field, from its coerced arguments and the context. It may reject, but never throws. */
export type ListReader = (args: never, context: GatewayContext) => Promise<unknown>;

/** The marks of a field of a built schema. */
export function marksOf(field: GraphQLField<unknown, unknown>): FieldMarks {
  return field.extensions as FieldMarks;
}

/** All fields of the object types of a schema. */
export function* objectFields(schema: GraphQLSchema) {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) yield [type, field] as const;
  }
}

type MemberDecorator = (target: object, name: string) => void;

/** The value is secret: null for a caller who may not read secrets, and tagged for contract variants of a supergraph. */
export function Secret(): MemberDecorator {
  return (target, name) => {
    Directive('@tag(name: "secret")')(target, name);
    Extensions({ secret: true } satisfies FieldMarks)(target, name);
  };
}

/** The value depends on secrets and hides them itself. An operation that selects the field reads secrets from Novu. */
export function HoldsSecrets(): MemberDecorator {
  return Extensions({ holdsSecrets: true } satisfies FieldMarks) as MemberDecorator;
}

/** A root field that needs no caller and is the same for all callers, so shared caches may keep it. */
export function Public(): MemberDecorator {
  return Extensions({ public: true } satisfies FieldMarks) as MemberDecorator;
}

/** A field for sessions only: FORBIDDEN for other callers, before any call to Novu. */
export function SessionOnly(): MemberDecorator {
  return Extensions({ sessionOnly: true } satisfies FieldMarks) as MemberDecorator;
}

/** The field is a list of up to so many items. Printed as `@listSize` for the demand control of routers. */
export function ListSize(listSize: ListSizeMark): MemberDecorator {
  return (target, name) => {
    Extensions({ listSize } satisfies FieldMarks)(target, name);
    const directive = listSizeDirective(listSize);
    if (directive) Directive(directive)(target, name);
  };
}

/** The cost of the field itself; 1 without this mark. Printed as `@cost`. */
export function Cost(cost: number): MemberDecorator {
  return (target, name) => {
    Extensions({ cost } satisfies FieldMarks)(target, name);
    Directive(`@cost(weight: ${cost})`)(target, name);
  };
}

/** The directive cannot express the length of a list argument; a page is declared at the enclosing field. */
function listSizeDirective(listSize: ListSizeMark): string | null {
  if ('assumedSize' in listSize) return `@listSize(assumedSize: ${listSize.assumedSize})`;
  if (!('slicingArguments' in listSize)) return null;
  const names = JSON.stringify(listSize.slicingArguments);
  // No `assumedSize`: the arguments have a default in the SDL, and composition refuses both.
  return `@listSize(slicingArguments: ${names}, sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)`;
}

/** The field's resolver, set by schema.ts; compiled plans call the same function. */
export function FromRow<Source>(read: (source: Source, caller: Caller) => unknown): MemberDecorator {
  return Extensions({ fromRow: read as FieldReader } satisfies FieldMarks) as MemberDecorator;
}

/**
 * Marks the method of a root field whose parameters are exactly its arguments and the context. Compiled plans call it
 * as type-graphql does. @throws Error at startup for a method with other parameters.
 */
export function FromList() {
  return <Args, Value>(
    target: object,
    name: string,
    { value }: TypedPropertyDescriptor<(args: Args, context: GatewayContext) => Promise<Value>>,
  ): void => {
    assertTakesArgsAndContext(target, name);
    Extensions({ fromList: value as ListReader } satisfies FieldMarks)(target, name);
  };
}

/** The marks of a field of an input, as they stand in its `extensions`. */
export interface InputMarks {
  /** See {@link NovuId}. */
  readonly novuId?: true;
  /** See {@link NotSecret}. */
  readonly notSecret?: (text: string) => boolean;
  /** See {@link NullIsValue}. */
  readonly nullIsValue?: true;
}

/** The marks of a field of an input of a built schema. */
export function inputMarksOf(field: GraphQLInputField): InputMarks {
  return field.extensions as InputMarks;
}

/** The id of an integration or an environment: a mutation gets it as rows have it, however it was spelled. It is no secret. */
export function NovuId(): MemberDecorator {
  return Extensions({ novuId: true, notSecret: isObjectId } satisfies InputMarks) as MemberDecorator;
}

/**
 * The value is never a credential: a document with such a value written into it may be kept.
 * @param looksRight of what is written: anything else may be a credential by mistake.
 */
export function NotSecret(looksRight: (text: string) => boolean): MemberDecorator {
  return Extensions({ notSecret: looksRight } satisfies InputMarks) as MemberDecorator;
}

/** Null is a value, such as one that removes what is stored: of any other input it means left out. */
export function NullIsValue(): MemberDecorator {
  return Extensions({ nullIsValue: true } satisfies InputMarks) as MemberDecorator;
}

/** Puts back what type-graphql leaves out of a built schema: marks of fields that the class of an input inherits. */
export function inheritInputMarks(schema: GraphQLSchema): void {
  const { inputTypes, fieldExtensions } = getMetadataStorage();
  for (const { name, target } of inputTypes) {
    const type = schema.getType(name);
    if (!isInputObjectType(type)) continue;
    for (const { target: declaring, fieldName, extensions } of fieldExtensions) {
      const field = Object.prototype.isPrototypeOf.call(declaring, target) ? type.getFields()[fieldName] : undefined;
      if (field) field.extensions = { ...field.extensions, ...extensions };
    }
  }
}

/** Names of the fields that a class of the schema declares itself, in their order. */
export function fieldNamesOf(type: object): readonly string[] {
  const { fields } = getMetadataStorage();
  return fields.filter(({ target }) => target === type).map(({ name }) => name);
}

/** Parameters are decorated before their method, so type-graphql already knows them. */
function assertTakesArgsAndContext(target: object, name: string): void {
  const kinds = getMetadataStorage()
    .params.filter((param) => param.target === target.constructor && param.methodName === name)
    .sort((a, b) => a.index - b.index)
    .map(({ kind }) => kind);
  if (kinds.join() !== 'args,context')
    throw new Error(`"${name}" is marked FromList, so it must take @Args() and @Ctx().`);
}
