/** A simulated failure. Only the first fault that matches a request is applied. */
export type Fault = FaultMatch & FaultEffect;

export interface FaultMatch {
  /** For example `POST`; any method if omitted. */
  readonly method?: string;
  /** Path template, e.g. `/v1/integrations/{integrationId}`; any route if omitted. */
  readonly route?: string;
  /** Number of requests that it affects; unlimited if omitted. */
  readonly times?: number;
}

/** `before`: nothing has run yet. `after`: the request has run, and its changes stay. */
export type When = 'before' | 'after';

export type FaultEffect =
  /** Waits, in milliseconds; default `before`. */
  | { readonly kind: 'latency'; readonly ms: number; readonly when?: When }
  /** Reset the connection; default `before`. */
  | { readonly kind: 'reset'; readonly when?: When }
  /** Never answer; default `before`. */
  | { readonly kind: 'hang'; readonly when?: When }
  /** Answer with an error status; default `before`. 502 and 504 come as a proxy's HTML, the others as JSON. */
  | { readonly kind: 'status'; readonly status: 500 | 502 | 503 | 504; readonly when?: When }
  /** 429 with `Retry-After`, default 1 second; nothing has run. */
  | { readonly kind: 'tooManyRequests'; readonly retryAfterSeconds?: number }
  /** 200 with a page of HTML; default `after`. */
  | { readonly kind: 'html'; readonly when?: When }
  /** 200 with incomplete JSON; default `after`. */
  | { readonly kind: 'invalidJson'; readonly when?: When }
  /** The first half of the answer, then a reset. */
  | { readonly kind: 'halfBody' }
  /** The answer with padding to at least so many bytes; default 20 MiB. */
  | { readonly kind: 'oversizedBody'; readonly bytes?: number }
  /** The first integration of the answer gets a provider that no catalog knows. */
  | { readonly kind: 'unknownProvider' }
  /** Every integration of the answer, and the envelope, get fields that no client knows. */
  | { readonly kind: 'extraFields' }
  /** The first integration of the answer gets a channel and a kind that no client knows. */
  | { readonly kind: 'unknownEnum' }
  /** The first integration of the answer loses a field; default `identifier`. */
  | { readonly kind: 'missingField'; readonly field?: string }
  /** The request stays pending with its idempotency key in use until the promise resolves; then the handler runs. */
  | { readonly kind: 'gate'; readonly open: Promise<unknown> }
  /** Replaces the answer's body, including the envelope. */
  | { readonly kind: 'rewrite'; readonly rewrite: (body: unknown) => unknown };

/** The faults of one double, in the order in which they are tried. */
export interface Faults {
  /** Appends a fault, so that several with `times: 1` apply to successive requests. */
  add(fault: Fault): void;
  /** Replaces all. */
  set(faults: readonly Fault[]): void;
  clear(): void;
  /** The faults that are not used up. */
  list(): readonly Fault[];
  /** The fault for a request, counted as used; undefined where none matches. */
  take(method: string, route: string): Fault | undefined;
}

export function createFaults(): Faults {
  let armed: { fault: Fault; left: number }[] = [];
  const arm = (fault: Fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
  return {
    add(fault) {
      armed.push(arm(fault));
    },
    set(faults) {
      armed = faults.map(arm);
    },
    clear() {
      armed = [];
    },
    list: () => armed.map(({ fault, left }) => (Number.isFinite(left) ? { ...fault, times: left } : fault)),
    take(method, route) {
      const hit = armed.find(({ fault }) => matches(fault, method, route));
      if (hit === undefined) return undefined;
      hit.left -= 1;
      armed = armed.filter(({ left }) => left > 0);
      return hit.fault;
    },
  };
}

function matches(fault: FaultMatch, method: string, route: string): boolean {
  return (fault.method ?? method) === method && (fault.route ?? route) === route;
}
