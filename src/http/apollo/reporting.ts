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
 * The plugins that report to Apollo Studio. Each is always named, also where nothing is reported: Apollo Server looks at the
 * environment itself and would install them with options of its own.
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

/** Variables and errors hold credentials, headers hold tokens: none of them leaves. Requests that cannot run would have them. */
function usageReporting(apiSdl: string): ApolloServerPluginUsageReportingOptions<HttpContext> {
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

/** Apollo's plugins refuse, or warn of, a schema with the machinery of a subgraph, and tell of all they do on the console. */
function aboutTheApi(plugin: ApolloServerPlugin<HttpContext>, apiSdl: string): ApolloServerPlugin<HttpContext> {
  const schema = buildSchema(apiSdl);
  return { ...plugin, serverWillStart: async (service) => plugin.serverWillStart?.({ ...service, schema, logger }) };
}

const ignore = () => {};
const logger = { debug: ignore, info: ignore, warn: failed, error: failed };

function failed(message: string): void {
  publishError('apollo-studio', Object.assign(new Error(message), { extensions: { code: 'REPORT_FAILED' } }));
}
