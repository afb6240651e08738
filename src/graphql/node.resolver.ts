import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { integrationsById } from '../loaders/integrations.ts';
import { isObjectId, normalizeId } from '../model/ids.ts';
import type { Integration } from '../model/integration.ts';
import { type CallerContext, callerOf, type GatewayContext } from './context.ts';
import { seesEnvironment } from './integration/environment-scope.ts';
import type { Environment } from './integration/integration.type.ts';
import { Node } from './integration/node.type.ts';

/** The field with which Relay fetches an object again. */
@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'The integration or environment with an id; null if there is none that the caller may see. Costs one call to Novu, as a list does. If no integration or environment in the list has the id, a second call looks for an empty environment.',
  })
  async node(
    @Arg('id', () => ID, { description: 'The id of an integration or of an environment.' }) id: string,
    @Ctx() context: GatewayContext,
  ): Promise<Integration | Environment | null> {
    return findNode(callerOf(context), normalizeId(id));
  }
}

/** The type of the object that `node` has found. */
export function typeOfNode(found: object): 'Integration' | 'Environment' {
  return 'providerId' in found ? 'Integration' : 'Environment';
}

async function findNode(caller: CallerContext, id: string): Promise<Integration | Environment | null> {
  const { loaders } = caller;
  const integration = integrationsById((await loaders.list()).integrations).get(id);
  // Novu is not asked about what cannot be one of its ids.
  const isEnvironment = !integration && isObjectId(id) && (await seesEnvironment(caller, id));
  loaders.noteLookup({ integrations: integration ? [integration] : [], environmentIds: isEnvironment ? [id] : [] });
  return integration ?? (isEnvironment ? { id } : null);
}
