import { expect, test } from '@jest/globals';
import { resolveRead, resolveWrite } from '../../src/upstream/result.ts';
import type { HttpFailure } from '../../src/upstream/send-request.ts';
import { KEY } from './harness.ts';

const READ = { method: 'GET', route: '/v1/integrations', now: 0, caller: KEY } as const;
const WRITE = { method: 'PUT', route: '/v1/integrations/{id}', now: 0, caller: KEY } as const;
const failure = (errorCode: string, sent: boolean): HttpFailure => ({ phase: 'failed', errorCode, detail: 'x', sent });

// Each is a way in which undici says that the other side does not speak HTTP. It does not give all of them on demand.
test.each(['HTTPParserError', 'HPE_INVALID_CONSTANT', 'HPE_INVALID_HEADER_TOKEN', 'UND_ERR_HEADERS_OVERFLOW'])(
  'a read that ends with %s met something that is not the Novu API',
  (code) => {
    expect(() => resolveRead(READ, failure(code, true))).toThrow(
      expect.objectContaining({ code: 'UPSTREAM_CONTRACT', cause: expect.objectContaining({ code, status: null }) }),
    );
  },
);

test.each(['ECONNRESET', 'ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT', 'XHPE_'])(
  'a read that ends with %s found Novu unavailable',
  (code) => {
    expect(() => resolveRead(READ, failure(code, false))).toThrow(
      expect.objectContaining({ code: 'UPSTREAM_UNAVAILABLE' }),
    );
  },
);

test.each(['HPE_INVALID_CONSTANT', 'ECONNRESET', 'TIMEOUT', 'UND_ERR_INVALID_ARG'])(
  'a write that was sent and ends with %s may have run',
  (code) => {
    expect(() => resolveWrite(WRITE, failure(code, true))).toThrow(
      expect.objectContaining({ name: 'OutcomeUnknownError', cause: expect.objectContaining({ code }) }),
    );
  },
);
