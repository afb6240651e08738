/** An operation that GraphiQL opens with, in a tab of its own. */
export interface Example {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Shown in this order. The first one must run as it is, for every caller. */
export const EXAMPLES: readonly [Example, ...Example[]] = [
  {
    query: `# What is connected. Credentials are shown to sessions
# only: run this, then ask as one.
query Integrations {
  integrations(first: 20) {
    totalCount
    nodes {
      id
      name
      providerId
      channel
      active
      primary
      credentials {
        __typename
        ... on HiddenIntegrationCredentials { reason }
        ... on SendGridIntegrationCredentials { apiKey from senderName }
        ... on TwilioIntegrationCredentials { accountSid token from }
      }
    }
  }
}
`,
  },
  {
    query: `# What could be connected, with all that a settings page
# needs to draw a form. No caller is needed.
query Providers($channels: [IntegrationChannel!]) {
  integrationProviders(filter: { channels: $channels }) {
    id
    displayName
    docsUrl
    credentialsInputField
    credentialFields {
      key
      label
      description
      input
      required
      masked
      options { label value }
      defaultValue
    }
  }
}
`,
    variables: { channels: ['SMS', 'CHAT'] },
  },
  {
    query: `# Expected outcomes are data: run this twice, or take a key
# away from the variables.
mutation CreateIntegration($input: CreateIntegrationInput!) {
  createIntegration(input: $input) {
    integration { id name identifier channel active }
    errors {
      __typename
      code
      message
      path
      ... on IntegrationMissingCredentialError { key }
    }
  }
}
`,
    variables: {
      input: {
        name: 'Postmark for receipts',
        identifier: 'postmark-receipts',
        credentials: { postmark: { apiKey: 'made-up', from: 'receipts@example.com', senderName: 'Receipts' } },
        active: true,
        check: false,
      },
    },
  },
  {
    query: `# Makes an integration the one that its channel sends with.
# changedIntegrations tells caches what else has moved.
mutation SetPrimaryIntegration($input: SetPrimaryIntegrationInput!) {
  setPrimaryIntegration(input: $input) {
    integration { id name primary priority }
    changedIntegrations { id name primary priority }
    errors { code message path }
  }
}
`,
    // The embedded backend's Mailgun.
    variables: { input: { id: '65b100000000000000000002' } },
  },
  {
    query: `# Who is asking, what may they see, and what does a channel
# send with?
query Viewer {
  integrationsViewer {
    scheme
    canReadCredentials
    environment { id }
    rateLimit { limit remaining resetAt }
  }
  integrationEnvironments { id name }
  email: primaryIntegration(channel: EMAIL) { id name providerId }
  sms: primaryIntegration(channel: SMS) { id name providerId }
}
`,
  },
];
