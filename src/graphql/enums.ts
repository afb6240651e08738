import { registerEnumType } from 'type-graphql';
import { AUTH_SCHEMES } from '../model/caller.ts';
import type { Channel, Kind } from '../model/integration.ts';

/**
 * Registers an enum of the schema, whose values are their own names: model values pass through as they are.
 * @param values their descriptions, by name.
 */
export function registerEnum<const Name extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Name, string>>,
): { readonly [N in Name]: N } {
  const names = Object.fromEntries(Object.keys(values).map((value) => [value, value])) as { readonly [N in Name]: N };
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(values).map(([value, text]) => [value, { description: text }]),
  ) as { [N in Name]: { description: string } };
  registerEnumType(names, { name, description, valuesConfig });
  return names;
}

/** One list of values as two enums, so that the schema shows that UNKNOWN is only for answers. */
export interface EnumPair<Name extends string> {
  readonly input: { readonly [N in Name]: N };
  /** With the value UNKNOWN; its name ends in `OrUnknown`. */
  readonly output: { readonly [N in Name | 'UNKNOWN']: N };
}

/** Registers an enum that mirrors a list that Novu may extend. @param unknown the description of UNKNOWN in answers. */
export function registerEnumPair<const Name extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Name, string>>,
  unknown: string,
): EnumPair<Name> {
  const outputValues: Readonly<Record<Name | 'UNKNOWN', string>> = { ...values, UNKNOWN: unknown };
  return {
    input: registerEnum(name, description, values),
    output: registerEnum(`${name}OrUnknown`, `${description} UNKNOWN if this gateway does not know it.`, outputValues),
  };
}

export const { input: IntegrationChannel, output: IntegrationChannelOrUnknown } = registerEnumPair(
  'IntegrationChannel',
  'The kind of message that an integration delivers.',
  {
    IN_APP: 'Messages in the Novu inbox component.',
    EMAIL: 'Email. One integration in each environment can be primary.',
    SMS: 'Text messages. One integration in each environment can be primary.',
    CHAT: 'Messages in chat services such as Slack.',
    PUSH: 'Push notifications to devices and browsers.',
    TOOL: 'Calls to other systems, such as incident tools.',
  } satisfies Record<Exclude<Channel, 'UNKNOWN'>, string>,
  'A channel that this version of the gateway does not know.',
);

export const { input: IntegrationKind, output: IntegrationKindOrUnknown } = registerEnumPair(
  'IntegrationKind',
  'The purpose of an integration.',
  {
    DELIVERY: 'Delivers notifications over a channel.',
    AGENT: 'Runs an AI agent. It has no channel.',
  } satisfies Record<Exclude<Kind, 'UNKNOWN'>, string>,
  'A kind that this version of the gateway does not know.',
);

export const AuthSchemeEnum = registerEnum('IntegrationAuthScheme', 'The way a caller authenticates.', {
  API_KEY: 'An API key of one environment. It never sees credentials.',
  SESSION: "A user's session token, together with the header Novu-Environment-Id. It may see credentials.",
  KEYLESS: 'Keyless trial access. It never sees credentials.',
  OAUTH2: 'An OAuth 2 access token. It never sees credentials.',
} satisfies Record<(typeof AUTH_SCHEMES)[number], string>);

export const IntegrationCredentialsHiddenReason = registerEnum(
  'IntegrationCredentialsHiddenReason',
  'The reason why credentials are hidden.',
  {
    API_KEY_CALLER: 'The caller authenticated with an API key, which never sees credentials.',
    SCHEME_NOT_ALLOWED: 'The caller authenticated with a scheme that never sees credentials.',
    SWITCHED_OFF: 'This gateway shows credentials to no caller.',
    NOT_PROVIDED: 'Novu returned none: either none are stored, or this session may not read them.',
  },
);

export const CredentialInputKindEnum = registerEnum(
  'IntegrationCredentialInputKind',
  'The form control for a credential.',
  {
    TEXT: 'A single line of text.',
    TEXTAREA: 'Multiple lines of text.',
    NUMBER: 'A number. The value is a string.',
    SWITCH: 'A switch. The value is a Boolean.',
    DROPDOWN: 'A list of options. Other values are accepted too.',
    JSON: 'A JSON object, in multiple lines of text. An input takes the object or its JSON text.',
  },
);

export const IntegrationOrderField = registerEnum(
  'IntegrationOrderField',
  'The field that integrations are sorted by.',
  {
    NAME: 'The name, ignoring case.',
    IDENTIFIER: 'The identifier, ignoring case.',
    PROVIDER_ID: 'The id of the provider.',
    CHANNEL: 'The name of the channel. Agents have none and come last.',
    PRIORITY: 'The priority. Novu tries a higher one first.',
    CREATED_AT: 'The time of creation.',
    UPDATED_AT: 'The time of the last change.',
  },
);

export const IntegrationOrderDirection = registerEnum(
  'IntegrationOrderDirection',
  'The sort direction. Missing values come last in both.',
  {
    ASC: 'Ascending.',
    DESC: 'Descending.',
  },
);

export const IntegrationRequiredCredentialsCheck = registerEnum(
  'IntegrationRequiredCredentialsCheck',
  'Whether a mutation checks that required credentials are there.',
  {
    CHECK:
      'An active integration must have them. A change may not remove one, but need not add one that was never there.',
    IGNORE: 'They are not checked, for servers and stored data that do not follow the catalog.',
  },
);
