import { GraphQLDateTime } from 'graphql-scalars';
import { Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { mayReadSecrets } from '../model/caller.ts';
import { callerOf, type GatewayContext } from './context.ts';
import { AuthSchemeEnum } from './enums.ts';
import { whoIs } from './integration/environment-scope.ts';
import { Environment, Organization } from './integration/integration.type.ts';

@ObjectType({ description: 'How much of its rate limit a caller has left, from the last answer of Novu to it.' })
export class IntegrationsRateLimit {
  @Field(() => Int, { description: 'Requests in a full window.' })
  limit!: number;

  @Field(() => Int, { description: 'Requests that are left.' })
  remaining!: number;

  @Field(() => GraphQLDateTime, { description: 'When the window is full again.' })
  resetAt!: Date;

  @Field(() => String, { nullable: true, description: "Novu's description of the limit, as its header gives it." })
  policy!: string | null;
}

@ObjectType({ description: 'The caller, as far as integrations are concerned.' })
export class IntegrationsViewer {
  @Field(() => AuthSchemeEnum, { description: 'How the caller authenticated.' })
  scheme!: string;

  @Field(() => Boolean, {
    description: 'Whether the scheme may see credentials; Novu may still withhold them from this caller.',
  })
  canReadCredentials!: boolean;
}

@Resolver(() => IntegrationsViewer)
export class ViewerResolver {
  @Query(() => IntegrationsViewer, { nullable: true, description: 'Who is calling, and what they may see.' })
  integrationsViewer(@Ctx() context: GatewayContext): IntegrationsViewer {
    const { caller } = callerOf(context);
    return { scheme: caller.scheme, canReadCredentials: mayReadSecrets(caller) };
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description:
      "The caller's organization; null where Novu does not tell. One call to Novu, shared with `environment`.",
  })
  async organization(@Ctx() context: GatewayContext): Promise<Organization | null> {
    const { organizationId } = await whoIs(callerOf(context));
    return organizationId === null ? null : { id: organizationId };
  }

  @FieldResolver(() => Environment, {
    nullable: true,
    description:
      "The caller's environment: that of the API key, or of Novu-Environment-Id; null where Novu does not tell.",
  })
  async environment(@Ctx() context: GatewayContext): Promise<Environment | null> {
    const { environmentId } = await whoIs(callerOf(context));
    return environmentId === null ? null : { id: environmentId };
  }

  @FieldResolver(() => IntegrationsRateLimit, {
    nullable: true,
    description:
      'The budget that the last answer of Novu to this caller told; null before any, and where none applies.',
  })
  rateLimit(@Ctx() context: GatewayContext): IntegrationsRateLimit | null {
    return callerOf(context).loaders.rateLimit();
  }
}
