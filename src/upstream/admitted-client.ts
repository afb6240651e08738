import { OutcomeUnknownError } from '../model/errors.ts';
import type { Call } from '../model/integration.ts';
import { Admission, type AdmissionOptions } from './admission/admission.ts';
import {
  type ClientOptions,
  createClient,
  DEFAULT_CONNECTIONS,
  type UpstreamClient,
  type UpstreamRequest,
} from './client.ts';
import type { Write } from './requests.ts';
import { resolveRead, resolveWrite } from './result.ts';
import type { HttpResult } from './send-request.ts';
import { publishWrite } from './write-events.ts';

export type AdmittedClientOptions = ClientOptions & AdmissionOptions;

/** Longest wait for the probe at the start, in milliseconds. */
const PROBE_MS = 2_000;

/** The client behind the {@link Admission}, which interprets results for reads and writes. Its owner must close it. */
export class AdmittedClient {
  readonly #client: UpstreamClient;
  readonly admission: Admission;
  readonly #longestWaitMs: number;
  readonly #now: () => number;

  constructor(options: AdmittedClientOptions) {
    this.#client = createClient(options);
    const { connections: underWay = DEFAULT_CONNECTIONS, limits } = options;
    this.admission = new Admission({ ...options, limits: { underWay, ...limits } });
    // The rest must be enough for the call itself: a write that is sent too late ends with an unknown outcome.
    this.#longestWaitMs = options.timeoutMs / 2;
    this.#now = options.now ?? Date.now;
  }

  /** @throws GatewayError where the call was not sent. */
  get(
    call: Call,
    route: string,
    path = route,
    options: Pick<UpstreamRequest, 'canSkipParsing' | 'ifNoneMatch'> = {},
  ): Promise<HttpResult> {
    return this.#send({ call, method: 'GET', route, path, ...options });
  }

  /** The body of a read's response. @throws GatewayError for any other result. */
  resolve({ caller }: Call, route: string, result: HttpResult): unknown {
    return resolveRead({ method: 'GET', route, now: this.#now(), caller }, result);
  }

  /** Sends a write and reads its response. A response that `read` rejects leaves the outcome of the write unknown. */
  async write<T>(call: Call, write: Write, read: (body: unknown) => T): Promise<T> {
    const result = await this.#send({ call, ...write });
    publishWrite({ call, ...write }, result);
    const body = resolveWrite({ ...write, now: this.#now(), caller: call.caller }, result);
    try {
      return read(body);
    } catch (cause) {
      throw new OutcomeUnknownError({ cause });
    }
  }

  /** Sends one GET without a caller, past the admission. */
  probe(path: string): Promise<HttpResult> {
    return this.#client.probe(path, PROBE_MS);
  }

  /** Refuses the calls that wait, waits for those in flight, which their timeouts bound, and closes all connections. */
  close(): Promise<void> {
    this.admission.close();
    return this.#client.close();
  }

  /** @throws GatewayError where the call was not sent. */
  async #send(request: Omit<UpstreamRequest, 'startedAt' | 'mayRetry'>): Promise<HttpResult> {
    const startedAt = performance.now();
    const kind = request.method === 'GET' ? 'read' : 'write';
    const admitted = await this.admission.enter(request.call, kind, this.#longestWaitMs);
    let result: HttpResult | null = null;
    try {
      result = await this.#client.request({ ...request, startedAt, mayRetry: () => admitted.retries.retry() });
      return result;
    } finally {
      admitted.leave(result);
    }
  }
}
