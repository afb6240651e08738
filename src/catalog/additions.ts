import type { CatalogField, CatalogProvider } from './provider.ts';

/**
 * Providers and credentials that Novu's servers know but `@novu/shared` lacks. Each entry cites its section of the
 * contract. Remove an entry when the package has it.
 */

/** Providers. Contract §10 (`grafana`, `ruach-sms`) and §11 (`novu-web-chat`). */
export const ADDED_PROVIDERS: readonly CatalogProvider[] = [
  {
    id: 'ruach-sms',
    displayName: 'Ruach SMS',
    channel: 'SMS',
    kind: 'DELIVERY',
    docsUrl: null,
    credentialFields: [
      field('apiKey', 'API Key', null, { required: true }),
      field('clientId', 'Client ID', null, { required: true }),
      field('from', 'From', null, { required: true }),
    ],
  },
  {
    id: 'novu-web-chat',
    displayName: 'Novu Web Chat',
    channel: 'CHAT',
    kind: 'DELIVERY',
    docsUrl: null,
    credentialFields: [],
  },
  { id: 'grafana', displayName: 'Grafana', channel: 'TOOL', kind: 'DELIVERY', docsUrl: null, credentialFields: [] },
];

/** The vault of an agent runtime; contract §2.4, set C. */
const EXTERNAL_VAULT = field(
  'externalVaultId',
  'Vault ID',
  'The vault at the provider that holds the secrets of the agent.',
);

/** Additional credentials of generated providers, by provider id. */
export const ADDED_FIELDS: Readonly<Record<string, readonly CatalogField[]>> = {
  // Contract §2.4, set C.
  anthropic: [EXTERNAL_VAULT],
  'anthropic-aws': [EXTERNAL_VAULT],
  // Contract §2.4, set C: the catalog says that it takes none.
  'novu-email-agent': [
    field('emailSlugPrefix', 'Email slug prefix', 'The beginning of the email address of the agent.'),
    field(
      'outboundIntegrationId',
      'Outbound integration',
      'The ID of the integration that sends the replies of the agent.',
    ),
    field('useFromAddressOverride', 'Override the sender', 'Whether replies are sent from another address.', {
      input: 'SWITCH',
    }),
    field('fromAddressOverride', 'Sender', 'The address that replies are sent from instead.'),
  ],
  // Contract §2.4, set D; §10: moved here from the configurations.
  ses: [field('configurationSetName', 'Configuration set', 'The name of the Amazon SES configuration set.')],
  // Contract §2.4, set D. Release 3.19.0 does not store it (contract §11).
  'email-webhook': [
    field('hmacSecretKeyEncoding', 'Secret key encoding', 'How the secret HMAC key is written.', {
      input: 'DROPDOWN',
      options: options({ Text: 'text', Base64: 'base64', Hex: 'hex' }),
    }),
  ],
  // Contract §10 and §11.
  'tool-webhook': [
    field(
      'routingMode',
      'Routing mode',
      'Whether all calls go to `webhookUrl` (static) or each subscriber has a URL (dynamic).',
      {
        input: 'DROPDOWN',
        options: options({ Static: 'static', Dynamic: 'dynamic' }),
      },
    ),
  ],
  // Contract §11.
  twilio: [
    field('region', 'Region', 'The region in which Twilio processes the messages.', {
      input: 'DROPDOWN',
      options: options({ 'United States': 'us', Europe: 'eu' }),
    }),
  ],
};

/** Required keys that are optional if another key has a certain value, by provider id and key. Contract §10. */
export const OPTIONAL_WHERE: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  'tool-webhook': { webhookUrl: { routingMode: 'dynamic' } },
};

function field(
  key: string,
  label: string,
  description: string | null,
  more: Partial<Pick<CatalogField, 'input' | 'required' | 'options'>> = {},
): CatalogField {
  return { key, label, description, input: 'TEXT', required: false, options: [], defaultValue: null, ...more };
}

function options(values: Readonly<Record<string, string>>): CatalogField['options'] {
  return Object.entries(values).map(([label, value]) => ({ label, value }));
}
