import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { Report } from '@apollo/usage-reporting-protobuf';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createSchema } from '../../../src/graphql/schema.ts';
import { callers, startGateway, type TestGateway } from '../../helpers/gateway.ts';

const STUDIO = { APOLLO_KEY: 'service:integrations:key-of-the-graph', APOLLO_GRAPH_REF: 'integrations@test' };

interface Sent {
  readonly url: string;
  readonly key: string | undefined;
  /** As it is sent, unpacked. */
  readonly body: string;
  readonly bytes: Buffer;
}

let gateway: TestGateway;
let reports: Sent[];
/** Settled when a report of the schema has come. */
let schemaReported: Promise<void>;

/** Stands for Apollo: keeps what leaves for it, and lets all other requests pass. */
beforeEach(() => {
  const passOn = globalThis.fetch;
  reports = [];
  let noteSchema = () => {};
  schemaReported = new Promise((resolve) => {
    noteSchema = resolve;
  });
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const url = String(input);
    if (!url.includes('apollographql.com')) return passOn(input, init);
    const bytes = Buffer.from(init?.body as Uint8Array | string);
    const unpacked = bytes[0] === 0x1f ? gunzipSync(bytes) : bytes;
    const key = new Headers(init?.headers).get('x-api-key') ?? undefined;
    reports.push({ url, key, body: unpacked.toString('latin1'), bytes: unpacked });
    if (!url.includes('schema-reporting')) return new Response('');
    noteSchema();
    return Response.json({
      data: { reportSchema: { __typename: 'ReportSchemaResponse', inSeconds: 3600, withCoreSchema: false } },
    });
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  delete process.env.APOLLO_KEY;
  delete process.env.APOLLO_GRAPH_REF;
  delete process.env.APOLLO_SCHEMA_REPORTING;
});

const CREATE = `mutation ReportedCreate($input: CreateIntegrationInput!) {
  createIntegration(input: $input) { integration { id name } errors { code } }
}`;

describe('usage reporting', () => {
  test('tells which operations and fields are used, and nothing that a caller sent', async () => {
    gateway = await startGateway({ ...STUDIO });
    const input = {
      name: 'secret-in-variables',
      active: false,
      credentials: { sendgrid: { apiKey: 'SG.secret-key' } },
    };
    const headers = { ...callers.session, 'x-canary': 'secret-in-header' };
    const created = await gateway.ask(headers, CREATE, { input });
    expect(created.data.createIntegration.errors).toEqual([]);
    await gateway.ask(headers, 'query ReportedRead { integration(by: { id: "secret-literal" }) { name } }');
    await gateway.ask({}, 'query ReportedFailure { integrations { totalCount } }');
    // One that cannot run is reported with its trace, to which variables, headers and errors belong.
    await gateway.ask(headers, 'query Broken($id: ID!) { integration(by: { id: $id }) { secretField } }', {
      id: 'secret-id',
    });
    await gateway.stop();

    const usage = reports.filter(({ url }) => url.includes('usage-reporting'));
    expect(usage.length).toBeGreaterThan(0);
    expect(new Set(usage.map(({ key }) => key))).toEqual(new Set([STUDIO.APOLLO_KEY]));
    const sent = usage.map(({ body }) => body).join('');
    for (const word of [
      'integrations@test',
      'ReportedCreate',
      'ReportedRead',
      'ReportedFailure',
      'IntegrationConnection',
    ]) {
      expect(sent).toContain(word);
    }
    // Of the message that ReportedFailure gets: "Send an Authorization header".
    for (const word of ['secret', 'dev-session', 'x-canary', 'uthorization', callers.session['novu-environment-id']]) {
      expect(sent).not.toContain(word);
    }
  });

  test('reports every request, also one whose answer would be ready', async () => {
    gateway = await startGateway({ ...STUDIO });
    for (let turn = 0; turn < 3; turn++)
      await gateway.ask(callers.devKey, 'query Often { integrations { totalCount } }');
    expect(gateway.calls()).toEqual(['GET /v1/integrations']);
    await gateway.stop();
    const often = reports
      .flatMap(({ bytes }) => Object.entries(Report.decode(bytes).tracesPerQuery))
      .filter(([name]) => name.includes('Often'));
    const stats = often.flatMap(([, { statsWithContext }]) =>
      Array.isArray(statsWithContext) ? statsWithContext : [],
    );
    expect(stats.map(({ queryLatencyStats }) => queryLatencyStats?.requestCount)).toEqual([3]);
  });
});

describe('schema reporting', () => {
  test('tells the API as it is printed, without the machinery of a subgraph', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0);
    gateway = await startGateway({ ...STUDIO, APOLLO_SCHEMA_REPORTING: 'true' });
    await schemaReported;
    await gateway.stop();
    const [report] = reports.filter(({ url }) => url.includes('schema-reporting'));
    const { variables } = JSON.parse(report?.body ?? '{}') as { variables: { report: { coreSchemaHash: string } } };
    const apiSdl = createSchema().apiSdl();
    expect(variables.report.coreSchemaHash).toBe(createHash('sha256').update(apiSdl).digest('hex'));
  });
});

describe('without APOLLO_KEY among the settings', () => {
  test('nothing is reported, whatever the environment of the process says', async () => {
    Object.assign(process.env, STUDIO, { APOLLO_SCHEMA_REPORTING: 'true' });
    jest.spyOn(Math, 'random').mockReturnValue(0);
    gateway = await startGateway();
    await gateway.ask(callers.devKey, '{ integrations { totalCount } }');
    await gateway.stop();
    expect(reports).toEqual([]);
  });
});
