import { Field, ID, InterfaceType } from 'type-graphql';

/** In the API of clients only: supergraphs have an interface of this name of their own (see subgraph.ts). */
@InterfaceType({ description: 'An object that `Query.node` finds by its id.' })
export abstract class Node {
  @Field(() => ID, { description: 'The id of the object. No other Node has it.' })
  id!: string;
}
