import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginSchemaReporting } from '@apollo/server/plugin/schemaReporting';
import {
  ApolloServerPluginUsageReporting,
  type ApolloServerPluginUsageReportingOptions,
} from '@apollo/server/plugin/usageReporting';
import { buildSchema } from 'graphql';
import { publishError } from '../answer/errors.ts';
import type { HttpContext } from '../request/context.ts';

/** Where Apollo Server reports usage and schema. */
export interface ApolloStudio {
  readonly key: string;
  readonly graphRef: string;
  readonly reportSchema: boolean;
}

/**
 * The plugins that report to Apollo Studio, or their disabled variants: otherwise Apollo Server would read the
 * environment and install them with default options.
 */
export function reportingPlugins(
  studio: ApolloStudio | null,
  printApi: () => string,
): ApolloServerPlugin<HttpContext>[] {
  if (!studio) return [ApolloServerPluginUsageReportingDisabled(), ApolloServerPluginSchemaReportingDisabled()];
  const apiSdl = printApi();
  const schema = ApolloServerPluginSchemaReporting({ overrideReportedSchema: apiSdl });
  return [
    aboutTheApi(ApolloServerPluginUsageReporting(usageReporting(apiSdl)), apiSdl),
    studio.reportSchema ? aboutTheApi(schema, apiSdl) : ApolloServerPluginSchemaReportingDisabled(),
  ];
}

/** Variables and errors can hold credentials, and headers hold tokens: none is sent. Nor are documents that cannot run. */
function usageReporting(apiSdl: string): ApolloServerPluginUsageReportingOptions<HttpContext> {
  return {
    sendVariableValues: { none: true },
    sendHeaders: { none: true },
    sendErrors: { masked: true },
    sendUnexecutableOperationDocuments: false,
    // Traces would wrap every field, which makes lists twice as slow. Field usage is counted without them.
    fieldLevelInstrumentation: 0,
    overrideReportedSchema: apiSdl,
  };
}

/**
 * Apollo's plugins reject, or warn about, a subgraph schema, and log to the console. This plugin gets the API schema
 * and a quiet logger.
 */
function aboutTheApi(plugin: ApolloServerPlugin<HttpContext>, apiSdl: string): ApolloServerPlugin<HttpContext> {
  const schema = buildSchema(apiSdl);
  return { ...plugin, serverWillStart: async (service) => plugin.serverWillStart?.({ ...service, schema, logger }) };
}

const ignore = () => {};
const logger = { debug: ignore, info: ignore, warn: failed, error: failed };

function failed(message: string): void {
  publishError('apollo-studio', Object.assign(new Error(message), { extensions: { code: 'REPORT_FAILED' } }));
}
