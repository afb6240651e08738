import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { ListSize, PAGE } from '../field-marks.ts';
import { Integration } from './integration.type.ts';

@ObjectType({ simpleResolvers: true, description: 'The position of a page in its list.' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are rows after the page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there are rows before the page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first row; null if the page is empty.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last row; null if the page is empty.' })
  endCursor!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'An integration and its position in a list.' })
export class IntegrationEdge {
  @Field(() => String, { description: 'An opaque position in the list. It stays valid if the row is deleted.' })
  cursor!: string;

  @Field(() => Integration, { description: 'The integration.' })
  node!: Integration;
}

@ObjectType({ simpleResolvers: true, description: 'A page of integrations.' })
export class IntegrationConnection {
  @ListSize(PAGE)
  @Field(() => [IntegrationEdge], { description: 'The rows of the page with their cursors.' })
  edges!: IntegrationEdge[];

  @ListSize(PAGE)
  @Field(() => [Integration], { description: 'The rows of the page.' })
  nodes!: Integration[];

  @Field(() => PageInfo, { description: 'The position of the page in its list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'The number of rows on all pages.' })
  totalCount!: number;
}
