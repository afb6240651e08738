import { createSecureContext, rootCertificates } from 'node:tls';
import { type buildConnector, type Dispatcher, EnvHttpProxyAgent, Pool } from 'undici';

/** The address of upstream and how to reach it. */
export interface ConnectionOptions {
  /** Base URL of the REST API. A path prefix and a trailing slash are allowed; a query is ignored. */
  readonly baseUrl: string;
  /** Milliseconds after which an attempt to connect is abandoned. */
  readonly connectTimeoutMs: number;
  /** Most connections that are open at once. */
  readonly connections: number;
  /** Certificate authorities (PEM text) that are trusted in addition to the well-known ones. */
  readonly ca?: string | undefined;
  /** Proxy for an upstream with https. One with http is always reached directly. */
  readonly httpsProxy?: string | undefined;
  /** Hosts that are reached without the proxy, in the usual form: `localhost,.internal,10.0.0.1:8443`. */
  readonly noProxy?: string | undefined;
}

/**
 * Makes the keep-alive connections to upstream. Reads no environment variable and follows no redirect. The only timeout
 * it sets is the one for connecting. The caller owns it and must call `destroy()`.
 */
export function createDispatcher(options: ConnectionOptions): Dispatcher {
  const { connections, connectTimeoutMs, httpsProxy } = options;
  const connect = { timeout: connectTimeoutMs, ...trust(options.ca) };
  // The client bounds the total time of a call, in one place.
  const shared = { connections, connect, headersTimeout: 0, bodyTimeout: 0 };
  if (httpsProxy === undefined || httpsProxy === '') {
    return new Pool(new URL(options.baseUrl).origin, shared);
  }
  return new EnvHttpProxyAgent({
    ...shared,
    // Empty, not absent: otherwise it would read HTTP_PROXY and NO_PROXY of the process.
    httpProxy: '',
    noProxy: options.noProxy ?? '',
    httpsProxy,
    requestTls: connect,
    proxyTls: connect,
    factory: createTunnelPool,
    // A proxy that accepts the connection but stays silent counts as unreachable.
    clientFactory: (proxy, pool) => new Pool(proxy, { ...pool, headersTimeout: connectTimeoutMs }),
  });
}

/** Built once: a `ca` as text would be parsed for each connection, together with all root certificates. */
function trust(ca: string | undefined) {
  return ca === undefined ? {} : { secureContext: createSecureContext({ ca: [...rootCertificates, ca] }) };
}

/**
 * A pool in which a failed tunnel fails the request. undici takes UND_ERR_SOCKET and UND_ERR_INFO for errors of an
 * established connection and reconnects at once. With a proxy that hangs up, that would be an endless loop.
 */
function createTunnelPool(origin: string | URL, options: object): Dispatcher {
  if (!hasConnector(options)) return new Pool(origin, options);
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
