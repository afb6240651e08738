import { expect, test } from '@jest/globals';
import type { Dispatcher } from 'undici';
import { createDispatcher } from '../../src/upstream/dispatcher.ts';
import { ERROR_CODES, sendRequest } from '../../src/upstream/send-request.ts';
import { atEnd, gate, json, startScripted } from './harness.ts';

test('a request that is given up while it waits for a connection has not been sent, and never will be', async () => {
  const [arrived, answer] = [gate(), gate()];
  const upstream = await startScripted(async (response) => {
    arrived.open();
    await answer.opened;
    json(response, 200, {});
  });
  const dispatcher = createDispatcher({ baseUrl: upstream.url, connectTimeoutMs: 1_000, connections: 1 });
  atEnd(() => dispatcher.destroy());
  const send = (path: string, stop = new AbortController().signal) =>
    sendRequest(dispatcher, { origin: upstream.url, method: 'POST', path, body: '{}' }, 1_000, stop);
  const stopping = new AbortController();

  const first = send('/first');
  await arrived.opened;
  const queued = send('/queued', stopping.signal);
  stopping.abort(ERROR_CODES.timeout);
  expect(await queued).toMatchObject({ phase: 'failed', errorCode: 'TIMEOUT', sent: false });
  answer.open();
  expect(await first).toMatchObject({ phase: 'answered', status: 200 });
  expect(await send('/next')).toMatchObject({ phase: 'answered', status: 200 });
  expect(upstream.seen.map(({ url }) => url)).toEqual(['/first', '/next']);
  expect(upstream.connections()).toBe(1);
});

test('a request that is given up on its way has been sent', async () => {
  const arrived = gate();
  const upstream = await startScripted(() => arrived.open());
  const dispatcher = createDispatcher({ baseUrl: upstream.url, connectTimeoutMs: 1_000, connections: 1 });
  atEnd(() => dispatcher.destroy());
  const stopping = new AbortController();
  const request = { origin: upstream.url, method: 'POST', path: '/', body: '{}' };
  const end = sendRequest(dispatcher, request, 1_000, stopping.signal);
  await arrived.opened;
  stopping.abort(ERROR_CODES.timeout);
  expect(await end).toMatchObject({ phase: 'failed', errorCode: 'TIMEOUT', sent: true });
});

test('a request that undici puts back into its queue after a lost connection is not sent again', async () => {
  const controller = { abort: () => undefined } as unknown as Dispatcher.DispatchController;
  const dispatcher = {
    dispatch(_options: unknown, handler: Dispatcher.DispatchHandler) {
      handler.onRequestStart?.(controller, null);
      try {
        handler.onRequestStart?.(controller, null);
        handler.onResponseStart?.(controller, 200, {});
        handler.onResponseEnd?.(controller, {});
      } catch (error) {
        handler.onResponseError?.(controller, error as Error);
      }
    },
  } as unknown as Dispatcher;
  const end = await sendRequest(dispatcher, { method: 'POST', path: '/' }, 1_000, new AbortController().signal);
  expect(end).toMatchObject({ phase: 'failed', errorCode: 'ECONNRESET', sent: true });
});
