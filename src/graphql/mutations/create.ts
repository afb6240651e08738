import type { GraphQLResolveInfo } from 'graphql';
import { type CatalogProvider, findProvider } from '../../catalog/catalog.ts';
import type { IntegrationDraft } from '../../model/integration.ts';
import type { CallerContext } from '../context.ts';
import {
  assertComplete,
  assertSameProvider,
  credentialsPath,
  type GivenCredentials,
  inputPathOf,
  readCredentials,
} from './credentials-input.ts';
import { readFields } from './fields.ts';
import { deriveIdempotencyKey } from './idempotency.ts';
import type { CreateIntegrationInput } from './mutation.input.ts';
import { invalidInput, UserErrors } from './user-errors.ts';
import { type Payload, settle, write } from './write.ts';

/** Checks the input against the catalog, before any upstream call, and creates the integration. */
export function createIntegration(
  caller: CallerContext,
  input: CreateIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<Payload> {
  return settle(async () => {
    const credentials = readCredentials(input.credentials);
    const draft = readDraft(input, credentials);
    const options = deriveIdempotencyKey(caller, input.idempotencyKey, input.environmentId ?? null, info);
    return write(caller, info, {
      send: () => caller.source.create(caller.call, draft, options),
      id: null,
      refusal: { pathOf: inputPathOf(credentials), namesEnvironment: true },
    });
  });
}

function readDraft(input: CreateIntegrationInput, credentials: GivenCredentials | null): IntegrationDraft {
  const providerId = input.providerId ?? credentials?.provider?.id;
  if (!providerId) {
    throw new UserErrors(
      invalidInput('Name the provider, here or by the member of `credentials` that belongs to it.', 'providerId'),
    );
  }
  if (credentials) assertSameProvider(credentials, providerId);
  const provider = findProvider(providerId);
  if (provider && input.active && credentials?.member !== 'raw') {
    assertComplete(provider, credentials?.values ?? {}, credentialsPath(providerId));
  }
  return {
    providerId,
    ...readKindAndChannel(input, provider),
    ...readFields(input),
    ...(credentials && { credentials: credentials.values }),
  };
}

function readKindAndChannel(
  input: CreateIntegrationInput,
  provider: CatalogProvider | undefined,
): Pick<IntegrationDraft, 'channel' | 'kind'> {
  const kind = agreed('kind', input.kind, provider?.kind);
  const channel = agreed('channel', input.channel, provider ? provider.channel : undefined);
  if (!channel && kind !== 'AGENT') {
    throw new UserErrors(invalidInput('The catalog lacks this provider: say which channel it delivers to.', 'channel'));
  }
  return {
    ...(channel && { channel: channel as NonNullable<IntegrationDraft['channel']> }),
    ...(kind && { kind: kind as NonNullable<IntegrationDraft['kind']> }),
  };
}

/** What the input says, unless the catalog knows better; undefined where neither says. */
function agreed(
  name: string,
  given: string | null | undefined,
  catalog: string | null | undefined,
): string | null | undefined {
  if (given === 'UNKNOWN') throw new UserErrors(invalidInput('UNKNOWN only stands for values in answers.', name));
  if (given && catalog !== undefined && given !== catalog) {
    throw new UserErrors(invalidInput(`The provider's ${name} is another one. Leave it out.`, name));
  }
  return given ?? catalog;
}
