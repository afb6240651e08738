/**
 * Manual additions to the generated catalog. These names are part of the public schema: changing or removing one breaks
 * clients (a test compares with the committed schema).
 */

/** Names of credentials types, without the suffix, where they are not the id of the provider in Pascal case. */
export const CREDENTIALS_TYPE_NAMES: Readonly<Record<string, string>> = {
  appio: 'AppIO',
  clicksend: 'ClickSend',
  getstream: 'GetStream',
  imedia: 'IMedia',
  'isend-sms': 'ISendSms',
  'isendpro-sms': 'ISendProSms',
  mailersend: 'MailerSend',
  messagebird: 'MessageBird',
  msteams: 'MsTeams',
  novu: 'NovuInbox',
  sendgrid: 'SendGrid',
  simpletexting: 'SimpleTexting',
  sparkpost: 'SparkPost',
  'whatsapp-business': 'WhatsAppBusiness',
};

/**
 * Credential keys that are known to be public: addresses and switches that recipients see anyway. Every other key is
 * secret, even if upstream does not encrypt it (its list lacks `accessKey` and `webhookUrl`). URLs are secret because
 * they often contain a token.
 */
export const PUBLIC_CREDENTIAL_KEYS: ReadonlySet<string> = new Set([
  'apiKeyRequestHeader',
  'apiVersion',
  'authenticateByToken',
  'contentType',
  'datePath',
  'domain',
  'from',
  'hmac',
  'host',
  'idPath',
  'ignoreTls',
  'ipPoolName',
  'method',
  'port',
  'region',
  'requireTls',
  'secretKeyRequestHeader',
  'secure',
  'senderName',
  'title',
]);

/** Keys that a form should mask although Novu does not encrypt them: each alone gives access to its provider. */
export const PASSWORD_LIKE_KEYS: ReadonlySet<string> = new Set(['accessKey', 'appSid']);

/** Channels that can have a primary integration (contract §2.8). */
export const CHANNELS_WITH_PRIMARY: ReadonlySet<string> = new Set(['EMAIL', 'SMS']);
