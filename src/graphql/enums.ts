import { registerEnumType } from 'type-graphql';
import { AUTH_SCHEMES } from '../model/caller.ts';
import { CHANNELS, KINDS } from '../model/integration.ts';

/** A string enum whose values are their own names, so that model values pass through as they are. */
function namesOf<const Name extends string>(names: readonly Name[]): { readonly [N in Name]: N } {
  return Object.fromEntries(names.map((name) => [name, name])) as { readonly [N in Name]: N };
}

/** Registers an enum of the schema. @param values their descriptions, by name. */
export function registerEnum<const Name extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Name, string>>,
): { readonly [N in Name]: N } {
  const names = namesOf(Object.keys(values) as Name[]);
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(values).map(([value, text]) => [value, { description: text }]),
  ) as { [N in Name]: { description: string } };
  registerEnumType(names, { name, description, valuesConfig });
  return names;
}

export const IntegrationChannel = registerEnum(
  'IntegrationChannel',
  'The kind of message that an integration delivers.',
  {
    IN_APP: 'Messages in the Novu inbox component.',
    EMAIL: 'Email; one integration per environment can be primary.',
    SMS: 'Text messages; one integration per environment can be primary.',
    CHAT: 'Chat services such as Slack.',
    PUSH: 'Push notifications to devices and browsers.',
    TOOL: 'Calls to other systems, such as incident tools.',
    UNKNOWN: 'A channel that this gateway has not heard of yet; not accepted as an input.',
  } satisfies Record<(typeof CHANNELS)[number], string>,
);

export const IntegrationKind = registerEnum('IntegrationKind', 'What an integration is for.', {
  DELIVERY: 'Delivers notifications over a channel.',
  AGENT: 'Runs an AI agent; has no channel.',
  UNKNOWN: 'A kind that this gateway has not heard of yet; not accepted as an input.',
} satisfies Record<(typeof KINDS)[number], string>);

export const AuthSchemeEnum = registerEnum('AuthScheme', 'How a caller authenticated.', {
  API_KEY: 'An API key of one environment; never sees credentials.',
  SESSION: "A user's session token together with the header Novu-Environment-Id; may see credentials.",
  KEYLESS: 'Keyless trial access; never sees credentials.',
  OAUTH2: 'An OAuth 2 access token; never sees credentials.',
} satisfies Record<(typeof AUTH_SCHEMES)[number], string>);

export const CredentialsHiddenReason = registerEnum('CredentialsHiddenReason', 'Why credentials are not shown.', {
  API_KEY_CALLER: 'The caller authenticated with an API key, which never sees credentials.',
  SCHEME_NOT_ALLOWED: 'The authentication scheme of the caller never sees credentials.',
  NOT_PROVIDED: 'Novu gave none: there are none stored, or this session may not read them.',
});

export const CredentialInputKindEnum = registerEnum('CredentialInputKind', 'The form control that fits a credential.', {
  TEXT: 'One line of text.',
  TEXTAREA: 'Several lines of text.',
  NUMBER: 'A number, sent as text.',
  SWITCH: 'On or off; a Boolean.',
  DROPDOWN: 'One of the options; values beyond them are accepted too.',
});

export const IntegrationOrderField = registerEnum('IntegrationOrderField', 'What integrations are ordered by.', {
  NAME: 'The name, upper and lower case alike.',
  IDENTIFIER: 'The identifier, upper and lower case alike.',
  PROVIDER_ID: 'The id of the provider.',
  CHANNEL: 'The channel by its name; agents, which have none, come last.',
  PRIORITY: 'The priority; higher is tried first when a message is sent.',
  CREATED_AT: 'The time of creation.',
  UPDATED_AT: 'The time of the last change.',
});

export const OrderDirection = registerEnum(
  'OrderDirection',
  'Direction of an order; missing values come last in both.',
  {
    ASC: 'From small to large.',
    DESC: 'From large to small.',
  },
);
