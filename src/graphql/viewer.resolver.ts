import { GraphQLDateTime } from 'graphql-scalars';
import { Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { mayReadSecrets } from '../model/caller.ts';
import { callerOf, type GatewayContext } from './context.ts';
import { AuthSchemeEnum } from './enums.ts';
import { whoIs } from './integration/environment-scope.ts';
import { Environment, Organization } from './integration/integration.type.ts';
import { showsCredentials } from './integration/shown-credentials.ts';

@ObjectType({ description: "The caller's rate limit, as of the last response of Novu to this caller." })
export class IntegrationsRateLimit {
  @Field(() => Int, { description: 'The number of requests in a full window.' })
  limit!: number;

  @Field(() => Int, { description: 'The number of remaining requests.' })
  remaining!: number;

  @Field(() => GraphQLDateTime, { description: 'The time when the window is full again.' })
  resetAt!: Date;

  @Field(() => String, { nullable: true, description: "Novu's description of the limit, from its response header." })
  policy!: string | null;
}

@ObjectType({ description: 'The caller and its rights regarding integrations.' })
export class IntegrationsViewer {
  @Field(() => AuthSchemeEnum, { description: 'The authentication scheme of the caller.' })
  scheme!: string;
}

@Resolver(() => IntegrationsViewer)
export class ViewerResolver {
  @Query(() => IntegrationsViewer, { nullable: true, description: 'The caller of this operation.' })
  integrationsViewer(@Ctx() context: GatewayContext): IntegrationsViewer {
    return { scheme: callerOf(context).caller.scheme };
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the caller sees credentials: false for schemes that never do. For a session, one call to Novu tells. Null if that is inconclusive, because no integration requires credentials.',
  })
  async canReadCredentials(@Ctx() context: GatewayContext): Promise<boolean | null> {
    const { caller, loaders } = callerOf(context);
    if (!mayReadSecrets(caller)) return false;
    const { integrations } = await loaders.currentList(true);
    return showsCredentials(integrations);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description:
      "The caller's organization; null if Novu does not return it. Costs one call to Novu, shared with `environment`.",
  })
  async organization(@Ctx() context: GatewayContext): Promise<Organization | null> {
    const { organizationId } = await whoIs(callerOf(context));
    return organizationId === null ? null : { id: organizationId };
  }

  @FieldResolver(() => Environment, {
    nullable: true,
    description:
      "The caller's environment: that of the API key or of the header Novu-Environment-Id. Null if Novu does not return it.",
  })
  async environment(@Ctx() context: GatewayContext): Promise<Environment | null> {
    const { environmentId } = await whoIs(callerOf(context));
    return environmentId === null ? null : { id: environmentId };
  }

  @FieldResolver(() => IntegrationsRateLimit, {
    nullable: true,
    description:
      'The rate limit, as of the last response of Novu to this caller; null before the first, or if no limit applies.',
  })
  rateLimit(@Ctx() context: GatewayContext): IntegrationsRateLimit | null {
    return callerOf(context).loaders.rateLimit();
  }
}
