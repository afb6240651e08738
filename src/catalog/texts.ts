/*
 * Texts that replace those of the generated catalog. `test/catalog/texts.test.ts` looks for wrong ones.
 */

interface CredentialTexts {
  readonly label?: string;
  readonly description?: string;
}

/** Replacements of descriptions that the catalog repeats for many providers, by the original. */
export const REPLACED_DESCRIPTIONS: Readonly<Record<string, string>> = {
  // Also used for webhooks and SMTP servers, and an address does not authenticate a provider.
  'Use the same email address you used to authenticate your delivery provider':
    'The address that emails are sent from. The provider must allow it.',
};

/** Descriptions of keys for which the catalog has none and whose label is not clear. */
export const DEFAULT_DESCRIPTIONS: Readonly<Record<string, string>> = {
  domain: 'The domain that messages are sent from.',
  from: 'The sender that recipients see.',
  host: 'The host name of the server.',
  password: 'The password of the account.',
  ignoreTls: 'Whether TLS is never used.',
  port: 'The port of the server.',
  requireTls: 'Whether the connection must use TLS.',
  senderName: 'The name of the sender that recipients see.',
  user: 'The user name of the account.',
};

/** Replacements of texts that are wrong, misspelt or incomplete, by provider and key. */
export const CREDENTIAL_TEXTS: Readonly<Record<string, Readonly<Record<string, CredentialTexts>>>> = {
  anthropic: {
    externalEnvironmentId: { description: 'The Anthropic environment that Novu provisioned for this integration.' },
  },
  'anthropic-aws': {
    externalEnvironmentId: { description: 'The environment that Novu provisioned for this integration.' },
  },
  appio: {
    AppIOBaseUrl: { description: 'The base URL of the AppIO API, such as https://api.io.italia.it/api/v1.' },
  },
  apns: { secure: { description: 'Whether the production server is used instead of the sandbox.' } },
  braze: {
    apiURL: { label: 'API URL', description: 'The URL of the Braze REST endpoint.' },
    appID: { label: 'App ID', description: 'The identifier of the app in Braze.' },
  },
  'bulk-sms': {
    from: { description: 'The sender ID of the messages. If it is left out, the request has no sender.' },
  },
  'azure-sms': {
    accessKey: { description: 'The connection string of your resource in Azure Communication Services.' },
  },
  'chat-webhook': { secretKey: { label: 'Secret HMAC key', description: 'The secret that signs the webhook calls.' } },
  'eazy-sms': { channelId: { label: 'SMS Channel ID', description: 'The ID of your SMS channel.' } },
  'email-webhook': {
    webhookUrl: { description: 'The URL that is called instead of sending the email.' },
    secretKey: { label: 'Secret HMAC key', description: 'The secret that signs the webhook calls.' },
  },
  fcm: { serviceAccount: { description: 'The whole JSON file of the service account.' } },
  'generic-sms': {
    apiKey: { description: 'The value of the request header for the API key.' },
    apiKeyRequestHeader: { description: 'The name of the request header for the API key, such as X-API-KEY.' },
    authenticateByToken: {
      description: 'Whether API key and secret key are exchanged for a token, which is sent in a request header.',
    },
    authenticationTokenKey: { description: 'The name of the request header for the token, such as X-AUTH-TOKEN.' },
    datePath: { description: 'The path of the date in the response, such as message.date.' },
    domain: { description: 'The URL that issues tokens, for authentication by token.' },
    idPath: { label: 'ID Path', description: 'The path of the message ID in the response, such as message.id.' },
    secretKey: { description: 'The value of the request header for the secret key.' },
    secretKeyRequestHeader: { description: 'The name of the request header for the secret key, such as X-SECRET-KEY.' },
  },
  'grafana-on-call': {
    alertUid: { description: 'A unique ID that groups alerts; alert_uid in the body of the webhook.' },
    externalLink: {
      description: 'A link to your monitoring system; link_to_upstream_details in the body of the webhook.',
    },
    imageUrl: { description: 'The URL of an image for the alert; image_url in the body of the webhook.' },
    state: { description: 'Either "ok" or "alerting"; "ok" can resolve an alert automatically.' },
    title: { label: 'Title', description: 'The title of the alert.' },
  },
  gupshup: { user: { label: 'User ID', description: 'The ID of the Gupshup user.' } },
  'isendpro-sms': {
    apiKey: { description: 'The API key of your iSendPro account.' },
    from: { description: 'The sender of the text messages.' },
  },
  mobishastra: {
    password: { description: 'The password that Mobishastra provided.' },
    user: { description: 'The user name that Mobishastra provided.' },
  },
  msteams: {
    clientId: { description: 'The application (client) ID in Azure, under App registrations > Overview.' },
    secretKey: { description: 'The client secret in Azure, under App registrations > Certificates & secrets.' },
    tenantId: { description: 'The directory (tenant) ID in Azure, under App registrations > Overview.' },
    redirectUrl: { description: 'Where to redirect after the Teams OAuth flow. By default the tab is closed.' },
  },
  novu: { hmac: { description: 'Whether the inbox requires subscribers to be signed with an HMAC.' } },
  nodemailer: {
    accountSid: { description: 'The DKIM key selector.' },
    domain: { description: 'The DKIM domain name.' },
    secretKey: { description: 'The DKIM private key.' },
    tlsOptions: { description: 'The TLS options, as a JSON object.' },
    secure: { description: 'Whether the connection uses TLS from the start.' },
  },
  'one-signal': { apiVersion: { label: 'OneSignal API', description: 'The OneSignal API to use.' } },
  'push-webhook': {
    webhookUrl: { description: 'The URL that is called to send a push notification.' },
    secretKey: { label: 'Secret HMAC key', description: 'The secret that signs the webhook calls.' },
  },
  'ring-central': { secure: { label: 'Sandbox', description: 'Whether the sandbox of RingCentral is used.' } },
  'rocket-chat': {
    token: { description: 'A personal access token of the user.' },
    user: { label: 'User ID (x-user-id)', description: 'The ID of the user who posts the messages.' },
  },
  sendblue: { token: { description: 'The secret that verifies inbound webhooks of Sendblue. Novu generates it.' } },
  ses: { region: { description: 'The AWS region.' } },
  slack: {
    hmac: { description: 'Whether the OAuth flow requires an HMAC hash of the subscriber.' },
    signingSecret: { description: 'The signing secret of the Slack app. It verifies inbound webhooks.' },
    redirectUrl: { description: 'Where to redirect after the Slack OAuth flow. By default the tab is closed.' },
  },
  sns: { region: { description: 'The AWS region.' } },
  'tool-webhook': {
    headers: { description: 'The headers of the request, as a JSON object.' },
    body: { description: 'The template of the request body.' },
    secretKey: { label: 'Secret HMAC key', description: 'The secret that signs the webhook calls; optional.' },
    webhookUrl: { description: 'The URL that is called with the payload of the tool.' },
  },
  unifonic: { senderId: { description: 'The sender of the text messages, typically a brand name.' } },
  'webex-messaging': {
    redirectUrl: { description: 'Where to redirect after the Webex OAuth flow. By default Novu shows a success page.' },
  },
  'whatsapp-business': {
    businessAccountId: {
      description:
        'The ID of your WhatsApp Business account. The API Setup page of your Meta app shows it above the Phone Number ID.',
    },
    phoneNumberIdentification: { description: 'The ID of your WhatsApp Business phone number.' },
    secretKey: {
      description:
        'The secret that verifies the signatures of inbound webhooks. In your Meta app, it is under App settings > Basic.',
    },
    token: { description: 'The token of the webhook handshake with Meta. Novu generates it.' },
  },
};
