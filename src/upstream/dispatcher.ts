import { createSecureContext, rootCertificates } from 'node:tls';
import { type buildConnector, type Dispatcher, EnvHttpProxyAgent, Pool } from 'undici';

/** Where upstream is and how it is reached. */
export interface ConnectionOptions {
  /** Base URL of the REST API; a path prefix and a trailing slash are welcome, a query is ignored. */
  readonly baseUrl: string;
  /** Milliseconds until an attempt to connect is given up. */
  readonly connectTimeoutMs: number;
  /** Most connections kept open at once. */
  readonly connections: number;
  /** Certificate authorities (PEM text) that are trusted beside the well-known ones. */
  readonly ca?: string | undefined;
  /** Proxy for an upstream of https; one of http is always reached directly. */
  readonly httpsProxy?: string | undefined;
  /** Hosts that are reached without the proxy, in the usual form: `localhost,.internal,10.0.0.1:8443`. */
  readonly noProxy?: string | undefined;
}

/**
 * Makes the keep-alive connections to upstream. Reads no environment variable, follows no redirect, and leaves every
 * limit on time to the caller but the one on connecting. The caller owns it and calls `destroy()`.
 */
export function createDispatcher(options: ConnectionOptions): Dispatcher {
  const { connections, connectTimeoutMs, httpsProxy } = options;
  const connect = { timeout: connectTimeoutMs, ...trust(options.ca) };
  // The total time of a call is bounded by the client, in one place.
  const shared = { connections, connect, headersTimeout: 0, bodyTimeout: 0 };
  if (httpsProxy === undefined || httpsProxy === '') {
    return new Pool(new URL(options.baseUrl).origin, shared);
  }
  return new EnvHttpProxyAgent({
    ...shared,
    // Empty, not absent: absent would make it read HTTP_PROXY and NO_PROXY of the process.
    httpProxy: '',
    noProxy: options.noProxy ?? '',
    httpsProxy,
    requestTls: connect,
    proxyTls: connect,
    factory: createTunnelPool,
    // A proxy that takes the connection and then says nothing is given up like one that does not take it.
    clientFactory: (proxy, pool) => new Pool(proxy, { ...pool, headersTimeout: connectTimeoutMs }),
  });
}

/** Built once: a `ca` given as text would be parsed again, with all the well-known ones, for each connection. */
function trust(ca: string | undefined) {
  return ca === undefined ? {} : { secureContext: createSecureContext({ ca: [...rootCertificates, ca] }) };
}

/**
 * A pool whose failed tunnels fail the request. undici takes UND_ERR_SOCKET and UND_ERR_INFO for trouble on a connection
 * that did exist and connects again at once; from a proxy that hangs up, that would be an endless loop.
 */
function createTunnelPool(origin: string | URL, options: object): Dispatcher {
  if (!hasConnector(options)) {
    return new Pool(origin, options);
  }
  const { connect } = options;
  const failing: buildConnector.connector = (target, callback) =>
    connect(target, (...[error, socket]) => (error ? callback(tunnelError(error), null) : callback(null, socket)));
  return new Pool(origin, { ...options, connect: failing });
}

function hasConnector(options: object): options is { connect: buildConnector.connector } {
  return 'connect' in options && typeof options.connect === 'function';
}

function tunnelError(error: Error & { code?: unknown }): Error {
  const recoverable = error.code === 'UND_ERR_SOCKET' || error.code === 'UND_ERR_INFO';
  return recoverable ? Object.assign(new Error(`proxy: ${error.message}`), { code: 'PROXY_CLOSED' }) : error;
}
