// Generated from @novu/shared by `npm run generate`. Do not edit: our own facts are in overrides.ts.
import type { CatalogProvider } from './provider.ts';

export const PROVIDERS: readonly CatalogProvider[] = [
  {"id":"novu-email","displayName":"Novu Email","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/integrations/providers/default-providers#novu-email-provider","credentialFields":[]},
  {"id":"mailgun","displayName":"Mailgun","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/mailgun","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"baseUrl","label":"Base URL","description":null,"input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"user","label":"User name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"domain","label":"Domain","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"mailjet","displayName":"Mailjet","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/mailjet","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"API Secret","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"mailtrap","displayName":"Mailtrap","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/mailtrap","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"mandrill","displayName":"Mandrill","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/mandrill","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"postmark","displayName":"Postmark","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/postmark","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"sendgrid","displayName":"SendGrid","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/sendgrid","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"region","label":"Region","description":"Select EU if your SendGrid account is hosted in the EU data center","input":"DROPDOWN","required":false,"options":[{"label":"Global (US)","value":"global"},{"label":"EU","value":"eu"}],"defaultValue":"global"},
    {"key":"ipPoolName","label":"IP Pool Name","description":null,"input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"sendinblue","displayName":"Brevo (formerly Sendinblue)","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/sendinblue","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"ses","displayName":"SES","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/amazon-ses","credentialFields":[
    {"key":"apiKey","label":"Access key ID","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"Secret access key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"region","label":"Region","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"netcore","displayName":"Netcore","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/netcore","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"nodemailer","displayName":"Custom SMTP","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/custom-smtp","credentialFields":[
    {"key":"user","label":"User","description":null,"input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"password","label":"Password","description":null,"input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"host","label":"Host","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"port","label":"Port","description":null,"input":"NUMBER","required":true,"options":[],"defaultValue":null},
    {"key":"secure","label":"Secure","description":null,"input":"SWITCH","required":false,"options":[],"defaultValue":null},
    {"key":"requireTls","label":"Require TLS","description":null,"input":"SWITCH","required":false,"options":[],"defaultValue":null},
    {"key":"ignoreTls","label":"Ignore TLS","description":null,"input":"SWITCH","required":false,"options":[],"defaultValue":null},
    {"key":"tlsOptions","label":"TLS options","description":null,"input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"domain","label":"DKIM: Domain name","description":null,"input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"DKIM: Private key","description":null,"input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"accountSid","label":"DKIM: Key selector","description":null,"input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"mailersend","displayName":"MailerSend","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/mailersend","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"outlook365","displayName":"Microsoft Outlook365","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/outlook365","credentialFields":[
    {"key":"password","label":"Password","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"infobip-email","displayName":"Infobip","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/infobip","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"baseUrl","label":"Base URL","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"braze","displayName":"Braze","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://www.braze.com/docs/api/endpoints/messaging/send_messages/post_send_messages/","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"apiURL","label":"Base URL","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"appID","label":"Base URL","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"resend","displayName":"Resend","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/resend","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"anypost","displayName":"Anypost","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/anypost","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"plunk","displayName":"Plunk","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/plunk","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"sparkpost","displayName":"SparkPost","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/email/sparkpost","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"region","label":"Region","description":"Use EU if your account is registered to SparkPost EU","input":"DROPDOWN","required":false,"options":[{"label":"EU","value":"eu"}],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"email-webhook","displayName":"Email Webhook","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/channels/email/email-webhook","credentialFields":[
    {"key":"webhookUrl","label":"Webhook URL","description":"the webhook URL to call instead of sending the email","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"Secret Hmac Key","description":"the secret used to sign webhooks calls","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From email address","description":"Use the same email address you used to authenticate your delivery provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"novu-email-agent","displayName":"Novu Email","channel":"EMAIL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/agents/get-started/agents-and-providers","credentialFields":[]},
  {"id":"novu-sms","displayName":"Novu SMS","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/integrations/providers/default-providers#novu-sms-provider","credentialFields":[]},
  {"id":"nexmo","displayName":"Nexmo","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/integrations/providers/sms/nexmo","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"API secret","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"plivo","displayName":"Plivo","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/integrations/providers/sms/plivo","credentialFields":[
    {"key":"accountSid","label":"Account SID","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"token","label":"Auth token","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"sms77","displayName":"sms77","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/integrations/providers/sms/sms77","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"sns","displayName":"SNS","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/integrations/providers/sms/aws-sns","credentialFields":[
    {"key":"apiKey","label":"Access key ID","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"Secret access key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"region","label":"AWS region","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"telnyx","displayName":"Telnyx","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/integrations/providers/sms/telnyx","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"messageProfileId","label":"Message profile ID","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"messagebird","displayName":"MessageBird","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/integrations/providers/sms/messagebird","credentialFields":[
    {"key":"accessKey","label":"Access key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"twilio","displayName":"Twilio","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/integrations/providers/sms/twilio","credentialFields":[
    {"key":"accountSid","label":"Account SID","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"token","label":"Auth token","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"gupshup","displayName":"Gupshup","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.gupshup.io/docs/send-single-message","credentialFields":[
    {"key":"user","label":"User id","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"password","label":"Password","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"firetext","displayName":"Firetext","channel":"SMS","kind":"DELIVERY","docsUrl":"https://www.firetext.co.uk/docs","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"infobip-sms","displayName":"Infobip","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/integrations/providers/sms/infobip","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"baseUrl","label":"Base URL","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"burst-sms","displayName":"Kudosity (formerly BurstSMS)","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/sms/kudosity","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"API Secret","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"bulk-sms","displayName":"BulkSMS","channel":"SMS","kind":"DELIVERY","docsUrl":"https://www.bulksms.com/developer/json/v1/","credentialFields":[
    {"key":"apiToken","label":"API Token","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"Sender ID","description":"Sender Id is used for from field in the request. If not provided, from field will not be sent in the request","input":"TEXT","required":false,"options":[],"defaultValue":null},]},
  {"id":"isend-sms","displayName":"iSend SMS","channel":"SMS","kind":"DELIVERY","docsUrl":"https://send.com.ly/developers/docs","credentialFields":[
    {"key":"apiToken","label":"API Token","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"Default Sender ID","description":null,"input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"contentType","label":"Content Type","description":null,"input":"DROPDOWN","required":false,"options":[{"label":"Unicode","value":"unicode"},{"label":"Plain","value":"plain"}],"defaultValue":null},]},
  {"id":"clickatell","displayName":"clickatell","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/integrations/providers/sms/clickatell","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"forty-six-elks","displayName":"46elks","channel":"SMS","kind":"DELIVERY","docsUrl":"https://46elks.com/docs/send-sms","credentialFields":[
    {"key":"user","label":"Username","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"password","label":"Password","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"kannel","displayName":"Kannel SMS","channel":"SMS","kind":"DELIVERY","docsUrl":"https://www.kannel.org/doc.shtml","credentialFields":[
    {"key":"host","label":"Host","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"port","label":"Port","description":null,"input":"NUMBER","required":true,"options":[],"defaultValue":null},
    {"key":"user","label":"Username","description":null,"input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"password","label":"Password","description":null,"input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"maqsam","displayName":"Maqsam","channel":"SMS","kind":"DELIVERY","docsUrl":"https://portal.maqsam.com/docs/v2/sms","credentialFields":[
    {"key":"apiKey","label":"Access Key ID","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"Access Secret","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"sms-central","displayName":"SMS Central","channel":"SMS","kind":"DELIVERY","docsUrl":"https://www.smscentral.com.au/sms-api/","credentialFields":[
    {"key":"user","label":"Username","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"password","label":"Password","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"baseUrl","label":"Base URL","description":null,"input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"termii","displayName":"Termii","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/integrations/providers/sms/termii","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"africas-talking","displayName":"Africa's Talking","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/integrations/providers/sms/africas-talking","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"user","label":"Username","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"sendchamp","displayName":"Sendchamp","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/integrations/providers/sms/sendchamp","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"generic-sms","displayName":"SMS Webhook","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/sms/sms-webhook","credentialFields":[
    {"key":"baseUrl","label":"Base URL","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"apiKeyRequestHeader","label":"API Key Request Header","description":"The name of the header attribute to use for the API key ex. (X-API-KEY, apiKey, ...)","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"apiKey","label":"API Key","description":"The value of the header attribute to use for the API key.","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secretKeyRequestHeader","label":"Secret Key Request Header","description":"The name of the header attribute to use for the secret key ex. (X-SECRET-KEY, secretKey, ...)","input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"Secret Key","description":"The value of the header attribute to use for the secret key","input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"idPath","label":"Id Path","description":"The path to the id field in the response data ex. (id, message.id, ...)","input":"TEXT","required":true,"options":[],"defaultValue":"data.id"},
    {"key":"datePath","label":"Date Path","description":"The path to the date field in the response data ex. (date, message.date, ...)","input":"TEXT","required":false,"options":[],"defaultValue":"data.date"},
    {"key":"authenticateByToken","label":"Authenticate by token","description":"If enabled, the API key and secret key will be sent as a token in the Authorization header","input":"SWITCH","required":false,"options":[],"defaultValue":null},
    {"key":"domain","label":"Auth URL","description":"The URL to use for authentication in case the Authenticate by token option is enabled","input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"authenticationTokenKey","label":"Authentication Token Key","description":"The name of the header attribute to use for the authentication token ex. (X-AUTH-TOKEN, auth-token, ...)","input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"clicksend","displayName":"Clicksend","channel":"SMS","kind":"DELIVERY","docsUrl":"https://developers.clicksend.com/docs/rest/v3/#send-sms","credentialFields":[
    {"key":"user","label":"Username","description":"Your Clicksend API username","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"simpletexting","displayName":"SimpleTexting","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/channels/sms/simpletexting","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"bandwidth","displayName":"Bandwidth","channel":"SMS","kind":"DELIVERY","docsUrl":"https://dev.bandwidth.com/docs/messaging/createMessage","credentialFields":[
    {"key":"user","label":"Username","description":"Your Bandwidth account username","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"password","label":"Password","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"accountSid","label":"Account ID","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"azure-sms","displayName":"Azure Sms","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/channels/sms/azure","credentialFields":[
    {"key":"accessKey","label":"Connection string","description":"Your Azure account connection string","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"ring-central","displayName":"RingCentral","channel":"SMS","kind":"DELIVERY","docsUrl":"https://developers.ringcentral.com/guide/messaging","credentialFields":[
    {"key":"clientId","label":"Client ID","description":"Your RingCentral app client ID","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"Client secret","description":"Your RingCentral app client secret","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secure","label":"Is sandbox","description":null,"input":"SWITCH","required":false,"options":[],"defaultValue":null},
    {"key":"token","label":"JWT token","description":"Your RingCentral user JWT token","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"brevo-sms","displayName":"Brevo","channel":"SMS","kind":"DELIVERY","docsUrl":"https://developers.brevo.com/reference/sendtransacsms","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"eazy-sms","displayName":"Eazy","channel":"SMS","kind":"DELIVERY","docsUrl":"https://developers.eazy.im/#678805af-be7b-4487-93a4-c1007b7920f5","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"channelId","label":"SMS Channel Id","description":"Your SMS Channel Id","input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"mobishastra","displayName":"Mobishastra","channel":"SMS","kind":"DELIVERY","docsUrl":"https://telkosh.com/mobishastra/","credentialFields":[
    {"key":"baseUrl","label":"Base URL","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"user","label":"Username","description":"Username provided by Mobishatra","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"password","label":"Password","description":" provided by Mobishastra","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"sinch","displayName":"Sinch","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.novu.co/integrations/providers/sms/sinch","credentialFields":[
    {"key":"servicePlanId","label":"Service Plan ID","description":"Your Sinch Service Plan ID","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"apiToken","label":"API Token","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"region","label":"Region","description":"Select your Sinch region","input":"DROPDOWN","required":true,"options":[{"label":"EU (Ireland, Sweden)","value":"eu"},{"label":"US","value":"us"},{"label":"Australia","value":"au"},{"label":"Brazil","value":"br"},{"label":"Canada","value":"ca"}],"defaultValue":"eu"},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"afro-message","displayName":"Afro Message","channel":"SMS","kind":"DELIVERY","docsUrl":"https://afromessage.com/developers","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderName","label":"Sender Name","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"unifonic","displayName":"Unifonic","channel":"SMS","kind":"DELIVERY","docsUrl":"https://docs.unifonic.com/articles/#!products-documentation/getting-started-with-unifonic","credentialFields":[
    {"key":"appSid","label":"App SID","description":"Authentication string that uniquely identifies your application.","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"senderId","label":"Sender ID","description":"The SenderID identifies who has sent the SMS message, typically a brand name","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"smsmode","displayName":"smsmode","channel":"SMS","kind":"DELIVERY","docsUrl":"https://dev.smsmode.com/sms/v1/#tag/Message/operation/send-message","credentialFields":[
    {"key":"apiKey","label":"API Key","description":"API key provided by smsmode","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"imedia","displayName":"iMedia","channel":"SMS","kind":"DELIVERY","docsUrl":null,"credentialFields":[
    {"key":"token","label":"API Token","description":"Your iMedia API token","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"isendpro-sms","displayName":"iSendPro","channel":"SMS","kind":"DELIVERY","docsUrl":"https://www.isendpro.com/sms-api.php","credentialFields":[
    {"key":"apiKey","label":"API Key","description":"This is API key for example provider","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"Sender","description":"The sender of sms","input":"TEXT","required":false,"options":[],"defaultValue":null},]},
  {"id":"cm-telecom","displayName":"CM.com","channel":"SMS","kind":"DELIVERY","docsUrl":"https://developers.cm.com/messaging/docs/sms","credentialFields":[
    {"key":"apiToken","label":"Product Token","description":"Your CM.com product token","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"novu-slack","displayName":"Novu Slack","channel":"CHAT","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/chat/slack","credentialFields":[]},
  {"id":"slack","displayName":"Slack","channel":"CHAT","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/chat/slack","credentialFields":[
    {"key":"applicationId","label":"App ID","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"clientId","label":"Client ID","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"Client Secret","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"signingSecret","label":"Signing Secret","description":"Slack app Signing Secret, used for verifying inbound webhook requests","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"redirectUrl","label":"Redirect URL","description":"Redirect after Slack OAuth flow finished (default behaviour will close the tab)","input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"hmac","label":"HMAC","description":null,"input":"SWITCH","required":false,"options":[],"defaultValue":null},]},
  {"id":"discord","displayName":"Discord","channel":"CHAT","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/chat/discord","credentialFields":[]},
  {"id":"grafana-on-call","displayName":"Grafana On Call Webhook","channel":"CHAT","kind":"DELIVERY","docsUrl":"https://grafana.com/docs/oncall/latest/integrations/webhook/","credentialFields":[
    {"key":"alertUid","label":"Alert UID","description":"a unique alert ID for grouping, maps to alert_uid of grafana webhook body content","input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"title","label":"Title.","description":"title for the alert","input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"imageUrl","label":"Image URL","description":"a URL for an image attached to alert, maps to image_url of grafana webhook body content","input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"state","label":"Alert State","description":"either \"ok\" or \"alerting\". Helpful for auto-resolving","input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"externalLink","label":"External Link","description":"link back to your monitoring system, maps to \"link_to_upstream_details\" of grafana webhook body content","input":"TEXT","required":false,"options":[],"defaultValue":null},]},
  {"id":"msteams","displayName":"MSTeams","channel":"CHAT","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/chat/ms-teams","credentialFields":[
    {"key":"clientId","label":"Microsoft App ID","description":"From Azure Bot resource → Configuration, or App Registration → Overview (Application client ID)","input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"Client Secret","description":"Secret value from App Registration → Certificates & secrets → New client secret","input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"tenantId","label":"Directory (tenant) ID","description":"From App Registration → Overview (Directory tenant ID)","input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"redirectUrl","label":"Redirect URL","description":"Redirect after Teams OAuth flow finished (default behaviour will close the tab)","input":"TEXT","required":false,"options":[],"defaultValue":null},]},
  {"id":"webex-messaging","displayName":"Webex Messaging","channel":"CHAT","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/chat/webex-messaging","credentialFields":[
    {"key":"clientId","label":"Client ID","description":"Webex integration client ID used for OAuth authorization.","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"Client Secret","description":"Webex integration client secret used to exchange OAuth authorization codes.","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"redirectUrl","label":"Redirect URL","description":"Redirect after the Webex OAuth flow finishes. If omitted, Novu shows a success page.","input":"TEXT","required":false,"options":[],"defaultValue":null},
    {"key":"baseUrl","label":"Base URL","description":"Optional Webex API base URL. Leave empty to use https://webexapis.com/v1.","input":"TEXT","required":false,"options":[],"defaultValue":null},]},
  {"id":"mattermost","displayName":"Mattermost","channel":"CHAT","kind":"DELIVERY","docsUrl":"https://developers.mattermost.com/integrate/webhooks/incoming/","credentialFields":[]},
  {"id":"ryver","displayName":"Ryver","channel":"CHAT","kind":"DELIVERY","docsUrl":"https://api.ryver.com/ryvrest_api_examples.html#create-chat-message","credentialFields":[]},
  {"id":"zulip","displayName":"Zulip","channel":"CHAT","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/chat/zulip","credentialFields":[]},
  {"id":"getstream","displayName":"GetStream","channel":"CHAT","kind":"DELIVERY","docsUrl":"https://getstream.io/chat/docs/node/","credentialFields":[
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"rocket-chat","displayName":"Rocket.Chat","channel":"CHAT","kind":"DELIVERY","docsUrl":"https://developer.rocket.chat/reference/api/rest-api/endpoints","credentialFields":[
    {"key":"token","label":"Personal Access Token (x-auth-token)","description":"Personal Access Token of your user","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"user","label":"User id (x-user-id)","description":"Your User id","input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"whatsapp-business","displayName":"WhatsApp Business","channel":"CHAT","kind":"DELIVERY","docsUrl":"https://developers.facebook.com/docs/whatsapp/cloud-api","credentialFields":[
    {"key":"apiToken","label":"Access API token","description":"Your WhatsApp Business access API token","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"phoneNumberIdentification","label":"Phone Number Identification","description":"Your WhatsApp Business phone number identification","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"businessAccountId","label":"WhatsApp Business Account ID","description":"Shown directly above the Phone Number ID on the API Setup page in your Meta app","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"App Secret","description":"In your Meta app, open App settings > Basic from the bottom of the left sidebar — used to verify inbound webhook signatures","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"token","label":"Verify Token","description":"Auto-generated by Novu — used to verify the webhook handshake with Meta","input":"TEXT","required":false,"options":[],"defaultValue":null},]},
  {"id":"line","displayName":"LINE","channel":"CHAT","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/chat/line","credentialFields":[
    {"key":"apiToken","label":"Channel Access Token","description":"Your LINE Channel Access Token from the LINE Developers Console","input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"chat-webhook","displayName":"Chat Webhook","channel":"CHAT","kind":"DELIVERY","docsUrl":"https://docs.novu.co/channels-and-providers/chat/chat-webhook","credentialFields":[
    {"key":"secretKey","label":"Secret Hmac Key","description":"the secret used to sign webhooks calls","input":"TEXT","required":false,"options":[],"defaultValue":null},]},
  {"id":"telegram","displayName":"Telegram","channel":"CHAT","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/chat/telegram","credentialFields":[
    {"key":"apiToken","label":"Bot Token","description":"Create a bot in Telegram by chatting with BotFather, then paste the HTTP API token it gives you here.","input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"sendblue","displayName":"Sendblue","channel":"CHAT","kind":"DELIVERY","docsUrl":"https://docs.sendblue.com/","credentialFields":[
    {"key":"apiKey","label":"API Key","description":"Your Sendblue API key","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"Secret Key","description":"Your Sendblue secret key","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"from","label":"From Number","description":"One of your registered Sendblue phone numbers to send messages from, in E.164 format","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"token","label":"Webhook Secret","description":"Auto-generated by Novu — used to verify inbound Sendblue webhook signatures","input":"TEXT","required":false,"options":[],"defaultValue":null},]},
  {"id":"one-signal","displayName":"OneSignal","channel":"PUSH","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/push/onesignal","credentialFields":[
    {"key":"applicationId","label":"Application ID","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"apiKey","label":"API Key","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"apiVersion","label":"One Signal API","description":"Select the One Signal API to use","input":"DROPDOWN","required":false,"options":[{"label":"Default (Player Model)","value":"playerModel"},{"label":"External ID","value":"externalId"}],"defaultValue":null},]},
  {"id":"pushpad","displayName":"Pushpad","channel":"PUSH","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/push/pushpad","credentialFields":[
    {"key":"apiKey","label":"Auth Token","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"applicationId","label":"Project ID","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"fcm","displayName":"Firebase Cloud Messaging","channel":"PUSH","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/push/fcm","credentialFields":[
    {"key":"serviceAccount","label":"Service Account (entire JSON file)","description":null,"input":"TEXTAREA","required":true,"options":[],"defaultValue":null},]},
  {"id":"expo","displayName":"Expo Push","channel":"PUSH","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/push/expo-push","credentialFields":[
    {"key":"apiKey","label":"Access Token","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"apns","displayName":"APNs","channel":"PUSH","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/push/apns","credentialFields":[
    {"key":"secretKey","label":"Private Key","description":null,"input":"TEXTAREA","required":true,"options":[],"defaultValue":null},
    {"key":"apiKey","label":"Key ID","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"projectName","label":"Team ID","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"applicationId","label":"Bundle ID","description":null,"input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secure","label":"Production","description":null,"input":"SWITCH","required":false,"options":[],"defaultValue":null},]},
  {"id":"push-webhook","displayName":"Push Webhook","channel":"PUSH","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/push/push-webhook","credentialFields":[
    {"key":"webhookUrl","label":"Webhook URL","description":"the webhook URL to call to trigger push notifications","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"Secret Hmac Key","description":"the secret used to sign webhooks calls","input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"pusher-beams","displayName":"Pusher Beams","channel":"PUSH","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/push/pusher-beams","credentialFields":[
    {"key":"instanceId","label":"Instance ID","description":"The unique identifier for your Beams instance","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"Secret Key","description":"The secret key your server will use to access your Beams instance","input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"appio","displayName":"AppIO","channel":"PUSH","kind":"DELIVERY","docsUrl":"https://localhost/channels-and-providers/push/pusher-beams","credentialFields":[
    {"key":"AppIOBaseUrl","label":"Base URL","description":"Base URL of the App IO API (e.g., https://api.io.italia.it/api/v1)","input":"TEXT","required":true,"options":[],"defaultValue":null},]},
  {"id":"novu","displayName":"Novu Inbox","channel":"IN_APP","kind":"DELIVERY","docsUrl":"https://docs.novu.co/inbox/overview","credentialFields":[
    {"key":"hmac","label":"Security HMAC encryption","description":null,"input":"SWITCH","required":false,"options":[],"defaultValue":null},]},
  {"id":"pagerduty","displayName":"PagerDuty","channel":"TOOL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/tool/pagerduty","credentialFields":[]},
  {"id":"opsgenie","displayName":"Opsgenie","channel":"TOOL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations/tool/opsgenie","credentialFields":[]},
  {"id":"tool-webhook","displayName":"Tool webhook","channel":"TOOL","kind":"DELIVERY","docsUrl":"https://docs.novu.co/platform/integrations","credentialFields":[
    {"key":"method","label":"HTTP Method","description":null,"input":"DROPDOWN","required":true,"options":[{"label":"POST","value":"POST"},{"label":"PUT","value":"PUT"},{"label":"PATCH","value":"PATCH"}],"defaultValue":"POST"},
    {"key":"webhookUrl","label":"Endpoint URL","description":"The webhook URL to call when delivering a tool payload","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"headers","label":"Headers","description":"Request headers as JSON object","input":"TEXTAREA","required":false,"options":[],"defaultValue":null},
    {"key":"body","label":"Body Template","description":"Request body template for the webhook call","input":"TEXTAREA","required":false,"options":[],"defaultValue":null},
    {"key":"secretKey","label":"Secret Hmac Key","description":"Optional secret used to sign webhook calls","input":"TEXT","required":false,"options":[],"defaultValue":null},]},
  {"id":"anthropic","displayName":"Claude (Anthropic)","channel":null,"kind":"AGENT","docsUrl":"https://docs.anthropic.com/en/docs/agents","credentialFields":[
    {"key":"apiKey","label":"Anthropic API Key","description":"Your Anthropic API key. Used to authenticate with the Anthropic platform.","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"externalEnvironmentId","label":"Anthropic Environment ID","description":"The Anthropic environment ID auto-provisioned for this integration. Read-only.","input":"TEXT","required":false,"options":[],"defaultValue":null},]},
  {"id":"anthropic-aws","displayName":"Claude Platform on AWS","channel":null,"kind":"AGENT","docsUrl":"https://docs.aws.amazon.com/claude-platform/latest/userguide/setup.html","credentialFields":[
    {"key":"region","label":"AWS Region","description":"The AWS region where your Claude Platform workspace is provisioned.","input":"DROPDOWN","required":true,"options":[{"label":"us-east-1","value":"us-east-1"},{"label":"us-east-2","value":"us-east-2"},{"label":"us-west-1","value":"us-west-1"},{"label":"us-west-2","value":"us-west-2"},{"label":"ca-central-1","value":"ca-central-1"},{"label":"eu-central-1","value":"eu-central-1"},{"label":"eu-west-1","value":"eu-west-1"},{"label":"eu-west-2","value":"eu-west-2"},{"label":"eu-west-3","value":"eu-west-3"},{"label":"eu-north-1","value":"eu-north-1"},{"label":"ap-south-1","value":"ap-south-1"},{"label":"ap-northeast-1","value":"ap-northeast-1"},{"label":"ap-northeast-2","value":"ap-northeast-2"},{"label":"ap-northeast-3","value":"ap-northeast-3"},{"label":"ap-southeast-1","value":"ap-southeast-1"},{"label":"ap-southeast-2","value":"ap-southeast-2"},{"label":"ap-southeast-3","value":"ap-southeast-3"},{"label":"ap-southeast-4","value":"ap-southeast-4"},{"label":"sa-east-1","value":"sa-east-1"}],"defaultValue":null},
    {"key":"apiKey","label":"AWS API Key","description":"API key generated in the AWS Console under Claude Platform on AWS.","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"externalWorkspaceId","label":"Workspace ID","description":"Claude Platform on AWS workspace ID (`wrkspc_…`). Required for agent runtime dispatch.","input":"TEXT","required":true,"options":[],"defaultValue":null},
    {"key":"externalEnvironmentId","label":"Environment ID","description":"The environment ID auto-provisioned for this integration. Read-only.","input":"TEXT","required":false,"options":[],"defaultValue":null},]},
  {"id":"novu-anthropic","displayName":"Novu Managed Claude","channel":null,"kind":"AGENT","docsUrl":"https://docs.anthropic.com/en/docs/agents","credentialFields":[]},
];

/** Keys that Novu encrypts where it stores them, of all providers. */
export const ENCRYPTED_KEYS: ReadonlySet<string> = new Set(["apiKey","apiToken","headers","secretKey","token","password","serviceAccount","signingSecret"]);
