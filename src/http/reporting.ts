import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import {
  ApolloServerPluginSchemaReporting,
  type ApolloServerPluginSchemaReportingOptions,
} from '@apollo/server/plugin/schemaReporting';
import {
  ApolloServerPluginUsageReporting,
  type ApolloServerPluginUsageReportingOptions,
} from '@apollo/server/plugin/usageReporting';
import { buildSchema } from 'graphql';
import type { HttpContext } from './request-context.ts';

/** Whom Apollo Server reports to. */
export interface ApolloStudio {
  readonly key: string;
  readonly graphRef: string;
  readonly reportSchema: boolean;
}

/** How reports leave the process: a test's own way. */
type Transport = Pick<ApolloServerPluginUsageReportingOptions<HttpContext>, 'fetcher' | 'sendReportsImmediately'>;

/**
 * The plugins that report to Apollo Studio. Always named one by one, with nobody to report to as well: Apollo Server looks at the
 * environment itself and would install them with options of its own.
 */
export function reportingPlugins(
  studio: ApolloStudio | null,
  apiSdl: string,
  transport: Transport = {},
): ApolloServerPlugin<HttpContext>[] {
  return [
    studio
      ? ApolloServerPluginUsageReporting<HttpContext>({ ...usageReporting(apiSdl), ...transport })
      : ApolloServerPluginUsageReportingDisabled(),
    studio?.reportSchema ? schemaReporting(apiSdl, transport) : ApolloServerPluginSchemaReportingDisabled(),
  ];
}

/** Variables and errors hold credentials, headers hold tokens: none of them leaves. */
export function usageReporting(apiSdl: string): ApolloServerPluginUsageReportingOptions<HttpContext> {
  return {
    sendVariableValues: { none: true },
    sendHeaders: { none: true },
    sendErrors: { masked: true },
    sendUnexecutableOperationDocuments: false,
    // Traces would wrap every field, which makes lists twice as slow; which fields are used is counted without them.
    fieldLevelInstrumentation: 0,
    overrideReportedSchema: apiSdl,
  };
}

/** The API is reported, without the subgraph's machinery: Apollo's plugin refuses a schema that has it. */
function schemaReporting(apiSdl: string, { fetcher }: Transport): ApolloServerPlugin<HttpContext> {
  const options: ApolloServerPluginSchemaReportingOptions = { overrideReportedSchema: apiSdl };
  const plugin = ApolloServerPluginSchemaReporting({
    ...options,
    ...(fetcher && { fetcher, initialDelayMaxMs: 0 }),
  });
  const schema = buildSchema(apiSdl);
  return { ...plugin, serverWillStart: async (service) => plugin.serverWillStart?.({ ...service, schema }) };
}
