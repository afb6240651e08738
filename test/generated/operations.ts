/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** The reason why a mutation refused an input, for programs. */
export type IntegrationUserErrorCode =
  /** The integration does not exist, or the caller may not see it. */
  | 'INTEGRATION_NOT_FOUND'
  /** Another integration in the environment has this identifier. */
  | 'IDENTIFIER_TAKEN'
  /** A value cannot be accepted; `path` says which one. */
  | 'INVALID_INPUT'
  /** A credential that the provider requires is missing; there is one error for each. */
  | 'MISSING_CREDENTIAL'
  /** The channel of the integration does not support a primary integration. */
  | 'PRIMARY_NOT_SUPPORTED'
  /** The provider rejected the credentials or could not be reached. */
  | 'PROVIDER_CHECK_FAILED'
  /** The API key belongs to a different environment. */
  | 'ENVIRONMENT_SCOPE'
  /** The idempotency key is in use for another request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The change was sent and may have been made. `query` asks what became of it. */
  | 'OUTCOME_UNKNOWN'
  /** The integration was changed since `ifUpdatedAt`. Nothing was done. */
  | 'CHANGED_MEANWHILE'
  /** The change was made, but Novu did not store this value, or kept one that was to be removed. The integration stands beside the error. */
  | 'NOT_STORED'
  /** Novu created the integration of an agent, now or in an earlier attempt, but not its setup at the provider. The integration stands beside the error if it can be read. A caller that sees no credentials is told so of any agent with this identifier that may be incomplete. */
  | 'INCOMPLETE_SETUP'
  /** A rule of Novu forbids the change. */
  | 'BUSINESS_RULE';

/** The kind of message that an integration delivers. */
export type IntegrationChannel =
  /** Messages in the Novu inbox component. */
  | 'IN_APP'
  /** Email. One integration in each environment can be primary. */
  | 'EMAIL'
  /** Text messages. One integration in each environment can be primary. */
  | 'SMS'
  /** Messages in chat services such as Slack. */
  | 'CHAT'
  /** Push notifications to devices and browsers. */
  | 'PUSH'
  /** Calls to other systems, such as incident tools. */
  | 'TOOL'
  /** A channel that this version of the gateway does not know. Refused as an input. */
  | 'UNKNOWN';

/** The purpose of an integration. */
export type IntegrationKind =
  /** Delivers notifications over a channel. */
  | 'DELIVERY'
  /** Runs an AI agent. It has no channel. */
  | 'AGENT'
  /** A kind that this version of the gateway does not know. Refused as an input. */
  | 'UNKNOWN';

/** The reason why credentials are hidden. */
export type IntegrationCredentialsHiddenReason =
  /** The caller authenticated with an API key, which never sees credentials. */
  | 'API_KEY_CALLER'
  /** The caller authenticated with a scheme that never sees credentials. */
  | 'SCHEME_NOT_ALLOWED'
  /** This gateway shows credentials to no caller. */
  | 'SWITCHED_OFF'
  /** Novu returned none: either none are stored, or this session may not read them. */
  | 'NOT_PROVIDED';

/** A filter for integrations. All given conditions must match. */
export type IntegrationFilter = {
  /** Only these ids. */
  ids?: Array<string | number> | null | undefined;
  /** Only active integrations (true), or only inactive ones (false). */
  active?: boolean | null | undefined;
  /** Only primary integrations (true), or only others (false). */
  primary?: boolean | null | undefined;
  /** Only this kind. */
  kind?: IntegrationKind | null | undefined;
  /** Only these channels. */
  channels?: Array<IntegrationChannel> | null | undefined;
  /** Only these providers. */
  providerIds?: Array<string | number> | null | undefined;
  /** Only these environments. */
  environmentIds?: Array<string | number> | null | undefined;
  /** Text in the name, identifier, or id or display name of the provider, ignoring case. */
  search?: string | null | undefined;
};

/** A sort order. Ties are sorted by id, and missing values come last. */
export type IntegrationOrder = {
  /** The field to sort by. */
  field: IntegrationOrderField;
  /** The sort direction. */
  direction: IntegrationOrderDirection;
};

/** The field that integrations are sorted by. */
export type IntegrationOrderField =
  /** The name, ignoring case. */
  | 'NAME'
  /** The identifier, ignoring case. */
  | 'IDENTIFIER'
  /** The id of the provider. */
  | 'PROVIDER_ID'
  /** The name of the channel. Agents have none and come last. */
  | 'CHANNEL'
  /** The priority. Novu tries a higher one first. */
  | 'PRIORITY'
  /** The time of creation. */
  | 'CREATED_AT'
  /** The time of the last change. */
  | 'UPDATED_AT';

/** The sort direction. Missing values come last in both. */
export type IntegrationOrderDirection =
  /** Ascending. */
  | 'ASC'
  /** Descending. */
  | 'DESC';

/** How two environments differ in the integration of one identifier. */
export type IntegrationDifferenceKind =
  /** It is missing in the environment `to`. */
  | 'ONLY_IN_FROM'
  /** It is missing in the environment `from`. */
  | 'ONLY_IN_TO'
  /** Both have it, and differ in `fields`. */
  | 'DIFFERENT'
  /** Both have it. Their credentials could not be compared; nothing else differs. */
  | 'NOT_COMPARABLE';

/** Identifies an integration. Set exactly one field. */
export type IntegrationBy =
  {   /** The id of the integration. */
  id: string | number; identifier?: never; }
  |  { id?: never;   /** The identifier within an environment. */
  identifier: IntegrationIdentifierInput; };

/** An identifier and the environment in which it is unique. */
export type IntegrationIdentifierInput = {
  /** The identifier of the integration. */
  identifier: string;
  /** The environment; by default, that of the API key or of the header Novu-Environment-Id. */
  environmentId?: string | number | null | undefined;
};

/** The connection of a chat workspace or tenant to ask consent for. */
export type CreateIntegrationConnectUrlInput = {
  /** The identifier of the integration, in the caller's own environment: that of the API key or of the header Novu-Environment-Id. */
  identifier: string;
  /** The context, by key: each value is an id, or an object with `id` and `data`. */
  context?: Record<string, unknown> | null | undefined;
  /** The HMAC-SHA256 of the context, made with the environment's secret key. Needed if the integration verifies it. */
  contextHash?: string | null | undefined;
  /** The subscriber that the connection belongs to. */
  subscriberId?: string | number | null | undefined;
  /** The identifier of the new connection; by default, Novu makes one. */
  connectionIdentifier?: string | null | undefined;
  /** The OAuth scopes to ask for; by default, Novu's. Slack and Webex only. */
  scope?: Array<string> | null | undefined;
  /** What the connection belongs to; by default, SUBSCRIBER. */
  connectionMode?: IntegrationConnectionMode | null | undefined;
  /** Whether the person who consents is also linked to the subscriber; by default, true for SUBSCRIBER. */
  autoLinkUser?: boolean | null | undefined;
};

/** What a connection to a chat workspace belongs to. */
export type IntegrationConnectionMode =
  /** A subscriber. */
  | 'SUBSCRIBER'
  /** A context, which is shared by all its subscribers. */
  | 'SHARED';

/** An integration to create. */
export type CreateIntegrationInput = {
  /** The display name. It must not be empty. */
  name?: string | null | undefined;
  /** The name used in code. It is unique within the environment, and must not be empty. */
  identifier?: string | null | undefined;
  /** The environment of the integration; by default, the caller's own. */
  environmentId?: string | number | null | undefined;
  /** The credentials. They replace all stored ones, except those of `whatsapp-business`, which newer servers merge: a key that is left out or blank keeps its stored value. */
  credentials?: IntegrationCredentialsInput | null | undefined;
  /** The other settings. They replace all stored ones. */
  configurations?: IntegrationConfigurationsInput | null | undefined;
  /** The conditions under which it is used, in the older format. A primary integration that gets conditions is no longer primary. */
  conditions?: Array<IntegrationConditionGroupInput> | null | undefined;
  /** The conditions under which it is used, as JSONLogic; null removes them. They override `conditions`. Novu knows the values `context.*`, `subscriber.*` and some of `workflow.*`: `{ "==": [{ "var": "subscriber.data.plan" }, "pro"] }`. */
  rules?: Record<string, unknown> | null | undefined;
  /** Whether messages are sent through it. An integration without any credential that its provider requires is not activated; for an API key, which cannot see the stored ones, only those in the input are checked. */
  active?: boolean | null | undefined;
  /** Whether Novu first tests the credentials with the provider, which must be given then. Novu tests only those of email providers. */
  check?: boolean | null | undefined;
  /** Whether an active integration must have the credentials that the catalog requires. */
  requiredCredentials?: IntegrationRequiredCredentialsCheck | null | undefined;
  /** Like the header Idempotency-Key, but for this mutation only: 1 to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The id of the provider. Optional if `credentials` names the provider. */
  providerId?: string | number | null | undefined;
  /** The channel; by default, that of the provider. */
  channel?: IntegrationChannel | null | undefined;
  /** The kind; by default, that of the provider. */
  kind?: IntegrationKind | null | undefined;
};

/** Credentials of one provider. Set exactly one field. */
export type IntegrationCredentialsInput =
  {   /** Credentials of Mailgun. */
  mailgun: MailgunIntegrationCredentialsInput; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never;   /** Credentials of Mailjet. */
  mailjet: MailjetIntegrationCredentialsInput; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never;   /** Credentials of Mailtrap. */
  mailtrap: MailtrapIntegrationCredentialsInput; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never;   /** Credentials of Mandrill. */
  mandrill: MandrillIntegrationCredentialsInput; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never;   /** Credentials of Postmark. */
  postmark: PostmarkIntegrationCredentialsInput; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never;   /** Credentials of SendGrid. */
  sendgrid: SendGridIntegrationCredentialsInput; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never;   /** Credentials of Brevo (formerly Sendinblue). */
  sendinblue: SendinblueIntegrationCredentialsInput; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never;   /** Credentials of SES. */
  ses: SesIntegrationCredentialsInput; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never;   /** Credentials of Netcore. */
  netcore: NetcoreIntegrationCredentialsInput; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never;   /** Credentials of Custom SMTP. */
  nodemailer: NodemailerIntegrationCredentialsInput; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never;   /** Credentials of MailerSend. */
  mailersend: MailerSendIntegrationCredentialsInput; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never;   /** Credentials of Microsoft Outlook365. */
  outlook365: Outlook365IntegrationCredentialsInput; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never;   /** Credentials of Infobip. */
  infobipEmail: InfobipEmailIntegrationCredentialsInput; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never;   /** Credentials of Braze. */
  braze: BrazeIntegrationCredentialsInput; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never;   /** Credentials of Resend. */
  resend: ResendIntegrationCredentialsInput; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never;   /** Credentials of Anypost. */
  anypost: AnypostIntegrationCredentialsInput; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never;   /** Credentials of Plunk. */
  plunk: PlunkIntegrationCredentialsInput; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never;   /** Credentials of SparkPost. */
  sparkpost: SparkPostIntegrationCredentialsInput; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never;   /** Credentials of Email Webhook. */
  emailWebhook: EmailWebhookIntegrationCredentialsInput; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never;   /** Credentials of Novu Email. */
  novuEmailAgent: NovuEmailAgentIntegrationCredentialsInput; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never;   /** Credentials of Nexmo. */
  nexmo: NexmoIntegrationCredentialsInput; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never;   /** Credentials of Plivo. */
  plivo: PlivoIntegrationCredentialsInput; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never;   /** Credentials of sms77. */
  sms77: Sms77IntegrationCredentialsInput; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never;   /** Credentials of SNS. */
  sns: SnsIntegrationCredentialsInput; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never;   /** Credentials of Telnyx. */
  telnyx: TelnyxIntegrationCredentialsInput; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never;   /** Credentials of MessageBird. */
  messagebird: MessageBirdIntegrationCredentialsInput; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never;   /** Credentials of Twilio. */
  twilio: TwilioIntegrationCredentialsInput; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never;   /** Credentials of Gupshup. */
  gupshup: GupshupIntegrationCredentialsInput; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never;   /** Credentials of Firetext. */
  firetext: FiretextIntegrationCredentialsInput; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never;   /** Credentials of Infobip. */
  infobipSms: InfobipSmsIntegrationCredentialsInput; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never;   /** Credentials of Kudosity (formerly BurstSMS). */
  burstSms: BurstSmsIntegrationCredentialsInput; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never;   /** Credentials of BulkSMS. */
  bulkSms: BulkSmsIntegrationCredentialsInput; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never;   /** Credentials of iSend SMS. */
  isendSms: ISendSmsIntegrationCredentialsInput; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never;   /** Credentials of clickatell. */
  clickatell: ClickatellIntegrationCredentialsInput; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never;   /** Credentials of 46elks. */
  fortySixElks: FortySixElksIntegrationCredentialsInput; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never;   /** Credentials of Kannel SMS. */
  kannel: KannelIntegrationCredentialsInput; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never;   /** Credentials of Maqsam. */
  maqsam: MaqsamIntegrationCredentialsInput; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never;   /** Credentials of SMS Central. */
  smsCentral: SmsCentralIntegrationCredentialsInput; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never;   /** Credentials of Termii. */
  termii: TermiiIntegrationCredentialsInput; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never;   /** Credentials of Africa's Talking. */
  africasTalking: AfricasTalkingIntegrationCredentialsInput; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never;   /** Credentials of Sendchamp. */
  sendchamp: SendchampIntegrationCredentialsInput; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never;   /** Credentials of SMS Webhook. */
  genericSms: GenericSmsIntegrationCredentialsInput; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never;   /** Credentials of Clicksend. */
  clicksend: ClickSendIntegrationCredentialsInput; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never;   /** Credentials of SimpleTexting. */
  simpletexting: SimpleTextingIntegrationCredentialsInput; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never;   /** Credentials of Bandwidth. */
  bandwidth: BandwidthIntegrationCredentialsInput; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never;   /** Credentials of Azure Sms. */
  azureSms: AzureSmsIntegrationCredentialsInput; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never;   /** Credentials of RingCentral. */
  ringCentral: RingCentralIntegrationCredentialsInput; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never;   /** Credentials of Brevo. */
  brevoSms: BrevoSmsIntegrationCredentialsInput; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never;   /** Credentials of Eazy. */
  eazySms: EazySmsIntegrationCredentialsInput; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never;   /** Credentials of Mobishastra. */
  mobishastra: MobishastraIntegrationCredentialsInput; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never;   /** Credentials of Sinch. */
  sinch: SinchIntegrationCredentialsInput; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never;   /** Credentials of Afro Message. */
  afroMessage: AfroMessageIntegrationCredentialsInput; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never;   /** Credentials of Unifonic. */
  unifonic: UnifonicIntegrationCredentialsInput; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never;   /** Credentials of smsmode. */
  smsmode: SmsmodeIntegrationCredentialsInput; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never;   /** Credentials of iMedia. */
  imedia: IMediaIntegrationCredentialsInput; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never;   /** Credentials of iSendPro. */
  isendproSms: ISendProSmsIntegrationCredentialsInput; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never;   /** Credentials of CM.com. */
  cmTelecom: CmTelecomIntegrationCredentialsInput; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never;   /** Credentials of Slack. */
  slack: SlackIntegrationCredentialsInput; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never;   /** Credentials of Grafana On Call Webhook. */
  grafanaOnCall: GrafanaOnCallIntegrationCredentialsInput; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never;   /** Credentials of MSTeams. */
  msteams: MsTeamsIntegrationCredentialsInput; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never;   /** Credentials of Webex Messaging. */
  webexMessaging: WebexMessagingIntegrationCredentialsInput; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never;   /** Credentials of GetStream. */
  getstream: GetStreamIntegrationCredentialsInput; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never;   /** Credentials of Rocket.Chat. */
  rocketChat: RocketChatIntegrationCredentialsInput; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never;   /** Credentials of WhatsApp Business. */
  whatsappBusiness: WhatsAppBusinessIntegrationCredentialsInput; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never;   /** Credentials of LINE. */
  line: LineIntegrationCredentialsInput; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never;   /** Credentials of Chat Webhook. */
  chatWebhook: ChatWebhookIntegrationCredentialsInput; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never;   /** Credentials of Telegram. */
  telegram: TelegramIntegrationCredentialsInput; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never;   /** Credentials of Sendblue. */
  sendblue: SendblueIntegrationCredentialsInput; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never;   /** Credentials of OneSignal. */
  oneSignal: OneSignalIntegrationCredentialsInput; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never;   /** Credentials of Pushpad. */
  pushpad: PushpadIntegrationCredentialsInput; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never;   /** Credentials of Firebase Cloud Messaging. */
  fcm: FcmIntegrationCredentialsInput; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never;   /** Credentials of Expo Push. */
  expo: ExpoIntegrationCredentialsInput; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never;   /** Credentials of APNs. */
  apns: ApnsIntegrationCredentialsInput; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never;   /** Credentials of Push Webhook. */
  pushWebhook: PushWebhookIntegrationCredentialsInput; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never;   /** Credentials of Pusher Beams. */
  pusherBeams: PusherBeamsIntegrationCredentialsInput; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never;   /** Credentials of AppIO. */
  appio: AppIoIntegrationCredentialsInput; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never;   /** Credentials of Novu Inbox. */
  novu: NovuInboxIntegrationCredentialsInput; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never;   /** Credentials of Tool webhook. */
  toolWebhook: ToolWebhookIntegrationCredentialsInput; ruachSms?: never; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never;   /** Credentials of Ruach SMS. */
  ruachSms: RuachSmsIntegrationCredentialsInput; anthropic?: never; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never;   /** Credentials of Claude (Anthropic). */
  anthropic: AnthropicIntegrationCredentialsInput; anthropicAws?: never; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never;   /** Credentials of Claude Platform on AWS. */
  anthropicAws: AnthropicAwsIntegrationCredentialsInput; raw?: never; }
  |  { mailgun?: never; mailjet?: never; mailtrap?: never; mandrill?: never; postmark?: never; sendgrid?: never; sendinblue?: never; ses?: never; netcore?: never; nodemailer?: never; mailersend?: never; outlook365?: never; infobipEmail?: never; braze?: never; resend?: never; anypost?: never; plunk?: never; sparkpost?: never; emailWebhook?: never; novuEmailAgent?: never; nexmo?: never; plivo?: never; sms77?: never; sns?: never; telnyx?: never; messagebird?: never; twilio?: never; gupshup?: never; firetext?: never; infobipSms?: never; burstSms?: never; bulkSms?: never; isendSms?: never; clickatell?: never; fortySixElks?: never; kannel?: never; maqsam?: never; smsCentral?: never; termii?: never; africasTalking?: never; sendchamp?: never; genericSms?: never; clicksend?: never; simpletexting?: never; bandwidth?: never; azureSms?: never; ringCentral?: never; brevoSms?: never; eazySms?: never; mobishastra?: never; sinch?: never; afroMessage?: never; unifonic?: never; smsmode?: never; imedia?: never; isendproSms?: never; cmTelecom?: never; slack?: never; grafanaOnCall?: never; msteams?: never; webexMessaging?: never; getstream?: never; rocketChat?: never; whatsappBusiness?: never; line?: never; chatWebhook?: never; telegram?: never; sendblue?: never; oneSignal?: never; pushpad?: never; fcm?: never; expo?: never; apns?: never; pushWebhook?: never; pusherBeams?: never; appio?: never; novu?: never; toolWebhook?: never; ruachSms?: never; anthropic?: never; anthropicAws?: never;   /** Credentials by their keys in the REST API, sent unchecked. For providers that the catalog lacks. */
  raw: Record<string, unknown>; };

/** Settings other than credentials. They replace all stored ones. */
export type IntegrationConfigurationsInput = {
  /** Whether the provider reports delivery events to Novu. */
  inboundWebhookEnabled?: boolean | null | undefined;
  /** The key that verifies reported events. Secret. */
  inboundWebhookSigningKey?: string | null | undefined;
  /** The JSON Schema of the payload, as a string. */
  payloadSchema?: string | null | undefined;
  /** Other settings, by their keys in the REST API. */
  other?: Record<string, unknown> | null | undefined;
};

/** A group of comparisons that decides whether an integration is used for a message. */
export type IntegrationConditionGroupInput = {
  /** Whether the result is negated. */
  isNegated?: boolean | null | undefined;
  /** The type of the group in Novu, such as GROUP. */
  type?: string | null | undefined;
  /** The operator that joins the comparisons: AND or OR. */
  value?: string | null | undefined;
  /** The comparisons of the group. */
  children?: Array<IntegrationConditionInput> | null | undefined;
};

/** A comparison in a condition group. */
export type IntegrationConditionInput = {
  /** The path of the value to compare. */
  field?: string | null | undefined;
  /** The JSON value to compare with. */
  value?: unknown;
  /** The comparison operator in Novu, such as EQUAL or IN. */
  operator?: string | null | undefined;
  /** The source of the value, such as payload or subscriber. */
  on?: string | null | undefined;
};

/** Whether a mutation checks that required credentials are there. */
export type IntegrationRequiredCredentialsCheck =
  /** An active integration must have them. A change may not remove one, but need not add one that was never there. */
  | 'CHECK'
  /** They are not checked, for servers and stored data that do not follow the catalog. */
  | 'IGNORE';

/** An integration to copy, and the environment to copy it into. */
export type CopyIntegrationInput = {
  /** The id of the integration to copy. */
  id: string | number;
  /** The environment of the copy, another one of the same organization. */
  environmentId: string | number;
  /** The identifier of the copy; by default, that of the original. Older servers need another one: theirs are unique within the organization. */
  identifier?: string | null | undefined;
  /** Whether messages are sent through the copy; by default, false. It is refused if the copy has none of the credentials that its provider requires. */
  active?: boolean | null | undefined;
  /** Whether the copy has the credentials of the original. */
  credentials: IntegrationCredentialsCopy;
  /** Like the header Idempotency-Key, but for this mutation only: 1 to 255 characters. */
  idempotencyKey?: string | null | undefined;
};

/** What a copy of an integration takes over of its secrets. */
export type IntegrationCredentialsCopy =
  /** All credentials and the signing key. Only for sessions that see them. */
  | 'KEEP'
  /** None of them. */
  | 'NONE';

/** Changes to an integration. Omitted fields stay as they are. */
export type UpdateIntegrationInput = {
  /** The display name. It must not be empty. */
  name?: string | null | undefined;
  /** The name used in code. It is unique within the environment, and must not be empty. */
  identifier?: string | null | undefined;
  /** The environment of the integration; by default, the caller's own. */
  environmentId?: string | number | null | undefined;
  /** The credentials. They replace all stored ones, except those of `whatsapp-business`, which newer servers merge: a key that is left out or blank keeps its stored value. */
  credentials?: IntegrationCredentialsInput | null | undefined;
  /** The other settings. They replace all stored ones. */
  configurations?: IntegrationConfigurationsInput | null | undefined;
  /** The conditions under which it is used, in the older format. A primary integration that gets conditions is no longer primary. */
  conditions?: Array<IntegrationConditionGroupInput> | null | undefined;
  /** The conditions under which it is used, as JSONLogic; null removes them. They override `conditions`. Novu knows the values `context.*`, `subscriber.*` and some of `workflow.*`: `{ "==": [{ "var": "subscriber.data.plan" }, "pro"] }`. */
  rules?: Record<string, unknown> | null | undefined;
  /** Whether messages are sent through it. An integration without any credential that its provider requires is not activated; for an API key, which cannot see the stored ones, only those in the input are checked. */
  active?: boolean | null | undefined;
  /** Whether Novu first tests the credentials with the provider, which must be given then. Novu tests only those of email providers. */
  check?: boolean | null | undefined;
  /** Whether an active integration must have the credentials that the catalog requires. */
  requiredCredentials?: IntegrationRequiredCredentialsCheck | null | undefined;
  /** Like the header Idempotency-Key, but for this mutation only: 1 to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The id of the integration. */
  id: string | number;
  /** The `updatedAt` that the caller has seen. If the integration was changed since, nothing is done and the error is CHANGED_MEANWHILE, with the integration as it is now. */
  ifUpdatedAt?: string | null | undefined;
  /** Credentials to change, by key; null removes one, and the others stay as they are. Keys that the catalog lacks are sent as they are. Newer servers keep what is removed of `whatsapp-business`, which is reported as NOT_STORED. Only for sessions that see the current values. It cannot be combined with `credentials`. */
  credentialsPatch?: Record<string, unknown> | null | undefined;
  /** Whether Novu's branding is removed; older servers only. */
  removeNovuBranding?: boolean | null | undefined;
};

/** The integration to make primary. */
export type SetPrimaryIntegrationInput = {
  /** The id of the integration. */
  id: string | number;
  /** Like the header Idempotency-Key, but for this mutation only: 1 to 255 characters. */
  idempotencyKey?: string | null | undefined;
};

/** The integration to delete. */
export type DeleteIntegrationInput = {
  /** The id of the integration. */
  id: string | number;
  /** The `updatedAt` that the caller has seen. If the integration was changed since, nothing is done and the error is CHANGED_MEANWHILE, with the integration as it is now. */
  ifUpdatedAt?: string | null | undefined;
  /** The integration to make primary if the deleted one was primary. Novu does not choose one by itself. */
  successorId?: string | number | null | undefined;
  /** Like the header Idempotency-Key, but for this mutation only: 1 to 255 characters. */
  idempotencyKey?: string | null | undefined;
};

/** The integration whose webhook to configure. */
export type AutoConfigureIntegrationInput = {
  /** The id of the integration. */
  id: string | number;
  /** Like the header Idempotency-Key, but for this mutation only: 1 to 255 characters. */
  idempotencyKey?: string | null | undefined;
};

/** Credentials of Mailgun. */
export type MailgunIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Base URL. */
  baseUrl?: string | null | undefined;
  /** The user name of the account. Required by an active integration. */
  user?: string | null | undefined;
  /** The domain that messages are sent from. Required by an active integration. */
  domain?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Mailjet. */
export type MailjetIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** API Secret. Required by an active integration. */
  secretKey?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Mailtrap. */
export type MailtrapIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Mandrill. */
export type MandrillIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Postmark. */
export type PostmarkIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of SendGrid. */
export type SendGridIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Select EU if your SendGrid account is hosted in the EU data center. */
  region?: string | null | undefined;
  /** IP Pool Name. */
  ipPoolName?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Brevo (formerly Sendinblue). */
export type SendinblueIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of SES. */
export type SesIntegrationCredentialsInput = {
  /** Access key ID. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Secret access key. Required by an active integration. */
  secretKey?: string | null | undefined;
  /** The AWS region. Required by an active integration. */
  region?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** The name of the Amazon SES configuration set. */
  configurationSetName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Netcore. */
export type NetcoreIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Custom SMTP. */
export type NodemailerIntegrationCredentialsInput = {
  /** The user name of the account. */
  user?: string | null | undefined;
  /** The password of the account. */
  password?: string | null | undefined;
  /** The host name of the server. Required by an active integration. */
  host?: string | null | undefined;
  /** The port of the server. Required by an active integration. */
  port?: string | null | undefined;
  /** Whether the connection uses TLS from the start. */
  secure?: boolean | null | undefined;
  /** Whether the connection must use TLS. */
  requireTls?: boolean | null | undefined;
  /** Whether TLS is never used. */
  ignoreTls?: boolean | null | undefined;
  /** The TLS options, as a JSON object. The JSON text of the object is accepted too; Novu is sent the object. */
  tlsOptions?: unknown;
  /** The DKIM domain name. */
  domain?: string | null | undefined;
  /** The DKIM private key. */
  secretKey?: string | null | undefined;
  /** The DKIM key selector. */
  accountSid?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of MailerSend. */
export type MailerSendIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Microsoft Outlook365. */
export type Outlook365IntegrationCredentialsInput = {
  /** The password of the account. Required by an active integration. */
  password?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Infobip. */
export type InfobipEmailIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Base URL. Required by an active integration. */
  baseUrl?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Braze. */
export type BrazeIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** The URL of the Braze REST endpoint. Required by an active integration. */
  apiURL?: string | null | undefined;
  /** The identifier of the app in Braze. Required by an active integration. */
  appID?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Resend. */
export type ResendIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Anypost. */
export type AnypostIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Plunk. */
export type PlunkIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of SparkPost. */
export type SparkPostIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Use EU if your account is registered to SparkPost EU. */
  region?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Email Webhook. */
export type EmailWebhookIntegrationCredentialsInput = {
  /** The URL that is called instead of sending the email. Required by an active integration. */
  webhookUrl?: string | null | undefined;
  /** The secret that signs the webhook calls. Required by an active integration. */
  secretKey?: string | null | undefined;
  /** Use the same email address you used to authenticate your delivery provider. Required by an active integration. */
  from?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** How the secret HMAC key is written. */
  hmacSecretKeyEncoding?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Novu Email. */
export type NovuEmailAgentIntegrationCredentialsInput = {
  /** The beginning of the email address of the agent. */
  emailSlugPrefix?: string | null | undefined;
  /** The ID of the integration that sends the replies of the agent. */
  outboundIntegrationId?: string | null | undefined;
  /** Whether replies are sent from another address. */
  useFromAddressOverride?: boolean | null | undefined;
  /** The address that replies are sent from instead. */
  fromAddressOverride?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Nexmo. */
export type NexmoIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** API secret. Required by an active integration. */
  secretKey?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Plivo. */
export type PlivoIntegrationCredentialsInput = {
  /** Account SID. Required by an active integration. */
  accountSid?: string | null | undefined;
  /** Auth token. Required by an active integration. */
  token?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of sms77. */
export type Sms77IntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of SNS. */
export type SnsIntegrationCredentialsInput = {
  /** Access key ID. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Secret access key. Required by an active integration. */
  secretKey?: string | null | undefined;
  /** The AWS region. Required by an active integration. */
  region?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Telnyx. */
export type TelnyxIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Message profile ID. Required by an active integration. */
  messageProfileId?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of MessageBird. */
export type MessageBirdIntegrationCredentialsInput = {
  /** Access key. Required by an active integration. */
  accessKey?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Twilio. */
export type TwilioIntegrationCredentialsInput = {
  /** Account SID. Required by an active integration. */
  accountSid?: string | null | undefined;
  /** Auth token. Required by an active integration. */
  token?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** The region in which Twilio processes the messages. */
  region?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Gupshup. */
export type GupshupIntegrationCredentialsInput = {
  /** The ID of the Gupshup user. Required by an active integration. */
  user?: string | null | undefined;
  /** The password of the account. Required by an active integration. */
  password?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Firetext. */
export type FiretextIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Infobip. */
export type InfobipSmsIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Base URL. Required by an active integration. */
  baseUrl?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Kudosity (formerly BurstSMS). */
export type BurstSmsIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** API Secret. Required by an active integration. */
  secretKey?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of BulkSMS. */
export type BulkSmsIntegrationCredentialsInput = {
  /** API Token. Required by an active integration. */
  apiToken?: string | null | undefined;
  /** The sender ID of the messages. If it is left out, the request has no sender. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of iSend SMS. */
export type ISendSmsIntegrationCredentialsInput = {
  /** API Token. Required by an active integration. */
  apiToken?: string | null | undefined;
  /** The sender that recipients see. */
  from?: string | null | undefined;
  /** Content Type. */
  contentType?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of clickatell. */
export type ClickatellIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of 46elks. */
export type FortySixElksIntegrationCredentialsInput = {
  /** The user name of the account. Required by an active integration. */
  user?: string | null | undefined;
  /** The password of the account. Required by an active integration. */
  password?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Kannel SMS. */
export type KannelIntegrationCredentialsInput = {
  /** The host name of the server. Required by an active integration. */
  host?: string | null | undefined;
  /** The port of the server. Required by an active integration. */
  port?: string | null | undefined;
  /** The user name of the account. */
  user?: string | null | undefined;
  /** The password of the account. */
  password?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Maqsam. */
export type MaqsamIntegrationCredentialsInput = {
  /** Access Key ID. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Access Secret. Required by an active integration. */
  secretKey?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of SMS Central. */
export type SmsCentralIntegrationCredentialsInput = {
  /** The user name of the account. Required by an active integration. */
  user?: string | null | undefined;
  /** The password of the account. Required by an active integration. */
  password?: string | null | undefined;
  /** Base URL. */
  baseUrl?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Termii. */
export type TermiiIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Africa's Talking. */
export type AfricasTalkingIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** The user name of the account. Required by an active integration. */
  user?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Sendchamp. */
export type SendchampIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of SMS Webhook. */
export type GenericSmsIntegrationCredentialsInput = {
  /** Base URL. Required by an active integration. */
  baseUrl?: string | null | undefined;
  /** The name of the request header for the API key, such as X-API-KEY. Required by an active integration. */
  apiKeyRequestHeader?: string | null | undefined;
  /** The value of the request header for the API key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** The name of the request header for the secret key, such as X-SECRET-KEY. */
  secretKeyRequestHeader?: string | null | undefined;
  /** The value of the request header for the secret key. */
  secretKey?: string | null | undefined;
  /** The path of the message ID in the response, such as message.id. Required by an active integration. */
  idPath?: string | null | undefined;
  /** The path of the date in the response, such as message.date. */
  datePath?: string | null | undefined;
  /** Whether API key and secret key are exchanged for a token, which is sent in a request header. */
  authenticateByToken?: boolean | null | undefined;
  /** The URL that issues tokens, for authentication by token. */
  domain?: string | null | undefined;
  /** The name of the request header for the token, such as X-AUTH-TOKEN. */
  authenticationTokenKey?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Clicksend. */
export type ClickSendIntegrationCredentialsInput = {
  /** Your Clicksend API username. Required by an active integration. */
  user?: string | null | undefined;
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of SimpleTexting. */
export type SimpleTextingIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Bandwidth. */
export type BandwidthIntegrationCredentialsInput = {
  /** Your Bandwidth account username. Required by an active integration. */
  user?: string | null | undefined;
  /** The password of the account. Required by an active integration. */
  password?: string | null | undefined;
  /** Account ID. Required by an active integration. */
  accountSid?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Azure Sms. */
export type AzureSmsIntegrationCredentialsInput = {
  /** Your Azure account connection string. Required by an active integration. */
  accessKey?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of RingCentral. */
export type RingCentralIntegrationCredentialsInput = {
  /** Your RingCentral app client ID. Required by an active integration. */
  clientId?: string | null | undefined;
  /** Your RingCentral app client secret. Required by an active integration. */
  secretKey?: string | null | undefined;
  /** Whether the sandbox of RingCentral is used. */
  secure?: boolean | null | undefined;
  /** Your RingCentral user JWT token. Required by an active integration. */
  token?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Brevo. */
export type BrevoSmsIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Eazy. */
export type EazySmsIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** The ID of your SMS channel. Required by an active integration. */
  channelId?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Mobishastra. */
export type MobishastraIntegrationCredentialsInput = {
  /** Base URL. Required by an active integration. */
  baseUrl?: string | null | undefined;
  /** The user name that Mobishastra provided. Required by an active integration. */
  user?: string | null | undefined;
  /** The password that Mobishastra provided. Required by an active integration. */
  password?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Sinch. */
export type SinchIntegrationCredentialsInput = {
  /** Your Sinch Service Plan ID. Required by an active integration. */
  servicePlanId?: string | null | undefined;
  /** API Token. Required by an active integration. */
  apiToken?: string | null | undefined;
  /** Select your Sinch region. Required by an active integration. */
  region?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Afro Message. */
export type AfroMessageIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** The name of the sender that recipients see. Required by an active integration. */
  senderName?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Unifonic. */
export type UnifonicIntegrationCredentialsInput = {
  /** Authentication string that uniquely identifies your application. Required by an active integration. */
  appSid?: string | null | undefined;
  /** The sender of the text messages, typically a brand name. Required by an active integration. */
  senderId?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of smsmode. */
export type SmsmodeIntegrationCredentialsInput = {
  /** API key provided by smsmode. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of iMedia. */
export type IMediaIntegrationCredentialsInput = {
  /** Your iMedia API token. Required by an active integration. */
  token?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of iSendPro. */
export type ISendProSmsIntegrationCredentialsInput = {
  /** The API key of your iSendPro account. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** The sender of the text messages. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of CM.com. */
export type CmTelecomIntegrationCredentialsInput = {
  /** Your CM.com product token. Required by an active integration. */
  apiToken?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Slack. */
export type SlackIntegrationCredentialsInput = {
  /** App ID. Required by an active integration. */
  applicationId?: string | null | undefined;
  /** Client ID. Required by an active integration. */
  clientId?: string | null | undefined;
  /** Client Secret. Required by an active integration. */
  secretKey?: string | null | undefined;
  /** The signing secret of the Slack app. It verifies inbound webhooks. Required by an active integration. */
  signingSecret?: string | null | undefined;
  /** Where to redirect after the Slack OAuth flow. By default the tab is closed. */
  redirectUrl?: string | null | undefined;
  /** Whether the OAuth flow requires an HMAC hash of the subscriber. */
  hmac?: boolean | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Grafana On Call Webhook. */
export type GrafanaOnCallIntegrationCredentialsInput = {
  /** A unique ID that groups alerts; alert_uid in the body of the webhook. */
  alertUid?: string | null | undefined;
  /** The title of the alert. */
  title?: string | null | undefined;
  /** The URL of an image for the alert; image_url in the body of the webhook. */
  imageUrl?: string | null | undefined;
  /** Either "ok" or "alerting"; "ok" can resolve an alert automatically. */
  state?: string | null | undefined;
  /** A link to your monitoring system; link_to_upstream_details in the body of the webhook. */
  externalLink?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of MSTeams. */
export type MsTeamsIntegrationCredentialsInput = {
  /** The application (client) ID in Azure, under App registrations > Overview. */
  clientId?: string | null | undefined;
  /** The client secret in Azure, under App registrations > Certificates & secrets. */
  secretKey?: string | null | undefined;
  /** The directory (tenant) ID in Azure, under App registrations > Overview. */
  tenantId?: string | null | undefined;
  /** Where to redirect after the Teams OAuth flow. By default the tab is closed. */
  redirectUrl?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Webex Messaging. */
export type WebexMessagingIntegrationCredentialsInput = {
  /** Webex integration client ID used for OAuth authorization. Required by an active integration. */
  clientId?: string | null | undefined;
  /** Webex integration client secret used to exchange OAuth authorization codes. Required by an active integration. */
  secretKey?: string | null | undefined;
  /** Where to redirect after the Webex OAuth flow. By default Novu shows a success page. */
  redirectUrl?: string | null | undefined;
  /** Optional Webex API base URL. Leave empty to use https://webexapis.com/v1. */
  baseUrl?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of GetStream. */
export type GetStreamIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Rocket.Chat. */
export type RocketChatIntegrationCredentialsInput = {
  /** A personal access token of the user. Required by an active integration. */
  token?: string | null | undefined;
  /** The ID of the user who posts the messages. Required by an active integration. */
  user?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of WhatsApp Business. */
export type WhatsAppBusinessIntegrationCredentialsInput = {
  /** Your WhatsApp Business access API token. Required by an active integration. */
  apiToken?: string | null | undefined;
  /** The ID of your WhatsApp Business phone number. Required by an active integration. */
  phoneNumberIdentification?: string | null | undefined;
  /** The ID of your WhatsApp Business account. The API Setup page of your Meta app shows it above the Phone Number ID. Required by an active integration. */
  businessAccountId?: string | null | undefined;
  /** The secret that verifies the signatures of inbound webhooks. In your Meta app, it is under App settings > Basic. Required by an active integration. */
  secretKey?: string | null | undefined;
  /** The token of the webhook handshake with Meta. Novu generates it. */
  token?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of LINE. */
export type LineIntegrationCredentialsInput = {
  /** Your LINE Channel Access Token from the LINE Developers Console. Required by an active integration. */
  apiToken?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Chat Webhook. */
export type ChatWebhookIntegrationCredentialsInput = {
  /** The secret that signs the webhook calls. */
  secretKey?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Telegram. */
export type TelegramIntegrationCredentialsInput = {
  /** Create a bot in Telegram by chatting with BotFather, then paste the HTTP API token it gives you here. Required by an active integration. */
  apiToken?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Sendblue. */
export type SendblueIntegrationCredentialsInput = {
  /** Your Sendblue API key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Your Sendblue secret key. Required by an active integration. */
  secretKey?: string | null | undefined;
  /** One of your registered Sendblue phone numbers to send messages from, in E.164 format. Required by an active integration. */
  from?: string | null | undefined;
  /** The secret that verifies inbound webhooks of Sendblue. Novu generates it. */
  token?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of OneSignal. */
export type OneSignalIntegrationCredentialsInput = {
  /** Application ID. Required by an active integration. */
  applicationId?: string | null | undefined;
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Select the One Signal API to use. */
  apiVersion?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Pushpad. */
export type PushpadIntegrationCredentialsInput = {
  /** Auth Token. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Project ID. Required by an active integration. */
  applicationId?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Firebase Cloud Messaging. */
export type FcmIntegrationCredentialsInput = {
  /** The whole JSON file of the service account. Required by an active integration. */
  serviceAccount?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Expo Push. */
export type ExpoIntegrationCredentialsInput = {
  /** Access Token. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of APNs. */
export type ApnsIntegrationCredentialsInput = {
  /** Private Key. Required by an active integration. */
  secretKey?: string | null | undefined;
  /** Key ID. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Team ID. Required by an active integration. */
  projectName?: string | null | undefined;
  /** Bundle ID. Required by an active integration. */
  applicationId?: string | null | undefined;
  /** Whether the production server is used instead of the sandbox. */
  secure?: boolean | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Push Webhook. */
export type PushWebhookIntegrationCredentialsInput = {
  /** The URL that is called to send a push notification. Required by an active integration. */
  webhookUrl?: string | null | undefined;
  /** The secret that signs the webhook calls. Required by an active integration. */
  secretKey?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Pusher Beams. */
export type PusherBeamsIntegrationCredentialsInput = {
  /** The unique identifier for your Beams instance. Required by an active integration. */
  instanceId?: string | null | undefined;
  /** The secret key your server will use to access your Beams instance. Required by an active integration. */
  secretKey?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of AppIO. */
export type AppIoIntegrationCredentialsInput = {
  /** The base URL of the App IO API, such as https://api.io.italia.it/api/v1. Required by an active integration. */
  appIOBaseUrl?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Novu Inbox. */
export type NovuInboxIntegrationCredentialsInput = {
  /** Whether the inbox requires subscribers to be signed with an HMAC. */
  hmac?: boolean | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Tool webhook. */
export type ToolWebhookIntegrationCredentialsInput = {
  /** HTTP Method. Required by an active integration. */
  method?: string | null | undefined;
  /** The URL that is called with the payload of the tool. Required by an active integration, unless `routingMode` is dynamic. */
  webhookUrl?: string | null | undefined;
  /** The headers of the request, as a JSON object. */
  headers?: string | null | undefined;
  /** The template of the request body. */
  body?: string | null | undefined;
  /** The secret that signs the webhook calls; optional. */
  secretKey?: string | null | undefined;
  /** Whether all calls go to `webhookUrl` (static) or each subscriber has a URL (dynamic). */
  routingMode?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Ruach SMS. */
export type RuachSmsIntegrationCredentialsInput = {
  /** API Key. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Client ID. Required by an active integration. */
  clientId?: string | null | undefined;
  /** The sender that recipients see. Required by an active integration. */
  from?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Claude (Anthropic). */
export type AnthropicIntegrationCredentialsInput = {
  /** Your Anthropic API key. Used to authenticate with the Anthropic platform. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** The Anthropic environment that Novu provisioned for this integration. */
  externalEnvironmentId?: string | null | undefined;
  /** The vault at the provider that holds the secrets of the agent. */
  externalVaultId?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

/** Credentials of Claude Platform on AWS. */
export type AnthropicAwsIntegrationCredentialsInput = {
  /** The AWS region where your Claude Platform workspace is provisioned. Required by an active integration. */
  region?: string | null | undefined;
  /** API key generated in the AWS Console under Claude Platform on AWS. Required by an active integration. */
  apiKey?: string | null | undefined;
  /** Claude Platform on AWS workspace ID (`wrkspc_…`). Required for agent runtime dispatch. Required by an active integration. */
  externalWorkspaceId?: string | null | undefined;
  /** The environment that Novu provisioned for this integration. */
  externalEnvironmentId?: string | null | undefined;
  /** The vault at the provider that holds the secrets of the agent. */
  externalVaultId?: string | null | undefined;
  /** Further credentials by their keys in the REST API, sent unchecked. For keys that the catalog lacks. */
  extra?: Record<string, unknown> | null | undefined;
};

export type IntegrationRowFragment = { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannel | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } };

type UserError_IntegrationNotFoundError_Fragment = { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> };

type UserError_IntegrationIdentifierTakenError_Fragment = { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> };

type UserError_IntegrationInvalidInputError_Fragment = { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> };

type UserError_IntegrationMissingCredentialError_Fragment = { __typename: 'IntegrationMissingCredentialError', key: string, code: IntegrationUserErrorCode, message: string, path: Array<string> };

type UserError_IntegrationPrimaryNotSupportedError_Fragment = { __typename: 'IntegrationPrimaryNotSupportedError', channel: IntegrationChannel | null, code: IntegrationUserErrorCode, message: string, path: Array<string> };

type UserError_IntegrationProviderCheckFailedError_Fragment = { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> };

type UserError_IntegrationEnvironmentScopeError_Fragment = { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> };

type UserError_IntegrationIdempotencyConflictError_Fragment = { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> };

type UserError_IntegrationOutcomeUnknownError_Fragment = { __typename: 'IntegrationOutcomeUnknownError', code: IntegrationUserErrorCode, message: string, path: Array<string> };

type UserError_IntegrationChangedMeanwhileError_Fragment = { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> };

type UserError_IntegrationNotStoredError_Fragment = { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> };

type UserError_IntegrationIncompleteSetupError_Fragment = { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> };

type UserError_IntegrationBusinessRuleError_Fragment = { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> };

export type UserErrorFragment =
  | UserError_IntegrationNotFoundError_Fragment
  | UserError_IntegrationIdentifierTakenError_Fragment
  | UserError_IntegrationInvalidInputError_Fragment
  | UserError_IntegrationMissingCredentialError_Fragment
  | UserError_IntegrationPrimaryNotSupportedError_Fragment
  | UserError_IntegrationProviderCheckFailedError_Fragment
  | UserError_IntegrationEnvironmentScopeError_Fragment
  | UserError_IntegrationIdempotencyConflictError_Fragment
  | UserError_IntegrationOutcomeUnknownError_Fragment
  | UserError_IntegrationChangedMeanwhileError_Fragment
  | UserError_IntegrationNotStoredError_Fragment
  | UserError_IntegrationIncompleteSetupError_Fragment
  | UserError_IntegrationBusinessRuleError_Fragment
;

export type ListIntegrationsQueryVariables = Exact<{
  filter?: IntegrationFilter | null | undefined;
  orderBy?: IntegrationOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ListIntegrationsQuery = { __typename: 'Query', integrations: { __typename: 'IntegrationConnection', totalCount: number, nodes: Array<{ __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannel | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type ListWithCredentialsQueryVariables = Exact<{
  filter?: IntegrationFilter | null | undefined;
}>;


export type ListWithCredentialsQuery = { __typename: 'Query', integrations: { __typename: 'IntegrationConnection', nodes: Array<{ __typename: 'Integration', id: string, providerId: string, credentials:
        | { __typename: 'HiddenIntegrationCredentials', reason: IntegrationCredentialsHiddenReason }
        | { __typename: 'NoIntegrationCredentials' }
        | { __typename: 'UnknownProviderIntegrationCredentials', values: Record<string, unknown> | null }
        | { __typename: 'MailgunIntegrationCredentials' }
        | { __typename: 'MailjetIntegrationCredentials' }
        | { __typename: 'MailtrapIntegrationCredentials' }
        | { __typename: 'MandrillIntegrationCredentials' }
        | { __typename: 'PostmarkIntegrationCredentials' }
        | { __typename: 'SendGridIntegrationCredentials', apiKey: string | null, from: string | null, senderName: string | null }
        | { __typename: 'SendinblueIntegrationCredentials' }
        | { __typename: 'SesIntegrationCredentials' }
        | { __typename: 'NetcoreIntegrationCredentials' }
        | { __typename: 'NodemailerIntegrationCredentials' }
        | { __typename: 'MailerSendIntegrationCredentials' }
        | { __typename: 'Outlook365IntegrationCredentials' }
        | { __typename: 'InfobipEmailIntegrationCredentials' }
        | { __typename: 'BrazeIntegrationCredentials' }
        | { __typename: 'ResendIntegrationCredentials' }
        | { __typename: 'AnypostIntegrationCredentials' }
        | { __typename: 'PlunkIntegrationCredentials' }
        | { __typename: 'SparkPostIntegrationCredentials' }
        | { __typename: 'EmailWebhookIntegrationCredentials' }
        | { __typename: 'NovuEmailAgentIntegrationCredentials' }
        | { __typename: 'NexmoIntegrationCredentials' }
        | { __typename: 'PlivoIntegrationCredentials' }
        | { __typename: 'Sms77IntegrationCredentials' }
        | { __typename: 'SnsIntegrationCredentials' }
        | { __typename: 'TelnyxIntegrationCredentials' }
        | { __typename: 'MessageBirdIntegrationCredentials' }
        | { __typename: 'TwilioIntegrationCredentials', accountSid: string | null, token: string | null, from: string | null }
        | { __typename: 'GupshupIntegrationCredentials' }
        | { __typename: 'FiretextIntegrationCredentials' }
        | { __typename: 'InfobipSmsIntegrationCredentials' }
        | { __typename: 'BurstSmsIntegrationCredentials' }
        | { __typename: 'BulkSmsIntegrationCredentials' }
        | { __typename: 'ISendSmsIntegrationCredentials' }
        | { __typename: 'ClickatellIntegrationCredentials' }
        | { __typename: 'FortySixElksIntegrationCredentials' }
        | { __typename: 'KannelIntegrationCredentials' }
        | { __typename: 'MaqsamIntegrationCredentials' }
        | { __typename: 'SmsCentralIntegrationCredentials' }
        | { __typename: 'TermiiIntegrationCredentials' }
        | { __typename: 'AfricasTalkingIntegrationCredentials' }
        | { __typename: 'SendchampIntegrationCredentials' }
        | { __typename: 'GenericSmsIntegrationCredentials' }
        | { __typename: 'ClickSendIntegrationCredentials' }
        | { __typename: 'SimpleTextingIntegrationCredentials' }
        | { __typename: 'BandwidthIntegrationCredentials' }
        | { __typename: 'AzureSmsIntegrationCredentials' }
        | { __typename: 'RingCentralIntegrationCredentials' }
        | { __typename: 'BrevoSmsIntegrationCredentials' }
        | { __typename: 'EazySmsIntegrationCredentials' }
        | { __typename: 'MobishastraIntegrationCredentials' }
        | { __typename: 'SinchIntegrationCredentials' }
        | { __typename: 'AfroMessageIntegrationCredentials' }
        | { __typename: 'UnifonicIntegrationCredentials' }
        | { __typename: 'SmsmodeIntegrationCredentials' }
        | { __typename: 'IMediaIntegrationCredentials' }
        | { __typename: 'ISendProSmsIntegrationCredentials' }
        | { __typename: 'CmTelecomIntegrationCredentials' }
        | { __typename: 'SlackIntegrationCredentials' }
        | { __typename: 'GrafanaOnCallIntegrationCredentials' }
        | { __typename: 'MsTeamsIntegrationCredentials' }
        | { __typename: 'WebexMessagingIntegrationCredentials' }
        | { __typename: 'GetStreamIntegrationCredentials' }
        | { __typename: 'RocketChatIntegrationCredentials' }
        | { __typename: 'WhatsAppBusinessIntegrationCredentials' }
        | { __typename: 'LineIntegrationCredentials' }
        | { __typename: 'ChatWebhookIntegrationCredentials' }
        | { __typename: 'TelegramIntegrationCredentials' }
        | { __typename: 'SendblueIntegrationCredentials' }
        | { __typename: 'OneSignalIntegrationCredentials' }
        | { __typename: 'PushpadIntegrationCredentials' }
        | { __typename: 'FcmIntegrationCredentials' }
        | { __typename: 'ExpoIntegrationCredentials' }
        | { __typename: 'ApnsIntegrationCredentials' }
        | { __typename: 'PushWebhookIntegrationCredentials' }
        | { __typename: 'PusherBeamsIntegrationCredentials' }
        | { __typename: 'AppIOIntegrationCredentials' }
        | { __typename: 'NovuInboxIntegrationCredentials' }
        | { __typename: 'ToolWebhookIntegrationCredentials' }
        | { __typename: 'RuachSmsIntegrationCredentials' }
        | { __typename: 'AnthropicIntegrationCredentials' }
        | { __typename: 'AnthropicAwsIntegrationCredentials' }
       | null, configurations: { __typename: 'IntegrationConfigurations', inboundWebhookEnabled: boolean | null, inboundWebhookSigningKey: string | null } | null }> } | null };

export type GetIntegrationQueryVariables = Exact<{
  by: IntegrationBy;
}>;


export type GetIntegrationQuery = { __typename: 'Query', integration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannel | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } } | null };

export type PrimaryIntegrationQueryVariables = Exact<{
  channel: IntegrationChannel;
  environmentId?: string | number | null | undefined;
}>;


export type PrimaryIntegrationQuery = { __typename: 'Query', primaryIntegration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannel | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } } | null };

export type CreateIntegrationMutationVariables = Exact<{
  input: CreateIntegrationInput;
}>;


export type CreateIntegrationMutation = { __typename: 'Mutation', createIntegration: { __typename: 'CreateIntegrationPayload', integration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannel | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } } | null, changedIntegrations: Array<{ __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannel | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } }> | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', key: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', channel: IntegrationChannel | null, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type UpdateIntegrationMutationVariables = Exact<{
  input: UpdateIntegrationInput;
}>;


export type UpdateIntegrationMutation = { __typename: 'Mutation', updateIntegration: { __typename: 'UpdateIntegrationPayload', integration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannel | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } } | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', key: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', channel: IntegrationChannel | null, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type SetPrimaryIntegrationMutationVariables = Exact<{
  input: SetPrimaryIntegrationInput;
}>;


export type SetPrimaryIntegrationMutation = { __typename: 'Mutation', setPrimaryIntegration: { __typename: 'SetPrimaryIntegrationPayload', integration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannel | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } } | null, changedIntegrations: Array<{ __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannel | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } }> | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', key: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', channel: IntegrationChannel | null, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type DeleteIntegrationMutationVariables = Exact<{
  input: DeleteIntegrationInput;
}>;


export type DeleteIntegrationMutation = { __typename: 'Mutation', deleteIntegration: { __typename: 'DeleteIntegrationPayload', integration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannel | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } } | null, changedIntegrations: Array<{ __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannel | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } }> | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', key: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', channel: IntegrationChannel | null, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type AutoConfigureIntegrationMutationVariables = Exact<{
  input: AutoConfigureIntegrationInput;
}>;


export type AutoConfigureIntegrationMutation = { __typename: 'Mutation', autoConfigureIntegration: { __typename: 'AutoConfigureIntegrationPayload', success: boolean, message: string | null, integration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannel | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } } | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', key: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', channel: IntegrationChannel | null, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type CreateIntegrationConnectUrlMutationVariables = Exact<{
  input: CreateIntegrationConnectUrlInput;
}>;


export type CreateIntegrationConnectUrlMutation = { __typename: 'Mutation', createIntegrationConnectUrl: { __typename: 'CreateIntegrationConnectUrlPayload', url: string | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', key: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', channel: IntegrationChannel | null, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type CopyIntegrationMutationVariables = Exact<{
  input: CopyIntegrationInput;
}>;


export type CopyIntegrationMutation = { __typename: 'Mutation', copyIntegration: { __typename: 'CopyIntegrationPayload', integration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannel | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } } | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', key: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', channel: IntegrationChannel | null, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type CompareEnvironmentsQueryVariables = Exact<{
  from: string | number;
  to: string | number;
}>;


export type CompareEnvironmentsQuery = { __typename: 'Query', integrationEnvironmentDiff: { __typename: 'IntegrationEnvironmentDiff', equalCount: number, differences: Array<{ __typename: 'IntegrationDifference', identifier: string, kind: IntegrationDifferenceKind, fields: Array<string>, credentialsCompared: boolean }> } | null };

export const IntegrationRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IntegrationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Integration"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<IntegrationRowFragment, unknown>;
export const UserErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationUserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationMissingCredentialError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationPrimaryNotSupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}}]}}]}}]} as unknown as DocumentNode<UserErrorFragment, unknown>;
export const ListIntegrationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListIntegrations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IntegrationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IntegrationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Integration"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ListIntegrationsQuery, ListIntegrationsQueryVariables>;
export const ListWithCredentialsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListWithCredentials"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"credentials"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HiddenIntegrationCredentials"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendGridIntegrationCredentials"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TwilioIntegrationCredentials"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountSid"}},{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"from"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnknownProviderIntegrationCredentials"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"values"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"configurations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inboundWebhookEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"inboundWebhookSigningKey"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ListWithCredentialsQuery, ListWithCredentialsQueryVariables>;
export const GetIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GetIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationBy"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IntegrationRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IntegrationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Integration"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<GetIntegrationQuery, GetIntegrationQueryVariables>;
export const PrimaryIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PrimaryIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"channel"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationChannel"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"environmentId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"channel"},"value":{"kind":"Variable","name":{"kind":"Name","value":"channel"}}},{"kind":"Argument","name":{"kind":"Name","value":"environmentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"environmentId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IntegrationRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IntegrationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Integration"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<PrimaryIntegrationQuery, PrimaryIntegrationQueryVariables>;
export const CreateIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateIntegrationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IntegrationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changedIntegrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IntegrationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IntegrationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Integration"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationUserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationMissingCredentialError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationPrimaryNotSupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}}]}}]}}]} as unknown as DocumentNode<CreateIntegrationMutation, CreateIntegrationMutationVariables>;
export const UpdateIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateIntegrationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IntegrationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IntegrationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Integration"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationUserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationMissingCredentialError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationPrimaryNotSupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}}]}}]}}]} as unknown as DocumentNode<UpdateIntegrationMutation, UpdateIntegrationMutationVariables>;
export const SetPrimaryIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetPrimaryIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetPrimaryIntegrationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setPrimaryIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IntegrationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changedIntegrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IntegrationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IntegrationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Integration"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationUserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationMissingCredentialError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationPrimaryNotSupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}}]}}]}}]} as unknown as DocumentNode<SetPrimaryIntegrationMutation, SetPrimaryIntegrationMutationVariables>;
export const DeleteIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteIntegrationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IntegrationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changedIntegrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IntegrationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IntegrationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Integration"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationUserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationMissingCredentialError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationPrimaryNotSupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}}]}}]}}]} as unknown as DocumentNode<DeleteIntegrationMutation, DeleteIntegrationMutationVariables>;
export const AutoConfigureIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AutoConfigureIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AutoConfigureIntegrationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"autoConfigureIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"success"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"integration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IntegrationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IntegrationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Integration"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationUserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationMissingCredentialError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationPrimaryNotSupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}}]}}]}}]} as unknown as DocumentNode<AutoConfigureIntegrationMutation, AutoConfigureIntegrationMutationVariables>;
export const CreateIntegrationConnectUrlDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateIntegrationConnectUrl"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateIntegrationConnectUrlInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createIntegrationConnectUrl"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationUserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationMissingCredentialError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationPrimaryNotSupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}}]}}]}}]} as unknown as DocumentNode<CreateIntegrationConnectUrlMutation, CreateIntegrationConnectUrlMutationVariables>;
export const CopyIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CopyIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CopyIntegrationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"copyIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IntegrationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IntegrationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Integration"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationUserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationMissingCredentialError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationPrimaryNotSupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}}]}}]}}]} as unknown as DocumentNode<CopyIntegrationMutation, CopyIntegrationMutationVariables>;
export const CompareEnvironmentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CompareEnvironments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integrationEnvironmentDiff"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"equalCount"}},{"kind":"Field","name":{"kind":"Name","value":"differences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"credentialsCompared"}}]}}]}}]}}]} as unknown as DocumentNode<CompareEnvironmentsQuery, CompareEnvironmentsQueryVariables>;
