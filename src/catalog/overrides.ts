/**
 * Decisions of our own on top of the generated catalog. Names in here are part of the public schema: adding one is
 * additive, changing or removing one breaks clients (a test compares with the committed schema).
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
 * Credential keys that are known to be public: addresses and switches that a recipient or any form shows anyway. Every
 * other key is secret, whatever upstream encrypts (its own list misses `accessKey` and `webhookUrl`). URLs are not on the
 * list, because they often carry a token.
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

/**
 * Keys that a form should mask although Novu does not encrypt them: each is all that its provider asks for to let a caller in.
 */
export const PASSWORD_LIKE_KEYS: ReadonlySet<string> = new Set(['accessKey', 'appSid']);

/** Channels on which upstream knows a primary integration (contract §2.8). */
export const CHANNELS_WITH_PRIMARY: ReadonlySet<string> = new Set(['EMAIL', 'SMS']);
