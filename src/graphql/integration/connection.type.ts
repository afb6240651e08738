import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { ListSize, PAGE } from '../field-marks.ts';
import { Integration } from './integration.type.ts';

@ObjectType({ simpleResolvers: true, description: 'Where a page lies in its list.' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more behind the page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there are more before the page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; null on an empty page.' })
  endCursor!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'An integration and its place in a list.' })
export class IntegrationEdge {
  @Field(() => String, { description: 'Opaque place in the list; stays valid when its row is deleted.' })
  cursor!: string;

  @Field(() => Integration, { description: 'The integration.' })
  node!: Integration;
}

@ObjectType({ simpleResolvers: true, description: 'A page of integrations.' })
export class IntegrationConnection {
  @ListSize(PAGE)
  @Field(() => [IntegrationEdge], { description: 'The page with a cursor for each row.' })
  edges!: IntegrationEdge[];

  @ListSize(PAGE)
  @Field(() => [Integration], { description: 'The page.' })
  nodes!: Integration[];

  @Field(() => PageInfo, { description: 'Where the page lies.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are on all pages.' })
  totalCount!: number;
}
