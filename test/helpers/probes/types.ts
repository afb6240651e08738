import 'reflect-metadata';
import { GraphQLScalarType } from 'graphql';
import { createUnionType, Directive, Field, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { ListSize, Secret } from '../../../src/graphql/field-marks.ts';
import type { Integration as Row } from '../../../src/model/integration.ts';

/*
 * A field of each kind, added as a contributor would add it: each way of answering must give the same, whether it knows the field
 * or leaves it to the executor.
 */

@ObjectType({ simpleResolvers: true })
@Directive('@shareable')
export class Probe {
  @Field(() => String)
  name!: string;

  @Field(() => Int, { nullable: true })
  size!: number | null;

  @Field(() => String, { nullable: true })
  get shortened(): string {
    return this.name.slice(0, 3);
  }

  @Secret()
  @Field(() => String, { nullable: true })
  hidden!: string | null;
}

export function probeOf({ name, priority }: Row): Probe {
  return Object.assign(new Probe(), { name, size: priority, hidden: `secret of ${name}` });
}

/** Takes what it is given: a value is not refused for its type. */
export const Anything = new GraphQLScalarType<unknown>({
  name: 'Anything',
  serialize: (value) => (value === 'nothing' ? null : value),
});

export enum Weight {
  LIGHT = 1,
  HEAVY = 2,
}

registerEnumType(Weight, { name: 'Weight' });

@InterfaceType()
export abstract class Keyed {
  @Field(() => String)
  name!: string;

  @Secret()
  @Field(() => String, { nullable: true })
  key!: string | null;

  @ListSize({ assumedSize: 20_000 })
  @Field(() => [Probe], { nullable: true })
  many!: Probe[] | null;
}

@ObjectType({ implements: Keyed, simpleResolvers: true })
@Directive('@shareable')
export class Lock extends Keyed {}

export const Either = createUnionType({ name: 'Either', types: () => [Lock, Probe] as const });

export function lockOf({ name }: Row): Lock & { readonly __typename: string } {
  return Object.assign(new Lock(), { __typename: 'Lock', name, key: `secret of ${name}`, many: null });
}
