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
  /** The change was made, but Novu did not store this value, or kept one that was to be removed. `integration` has the result. */
  | 'NOT_STORED'
  /** Novu created the integration of an agent, now or in an earlier attempt, but not its setup at the provider. `integration` has it if it can be read. For a caller that sees no credentials, this error covers any agent with this identifier that may be incomplete. */
  | 'INCOMPLETE_SETUP'
  /** A rule of Novu forbids the change. */
  | 'BUSINESS_RULE';

/** The kind of message that an integration delivers. UNKNOWN if this gateway does not know it. */
export type IntegrationChannelOrUnknown =
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
  /** A channel that this version of the gateway does not know. */
  | 'UNKNOWN';

/** The purpose of an integration. */
export type IntegrationKind =
  /** Delivers notifications over a channel. */
  | 'DELIVERY'
  /** Runs an AI agent. It has no channel. */
  | 'AGENT';

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
  | 'TOOL';

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

/** The purpose of an integration. UNKNOWN if this gateway does not know it. */
export type IntegrationKindOrUnknown =
  /** Delivers notifications over a channel. */
  | 'DELIVERY'
  /** Runs an AI agent. It has no channel. */
  | 'AGENT'
  /** A kind that this version of the gateway does not know. */
  | 'UNKNOWN';

/** The type of a condition group in Novu. Only GROUP joins comparisons; the others come from the editor that made it. UNKNOWN if this gateway does not know it. */
export type IntegrationConditionGroupTypeOrUnknown =
  /** A Boolean. */
  | 'BOOLEAN'
  /** A text. */
  | 'TEXT'
  /** A date. */
  | 'DATE'
  /** A number. */
  | 'NUMBER'
  /** A statement. */
  | 'STATEMENT'
  /** A choice from a list. */
  | 'LIST'
  /** Several choices from a list. */
  | 'MULTI_LIST'
  /** A group of comparisons. */
  | 'GROUP'
  /** Another text. The field whose name ends in `Text` has it. */
  | 'UNKNOWN';

/** The logical operator that joins the comparisons of a condition group. UNKNOWN if this gateway does not know it. */
export type IntegrationConditionGroupValueOrUnknown =
  /** All comparisons must hold. */
  | 'AND'
  /** One comparison must hold. */
  | 'OR'
  /** Another text. The field whose name ends in `Text` has it. */
  | 'UNKNOWN';

/** The operator of a comparison between the value that is found and the value of the condition. UNKNOWN if this gateway does not know it. */
export type IntegrationConditionOperatorOrUnknown =
  /** It is larger. */
  | 'LARGER'
  /** It is smaller. */
  | 'SMALLER'
  /** It is larger or equal. */
  | 'LARGER_EQUAL'
  /** It is smaller or equal. */
  | 'SMALLER_EQUAL'
  /** It is equal. */
  | 'EQUAL'
  /** It is not equal. */
  | 'NOT_EQUAL'
  /** All its items are in the list. */
  | 'ALL_IN'
  /** At least one of its items is in the list. */
  | 'ANY_IN'
  /** It is not in the list. */
  | 'NOT_IN'
  /** It lies between two values. */
  | 'BETWEEN'
  /** It does not lie between two values. */
  | 'NOT_BETWEEN'
  /** It contains the text. */
  | 'LIKE'
  /** It does not contain the text. */
  | 'NOT_LIKE'
  /** It is in the list. */
  | 'IN'
  /** It is defined, with any value. */
  | 'IS_DEFINED'
  /** Another text. The field whose name ends in `Text` has it. */
  | 'UNKNOWN';

/** The source in which a comparison looks up its field. UNKNOWN if this gateway does not know it. */
export type IntegrationConditionOnOrUnknown =
  /** The subscriber. */
  | 'SUBSCRIBER'
  /** The payload of the trigger. */
  | 'PAYLOAD'
  /** The tenant. Novu evaluates this one for integrations. */
  | 'TENANT'
  /** The answer of a webhook. */
  | 'WEBHOOK'
  /** Whether the subscriber is online. */
  | 'IS_ONLINE'
  /** Whether the subscriber was online within a period. */
  | 'IS_ONLINE_IN_LAST'
  /** An earlier step of the workflow. */
  | 'PREVIOUS_STEP'
  /** Another text. The field whose name ends in `Text` has it. */
  | 'UNKNOWN';

/** The form control for a credential. */
export type IntegrationCredentialInputKind =
  /** A single line of text. */
  | 'TEXT'
  /** Multiple lines of text. */
  | 'TEXTAREA'
  /** A number. The value is a string. */
  | 'NUMBER'
  /** A switch. The value is a Boolean. */
  | 'SWITCH'
  /** A list of options. Other values are accepted too. */
  | 'DROPDOWN'
  /** A JSON object, in multiple lines of text. An input takes the object or its JSON text. */
  | 'JSON';

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

/** How the integrations with one identifier differ between two environments. */
export type IntegrationDifferenceKind =
  /** It is missing in the environment `to`. */
  | 'ONLY_IN_FROM'
  /** It is missing in the environment `from`. */
  | 'ONLY_IN_TO'
  /** Both have it, and differ in `fields`. */
  | 'DIFFERENT'
  /** Both have it. Their credentials could not be compared; nothing else differs. */
  | 'NOT_COMPARABLE';

/** The way a caller authenticates. */
export type IntegrationAuthScheme =
  /** An API key of one environment. It never sees credentials. */
  | 'API_KEY'
  /** A user's session token, together with the header Novu-Environment-Id. It may see credentials. */
  | 'SESSION'
  /** Keyless trial access. It never sees credentials. */
  | 'KEYLESS'
  /** An OAuth 2 access token. It never sees credentials. */
  | 'OAUTH2';

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
  /** The type of the group. */
  type?: IntegrationConditionGroupType | null | undefined;
  /** The type of the group as Novu is to store it, instead of `type`: for one that the enum lacks. */
  typeText?: string | null | undefined;
  /** The logical operator that joins the comparisons. */
  value?: IntegrationConditionGroupValue | null | undefined;
  /** The logical operator as Novu is to store it, instead of `value`: for one that the enum lacks. */
  valueText?: string | null | undefined;
  /** The comparisons of the group. */
  children?: Array<IntegrationConditionInput> | null | undefined;
};

/** The type of a condition group in Novu. Only GROUP joins comparisons; the others come from the editor that made it. */
export type IntegrationConditionGroupType =
  /** A Boolean. */
  | 'BOOLEAN'
  /** A text. */
  | 'TEXT'
  /** A date. */
  | 'DATE'
  /** A number. */
  | 'NUMBER'
  /** A statement. */
  | 'STATEMENT'
  /** A choice from a list. */
  | 'LIST'
  /** Several choices from a list. */
  | 'MULTI_LIST'
  /** A group of comparisons. */
  | 'GROUP';

/** The logical operator that joins the comparisons of a condition group. */
export type IntegrationConditionGroupValue =
  /** All comparisons must hold. */
  | 'AND'
  /** One comparison must hold. */
  | 'OR';

/** A comparison in a condition group. */
export type IntegrationConditionInput = {
  /** The path of the value to compare. */
  field?: string | null | undefined;
  /** The JSON value to compare with. */
  value?: unknown;
  /** The comparison operator. */
  operator?: IntegrationConditionOperator | null | undefined;
  /** The comparison operator as Novu is to store it, instead of `operator`: for one that the enum lacks. */
  operatorText?: string | null | undefined;
  /** The source of the value. */
  on?: IntegrationConditionOn | null | undefined;
  /** The source of the value as Novu is to store it, instead of `on`: for one that the enum lacks. */
  onText?: string | null | undefined;
};

/** The operator of a comparison between the value that is found and the value of the condition. */
export type IntegrationConditionOperator =
  /** It is larger. */
  | 'LARGER'
  /** It is smaller. */
  | 'SMALLER'
  /** It is larger or equal. */
  | 'LARGER_EQUAL'
  /** It is smaller or equal. */
  | 'SMALLER_EQUAL'
  /** It is equal. */
  | 'EQUAL'
  /** It is not equal. */
  | 'NOT_EQUAL'
  /** All its items are in the list. */
  | 'ALL_IN'
  /** At least one of its items is in the list. */
  | 'ANY_IN'
  /** It is not in the list. */
  | 'NOT_IN'
  /** It lies between two values. */
  | 'BETWEEN'
  /** It does not lie between two values. */
  | 'NOT_BETWEEN'
  /** It contains the text. */
  | 'LIKE'
  /** It does not contain the text. */
  | 'NOT_LIKE'
  /** It is in the list. */
  | 'IN'
  /** It is defined, with any value. */
  | 'IS_DEFINED';

/** The source in which a comparison looks up its field. */
export type IntegrationConditionOn =
  /** The subscriber. */
  | 'SUBSCRIBER'
  /** The payload of the trigger. */
  | 'PAYLOAD'
  /** The tenant. Novu evaluates this one for integrations. */
  | 'TENANT'
  /** The answer of a webhook. */
  | 'WEBHOOK'
  /** Whether the subscriber is online. */
  | 'IS_ONLINE'
  /** Whether the subscriber was online within a period. */
  | 'IS_ONLINE_IN_LAST'
  /** An earlier step of the workflow. */
  | 'PREVIOUS_STEP';

/** Whether a mutation checks that required credentials are there. */
export type IntegrationRequiredCredentialsCheck =
  /** An active integration must have them. A change may not remove one, but need not add one that was never there. */
  | 'CHECK'
  /** They are not checked, for servers and stored data that do not follow the catalog. */
  | 'IGNORE';

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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The TLS options, as a JSON object. The JSON text of the object is accepted too. */
  tlsOptions?: unknown;
  /** The DKIM domain name. */
  domain?: string | null | undefined;
  /** The DKIM private key. */
  secretKey?: string | null | undefined;
  /** The DKIM key selector. */
  accountSid?: string | null | undefined;
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The address that emails are sent from. The provider must allow it. Required by an active integration. */
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
  /** The connection string of your resource in Azure Communication Services. Required by an active integration. */
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
  /** The OneSignal API to use. */
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
  /** The base URL of the AppIO API, such as https://api.io.italia.it/api/v1. Required by an active integration. */
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

export type AutoConfigureIntegrationMutationVariables = Exact<{
  id: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type AutoConfigureIntegrationMutation = { __typename: 'Mutation', autoConfigureIntegration: { __typename: 'AutoConfigureIntegrationPayload', success: boolean, message: string | null, integration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannelOrUnknown | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string }, configurations: { __typename: 'IntegrationConfigurations', inboundWebhookEnabled: boolean | null } | null } | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', query: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type ChangeCredentialsMutationVariables = Exact<{
  id: string | number;
  credentials: Record<string, unknown>;
  active?: boolean | null | undefined;
  ifUpdatedAt?: string | null | undefined;
}>;


export type ChangeCredentialsMutation = { __typename: 'Mutation', updateIntegration: { __typename: 'UpdateIntegrationPayload', integration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannelOrUnknown | null, active: boolean, primary: boolean, priority: number, updatedAt: string | null, environment: { __typename: 'Environment', id: string } } | null, changedIntegrations: Array<{ __typename: 'Integration', id: string, name: string, primary: boolean, priority: number, active: boolean, environment: { __typename: 'Environment', id: string } }> | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', key: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', query: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type CompareEnvironmentsQueryVariables = Exact<{
  from: string | number;
  to: string | number;
}>;


export type CompareEnvironmentsQuery = { __typename: 'Query', integrationEnvironmentDiff: { __typename: 'IntegrationEnvironmentDiff', equalCount: number, differences: Array<{ __typename: 'IntegrationDifference', identifier: string, kind: IntegrationDifferenceKind, fields: Array<string>, credentialsCompared: boolean, from: { __typename: 'Integration', id: string, name: string } | null, to: { __typename: 'Integration', id: string, name: string } | null }> } | null };

export type ConfigureIntegrationWebhookMutationVariables = Exact<{
  identifier: string;
  idempotencyKey?: string | null | undefined;
}>;


export type ConfigureIntegrationWebhookMutation = { __typename: 'Mutation', configureIntegrationWebhook: { __typename: 'ConfigureIntegrationWebhookPayload', configuredAt: string | null, botUsername: string | null, integration: { __typename: 'Integration', id: string, name: string } | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', query: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type CopyIntegrationMutationVariables = Exact<{
  id: string | number;
  environmentId: string | number;
  identifier?: string | null | undefined;
  active?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type CopyIntegrationMutation = { __typename: 'Mutation', copyIntegration: { __typename: 'CopyIntegrationPayload', integration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannelOrUnknown | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } } | null, changedIntegrations: Array<{ __typename: 'Integration', id: string, name: string, primary: boolean, priority: number, active: boolean, environment: { __typename: 'Environment', id: string } }> | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', key: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', query: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type CreateIntegrationMutationVariables = Exact<{
  providerId: string | number;
  name?: string | null | undefined;
  identifier?: string | null | undefined;
  environmentId?: string | number | null | undefined;
  active?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type CreateIntegrationMutation = { __typename: 'Mutation', createIntegration: { __typename: 'CreateIntegrationPayload', integration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannelOrUnknown | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } } | null, changedIntegrations: Array<{ __typename: 'Integration', id: string, name: string, primary: boolean, priority: number, active: boolean, environment: { __typename: 'Environment', id: string } }> | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', key: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', query: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type CreateIntegrationChatLinkMutationVariables = Exact<{
  identifier: string;
  subscriberId: string | number;
}>;


export type CreateIntegrationChatLinkMutation = { __typename: 'Mutation', createIntegrationChatLink: { __typename: 'CreateIntegrationChatLinkPayload', url: string | null, botUsername: string | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
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
  identifier: string;
  subscriberId?: string | number | null | undefined;
  connectionMode?: IntegrationConnectionMode | null | undefined;
}>;


export type CreateIntegrationConnectUrlMutation = { __typename: 'Mutation', createIntegrationConnectUrl: { __typename: 'CreateIntegrationConnectUrlPayload', url: string | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type CreateIntegrationMobileLinkMutationVariables = Exact<{
  identifier: string;
  subscriberId?: string | number | null | undefined;
}>;


export type CreateIntegrationMobileLinkMutation = { __typename: 'Mutation', createIntegrationMobileLink: { __typename: 'CreateIntegrationMobileLinkPayload', url: string | null, expiresAt: string | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type CreateIntegrationUserLinkUrlMutationVariables = Exact<{
  identifier: string;
  subscriberId: string | number;
}>;


export type CreateIntegrationUserLinkUrlMutation = { __typename: 'Mutation', createIntegrationUserLinkUrl: { __typename: 'CreateIntegrationUserLinkUrlPayload', url: string | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type CreateIntegrationWithCredentialsMutationVariables = Exact<{
  input: CreateIntegrationInput;
}>;


export type CreateIntegrationWithCredentialsMutation = { __typename: 'Mutation', createIntegration: { __typename: 'CreateIntegrationPayload', integration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannelOrUnknown | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } } | null, changedIntegrations: Array<{ __typename: 'Integration', id: string, name: string, primary: boolean, priority: number, active: boolean, environment: { __typename: 'Environment', id: string } }> | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', key: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', query: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type DeleteIntegrationMutationVariables = Exact<{
  id: string | number;
  successorId?: string | number | null | undefined;
  ifUpdatedAt?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteIntegrationMutation = { __typename: 'Mutation', deleteIntegration: { __typename: 'DeleteIntegrationPayload', deletedIntegrationId: string | null, integration: { __typename: 'Integration', id: string, name: string } | null, changedIntegrations: Array<{ __typename: 'Integration', id: string, name: string, primary: boolean, priority: number, active: boolean, environment: { __typename: 'Environment', id: string } }> | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', query: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type GetChannelLimitQueryVariables = Exact<{
  channel: IntegrationChannel;
}>;


export type GetChannelLimitQuery = { __typename: 'Query', integrationChannelLimit: { __typename: 'IntegrationChannelLimit', limit: number, count: number } | null };

export type GetInboxStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type GetInboxStatusQuery = { __typename: 'Query', integrationInAppStatus: { __typename: 'IntegrationInAppStatus', active: boolean } | null };

export type GetIntegrationQueryVariables = Exact<{
  id: string | number;
}>;


export type GetIntegrationQuery = { __typename: 'Query', integration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannelOrUnknown | null, active: boolean, primary: boolean, priority: number, kind: IntegrationKindOrUnknown, createdAt: string | null, updatedAt: string | null, connected: boolean | null, environmentName: string | null, rules: Record<string, unknown> | null, environment: { __typename: 'Environment', id: string }, provider: { __typename: 'IntegrationProvider', id: string, displayName: string, docsUrl: string | null, supportsPrimary: boolean } | null, configurations: { __typename: 'IntegrationConfigurations', inboundWebhookEnabled: boolean | null } | null, conditions: Array<{ __typename: 'IntegrationConditionGroup', isNegated: boolean | null, type: IntegrationConditionGroupTypeOrUnknown | null, value: IntegrationConditionGroupValueOrUnknown | null, children: Array<{ __typename: 'IntegrationCondition', field: string | null, operator: IntegrationConditionOperatorOrUnknown | null, operatorText: string | null, value: unknown, on: IntegrationConditionOnOrUnknown | null, onText: string | null }> }> } | null };

export type GetIntegrationByIdentifierQueryVariables = Exact<{
  identifier: string;
  environmentId?: string | number | null | undefined;
}>;


export type GetIntegrationByIdentifierQuery = { __typename: 'Query', integration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannelOrUnknown | null, active: boolean, primary: boolean, priority: number, kind: IntegrationKindOrUnknown, createdAt: string | null, updatedAt: string | null, environment: { __typename: 'Environment', id: string } } | null };

export type GetIntegrationFormQueryVariables = Exact<{
  id: string | number;
}>;


export type GetIntegrationFormQuery = { __typename: 'Query', integration: { __typename: 'Integration', id: string, name: string, identifier: string, active: boolean, updatedAt: string | null, providerId: string, provider: { __typename: 'IntegrationProvider', id: string, displayName: string, docsUrl: string | null, credentialsInputField: string | null, credentialFields: Array<{ __typename: 'IntegrationProviderField', key: string, label: string, description: string | null, input: IntegrationCredentialInputKind, required: boolean, masked: boolean, defaultValue: string | null, options: Array<{ __typename: 'IntegrationProviderFieldOption', label: string, value: string }> }> } | null, credentials:
      | { __typename: 'HiddenIntegrationCredentials', reason: IntegrationCredentialsHiddenReason }
      | { __typename: 'NoIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'UnknownProviderIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'MailgunIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'MailjetIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'MailtrapIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'MandrillIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'PostmarkIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'SendGridIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'SendinblueIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'SesIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'NetcoreIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'NodemailerIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'MailerSendIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'Outlook365IntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'InfobipEmailIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'BrazeIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'ResendIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'AnypostIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'PlunkIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'SparkPostIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'EmailWebhookIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'NovuEmailAgentIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'NexmoIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'PlivoIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'Sms77IntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'SnsIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'TelnyxIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'MessageBirdIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'TwilioIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'GupshupIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'FiretextIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'InfobipSmsIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'BurstSmsIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'BulkSmsIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'ISendSmsIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'ClickatellIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'FortySixElksIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'KannelIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'MaqsamIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'SmsCentralIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'TermiiIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'AfricasTalkingIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'SendchampIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'GenericSmsIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'ClickSendIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'SimpleTextingIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'BandwidthIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'AzureSmsIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'RingCentralIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'BrevoSmsIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'EazySmsIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'MobishastraIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'SinchIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'AfroMessageIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'UnifonicIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'SmsmodeIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'IMediaIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'ISendProSmsIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'CmTelecomIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'SlackIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'GrafanaOnCallIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'MsTeamsIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'WebexMessagingIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'GetStreamIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'RocketChatIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'WhatsAppBusinessIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'LineIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'ChatWebhookIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'TelegramIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'SendblueIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'OneSignalIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'PushpadIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'FcmIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'ExpoIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'ApnsIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'PushWebhookIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'PusherBeamsIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'AppIOIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'NovuInboxIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'ToolWebhookIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'RuachSmsIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'AnthropicIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
      | { __typename: 'AnthropicAwsIntegrationCredentials', providerId: string, values: Record<string, unknown> | null }
     | null, credentialState: Array<{ __typename: 'IntegrationCredentialState', key: string, isSet: boolean }> | null } | null };

export type GetPrimaryIntegrationQueryVariables = Exact<{
  channel: IntegrationChannel;
  environmentId?: string | number | null | undefined;
}>;


export type GetPrimaryIntegrationQuery = { __typename: 'Query', primaryIntegration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannelOrUnknown | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } } | null };

export type GetProviderQueryVariables = Exact<{
  id: string | number;
}>;


export type GetProviderQuery = { __typename: 'Query', integrationProvider: { __typename: 'IntegrationProvider', id: string, displayName: string, channel: IntegrationChannelOrUnknown | null, kind: IntegrationKindOrUnknown, docsUrl: string | null, supportsPrimary: boolean, credentialsTypeName: string, credentialsInputField: string | null, credentialFields: Array<{ __typename: 'IntegrationProviderField', key: string, label: string, description: string | null, input: IntegrationCredentialInputKind, required: boolean, withheld: boolean, masked: boolean, defaultValue: string | null, options: Array<{ __typename: 'IntegrationProviderFieldOption', label: string, value: string }> }> } | null };

export type GetViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type GetViewerQuery = { __typename: 'Query', integrationsViewer: { __typename: 'IntegrationsViewer', scheme: IntegrationAuthScheme, canReadCredentials: boolean | null, environment: { __typename: 'Environment', id: string } | null, organization: { __typename: 'Organization', id: string } | null, rateLimit: { __typename: 'IntegrationsRateLimit', limit: number, remaining: number, resetAt: string } | null } | null };

export type ListCredentialsQueryVariables = Exact<{
  providerIds?: Array<string | number> | string | number | null | undefined;
  first?: number | null | undefined;
}>;


export type ListCredentialsQuery = { __typename: 'Query', integrations: { __typename: 'IntegrationConnection', totalCount: number, nodes: Array<{ __typename: 'Integration', id: string, name: string, providerId: string, channel: IntegrationChannelOrUnknown | null, active: boolean, primary: boolean, credentials:
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

export type ListEnvironmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListEnvironmentsQuery = { __typename: 'Query', integrationEnvironments: Array<{ __typename: 'IntegrationEnvironment', id: string, name: string }> | null };

export type ListIntegrationsQueryVariables = Exact<{
  search?: string | null | undefined;
  channels?: Array<IntegrationChannel> | IntegrationChannel | null | undefined;
  providerIds?: Array<string | number> | string | number | null | undefined;
  environmentIds?: Array<string | number> | string | number | null | undefined;
  active?: boolean | null | undefined;
  sortBy?: IntegrationOrderField;
  direction?: IntegrationOrderDirection;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListIntegrationsQuery = { __typename: 'Query', integrations: { __typename: 'IntegrationConnection', totalCount: number, nodes: Array<{ __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannelOrUnknown | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type ListIntegrationsByChannelQueryVariables = Exact<{
  environmentIds?: Array<string | number> | string | number | null | undefined;
  first?: number | null | undefined;
}>;


export type ListIntegrationsByChannelQuery = { __typename: 'Query', inApp: { __typename: 'IntegrationConnection', totalCount: number, nodes: Array<{ __typename: 'Integration', id: string, name: string, providerId: string, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } }> } | null, email: { __typename: 'IntegrationConnection', totalCount: number, nodes: Array<{ __typename: 'Integration', id: string, name: string, providerId: string, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } }> } | null, sms: { __typename: 'IntegrationConnection', totalCount: number, nodes: Array<{ __typename: 'Integration', id: string, name: string, providerId: string, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } }> } | null, chat: { __typename: 'IntegrationConnection', totalCount: number, nodes: Array<{ __typename: 'Integration', id: string, name: string, providerId: string, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } }> } | null, push: { __typename: 'IntegrationConnection', totalCount: number, nodes: Array<{ __typename: 'Integration', id: string, name: string, providerId: string, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } }> } | null, tool: { __typename: 'IntegrationConnection', totalCount: number, nodes: Array<{ __typename: 'Integration', id: string, name: string, providerId: string, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } }> } | null };

export type ListIntegrationsOfChannelQueryVariables = Exact<{
  channel: IntegrationChannel;
  environmentIds?: Array<string | number> | string | number | null | undefined;
}>;


export type ListIntegrationsOfChannelQuery = { __typename: 'Query', integrations: { __typename: 'IntegrationConnection', totalCount: number, nodes: Array<{ __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannelOrUnknown | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } }> } | null };

export type ListPrimaryIntegrationsQueryVariables = Exact<{
  environmentId?: string | number | null | undefined;
}>;


export type ListPrimaryIntegrationsQuery = { __typename: 'Query', email: { __typename: 'Integration', id: string, name: string, providerId: string, active: boolean } | null, sms: { __typename: 'Integration', id: string, name: string, providerId: string, active: boolean } | null };

export type ListProvidersQueryVariables = Exact<{
  search?: string | null | undefined;
  channels?: Array<IntegrationChannel> | IntegrationChannel | null | undefined;
}>;


export type ListProvidersQuery = { __typename: 'Query', integrationProviders: Array<{ __typename: 'IntegrationProvider', id: string, displayName: string, channel: IntegrationChannelOrUnknown | null, kind: IntegrationKindOrUnknown, docsUrl: string | null, supportsPrimary: boolean }> | null };

export type SearchIntegrationsQueryVariables = Exact<{
  text: string;
  first?: number | null | undefined;
}>;


export type SearchIntegrationsQuery = { __typename: 'Query', integrations: { __typename: 'IntegrationConnection', totalCount: number, nodes: Array<{ __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannelOrUnknown | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string }, provider: { __typename: 'IntegrationProvider', id: string, displayName: string } | null }> } | null };

export type SetPrimaryIntegrationMutationVariables = Exact<{
  id: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type SetPrimaryIntegrationMutation = { __typename: 'Mutation', setPrimaryIntegration: { __typename: 'SetPrimaryIntegrationPayload', integration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannelOrUnknown | null, active: boolean, primary: boolean, priority: number, environment: { __typename: 'Environment', id: string } } | null, changedIntegrations: Array<{ __typename: 'Integration', id: string, name: string, primary: boolean, priority: number, active: boolean, environment: { __typename: 'Environment', id: string } }> | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', query: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };

export type UpdateIntegrationMutationVariables = Exact<{
  id: string | number;
  name?: string | null | undefined;
  identifier?: string | null | undefined;
  active?: boolean | null | undefined;
  ifUpdatedAt?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type UpdateIntegrationMutation = { __typename: 'Mutation', updateIntegration: { __typename: 'UpdateIntegrationPayload', integration: { __typename: 'Integration', id: string, identifier: string, name: string, providerId: string, channel: IntegrationChannelOrUnknown | null, active: boolean, primary: boolean, priority: number, updatedAt: string | null, environment: { __typename: 'Environment', id: string } } | null, changedIntegrations: Array<{ __typename: 'Integration', id: string, name: string, primary: boolean, priority: number, active: boolean, environment: { __typename: 'Environment', id: string } }> | null, errors: Array<
      | { __typename: 'IntegrationNotFoundError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdentifierTakenError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationInvalidInputError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationMissingCredentialError', key: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationPrimaryNotSupportedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationProviderCheckFailedError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationEnvironmentScopeError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIdempotencyConflictError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationOutcomeUnknownError', query: string, code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationChangedMeanwhileError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationNotStoredError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationIncompleteSetupError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
      | { __typename: 'IntegrationBusinessRuleError', code: IntegrationUserErrorCode, message: string, path: Array<string> }
    > } | null };


export const AutoConfigureIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AutoConfigureIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"autoConfigureIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"success"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"integration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"configurations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inboundWebhookEnabled"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"query"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AutoConfigureIntegrationMutation, AutoConfigureIntegrationMutationVariables>;
export const ChangeCredentialsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeCredentials"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"credentials"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JSONObject"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"active"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ifUpdatedAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"credentialsPatch"},"value":{"kind":"Variable","name":{"kind":"Name","value":"credentials"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"active"},"value":{"kind":"Variable","name":{"kind":"Name","value":"active"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"ifUpdatedAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ifUpdatedAt"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changedIntegrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationMissingCredentialError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"query"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ChangeCredentialsMutation, ChangeCredentialsMutationVariables>;
export const CompareEnvironmentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CompareEnvironments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integrationEnvironmentDiff"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"equalCount"}},{"kind":"Field","name":{"kind":"Name","value":"differences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"credentialsCompared"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CompareEnvironmentsQuery, CompareEnvironmentsQueryVariables>;
export const ConfigureIntegrationWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfigureIntegrationWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configureIntegrationWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"identifier"},"value":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configuredAt"}},{"kind":"Field","name":{"kind":"Name","value":"botUsername"}},{"kind":"Field","name":{"kind":"Name","value":"integration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"query"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConfigureIntegrationWebhookMutation, ConfigureIntegrationWebhookMutationVariables>;
export const CopyIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CopyIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"environmentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"active"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"copyIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"environmentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"environmentId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"identifier"},"value":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"active"},"value":{"kind":"Variable","name":{"kind":"Name","value":"active"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"credentials"},"value":{"kind":"EnumValue","value":"NONE"}},{"kind":"ObjectField","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"changedIntegrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationMissingCredentialError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"query"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CopyIntegrationMutation, CopyIntegrationMutationVariables>;
export const CreateIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"providerId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"environmentId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"active"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"providerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"providerId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"identifier"},"value":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"environmentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"environmentId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"active"},"value":{"kind":"Variable","name":{"kind":"Name","value":"active"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"changedIntegrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationMissingCredentialError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"query"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CreateIntegrationMutation, CreateIntegrationMutationVariables>;
export const CreateIntegrationChatLinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateIntegrationChatLink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"subscriberId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createIntegrationChatLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"identifier"},"value":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"subscriberId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"subscriberId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"botUsername"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateIntegrationChatLinkMutation, CreateIntegrationChatLinkMutationVariables>;
export const CreateIntegrationConnectUrlDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateIntegrationConnectUrl"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"subscriberId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"connectionMode"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationConnectionMode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createIntegrationConnectUrl"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"identifier"},"value":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"subscriberId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"subscriberId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"connectionMode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"connectionMode"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateIntegrationConnectUrlMutation, CreateIntegrationConnectUrlMutationVariables>;
export const CreateIntegrationMobileLinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateIntegrationMobileLink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"subscriberId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createIntegrationMobileLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"identifier"},"value":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"subscriberId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"subscriberId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateIntegrationMobileLinkMutation, CreateIntegrationMobileLinkMutationVariables>;
export const CreateIntegrationUserLinkUrlDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateIntegrationUserLinkUrl"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"subscriberId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createIntegrationUserLinkUrl"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"identifier"},"value":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"subscriberId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"subscriberId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateIntegrationUserLinkUrlMutation, CreateIntegrationUserLinkUrlMutationVariables>;
export const CreateIntegrationWithCredentialsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateIntegrationWithCredentials"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateIntegrationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"changedIntegrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationMissingCredentialError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"query"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CreateIntegrationWithCredentialsMutation, CreateIntegrationWithCredentialsMutationVariables>;
export const DeleteIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"successorId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ifUpdatedAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"successorId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"successorId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"ifUpdatedAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ifUpdatedAt"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedIntegrationId"}},{"kind":"Field","name":{"kind":"Name","value":"integration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changedIntegrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"query"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DeleteIntegrationMutation, DeleteIntegrationMutationVariables>;
export const GetChannelLimitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GetChannelLimit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"channel"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationChannel"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integrationChannelLimit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"channel"},"value":{"kind":"Variable","name":{"kind":"Name","value":"channel"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<GetChannelLimitQuery, GetChannelLimitQueryVariables>;
export const GetInboxStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GetInboxStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integrationInAppStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}}]}}]}}]} as unknown as DocumentNode<GetInboxStatusQuery, GetInboxStatusQueryVariables>;
export const GetIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GetIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"connected"}},{"kind":"Field","name":{"kind":"Name","value":"environmentName"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"docsUrl"}},{"kind":"Field","name":{"kind":"Name","value":"supportsPrimary"}}]}},{"kind":"Field","name":{"kind":"Name","value":"configurations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inboundWebhookEnabled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isNegated"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"children"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}},{"kind":"Field","name":{"kind":"Name","value":"operatorText"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"onText"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"rules"}}]}}]}}]} as unknown as DocumentNode<GetIntegrationQuery, GetIntegrationQueryVariables>;
export const GetIntegrationByIdentifierDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GetIntegrationByIdentifier"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"environmentId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"identifier"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"identifier"},"value":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"environmentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"environmentId"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]} as unknown as DocumentNode<GetIntegrationByIdentifierQuery, GetIntegrationByIdentifierQueryVariables>;
export const GetIntegrationFormDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GetIntegrationForm"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"docsUrl"}},{"kind":"Field","name":{"kind":"Name","value":"credentialsInputField"}},{"kind":"Field","name":{"kind":"Name","value":"credentialFields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"masked"}},{"kind":"Field","name":{"kind":"Name","value":"options"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"defaultValue"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"credentials"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HiddenIntegrationCredentials"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationProviderCredentials"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"values"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"credentialState"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"isSet"}}]}}]}}]}}]} as unknown as DocumentNode<GetIntegrationFormQuery, GetIntegrationFormQueryVariables>;
export const GetPrimaryIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GetPrimaryIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"channel"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationChannel"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"environmentId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"channel"},"value":{"kind":"Variable","name":{"kind":"Name","value":"channel"}}},{"kind":"Argument","name":{"kind":"Name","value":"environmentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"environmentId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<GetPrimaryIntegrationQuery, GetPrimaryIntegrationQueryVariables>;
export const GetProviderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GetProvider"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integrationProvider"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"docsUrl"}},{"kind":"Field","name":{"kind":"Name","value":"supportsPrimary"}},{"kind":"Field","name":{"kind":"Name","value":"credentialsTypeName"}},{"kind":"Field","name":{"kind":"Name","value":"credentialsInputField"}},{"kind":"Field","name":{"kind":"Name","value":"credentialFields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"masked"}},{"kind":"Field","name":{"kind":"Name","value":"options"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"defaultValue"}}]}}]}}]}}]} as unknown as DocumentNode<GetProviderQuery, GetProviderQueryVariables>;
export const GetViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GetViewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integrationsViewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"canReadCredentials"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rateLimit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"resetAt"}}]}}]}}]}}]} as unknown as DocumentNode<GetViewerQuery, GetViewerQueryVariables>;
export const ListCredentialsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListCredentials"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"providerIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"providerIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"providerIds"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"credentials"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HiddenIntegrationCredentials"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendGridIntegrationCredentials"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TwilioIntegrationCredentials"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountSid"}},{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"from"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnknownProviderIntegrationCredentials"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"values"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"configurations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inboundWebhookEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"inboundWebhookSigningKey"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ListCredentialsQuery, ListCredentialsQueryVariables>;
export const ListEnvironmentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListEnvironments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integrationEnvironments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ListEnvironmentsQuery, ListEnvironmentsQueryVariables>;
export const ListIntegrationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListIntegrations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"channels"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationChannel"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"providerIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"environmentIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"active"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sortBy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationOrderField"}}},"defaultValue":{"kind":"EnumValue","value":"CREATED_AT"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"direction"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationOrderDirection"}}},"defaultValue":{"kind":"EnumValue","value":"ASC"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"channels"},"value":{"kind":"Variable","name":{"kind":"Name","value":"channels"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"providerIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"providerIds"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"environmentIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"environmentIds"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"active"},"value":{"kind":"Variable","name":{"kind":"Name","value":"active"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sortBy"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"Variable","name":{"kind":"Name","value":"direction"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ListIntegrationsQuery, ListIntegrationsQueryVariables>;
export const ListIntegrationsByChannelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListIntegrationsByChannel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"environmentIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"inApp"},"name":{"kind":"Name","value":"integrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"channels"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"IN_APP"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"environmentIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"environmentIds"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"PRIORITY"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"email"},"name":{"kind":"Name","value":"integrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"channels"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"EMAIL"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"environmentIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"environmentIds"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"PRIORITY"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"sms"},"name":{"kind":"Name","value":"integrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"channels"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"SMS"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"environmentIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"environmentIds"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"PRIORITY"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"chat"},"name":{"kind":"Name","value":"integrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"channels"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"CHAT"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"environmentIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"environmentIds"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"PRIORITY"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"push"},"name":{"kind":"Name","value":"integrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"channels"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"PUSH"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"environmentIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"environmentIds"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"PRIORITY"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"tool"},"name":{"kind":"Name","value":"integrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"channels"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"TOOL"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"environmentIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"environmentIds"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"PRIORITY"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ListIntegrationsByChannelQuery, ListIntegrationsByChannelQueryVariables>;
export const ListIntegrationsOfChannelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListIntegrationsOfChannel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"channel"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationChannel"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"environmentIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"channels"},"value":{"kind":"ListValue","values":[{"kind":"Variable","name":{"kind":"Name","value":"channel"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"environmentIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"environmentIds"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"PRIORITY"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ListIntegrationsOfChannelQuery, ListIntegrationsOfChannelQueryVariables>;
export const ListPrimaryIntegrationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListPrimaryIntegrations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"environmentId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"email"},"name":{"kind":"Name","value":"primaryIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"channel"},"value":{"kind":"EnumValue","value":"EMAIL"}},{"kind":"Argument","name":{"kind":"Name","value":"environmentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"environmentId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"sms"},"name":{"kind":"Name","value":"primaryIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"channel"},"value":{"kind":"EnumValue","value":"SMS"}},{"kind":"Argument","name":{"kind":"Name","value":"environmentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"environmentId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}}]}}]} as unknown as DocumentNode<ListPrimaryIntegrationsQuery, ListPrimaryIntegrationsQueryVariables>;
export const ListProvidersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListProviders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"channels"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationChannel"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integrationProviders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"channels"},"value":{"kind":"Variable","name":{"kind":"Name","value":"channels"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"docsUrl"}},{"kind":"Field","name":{"kind":"Name","value":"supportsPrimary"}}]}}]}}]} as unknown as DocumentNode<ListProvidersQuery, ListProvidersQueryVariables>;
export const SearchIntegrationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchIntegrations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SearchIntegrationsQuery, SearchIntegrationsQueryVariables>;
export const SetPrimaryIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetPrimaryIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setPrimaryIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"changedIntegrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"query"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SetPrimaryIntegrationMutation, SetPrimaryIntegrationMutationVariables>;
export const UpdateIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"active"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ifUpdatedAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateIntegration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"identifier"},"value":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"active"},"value":{"kind":"Variable","name":{"kind":"Name","value":"active"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"ifUpdatedAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ifUpdatedAt"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"integration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changedIntegrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"primary"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"environment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationMissingCredentialError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IntegrationOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"query"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UpdateIntegrationMutation, UpdateIntegrationMutationVariables>;
