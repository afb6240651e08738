import {
  createUnionType,
  Extensions,
  Field,
  type FieldOptions,
  ID,
  InputType,
  InterfaceType,
  ObjectType,
} from 'type-graphql';
import {
  credentialFieldName,
  credentialsInputField,
  credentialsTypeName,
  credentialValueType,
  isSecretKey,
  optionalWhere,
  providers,
} from '../../catalog/catalog.ts';
import type { CatalogField, CatalogProvider } from '../../catalog/provider.ts';
import type { JsonObject } from '../../model/json.ts';
import { allValues } from '../credential-values.ts';
import { IntegrationCredentialsHiddenReason } from '../enums.ts';
import { FromRow, Secret } from '../field-marks.ts';
import { GraphQLJSON, GraphQLJSONObject } from '../json-scalars.ts';

@InterfaceType({ description: 'Credentials that the caller may see.' })
export abstract class IntegrationProviderCredentials {
  @Field(() => ID, { description: 'The id of the provider.' })
  providerId!: string;

  @Secret()
  @FromRow(allValues)
  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description:
      'All stored values, by the keys of `IntegrationProvider.credentialFields`; other keys are as Novu returned them. Null if the caller may not see them. Secret.',
  })
  values!: JsonObject | null;
}

@ObjectType({ simpleResolvers: true, description: 'Credentials that are hidden from this caller.' })
export class HiddenIntegrationCredentials {
  @Field(() => IntegrationCredentialsHiddenReason, { description: 'The reason why they are hidden.' })
  reason!: keyof typeof IntegrationCredentialsHiddenReason;
}

@ObjectType({
  implements: IntegrationProviderCredentials,
  simpleResolvers: true,
  description: 'Credentials of a provider that takes none.',
})
export class NoIntegrationCredentials extends IntegrationProviderCredentials {}

@ObjectType({
  implements: IntegrationProviderCredentials,
  simpleResolvers: true,
  description: 'Credentials of a provider whose fields the catalog lacks; `values` has them.',
})
export class UnknownProviderIntegrationCredentials extends IntegrationProviderCredentials {}

@ObjectType({
  simpleResolvers: true,
  description: 'Whether a value is stored under a key. The value itself is not shown.',
})
export class IntegrationCredentialState {
  @Field(() => String, { description: 'The key, as in `IntegrationProviderField`.' })
  key!: string;

  @Field(() => Boolean, { description: 'Whether a value is stored.' })
  isSet!: boolean;
}

type Class = new () => object;

const withKeys = providers.filter((provider) => provider.credentialFields.length > 0);
const outputTypes = withKeys.map(createOutputType);

export const IntegrationCredentials = createUnionType({
  name: 'IntegrationCredentials',
  description:
    'Credentials of an integration: HiddenIntegrationCredentials if the caller may not see them, otherwise the type of the provider.',
  types: () =>
    [
      HiddenIntegrationCredentials,
      NoIntegrationCredentials,
      UnknownProviderIntegrationCredentials,
      ...outputTypes,
    ] as const,
});

/** Decorated here, not in a class body, because its members come from the catalog. */
export const IntegrationCredentialsInput = createCredentialsInput();

/** The types of single providers. Only the union refers to them, so the schema builder needs a list. */
export const credentialTypes: readonly Class[] = [
  NoIntegrationCredentials,
  UnknownProviderIntegrationCredentials,
  ...outputTypes,
];

/** Names of the output and input types of single providers. */
export const providerTypeNames: ReadonlySet<string> = new Set(
  withKeys.map(credentialsTypeName).flatMap((name) => [name, `${name}Input`]),
);

function createOutputType(provider: CatalogProvider): Class {
  const type = named(credentialsTypeName(provider), class extends IntegrationProviderCredentials {});
  for (const field of provider.credentialFields) {
    const secret = isSecretKey(field.key);
    addField(type, credentialFieldName(field.key), valueType(field), {
      description: `${describe(field)}${secret ? ' Secret.' : ''}`,
      secret,
    });
  }
  addField(type, 'extra', () => GraphQLJSONObject, {
    description: 'Values by key that do not fit the other fields; null if there are none. Secret.',
    secret: true,
  });
  ObjectType({
    implements: IntegrationProviderCredentials,
    simpleResolvers: true,
    description: `Credentials of ${provider.displayName}.`,
  })(type);
  return type;
}

function createCredentialsInput(): Class {
  const input = named('IntegrationCredentialsInput', class {});
  for (const provider of withKeys) {
    addField(input, credentialsInputField(provider) ?? '', createInputType(provider), {
      description: `Credentials of ${provider.displayName}.`,
    });
  }
  addField(input, 'raw', () => GraphQLJSONObject, {
    description: 'Credentials by their keys in the REST API, sent unchecked. For providers that the catalog lacks.',
  });
  Extensions({ oneOf: true })(input);
  InputType({ description: 'Credentials of one provider. Set exactly one field.' })(input);
  return input;
}

function createInputType(provider: CatalogProvider): () => Class {
  const type = named(`${credentialsTypeName(provider)}Input`, class {});
  for (const field of provider.credentialFields) {
    const need = field.required ? ` Required by an active integration${exceptionOf(provider, field)}.` : '';
    const isObject = credentialValueType(field.key) === 'JSON_OBJECT';
    const text = isObject ? ' The JSON text of the object is accepted too.' : '';
    addField(type, credentialFieldName(field.key), isObject ? () => GraphQLJSON : valueType(field), {
      description: `${describe(field)}${text}${need}`,
    });
  }
  addField(type, 'extra', () => GraphQLJSONObject, {
    description: 'Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks.',
  });
  InputType({ description: `Credentials of ${provider.displayName}.` })(type);
  return () => type;
}

function exceptionOf(provider: CatalogProvider, { key }: CatalogField): string {
  const exception = optionalWhere(provider, key);
  return exception.map(([other, value]) => `, unless \`${credentialFieldName(other)}\` is ${value}`).join('');
}

function describe({ description, label }: CatalogField): string {
  return description ?? `${label}.`;
}

type ValueType = () => Class | StringConstructor | BooleanConstructor | typeof GraphQLJSONObject;

function valueType(field: CatalogField): ValueType {
  switch (credentialValueType(field.key)) {
    case 'BOOLEAN':
      return () => Boolean;
    case 'JSON_OBJECT':
      return () => GraphQLJSONObject;
    case 'STRING':
      return () => String;
  }
}

function addField(
  type: Class,
  name: string,
  valueType: ValueType,
  { secret = false, ...options }: FieldOptions & { secret?: boolean },
): void {
  const property = [type.prototype as object, name] as const;
  Field(valueType, { nullable: true, ...options })(...property);
  if (secret) Secret()(...property);
}

/** type-graphql reads a type's name from its class. */
function named<C extends Class>(name: string, type: C): C {
  Object.defineProperty(type, 'name', { value: name });
  return type;
}
