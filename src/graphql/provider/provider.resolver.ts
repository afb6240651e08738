import { Args, Query, Resolver } from 'type-graphql';
import {
  credentialFieldName,
  credentialsInputField,
  credentialsTypeName,
  credentialValueType,
  isMaskedKey,
  isSecretKey,
  providers,
  supportsPrimary,
} from '../../catalog/catalog.ts';
import type { CatalogField, CatalogProvider } from '../../catalog/provider.ts';
import { ListSize, Public } from '../field-marks.ts';
import { refuseLongLists } from '../input-rules.ts';
import { IntegrationProviderArgs, type IntegrationProviderFilter, IntegrationProvidersArgs } from './provider.input.ts';
import { IntegrationProvider, type IntegrationProviderField } from './provider.type.ts';

@Resolver(() => IntegrationProvider)
export class ProviderResolver {
  @Query(() => IntegrationProvider, {
    nullable: true,
    description: 'A provider of the catalog; null if the catalog lacks it. Requires no authentication.',
  })
  @Public()
  integrationProvider(
    @Args(() => IntegrationProviderArgs) { id }: IntegrationProviderArgs,
  ): IntegrationProvider | null {
    return providerView(id);
  }

  @Query(() => [IntegrationProvider], {
    nullable: true,
    description: 'The providers of the catalog, in catalog order. Requires no authentication.',
  })
  @Public()
  @ListSize({ assumedSize: providers.length })
  integrationProviders(
    @Args(() => IntegrationProvidersArgs) { filter }: IntegrationProvidersArgs,
  ): IntegrationProvider[] {
    refuseLongLists(filter ?? {});
    return views.filter((provider) => matches(provider, filter ?? {}));
  }
}

const views: readonly IntegrationProvider[] = providers.map(toView);
const viewsById = new Map(views.map((view) => [view.id, view]));

/** The catalog entry as the schema shows it, or null if the catalog lacks the provider. */
export function providerView(id: string): IntegrationProvider | null {
  return viewsById.get(id) ?? null;
}

function toView(provider: CatalogProvider): IntegrationProvider {
  return {
    ...provider,
    credentialFields: provider.credentialFields.map(toFieldView),
    credentialsTypeName: credentialsTypeName(provider),
    credentialsInputField: credentialsInputField(provider),
    supportsPrimary: supportsPrimary(provider),
  };
}

function toFieldView(field: CatalogField): IntegrationProviderField {
  const isObject = credentialValueType(field.key) === 'JSON_OBJECT';
  return {
    ...field,
    ...(isObject && { input: 'JSON', description: field.description ?? 'A JSON object.' }),
    key: credentialFieldName(field.key),
    withheld: isSecretKey(field.key),
    masked: isMaskedKey(field.key),
    options: [...field.options],
  };
}

function matches(provider: IntegrationProvider, filter: IntegrationProviderFilter): boolean {
  const text = filter.search?.toLowerCase();
  return (
    (!filter.ids || filter.ids.includes(provider.id)) &&
    (!filter.channels || (provider.channel !== null && filter.channels.includes(provider.channel))) &&
    (!filter.kind || filter.kind === provider.kind) &&
    (!text || provider.id.includes(text) || provider.displayName.toLowerCase().includes(text))
  );
}
