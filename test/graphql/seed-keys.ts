/** The credential keys of each seed document: what users read of the REST API. */
const words = (text: string): string[] => text.trim().split(/\s+/);

/** Contract §2.4, set A. */
const OLDEST =
  words(`apiKey user secretKey domain password host port secure region accountSid messageProfileId token from
  senderName projectName applicationId clientId requireTls ignoreTls tlsOptions baseUrl webhookUrl redirectUrl hmac
  serviceAccount ipPoolName apiKeyRequestHeader secretKeyRequestHeader idPath datePath apiToken authenticateByToken
  authenticationTokenKey instanceId alertUid title imageUrl state externalLink channelId phoneNumberIdentification`);

/** Set B. */
const OLDER = [...OLDEST, 'accessKey'];

/** Set C. */
const CURRENT = [
  ...OLDER,
  ...words(`appSid senderId tenantId AppIOBaseUrl signingSecret outboundIntegrationId useFromAddressOverride
    fromAddressOverride emailSlugPrefix externalEnvironmentId externalVaultId externalWorkspaceId`),
];

export const SEED_KEYS: Readonly<Record<string, readonly string[]>> = {
  'set-primary, PHP SDK (000)': CURRENT,
  'set-primary, older site (001)': OLDER,
  'set-primary, OpenAPI (002)': OLDEST,
  'create, PHP SDK (003)': CURRENT,
  'update, old site (004)': OLDER,
};
