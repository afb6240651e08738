import type { GraphQLResolveInfo } from 'graphql';
import { ALL_NAMES } from '../../../model/coordination.ts';
import type { Integration } from '../../../model/integration.ts';
import type { ConfiguredWebhook } from '../../../model/links.ts';
import type { CallerContext } from '../../context.ts';
import { ownEnvironment } from '../../integration/environment-scope.ts';
import { readList, reportUnreadable, selects } from '../effects.ts';
import { runOnce } from '../outcome/run-once.ts';
import { refuseInput } from '../user-errors.ts';
import { executeWrite, type Payload, toPayload } from '../write.ts';
import { IDENTIFIER_REFUSAL } from './identifier-refusal.ts';
import type { ConfigureIntegrationWebhookInput } from './link.input.ts';

export type ConfigureWebhookPayload = Payload & ConfiguredWebhook;

const NOTHING: ConfiguredWebhook = { webhookUrl: null, configuredAt: null, botUsername: null };

/** Lets Novu register its webhook at the chat provider. To do it again changes nothing. */
export async function configureIntegrationWebhook(
  caller: CallerContext,
  input: ConfigureIntegrationWebhookInput,
  info: GraphQLResolveInfo,
): Promise<ConfigureWebhookPayload> {
  let configured = NOTHING;
  const payload = await toPayload(caller, info, input, async () => {
    if (input.identifier.trim() === '') refuseInput('This must not be empty.', 'identifier');
    // The input does not say which id to hold.
    return runOnce(caller, info, { input, names: [ALL_NAMES] }, async (attempt) => {
      const send = async () => {
        configured = await caller.source.configureWebhook(caller.call, input.identifier);
        return selects(info, 'integration') ? findConfigured(caller, input.identifier) : null;
      };
      return executeWrite(caller, info, {
        send,
        // No list shows the webhook at the provider.
        evidenceIn: () => ({ kind: 'INCONCLUSIVE' }),
        idempotent: true,
        provable: false,
        attempt,
        id: null,
        target: { identifier: input.identifier, environmentId: null },
        refusal: IDENTIFIER_REFUSAL,
      });
    });
  });
  return { ...payload, ...configured };
}

/** The answer does not show the integration. Null where it cannot be read: the write is done all the same. */
async function findConfigured(caller: CallerContext, identifier: string): Promise<Integration | null> {
  try {
    caller.loaders.clear();
    const environmentId = await ownEnvironment(caller);
    const list = await readList(caller);
    return list?.find((row) => row.identifier === identifier && row.environmentId === environmentId) ?? null;
  } catch (error) {
    reportUnreadable(caller, error);
    return null;
  }
}
