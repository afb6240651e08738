import { Field, ID, InterfaceType } from 'type-graphql';

/** Only in the API for clients: supergraphs have their own interface of this name (see subgraph.ts). */
@InterfaceType({ description: 'An object that `Query.node` finds by its id.' })
export abstract class Node {
  @Field(() => ID, { description: 'The id of the object. No other Node has it.' })
  id!: string;
}
