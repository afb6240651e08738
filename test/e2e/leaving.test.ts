import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { App } from '../../src/app.ts';
import { type ErrorEvent, errorChannel } from '../../src/telemetry/channels.ts';
import { type Double, sendJson, startDouble } from '../helpers/double.ts';
import { callers, startApp } from '../helpers/gateway.ts';

/** An upstream that holds every request until the test answers it. */
interface Held {
  readonly call: string;
  readonly response: ServerResponse;
  /** Resolves when the gateway has given the request up. */
  readonly givenUp: Promise<void>;
}

let held: Held[];
let arrived: () => void;
let double: Double;
let app: App;

beforeEach(async () => {
  held = [];
  arrived = () => undefined;
  double = await startDouble(({ method, url }, response) => {
    if (url === '/v1/environments/me') {
      sendJson(response, 200, { data: { _id: 'e', _organizationId: 'o' } });
      return;
    }
    const givenUp = new Promise<void>((resolve) => {
      response.once('close', () => {
        if (!response.writableFinished) resolve();
      });
    });
    held.push({ call: `${method} ${url}`, response, givenUp });
    arrived();
  });
  app = await startApp({ NOVU_API_URL: double.url });
});
afterEach(async () => {
  await app.stop();
  await double.stop();
});

/** The requests held, once there are so many. */
async function holding(count: number): Promise<readonly Held[]> {
  while (held.length < count) {
    await new Promise<void>((resolve) => {
      arrived = resolve;
    });
  }
  return held;
}

function send(query: string, signal: AbortSignal): Promise<Response> {
  const headers = { ...callers.session, 'content-type': 'application/json' };
  return fetch(`${app.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }), signal });
}

const LIST = '{ integrations { totalCount nodes { credentials { __typename } } } }';
const ID = '65b100000000000000000001';

test('a client that leaves takes its read along, and not its write', async () => {
  const [writer, reader] = [new AbortController(), new AbortController()];
  const write = send(
    `mutation { updateIntegration(input: { id: "${ID}", name: "x" }) { errors { code } } }`,
    writer.signal,
  );
  const [sent] = await holding(1);
  writer.abort();
  await expect(write).rejects.toThrow('abort');

  // It left first, so when the gateway has heard of the reader it has heard of the writer long since.
  const read = send(LIST, reader.signal);
  const [, list] = await holding(2);
  reader.abort();
  await expect(read).rejects.toThrow('abort');
  await list?.givenUp;

  expect([sent?.call, list?.call]).toEqual([`PUT /v1/integrations/${ID}`, 'GET /v1/integrations']);
  expect(sent?.response.destroyed).toBe(false);
  if (sent) sendJson(sent.response, 404, {});
});

test('that a client left while it waited is told as such, and not as a fault of the gateway or of Novu', async () => {
  const codes: string[] = [];
  let told: () => void = () => undefined;
  const onError = (event: unknown) => {
    codes.push((event as ErrorEvent).code);
    told();
  };
  subscribe(errorChannel.name, onError);
  const ways = [LIST, '{ integrations { totalCount } }', '{ integrationEnvironments { id } }'];
  for (const [index, query] of ways.entries()) {
    const reader = new AbortController();
    const read = send(query, reader.signal);
    await holding(index + 1);
    const heard = new Promise<void>((resolve) => {
      told = resolve;
    });
    reader.abort();
    await expect(read).rejects.toThrow('abort');
    await heard;
  }
  unsubscribe(errorChannel.name, onError);
  expect(codes).toEqual(ways.map(() => 'CLIENT_CLOSED_REQUEST'));
});
